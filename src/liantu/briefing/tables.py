"""The tables of a briefing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from liantu.analysis.diagnosis import CODES, Diagnosis, Verdict, Word
from liantu.analysis.ranking import Score
from liantu.analysis.summary import ChainSummary, Ratio
from liantu.analysis.tiers import best_level
from liantu.briefing.blocks import Table
from liantu.briefing.prose import spoken_dates, tight
from liantu.document import figures
from liantu.document.grounds import dots, ground, trust
from liantu.document.reasons import class_words, reasons, remedy
from liantu.document.relations import owner_name, phase_text, titles
from liantu.model import Atlas, Chain, Enterprise, Project, Status
from liantu.wording import text

MOST_ROWS = 15
MOST_MADE = 6
WORDS: dict[str, frozenset[Word]] = {
    "broken": frozenset({Word.BROKEN}),
    "short": frozenset({Word.SHORT_UP, Word.SHORT_DOWN}),
    "thin": frozenset({Word.THIN}),
    "weak": frozenset({Word.WEAK}),
}
Scores = Mapping[str, Score]


def head(*codes: str) -> list[str]:
    """Header cells from their wording."""
    return [text(f"brief.head.{code}") for code in codes]


def known(atlas: Atlas, chain: Chain) -> list[str]:
    """Ids of the chain's members that the atlas knows."""
    return [m.product for m in chain.members() if m.product in atlas.products]


def count_words(diagnosis: Diagnosis, ids: Sequence[str]) -> dict[str, int]:
    """Products by the code of each of their classes; a product may count in two."""
    found = dict.fromkeys(CODES.values(), 0)
    for product in ids:
        verdict = diagnosis.verdicts.get(product)
        for word in verdict.words if verdict else ():
            found[CODES[word]] += 1
    return found


def ratio(value: Ratio) -> str:
    """``12/27``, or none for a ratio of nothing."""
    return f"{value.part}/{value.whole}" if value.whole else text("brief.none")


def actions(atlas: Atlas, diagnosis: Diagnosis, scores: Sequence[Score]) -> Table:
    """What to do first, with reasons."""
    rows = []
    for place, score in enumerate(scores, 1):
        verdict = diagnosis.verdicts[score.product]
        shown = (atlas.products[score.product].home, *atlas.chains_of.get(score.product, ()))
        home = next((atlas.chains[c] for c in shown if c in atlas.chains), None)
        rows.append(
            [
                str(place),
                atlas.products[score.product].name,
                home.label if home else text("ui.none"),
                remedy_of(verdict),
                tight(ground(atlas, diagnosis, verdict)),
                f"{score.total:.1f}",
                dots(trust(reasons(atlas, diagnosis, score.product))),
            ]
        )
    codes = ("rank", "product", "chain", "remedy", "why", "score", "trust")
    widths = (0.6, 1.7, 1.5, 2, 3.9, 0.9, 1)
    return Table(text("brief.table.actions"), head(*codes), rows, widths, (0, 5))


def remedy_of(verdict: Verdict) -> str:
    """What is to be done about the worst class."""
    return remedy(verdict.worst) if verdict.worst else ""


def overview(
    atlas: Atlas,
    diagnosis: Diagnosis,
    chosen: Sequence[Chain],
    summaries: Mapping[str, ChainSummary],
) -> Table:
    """The chains with their two completeness numbers and the five words."""
    rows = []
    for chain in chosen:
        summary = summaries[chain.id]
        found = count_words(diagnosis, known(atlas, chain))
        counts = [found["broken"], found["short_up"] + found["short_down"]]
        counts += [found["thin"], found["weak"], found["blank"], len(summary.enterprises)]
        rows.append(
            [
                chain.label,
                str(summary.products),
                str(summary.local),
                ratio(summary.coverage),
                ratio(summary.closure),
                *map(str, counts),
            ]
        )
    codes = ("chain", "products", "local", "coverage", "closure", *WORDS, "blank", "enterprises")
    widths = (2.8, 0.9, 0.9, 1.2, 1.2, 0.7, 0.7, 0.7, 0.7, 0.7, 0.9)
    return Table(text("brief.table.overview"), head(*codes), rows, widths, range(1, 11))


def gaps(
    atlas: Atlas,
    diagnosis: Diagnosis,
    chain: Chain,
    key: str,
    order: Sequence[str],
    scores: Scores,
) -> Table:
    """One of the five words in a chain: products with remedy, reason, score and trust."""
    hits = [p for p in order if set(diagnosis.verdicts[p].words) & WORDS[key]]
    rows = []
    for product in hits[:MOST_ROWS]:
        verdict = diagnosis.verdicts[product]
        score = scores.get(product)
        rows.append(
            [
                atlas.products[product].name,
                class_words(verdict),
                remedy_of(verdict),
                tight(ground(atlas, diagnosis, verdict)),
                f"{score.total:.1f}" if score else text("ui.none"),
                dots(trust(reasons(atlas, diagnosis, product))),
            ]
        )
    codes = ("product", "class", "remedy", "why", "score", "trust")
    caption = text(f"brief.table.{key}", chain=chain.label)
    note = _more(len(hits) - len(rows))
    return Table(caption, head(*codes), rows, (1.8, 1.4, 2, 3.9, 0.9, 1), (4,), note)


def blanks(atlas: Atlas, diagnosis: Diagnosis, chain: Chain) -> Table:
    """无链: what nobody needs or feeds yet, by stage."""
    rows = []
    for stage in chain.stages:
        hits = [
            m.product
            for m in chain.members()
            if m.stage == stage.id
            and m.product in diagnosis.verdicts
            and Word.BLANK in diagnosis.verdicts[m.product].words
        ]
        if hits:
            names = "、".join(atlas.products[p].name for p in hits)
            rows.append([stage.name, str(len(hits)), names])
    caption = text("brief.table.blank", chain=chain.label)
    return Table(caption, head("stage", "count", "products_named"), rows, (1.6, 0.6, 7), (1,))


def projects(atlas: Atlas, chain: Chain) -> Table:
    """The projects recorded for a chain."""
    rows = [
        [
            p.name,
            owner_name(atlas, p),
            p.state or text(f"ui.status.{p.status}"),
            p.investment.text if p.investment else text("ui.none"),
            _content(atlas, p),
        ]
        for p in atlas.projects.values()
        if p.chain == chain.id
    ]
    codes = ("project", "enterprise", "state", "investment", "content")
    caption = text("brief.table.projects", chain=chain.label)
    note = _more(len(rows) - MOST_ROWS)
    return Table(caption, head(*codes), rows[:MOST_ROWS], (2.4, 1.8, 1, 1.4, 3), (), note)


def clusters(atlas: Atlas, chain: Chain) -> Table:
    """The industrial clusters of a chain as sources describe them."""
    rows = [
        [c.name, c.county, titles(c.honours), c.scale or text("ui.unknown"), c.year]
        for c in atlas.clusters.values()
        if c.chain == chain.id
    ]
    caption = text("brief.table.clusters", chain=chain.label)
    codes = ("cluster", "county", "honours", "scale", "year")
    return Table(caption, head(*codes), rows, (2.2, 0.9, 2.2, 3.6, 0.7))


def _content(atlas: Atlas, project: Project) -> str:
    phases = "；".join(phase_text(atlas, phase) for phase in project.phases)
    return tight(spoken_dates(phases or project.when or project.note))


def enterprises(atlas: Atlas, diagnosis: Diagnosis, chain: Chain, ids: Sequence[str]) -> Table:
    """Enterprises by tier: the highest honour first, those without a record last."""
    rung = len(atlas.library.ladder)
    inside = set(known(atlas, chain))

    def place(key: str) -> tuple[bool, int]:
        level = best_level(atlas, atlas.enterprises[key])
        return key not in chain.leads, rung if level is None else level

    rows = [
        [
            firm.name,
            tier(atlas, firm, chain),
            firm.county,
            "、".join(made(atlas, diagnosis, firm, inside) or made(atlas, diagnosis, firm))
            or text("ui.unknown"),
            titles(firm.honours),
        ]
        for firm in (atlas.enterprises[key] for key in sorted(ids, key=place))
    ]
    codes = ("enterprise", "tier", "county", "makes", "honours")
    caption = text("brief.table.enterprises", chain=chain.label)
    return Table(caption, head(*codes), rows, (2.2, 0.9, 0.9, 3.6, 2))


def tier(atlas: Atlas, firm: Enterprise, chain: Chain) -> str:
    """链主, or the level of the highest recorded honour; none recorded is said so."""
    if firm.id in chain.leads:
        return text("brief.tier.lead")
    level = best_level(atlas, firm)
    return text("brief.tier.none") if level is None else atlas.library.ladder[level].level


def made(
    atlas: Atlas, diagnosis: Diagnosis, firm: Enterprise, inside: Collection[str] | None = None
) -> list[str]:
    """What an enterprise makes at the date, first what operates; what has ended is left out.

    ``inside`` keeps to these products.
    """
    running: list[str] = []
    others: list[str] = []
    for item in firm.capacities:
        product = atlas.products.get(item.product)
        if product is None or item.contested or (inside is not None and product.id not in inside):
            continue
        now = item in diagnosis.situation.running
        ran = item.status is Status.OPERATING
        if ran and not now and item.until:
            continue
        status = text("brief.later") if ran and not now else text(f"ui.status.{item.status}")
        amount = figures.capacity(item)
        words = text("brief.made", product=product.name, status=status, amount=amount)
        (running if now else others).append(tight(words))
    return list(dict.fromkeys([*running, *others]))[:MOST_MADE]


def _more(count: int) -> str:
    return text("brief.more", count=count) if count > 0 else ""

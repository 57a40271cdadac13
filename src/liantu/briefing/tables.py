"""The tables of a briefing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.analysis.summary import Ratio
from liantu.analysis.tiers import best_level
from liantu.briefing.blocks import Table
from liantu.briefing.prose import spoken_dates, tight
from liantu.model import Atlas, Chain, Enterprise, Project, Status, classes
from liantu.model.classes import Word, by_list
from liantu.telling import figures
from liantu.telling.classes import remedy
from liantu.telling.classes import words as class_words
from liantu.telling.grounds import dots, ground, trust
from liantu.telling.reasons import reasons
from liantu.telling.relations import owner_name, phase_text, titles
from liantu.wording import text

MOST_ROWS = 15
MOST_MADE = 6
LISTS = {key: words for key, words in classes.LISTS.items() if key != "blank"}
Scores = Mapping[str, Score]


def head(*codes: str) -> list[str]:
    """Header cells from their wording."""
    return [text(f"brief.head.{code}") for code in codes]


def known(atlas: Atlas, chain: Chain) -> list[str]:
    """Ids of the chain's members that the atlas knows."""
    return [m.product for m in chain.members() if m.product in atlas.products]


def ratio(value: Ratio) -> str:
    """``12/27``, or none for a ratio of nothing."""
    return f"{value.part}/{value.whole}" if value.whole else text("brief.none")


def actions(reading: Reading, scores: Sequence[Score]) -> Table:
    """What to do first, with reasons."""
    rows = []
    for place, score in enumerate(scores, 1):
        verdict = reading.verdicts[score.product]
        shown = (
            reading.atlas.products[score.product].home,
            *reading.atlas.chains_of.get(score.product, ()),
        )
        home = next((reading.atlas.chains[c] for c in shown if c in reading.atlas.chains), None)
        rows.append(
            [
                str(place),
                reading.atlas.products[score.product].name,
                home.label if home else text("ui.none"),
                remedy(verdict.worst),
                tight(ground(reading, verdict)),
                f"{score.total:.1f}",
                dots(trust(reasons(reading, score.product))),
            ]
        )
    codes = ("rank", "product", "chain", "remedy", "why", "score", "trust")
    widths = (0.6, 1.7, 1.5, 2, 3.9, 0.9, 1)
    return Table(text("brief.table.actions"), head(*codes), rows, widths, (0, 5))


def overview(reading: Reading, chosen: Sequence[Chain]) -> Table:
    """The chains with their two completeness numbers and the five words."""
    rows = []
    for chain in chosen:
        summary = reading.summary(chain.id)
        counts = [*by_list(reading.chain_counts(chain.id)).values(), len(summary.enterprises)]
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
    codes = ("chain", "products", "local", "coverage", "closure")
    heads = [*head(*codes), *(text(f"class.list.{on}") for on in classes.LISTS)]
    heads += head("enterprises")
    widths = (2.8, 0.9, 0.9, 1.2, 1.2, *(0.7 for _ in classes.LISTS), 0.9)
    return Table(text("brief.table.overview"), heads, rows, widths, range(1, len(heads)))


def gaps(
    reading: Reading,
    chain: Chain,
    key: str,
    order: Sequence[str],
    scores: Scores,
) -> Table:
    """One of the five words in a chain: products with remedy, reason, score and trust."""
    hits = [p for p in order if set(reading.verdicts[p].words) & LISTS[key]]
    rows = []
    for product in hits[:MOST_ROWS]:
        verdict = reading.verdicts[product]
        score = scores.get(product)
        rows.append(
            [
                reading.atlas.products[product].name,
                class_words(verdict.words),
                remedy(verdict.worst),
                tight(ground(reading, verdict)),
                f"{score.total:.1f}" if score else text("ui.none"),
                dots(trust(reasons(reading, product))),
            ]
        )
    codes = ("product", "class", "remedy", "why", "score", "trust")
    caption = text(f"class.table.{key}", chain=chain.label)
    note = _more(len(hits) - len(rows))
    return Table(caption, head(*codes), rows, (1.8, 1.4, 2, 3.9, 0.9, 1), (4,), note)


def blanks(reading: Reading, chain: Chain) -> Table:
    """无链: what nobody needs or feeds yet, by stage."""
    rows = []
    for stage in chain.stages:
        hits = [
            m.product
            for m in chain.members()
            if m.stage == stage.id
            and m.product in reading.verdicts
            and Word.BLANK in reading.verdicts[m.product].words
        ]
        if hits:
            names = "、".join(reading.atlas.products[p].name for p in hits)
            rows.append([stage.name, str(len(hits)), names])
    caption = text("class.table.blank", chain=chain.label)
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


def enterprises(reading: Reading, chain: Chain, ids: Sequence[str]) -> Table:
    """Enterprises by tier: the highest honour first, those without a record last."""
    rung = len(reading.atlas.library.ladder)
    inside = set(known(reading.atlas, chain))

    def place(key: str) -> tuple[bool, int]:
        level = best_level(reading.atlas, reading.atlas.enterprises[key])
        return key not in chain.leads, rung if level is None else level

    rows = [
        [
            firm.name,
            tier(reading.atlas, firm, chain),
            firm.county,
            "、".join(made(reading, firm, inside) or made(reading, firm)) or text("ui.unknown"),
            titles(firm.honours),
        ]
        for firm in (reading.atlas.enterprises[key] for key in sorted(ids, key=place))
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


def made(reading: Reading, firm: Enterprise, inside: Collection[str] | None = None) -> list[str]:
    """What an enterprise makes at the date, first what operates; what has ended is left out.

    ``inside`` keeps to these products.
    """
    running: list[str] = []
    others: list[str] = []
    for item in firm.capacities:
        product = reading.atlas.products.get(item.product)
        if product is None or item.contested or (inside is not None and product.id not in inside):
            continue
        now = item in reading.situation.running
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

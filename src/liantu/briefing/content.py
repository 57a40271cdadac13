"""What a briefing says, as plain data for the template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from liantu.analysis.diagnosis import CODES, Diagnosis, Verdict, Word
from liantu.analysis.ranking import Score, rank
from liantu.analysis.summary import Ratio, summarise
from liantu.diagram import measure
from liantu.diagram.sheet import spoken
from liantu.document import figures
from liantu.document.reasons import class_words, reasons, remedy
from liantu.document.relations import owner_name, phase_text
from liantu.document.trust import trust_lines
from liantu.model import Atlas, Chain
from liantu.wording import text

MOST_ROWS = 15
TOP = 10
TABLES: dict[str, frozenset[Word]] = {
    "broken": frozenset({Word.BROKEN}),
    "short": frozenset({Word.SHORT_UP, Word.SHORT_DOWN}),
    "thin": frozenset({Word.THIN}),
    "weak": frozenset({Word.WEAK}),
}


@dataclass(frozen=True)
class Table:
    """A table: relative column widths, numeric columns, and what to say if it is empty."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    numeric: Sequence[int] = ()
    note: str = ""

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "title": self.title,
            "head": list(self.head),
            "rows": [list(row) for row in self.rows],
            "widths": list(self.widths),
            "numeric": list(self.numeric),
            "note": self.note,
            "empty": text("brief.none"),
        }


def briefing(atlas: Atlas, diagnosis: Diagnosis, chains: Sequence[str]) -> dict[str, Any]:
    """The whole briefing of these chains; maps are named ``map-<chain>.svg``."""
    chosen = [atlas.chains[c] for c in chains]
    ids = list(dict.fromkeys(m.product for c in chosen for m in c.members()))
    scores = rank(atlas, diagnosis, ids)
    library = atlas.library
    content: dict[str, Any] = printable(
        {
            "title": text("brief.title", region=library.region.name),
            "region": library.region.name,
            "date": spoken(diagnosis.situation.date),
            "edition": spoken(library.edition),
            "day": _day(library.edition),
            "mark": "",
            "assumed": _assumed(atlas, diagnosis),
            "statement": text("diagram.sheet.statement", statement=library.statement),
            "words": _words(),
            "summary": _summary(atlas, diagnosis, chosen, scores),
            "actions": _actions(atlas, diagnosis, scores[:TOP]).data(),
            "overview": _overview(atlas, diagnosis, chosen).data(),
            "chains": [_chain(atlas, diagnosis, c) for c in chosen],
            "method": [text(f"brief.method.{n}") for n in range(1, 6)],
            "trust": [library.statement, *trust_lines(atlas)],
            "sources": _sources(atlas, diagnosis, chosen, ids),
        }
    )
    return content


def printable(value: Any) -> Any:
    """The same data with 〓 for characters that the bundled font lacks."""
    if isinstance(value, dict):
        return {key: printable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [printable(item) for item in value]
    if not isinstance(value, str):
        return value
    lacking = measure.missing(value.replace("\n", " "))
    return value.translate({ord(c): measure.GETA for c in lacking}) if lacking else value


def _assumed(atlas: Atlas, diagnosis: Diagnosis) -> str:
    told = diagnosis.switches.told(atlas)
    return text("diagram.sheet.assumed", words=told) if told else ""


def _words() -> dict[str, str]:
    names = (
        "date",
        "edition",
        "contents",
        "summary",
        "actions",
        "overview",
        "plan",
        "method",
        "trust",
        "sources",
    )
    return {name: text(f"brief.words.{name}") for name in names}


def _day(date: str) -> dict[str, int]:
    parts = [int(part) for part in date.split("-") if part.isdecimal()]
    filled = (*parts, *(2000, 1, 1)[len(parts) :])
    return dict(zip(("year", "month", "day"), filled, strict=True))


def _ids(atlas: Atlas, chain: Chain) -> list[str]:
    return [m.product for m in chain.members() if m.product in atlas.products]


def count_words(diagnosis: Diagnosis, ids: Iterable[str]) -> dict[str, int]:
    """Products by the code of each of their classes; a product may count in two."""
    found = dict.fromkeys(CODES.values(), 0)
    for product in ids:
        verdict = diagnosis.verdicts.get(product)
        for word in verdict.words if verdict else ():
            found[CODES[word]] += 1
    return found


def _summary(
    atlas: Atlas, diagnosis: Diagnosis, chosen: Sequence[Chain], scores: Sequence[Score]
) -> list[str]:
    ids = list(dict.fromkeys(p for c in chosen for p in _ids(atlas, c)))
    found = count_words(diagnosis, ids)
    local = sum(diagnosis.situation.is_local(p) for p in ids)
    lines = [text("brief.summary.size", chains=len(chosen), products=len(ids), local=local)]
    lines.append(
        text(
            "brief.summary.words",
            broken=found["broken"],
            short=found["short_up"] + found["short_down"],
            thin=found["thin"],
            weak=found["weak"],
            blank=found["blank"],
        )
    )
    if scores:
        names = "、".join(atlas.products[s.product].name for s in scores[:3])
        lines.append(text("brief.summary.first", names=names))
    return lines


def _actions(atlas: Atlas, diagnosis: Diagnosis, scores: Sequence[Score]) -> Table:
    rows = []
    for place, found in enumerate(scores, 1):
        verdict = diagnosis.verdicts[found.product]
        rows.append(
            [
                str(place),
                atlas.products[found.product].name,
                class_words(verdict),
                _remedy(verdict),
                _why(atlas, diagnosis, found.product),
                f"{found.total:.1f}",
            ]
        )
    heads = ("rank", "product", "class", "remedy", "why", "score")
    widths = (0.5, 1.6, 1.1, 1.6, 4.2, 0.7)
    return Table("", [text(f"brief.head.{h}") for h in heads], rows, widths, (0, 5))


def _remedy(verdict: Verdict) -> str:
    return remedy(verdict.worst) if verdict.worst else ""


def _why(atlas: Atlas, diagnosis: Diagnosis, product: str) -> str:
    verdict = diagnosis.verdicts[product]
    parts = []
    if verdict.needed_by:
        names = "、".join(atlas.products[p].name for p in verdict.needed_by[:4])
        parts.append(text("brief.why.needed", names=names, count=len(verdict.needed_by)))
    if verdict.fed_by:
        names = "、".join(atlas.products[p].name for p in verdict.fed_by[:4])
        parts.append(text("brief.why.fed", names=names))
    if not parts:
        parts = [r.text for r in reasons(atlas, diagnosis, product)[:1]]
    return "；".join(parts)


def _ratio(ratio: Ratio) -> str:
    return f"{ratio.part}/{ratio.whole}" if ratio.whole else text("brief.none")


def _overview(atlas: Atlas, diagnosis: Diagnosis, chosen: Sequence[Chain]) -> Table:
    rows = []
    for chain in chosen:
        summary = summarise(atlas, diagnosis.situation, chain.id)
        found = count_words(diagnosis, _ids(atlas, chain))
        numbers = [summary.products, summary.local]
        words = [found["broken"], found["short_up"] + found["short_down"]]
        words += [found["thin"], found["weak"], found["blank"]]
        rows.append(
            [
                chain.short,
                *map(str, numbers),
                _ratio(summary.coverage),
                _ratio(summary.closure),
                *map(str, words),
            ]
        )
    heads = ("chain", "products", "local", "coverage", "closure", *TABLES, "blank")
    widths = (2.6, 0.9, 0.9, 1.2, 1.2, 0.7, 0.7, 0.7, 0.7, 0.7)
    head = [text(f"brief.head.{h}") for h in heads]
    return Table("", head, rows, widths, range(1, 10))


def _chain(atlas: Atlas, diagnosis: Diagnosis, chain: Chain) -> dict[str, Any]:
    ids = _ids(atlas, chain)
    summary = summarise(atlas, diagnosis.situation, chain.id)
    scores = rank(atlas, diagnosis, ids)
    by_id = {s.product: s for s in scores}
    order = [s.product for s in scores] + [p for p in ids if p not in by_id]
    numbers = [
        (text("ui.coverage"), _ratio(summary.coverage)),
        (text("ui.closure"), _ratio(summary.closure)),
        (text("brief.head.local"), f"{summary.local}/{summary.products}"),
        (text("brief.head.enterprises"), str(len(summary.enterprises))),
    ]
    return {
        "name": chain.name,
        "map": f"map-{chain.id}.svg",
        "numbers": [{"label": name, "value": value} for name, value in numbers],
        "findings": _findings(atlas, diagnosis, scores),
        "tables": [
            *(_gaps(atlas, diagnosis, order, key, by_id).data() for key in TABLES),
            _projects(atlas, chain).data(),
            _enterprises(atlas, summary.enterprises).data(),
        ],
        "plan": _plan(atlas, diagnosis, ids, scores),
    }


def _findings(atlas: Atlas, diagnosis: Diagnosis, scores: Sequence[Score]) -> list[str]:
    found = []
    for score in scores[:3]:
        verdict = diagnosis.verdicts[score.product]
        found.append(
            text(
                "brief.finding",
                product=atlas.products[score.product].name,
                words=class_words(verdict),
                why=_why(atlas, diagnosis, score.product),
            )
        )
    return found or [text("brief.nofinding")]


def _gaps(
    atlas: Atlas,
    diagnosis: Diagnosis,
    order: Sequence[str],
    key: str,
    scores: dict[str, Score],
) -> Table:
    hits = [p for p in order if set(diagnosis.verdicts[p].words) & TABLES[key]]
    rows = []
    for product in hits[:MOST_ROWS]:
        verdict = diagnosis.verdicts[product]
        score = scores.get(product)
        rows.append(
            [
                atlas.products[product].name,
                class_words(verdict),
                _remedy(verdict),
                _reason(atlas, diagnosis, verdict),
                f"{score.total:.1f}" if score else text("ui.none"),
            ]
        )
    more = len(hits) - len(rows)
    note = text("brief.more", count=more) if more else ""
    heads = ("product", "class", "remedy", "why", "score")
    head = [text(f"brief.head.{h}") for h in heads]
    return Table(text(f"ui.list.{key}"), head, rows, (1.8, 1.2, 1.6, 4.4, 0.8), (4,), note)


def _reason(atlas: Atlas, diagnosis: Diagnosis, verdict: Verdict) -> str:
    if not verdict.local:
        return _why(atlas, diagnosis, verdict.product)
    lines = []
    balance = verdict.balance
    if balance is not None and balance.surplus is not None and balance.need:
        surplus = f"{balance.surplus:+.6g} {balance.unit}"
        lines.append(text("brief.why.surplus", surplus=surplus))
    if len(verdict.makers) == 1:
        lines.append(text("why.sole", enterprise=atlas.enterprises[verdict.makers[0]].name))
    if verdict.stops:
        names = "、".join(atlas.products[p].name for p in verdict.stops[:4])
        lines.append(text("why.stops", count=len(verdict.stops), names=names))
    return "；".join(lines)


def _projects(atlas: Atlas, chain: Chain) -> Table:
    rows = [
        [
            p.name,
            owner_name(atlas, p),
            p.state,
            p.investment.text if p.investment else text("ui.none"),
            "；".join(phase_text(atlas, phase) for phase in p.phases) or p.when,
        ]
        for p in atlas.projects.values()
        if p.chain == chain.id
    ]
    heads = ("project", "enterprise", "state", "investment", "content")
    head = [text(f"brief.head.{h}") for h in heads]
    note = text("brief.more", count=len(rows) - MOST_ROWS) if len(rows) > MOST_ROWS else ""
    return Table(text("ui.list.projects"), head, rows[:MOST_ROWS], (2.4, 1.8, 1, 1.4, 3), (), note)


def _enterprises(atlas: Atlas, ids: Sequence[str]) -> Table:
    rows = []
    for key in ids:
        firm = atlas.enterprises[key]
        made = dict.fromkeys(
            f"{atlas.products[c.product].name}（{text(f'ui.status.{c.status}')}"
            f" {figures.capacity(c)}）"
            for c in firm.capacities
        )
        honours = "、".join(h.name for h in firm.honours)
        rows.append([firm.name, firm.county, "、".join(list(made)[:6]), honours])
    heads = ("enterprise", "county", "makes", "honours")
    head = [text(f"brief.head.{h}") for h in heads]
    return Table(text("ui.list.enterprises"), head, rows, (2.2, 0.9, 4, 2))


def _plan(
    atlas: Atlas, diagnosis: Diagnosis, ids: Sequence[str], scores: Sequence[Score]
) -> list[dict[str, str]]:
    """一链一策: one paragraph a remedy, filled with what was computed."""
    steps = []
    for word in (Word.BROKEN, Word.SHORT_UP, Word.SHORT_DOWN, Word.THIN, Word.WEAK, Word.BLANK):
        ranked = [s.product for s in scores if word in diagnosis.verdicts[s.product].words]
        hits = ranked + [
            p for p in ids if word in diagnosis.verdicts[p].words and p not in set(ranked)
        ]
        if hits:
            names = "、".join(atlas.products[p].name for p in hits[:6])
            body = text(f"brief.plan.{CODES[word]}", count=len(hits), names=names)
            steps.append({"title": remedy(word), "body": body})
    return steps


def _sources(
    atlas: Atlas, diagnosis: Diagnosis, chosen: Sequence[Chain], ids: Sequence[str]
) -> list[str]:
    cited: dict[str, None] = {}
    for chain in chosen:
        cited.update(dict.fromkeys(chain.sources))
    for product in ids:
        for reason in reasons(atlas, diagnosis, product):
            cited.update(dict.fromkeys(reason.sources))
    wanted = {c.id for c in chosen}
    for project in atlas.projects.values():
        if project.chain in wanted:
            cited.update(dict.fromkeys(project.sources))
    found = [atlas.sources[key] for key in cited if key in atlas.sources]
    return ["，".join(filter(None, (s.title, s.publisher, s.date))) for s in found]

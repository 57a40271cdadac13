"""补链方案 as a paper: a judgement, what is built and bought, the map, why it works, the basis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from liantu.analysis.plans.plan import Plan, Plans
from liantu.analysis.reading import Reading
from liantu.briefing import written
from liantu.briefing.blocks import Block, Figure, Heading, Items, Paragraph, Report, Table
from liantu.briefing.prose import as_printed
from liantu.briefing.short import short
from liantu.briefing.xlsx.sheet import List
from liantu.briefing.xlsx.styles import Head
from liantu.briefing.xlsx.workbook import to_xlsx
from liantu.diagram.plan_map.picture import plan_map
from liantu.jobs import Progress
from liantu.render.vector import Picture
from liantu.telling.assumed import assumed
from liantu.telling.dates import spoken
from liantu.telling.lists.column import Cell
from liantu.telling.names import plain_name
from liantu.telling.plans import buying, heading, links, none
from liantu.telling.plans.proof import ProofLine, proof_lines
from liantu.wording import text

SUFFIXES = ("pdf", "docx", "xlsx")
_LINK_WIDTHS = (0.5, 1.5, 2.0, 1.5, 2.4, 1.0, 2.2, 2.4)
_BUY_WIDTHS = (2.0, 1.3, 2.6, 3.0)
_RUNG_WIDTHS = (0.5, 1.3, 2.4, 2.6, 5.0)
_RUNG_HEADS = ("rung", "kind", "plan", "cost_words", "says")
_PROOF = 24
"""Lines of a proof that a paper prints; the map shows the rest."""
_ROOM, _TALL = 590.0, 800.0
"""Width and height of the text, in units of a map."""
_PAGE = 880.0
"""A map that is wider gets a page of its own."""
_CARDS = 18
"""Cards that can still be read on a page."""


def write(
    reading: Reading,
    found: Sequence[Plans],
    path: Path,
    progress: Progress | None = None,
    at: int | None = None,
) -> Path:
    """Write plans as PDF, DOCX or XLSX by the suffix of ``path``; ``at``: the plan of a single
    question that is told in full (``None``: the one that makes most here).

    Raises ``ExportError``, or ``Cancelled``.
    """
    return written.put(
        path, lambda: report(reading, found, at), lambda: workbook(reading, found), progress
    )


def title(reading: Reading, found: Sequence[Plans]) -> str:
    """The name of the paper."""
    region = reading.atlas.library.region.name
    if len(found) == 1:
        return text("plan.paper.title", target=plain_name(reading, found[0].target))
    return text("plan.paper.title.many", region=region, count=len(found))


# -- the paper


def report(reading: Reading, found: Sequence[Plans], at: int | None = None) -> Report:
    """One part for every target."""
    pictures: dict[str, Picture] = {}
    blocks = [block for one in found for block in _part(reading, one, pictures, at, len(found))]
    blocks += _basis(reading)
    return short(reading, title(reading, found), [as_printed(block) for block in blocks], pictures)


def _part(
    reading: Reading, found: Plans, pictures: dict[str, Picture], at: int | None, count: int
) -> Iterator[Block]:
    if count > 1:
        yield Heading(1, plain_name(reading, found.target))
    yield Paragraph(heading.judgement(reading, found), about=[found.target])
    level = 1 if count == 1 else 2
    if reasons := none.block_lines(reading, found):
        yield Items(reasons)
    plan = found.whole if at is None else found.plans[at]
    if len(found.plans) > 1:
        yield _rungs(reading, found)
    if plan is not None and (plan.links or plan.purchases):
        yield from _plan(reading, found, plan, pictures, level)
    yield Paragraph(_asked(reading, found, alone=count == 1), quiet=True)


def _asked(reading: Reading, found: Plans, *, alone: bool) -> str:
    ending = [heading.ending(found)] if found.plans and alone else []
    return text("plan.paper.asked", words="；".join([*heading.asked(reading, found), *ending]))


def _rungs(reading: Reading, found: Plans) -> Table:
    rows = [
        [
            str(number),
            heading.rung(found, number - 1),
            heading.title(plan),
            heading.cost(plan),
            heading.sentence(reading, plan),
        ]
        for number, plan in enumerate(found.plans, 1)
    ]
    heads = [text(f"plan.head.{head}") for head in _RUNG_HEADS]
    caption = text("plan.paper.ladder" if found.ladder else "plan.paper.plans")
    return Table(caption, heads, rows, _RUNG_WIDTHS)


def _plan(
    reading: Reading, found: Plans, plan: Plan, pictures: dict[str, Picture], level: int
) -> Iterator[Block]:
    words = heading.title(plan)
    if len(found.plans) > 1:
        number = found.plans.index(plan) + 1
        words = text("plan.paper.plan", number=number, title=words)
    yield Heading(level, words)
    if plan.links:
        yield _links(reading, plan)
    if plan.purchases:
        yield _purchases(reading, plan)
    yield _map(reading, found, plan, pictures)
    yield Heading(level + 1, text("plan.paper.proof"))
    yield Items(_proof(proof_lines(reading, plan)))
    if notes := list(heading.notes(reading, plan)):
        yield Items(notes, quiet=True)


def _links(reading: Reading, plan: Plan) -> Table:
    heads = [text(f"plan.head.{head}") for head in links.HEADS]
    rows = [links.cells(row) for row in links.link_rows(reading, plan)]
    built = [link.product for link in plan.links]
    caption, note = text("plan.paper.links"), heading.cost(plan)
    return Table(caption, heads, rows, _LINK_WIDTHS, (), note, about=built)


def _purchases(reading: Reading, plan: Plan) -> Table:
    heads = [text(f"plan.head.{head}") for head in buying.HEADS]
    rows = [buying.cells(row) for row in buying.buy_rows(reading, plan)]
    return Table(text("plan.paper.buying"), heads, rows, _BUY_WIDTHS)


def _map(reading: Reading, found: Plans, plan: Plan, pictures: dict[str, Picture]) -> Figure:
    drawing = plan_map(reading, plan, most=_CARDS).drawing
    name = f"plan{len(pictures)}"
    pictures[name] = drawing
    caption = text("plan.paper.map", target=plain_name(reading, found.target))
    width, height = drawing.width, drawing.height
    if width > _PAGE and width > height:
        return Figure(name, caption, page=True)
    scale = min(1.0, _ROOM / width, _TALL / height)
    return Figure(name, caption, share=scale * width / _ROOM)


def _proof(lines: Sequence[ProofLine]) -> list[str]:
    """Steps as a numbered outline; what was opened before is not told again."""
    told = [f"{'　' * line.depth}{line.words}" for line in lines if line.how != "seen"]
    more = len(told) - _PROOF
    if more <= 0:
        return told
    return [*told[:_PROOF], text("plan.paper.proof.more", count=more)]


def _basis(reading: Reading) -> list[Block]:
    words = assumed(reading)
    lines = [text("plan.paper.date", date=spoken(reading.date))]
    if words:
        lines.append(text("plan.paper.scenario", words=words))
    lines.append(text("plan.paper.rule"))
    return [Paragraph(line, quiet=True) for line in lines]


# -- the workbook


def workbook(reading: Reading, found: Sequence[Plans]) -> bytes:
    """Plans, what they build, what they buy."""
    told = text("plan.paper.date", date=spoken(reading.date))
    lead = heading.judgement(reading, found[0]) if len(found) == 1 else ""
    sheets = [
        _sheet("plans", _PLAN_HEADS, _plan_rows(reading, found), told, lead),
        _sheet("links", _LINK_HEADS, _link_rows(reading, found), told),
        _sheet("buying", _BUY_HEADS, _buy_rows(reading, found), told),
    ]
    return to_xlsx(reading, sheets, title(reading, found), told)


_Rows = list[list[Cell | None]]
_FIRST = {"number": 6, "target": 18, "rung": 6}
_PLAN_HEADS = {**_FIRST, "kind": 10, "plan": 26, "cost": 12, "says": 70}
_LINK_HEADS = {
    **{**_FIRST, "turn": 5, "link": 20, "route": 24, "makes": 18, "need": 34},
    **{"cost": 12, "notes": 30, "who": 34},
}
_BUY_HEADS = {**_FIRST, "product": 22, "amount": 14, "users": 30, "why": 30}


def _plan_rows(reading: Reading, found: Sequence[Plans]) -> _Rows:
    rows: _Rows = []
    for one in found:
        name = plain_name(reading, one.target)
        for at, plan in enumerate(one.plans):
            cost = plan.cost if len(plan.unknown) < len(plan.links) else None
            says = heading.sentence(reading, plan)
            kind, words = heading.rung(one, at), heading.title(plan)
            rows.append([name, at + 1, kind, words, cost, says])
        for line in none.block_lines(reading, one):
            rows.append([name, None, None, None, None, line])
    return rows


def _link_rows(reading: Reading, found: Sequence[Plans]) -> _Rows:
    return [
        [
            plain_name(reading, one.target),
            at,
            row.turn,
            row.name,
            row.route,
            row.makes,
            row.need,
            link.cost,
            row.notes,
            row.who,
        ]
        for one in found
        for at, plan in enumerate(one.plans, 1)
        for link, row in zip(plan.links, links.link_rows(reading, plan), strict=True)
    ]


def _buy_rows(reading: Reading, found: Sequence[Plans]) -> _Rows:
    return [
        [plain_name(reading, one.target), at, *buying.cells(row)]
        for one in found
        for at, plan in enumerate(one.plans, 1)
        for row in buying.buy_rows(reading, plan)
    ]


def _sheet(code: str, heads: dict[str, int], rows: _Rows, told: str, lead: str = "") -> List:
    made = [
        Head(words=text(f"plan.head.{key}"), width=width, numeric=key in ("rung", "turn", "cost"))
        for key, width in heads.items()
    ]
    return List(
        title=text(f"plan.sheet.{code}"),
        heads=made,
        rows=[[at, *row] for at, row in enumerate(rows, 1)],
        told=told,
        lead=lead,
        purpose=text(f"plan.sheet.{code}.for"),
    )

"""版本对比 as a paper to be read in a minute, and as a workbook with every change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from liantu.briefing import written
from liantu.briefing.blocks import (
    Block,
    Figure,
    Heading,
    Items,
    Numbers,
    Paragraph,
    Report,
    Table,
)
from liantu.briefing.pictures import Wish
from liantu.briefing.pictures import write as write_pages
from liantu.briefing.prose import as_printed
from liantu.briefing.short import short
from liantu.briefing.xlsx.sheet import List
from liantu.briefing.xlsx.styles import Head
from liantu.briefing.xlsx.workbook import to_xlsx
from liantu.diagram.drawing import Drawing
from liantu.diagram.lenses import comparing
from liantu.diagram.page import FIT, SheetOptions
from liantu.diagram.segment.sheet import Seen, draw_segments
from liantu.diagram.segment.two import draw_two
from liantu.diagram.theme import PRINT, Theme
from liantu.jobs import Progress
from liantu.telling.lists.column import Cell
from liantu.telling.lists.column import List as Listed
from liantu.telling.versions import lists
from liantu.telling.versions.balances import BalanceRow, balance_rows, turned
from liantu.telling.versions.classes import ClassRow, class_rows
from liantu.telling.versions.comparison import Comparison, Version
from liantu.telling.versions.openings import opening_rows
from liantu.telling.versions.plants import plant_rows
from liantu.telling.versions.rows import ThingRow, brief_rows, thing_rows
from liantu.telling.versions.summary import basis, board_lines, numbers, sentence
from liantu.telling.versions.values import kind_word
from liantu.wording import text

SUFFIXES = ("pdf", "docx", "xlsx")
"""Of every comparison; of one with a chain also :data:`PICTURE`."""
PICTURE = "png"
FIRST = 12
"""Changes of classes that the first page tells; all are in the workbook."""
LARGE = (0, 2, 3, -1)
"""Numbers that stand large: firms, what is made here, what is broken, what is to be verified."""
_Rows = list[list[Cell | None]]
TWO = "two-maps"
"""The name of the sheet with both maps in a report."""
PIXELS = 8.0
"""Pixels of a column on screen for a unit of its width in a workbook."""
MOST = 60
"""Changes in the data that the paper lists."""


def write(found: Comparison, path: Path, chain: str = "", progress: Progress | None = None) -> Path:
    """Write a comparison as PDF, DOCX or XLSX by the suffix of ``path``; with a ``chain`` its two
    maps and its numbers.

    Raises ``ExportError``, or ``Cancelled``.
    """
    progress = progress or Progress()
    if path.suffix.casefold() == f".{PICTURE}":
        return write_pages(draw_two(found, chain), Wish(path), progress)
    return written.put(path, lambda: report(found, chain), lambda: workbook(found), progress)


# -- the paper


def report(found: Comparison, chain: str = "") -> Report:
    """One sentence, then numbers, the classes and why, plants, balances and openings, both maps of
    a ``chain``, then what changed in the data.
    """
    reading = found.after.reading
    region = reading.atlas.library.region.name
    code = "version.paper.look" if found.one_base else "version.paper.title"
    return short(
        reading,
        text(code, region=region),
        [as_printed(block) for block in _blocks(found, chain)],
        {TWO: draw_two(found, chain)} if chain else {},
    )


def _blocks(found: Comparison, chain: str) -> Iterator[Block]:
    yield Paragraph(sentence(found))
    told = numbers(found)
    pairs = [(one.words, f"{one.told[1]}（{one.turn or '—'}）") for one in told]
    yield Numbers([pairs[at] for at in LARGE])
    yield _numbers(found)
    rows = class_rows(found)
    if rows:
        yield _classes(rows)
    yield from _followed(found)
    yield Heading(1, text("version.paper.boards"))
    yield Items(board_lines(found))
    yield from _things(brief_rows(found))
    yield from (Paragraph(line, quiet=True) for line in basis(found))
    if chain:
        name = found.after.atlas.chains[chain].label
        yield Figure(TWO, text("version.two.caption", chain=name), page=True, whole=True)


def _followed(found: Comparison) -> Iterator[Block]:
    """What begins and ends, what is over or lacking now, and who could take it."""
    plants = [row.line for row in plant_rows(found)]
    yield from _listed("plants", plants)
    yield from _balances([row for row in balance_rows(found) if row.line])
    yield from _listed("openings", [row.line for row in opening_rows(found)])


def _listed(code: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield Heading(1, text(f"version.paper.{code}"))
        yield Items(lines[:FIRST])
        if len(lines) > FIRST:
            more = text("version.paper.more", shown=FIRST, count=len(lines))
            yield Paragraph(more, quiet=True)


def _balances(rows: Sequence[BalanceRow]) -> Iterator[Block]:
    if not rows:
        return
    heads = [text(f"version.head.{key}") for key in ("product", "spare", "supply", "need")]
    told = [
        [row.name, *(turned(pair) for pair in (row.spare, row.supply, row.need))]
        for row in rows[:FIRST]
    ]
    more = text("version.paper.more", shown=FIRST, count=len(rows)) if len(rows) > FIRST else ""
    yield Table(text("version.paper.balances"), heads, told, (1.4, 2.6, 2.6, 2.6), note=more)


def _numbers(found: Comparison) -> Table:
    """Those that differ, with both values."""
    rows = [[one.words, *one.told, one.turn] for one in numbers(found) if one.before != one.after]
    heads = [
        text("version.head.item"),
        found.before.title,
        found.after.title,
        text("version.head.turn"),
    ]
    caption = text("version.paper.numbers")
    note = "" if rows else text("version.paper.steady")
    return Table(caption, heads, rows or [["—"] * 4], (3, 2, 2, 1.2), (1, 2, 3), note)


def _classes(rows: Sequence[ClassRow]) -> Table:
    heads = [text(f"version.head.{key}") for key in ("product", "chain", "turn", "why")]
    told = [[row.name, row.chain, row.turn, row.why] for row in rows[:FIRST]]
    more = text("version.paper.more", shown=FIRST, count=len(rows)) if len(rows) > FIRST else ""
    caption = text("version.paper.classes")
    return Table(caption, heads, told, (1.6, 1.6, 2.6, 4.2), note=more)


def _things(rows: Sequence[ThingRow]) -> Iterator[Block]:
    if not rows:
        return
    yield Heading(1, text("version.paper.things"))
    chain = None
    lines: list[str] = []
    for row in rows[:MOST]:
        if row.chain != chain and lines:
            yield from _under(chain or "", lines)
            lines = []
        chain = row.chain
        lines.append(row.noted)
    yield from _under(chain or "", lines)
    if len(rows) > MOST:
        yield Paragraph(text("version.paper.more", shown=MOST, count=len(rows)), quiet=True)


def _under(chain: str, lines: Sequence[str]) -> Iterator[Block]:
    yield Heading(2, chain or text("version.rest"))
    yield Items(lines)


# -- the map


def changed_map(
    found: Comparison,
    version: Version,
    chain: str,
    size: tuple[float, float],
    theme: Theme = PRINT,
) -> Drawing:
    """The map of a chain in one of the two versions, with what changed marked and the rest faded.

    Raises ``KeyError`` for a chain that the version does not have.
    """
    if chain not in version.atlas.chains:
        raise KeyError(chain)
    seen = Seen(chain, size=size)
    paper = "#FFFFFF" if theme is PRINT else theme.paper
    options = SheetOptions(FIT, paper, comparing(found.turns, found.before.title))
    return draw_segments(version.reading, seen, options, theme=theme)


# -- the workbook


def workbook(found: Comparison) -> bytes:
    """Sheets of the numbers and classes; of what follows where something does; of the data where
    they are not the same.
    """
    sheets = [_sum_sheet(found), _class_sheet(found)]
    if not found.one_base:
        sheets.append(_thing_sheet(found))
    sheets += _follow_sheets(found)
    region = found.after.atlas.library.region.name
    code = "version.paper.look" if found.one_base else "version.paper.title"
    title = text(code, region=region)
    return to_xlsx(found.after.reading, sheets, title, _told(found))


def _told(found: Comparison) -> str:
    return text("version.sheet.told", before=found.before.title, after=found.after.title)


def _sum_sheet(found: Comparison) -> List:
    heads = (
        _head("number", 6),
        _head("item", 24),
        Head(words=found.before.title, width=14, numeric=True),
        Head(words=found.after.title, width=14, numeric=True),
        Head(words=text("version.head.turn"), width=10, numeric=True),
    )
    rows: _Rows = [
        [at, one.words, one.before, one.after, one.more] for at, one in enumerate(numbers(found), 1)
    ]
    foot = " ".join((*board_lines(found), *basis(found)))
    return _list(found, "sum", heads, rows, foot)


def _class_sheet(found: Comparison) -> List:
    widths = {
        "number": 6,
        "how": 8,
        "product": 18,
        "chain": 16,
        "before": 18,
        "after": 18,
        "why": 60,
    }
    heads = tuple(_head(key, width) for key, width in widths.items())
    rows: _Rows = [
        [at, text(f"version.turned.{row.how}"), row.name, row.chain, row.before, row.after, row.why]
        for at, row in enumerate(class_rows(found), 1)
    ]
    return _list(found, "classes", heads, rows)


def _follow_sheets(found: Comparison) -> Iterator[List]:
    """Plants, balances and openings, each where there is any."""
    followed: tuple[Listed[Any], ...] = (
        lists.plants(found),
        lists.balances(found),
        lists.openings(found),
    )
    for item in followed:
        rows = item.rows(found.after.reading, lists.SCOPE)
        if rows:
            heads = [Head(words=c.head, width=max(10.0, c.width / PIXELS)) for c in item.columns]
            cells: _Rows = [
                [at, *(column.text(row) for column in item.columns)]
                for at, row in enumerate(rows, 1)
            ]
            code = item.id.removeprefix("version_")
            yield _list(found, code, (_head("number", 6), *heads), cells)


def _thing_sheet(found: Comparison) -> List:
    widths = {"number": 6, "how": 8, "chain": 16, "kind": 10, "name": 26, "words": 80}
    heads = tuple(_head(key, width) for key, width in widths.items())
    rows: _Rows = [
        [at, row.told, row.chain or text("version.rest"), kind_word(row.kind), row.name, row.words]
        for at, row in enumerate(thing_rows(found), 1)
    ]
    return _list(found, "things", heads, rows)


def _head(key: str, width: float) -> Head:
    return Head(words=text(f"version.head.{key}"), width=width)


def _list(
    found: Comparison,
    code: str,
    heads: Sequence[Head],
    rows: _Rows,
    foot: str = "",
) -> List:
    lead = sentence(found) if code == "sum" else ""
    return List(
        title=text(f"version.sheet.{code}"),
        heads=heads,
        rows=rows,
        told=_told(found),
        lead=lead,
        foot=foot,
        purpose=text(f"version.sheet.{code}.for"),
    )

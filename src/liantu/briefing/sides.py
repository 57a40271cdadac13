"""Two chains or counties side by side, as a paper of two pages, a workbook, or a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from liantu.briefing import written
from liantu.briefing.blocks import Block, Figure, Paragraph, Report, Table
from liantu.briefing.pictures import Wish
from liantu.briefing.pictures import write as write_pages
from liantu.briefing.prose import as_printed
from liantu.briefing.short import short
from liantu.briefing.xlsx.sheet import List
from liantu.briefing.xlsx.styles import Head
from liantu.briefing.xlsx.workbook import to_xlsx
from liantu.diagram.segment.pair import draw_pair, shared_chains
from liantu.jobs import Progress
from liantu.telling.beside import lists
from liantu.telling.beside.pair import CHAIN, joined
from liantu.telling.beside.ties import Group
from liantu.telling.beside.told import Beside
from liantu.telling.dates import spoken
from liantu.telling.lists.column import Cell
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

SUFFIXES = ("pdf", "docx", "xlsx", "png")
"""Of every pair that has a map; :func:`suffixes` tells those of one."""
MAPS = "side-maps"
"""The name of the sheet with both maps in a report."""
MOST = 12
"""Rows of a kind of ties on paper; the workbook has all."""
PIXELS = 8.0
"""Pixels of a column on screen for a unit of its width in a workbook."""


def suffixes(found: Beside) -> tuple[str, ...]:
    """What a pair can be written as: counties without a common chain have no picture."""
    return SUFFIXES if _has_map(found) else SUFFIXES[:-1]


def write(found: Beside, path: Path, chain: str = "", progress: Progress | None = None) -> Path:
    """Write a pair as PDF, DOCX, XLSX or PNG by the suffix of ``path``; two counties are seen on
    ``chain``, or the first that both share.

    Raises ``ExportError``, or ``Cancelled``.
    """
    progress = progress or Progress()
    if path.suffix.casefold() == ".png":
        return write_pages(draw_pair(found, chain), Wish(path), progress)
    return written.put(path, lambda: report(found, chain), lambda: workbook(found), progress)


def _has_map(found: Beside) -> bool:
    return found.pair.kind == CHAIN or bool(shared_chains(found))


# -- the paper


def report(found: Beside, chain: str = "") -> Report:
    """The sentence, the figures, what both share and what passes, then both maps."""
    return short(
        found.reading,
        text("beside.title", pair=joined(found.reading, found.pair)),
        [as_printed(block) for block in _blocks(found, chain)],
        {MAPS: draw_pair(found, chain)} if _has_map(found) else {},
    )


def _blocks(found: Beside, chain: str) -> Iterator[Block]:
    yield Paragraph(found.sentence)
    yield _figures(found)
    for group in found.groups:
        yield _ties(found, group) if group.ties else Paragraph(_nothing(found, group))
    covered = coverage_sentence(found.reading)  # the foot of the paper says it
    yield from (Paragraph(line, quiet=True) for line in found.notes if line != covered)
    if _has_map(found):
        yield Figure(MAPS, _caption(found, chain), page=True, whole=True)


def _nothing(found: Beside, group: Group) -> str:
    return text("beside.tie", head=lists.name(found, group), names=text("beside.paper.nothing"))


def _caption(found: Beside, chain: str) -> str:
    left, right = found.names
    if found.pair.kind == CHAIN:
        return text("beside.paper.caption", left=left, right=right)
    label = found.reading.atlas.chains[chain or shared_chains(found)[0]].label
    return text("beside.paper.caption.on", left=left, right=right, chain=label)


def _figures(found: Beside) -> Table:
    item = lists.figures(found)
    rows = [[column.text(figure) for column in item.columns] for figure in found.figures]
    heads = [column.head for column in item.columns]
    return Table(item.title, heads, rows, (2.2, 3.4, 3.4, 2))


def _ties(found: Beside, group: Group) -> Table:
    item = lists.ties(found, group)
    rows = [[column.text(tie) for column in item.columns] for tie in group.ties[:MOST]]
    heads = [column.head for column in item.columns]
    count = len(group.ties)
    more = text("beside.paper.more", shown=MOST, count=count) if count > MOST else ""
    return Table(lists.title(found, group), heads, rows, (1.8, 3, 3, 2.6), note=more)


# -- the workbook


def workbook(found: Beside) -> bytes:
    """Figures with their numbers for calculating, then a sheet for each kind of ties."""
    sheets = [_figure_sheet(found), *(_tie_sheet(found, group) for group in found.groups)]
    title = text("beside.title", pair=joined(found.reading, found.pair))
    return to_xlsx(found.reading, sheets, title, _told(found))


def _told(found: Beside) -> str:
    region = found.reading.atlas.library.region.name
    return text("beside.place", region=region, date=spoken(found.reading.date))


def _figure_sheet(found: Beside) -> List:
    heads = [_head("number", 6), _head("item", 20)]
    for name in found.names:
        heads.append(Head(words=name, width=26))
        for code in ("left.number", "whole"):
            words = text(f"beside.head.{code}", name=name)
            heads.append(Head(words=words, width=12, numeric=True))
    heads += [_head("unit", 7), _head("difference", 20)]
    rows: list[list[Cell | None]] = []
    for at, row in enumerate(found.figures, 1):
        sides = (row.left, row.right)
        cells = [cell for s in sides for cell in (s.told, s.number, s.whole)]
        rows.append([at, row.words, *cells, row.unit, row.difference])
    return List(
        title=text("beside.sheet.figures"),
        heads=heads,
        rows=rows,
        told=_told(found),
        lead=found.sentence,
        foot=" ".join(found.notes),
        purpose=text("beside.sheet.figures.for"),
    )


def _tie_sheet(found: Beside, group: Group) -> List:
    item = lists.ties(found, group)
    heads = [Head(words=c.head, width=max(10.0, c.width / PIXELS)) for c in item.columns]
    rows: list[list[Cell | None]] = [
        [at, *(column.text(tie) for column in item.columns)] for at, tie in enumerate(group.ties, 1)
    ]
    return List(
        title=lists.title(found, group),
        heads=[_head("number", 6), *heads],
        rows=rows,
        told=_told(found),
        purpose=text("beside.sheet.ties.for"),
    )


def _head(key: str, width: float) -> Head:
    return Head(words=text(f"beside.head.{key}"), width=width)

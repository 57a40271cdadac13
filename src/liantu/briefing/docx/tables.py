"""Tables: the grid is as wide as the cells, rows stay whole, heads are repeated."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.table import Table as Grid

from liantu.briefing.archive import clean
from liantu.briefing.blocks import Numbers, Table
from liantu.briefing.docx.elements import el, twips, written
from liantu.briefing.docx.flow import Flow

ABREAST = 6
"""Large numbers in a row."""


def grid(flow: Flow, block: Table, wide: float) -> None:
    """The table itself; ``wide`` is the width of the text in mm."""
    flow.before_table(captioned=True)
    table = _table(flow, len(block.rows) + 1, _shared(wide, block.widths))
    table._tbl.tblPr.append(el("tblCaption", val=clean(block.caption)))
    for at, row in enumerate(table.rows):
        words = block.rows[at - 1] if at else block.head
        kept = bool(block.note) and 0 < at == len(block.rows)
        for column, (cell, told) in enumerate(zip(row.cells, words, strict=True)):
            found = written(cell.paragraphs[0], "TableText" if at else "TableHead", told)
            found.paragraph_format.keep_with_next = kept or None
            if column in block.numeric:
                found.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    table.rows[0]._tr.get_or_add_trPr().append(el("tblHeader"))
    if not block.note:
        flow.after_table()


def numbers(flow: Flow, block: Numbers, wide: float) -> None:
    """Large numbers with their labels above, side by side."""
    pairs = list(block.pairs)
    across = min(len(pairs), ABREAST)
    pairs += [("", "")] * (-len(pairs) % across)
    flow.before_table(captioned=False)
    table = _table(flow, len(pairs) // across, _shared(wide, [1.0] * across))
    cells = (cell for row in table.rows for cell in row.cells)
    for cell, (label, value) in zip(cells, pairs, strict=True):
        written(cell.paragraphs[0], "FigureLabel", label)
        written(cell.add_paragraph(), "FigureValue", value)
    flow.after_table()


def _shared(wide: float, shares: Sequence[float]) -> list[Twips]:
    """Widths that add up to that of the text (mm) exactly."""
    room, whole = twips(wide).twips, sum(shares)
    ends = [round(room * end / whole) for end in accumulate(shares)]
    return [Twips(end - start) for start, end in zip([0, *ends], ends, strict=False)]


def _table(flow: Flow, rows: int, widths: Sequence[Twips]) -> Grid:
    """An empty one, of rows that no page divides."""
    table: Grid = flow.document.add_table(rows, len(widths))
    properties = table._tbl.tblPr
    table._tbl.tblStyle_val = "ReportTable"
    table.autofit = False
    room = el("tblW", type="dxa", w=sum(width.twips for width in widths))
    properties.replace(properties.find(qn("w:tblW")), room)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        row._tr.get_or_add_trPr().append(el("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table

"""Tables: the grid is as wide as the cells, rows stay whole, heads are repeated."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from liantu.briefing.blocks import Numbers, Table
from liantu.briefing.docx.markup import Para, el, para

ABREAST = 6
"""Large numbers in a row."""


def grid(block: Table, room: int) -> str:
    """The table itself; ``room`` is the width of the text in twips."""
    widths = shared(room, block.widths)
    numeric = frozenset(block.numeric)
    rows = [_row(block.head, widths, numeric, "TableHead")]
    rows += [_row(cells, widths, numeric, "TableText") for cells in block.rows[:-1]]
    rows += [_row(c, widths, numeric, "TableText", kept=bool(block.note)) for c in block.rows[-1:]]
    return _table(widths, rows, block.caption)


def numbers(block: Numbers, room: int) -> str:
    """Large numbers with their labels above, side by side."""
    pairs = list(block.pairs)
    across = min(len(pairs), ABREAST)
    widths = shared(room, [1.0] * across)
    rows = []
    for at in range(0, len(pairs), across):
        shown = [*pairs[at : at + across], *[("", "")] * across][:across]
        cells = (
            _cell(width, para("FigureLabel", label), para("FigureValue", value))
            for width, (label, value) in zip(widths, shown, strict=True)
        )
        rows.append(el("tr", el("trPr", el("cantSplit")), *cells))
    return _table(widths, rows, "")


def shared(room: int, shares: Sequence[float]) -> list[int]:
    """Widths in twips that add up to ``room`` exactly."""
    whole = sum(shares)
    ends = [round(room * end / whole) for end in accumulate(shares)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _table(widths: Sequence[int], rows: Sequence[str], told: str) -> str:
    look = (
        el("tblStyle", val="ReportTable"),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblLayout", type="fixed"),
        el(
            "tblLook",
            val="0420",
            firstRow=1,
            lastRow=0,
            firstColumn=0,
            lastColumn=0,
            noHBand=0,
            noVBand=1,
        ),
        el("tblCaption", val=told) if told else "",
    )
    columns = (el("gridCol", w=width) for width in widths)
    return el("tbl", el("tblPr", *look), el("tblGrid", *columns), *rows)


def _row(
    cells: Sequence[str],
    widths: Sequence[int],
    numeric: frozenset[int],
    style: str,
    *,
    kept: bool = False,
) -> str:
    """A row that no page divides; one that is ``kept`` stays with what follows."""
    whole = el("cantSplit") + (el("tblHeader") if style == "TableHead" else "")
    made = []
    for column, (words, width) in enumerate(zip(cells, widths, strict=True)):
        found = para(style, words)
        if kept:
            found = found.having(keepNext=el("keepNext"))
        if column in numeric:
            found = found.having(jc=el("jc", val="right"))
        made.append(_cell(width, found))
    return el("tr", el("trPr", whole), *made)


def _cell(width: int, *inside: Para) -> str:
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa")), *(p.xml() for p in inside))

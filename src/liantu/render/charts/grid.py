"""Rows × columns with numbers that can be read on every shade."""

from __future__ import annotations

from liantu.diagram import measure
from liantu.render.charts.inks import ground_of, readable
from liantu.render.charts.pen import BODY, LEADING, SMALL, Pen, fitted
from liantu.telling.charts.model import Cell, Grid, Head

ROW, GAP, PAD = 17.5, 1.0, 6.0
LEAST_NAME, MOST_NAME = 48.0, 150.0
MOST_CELL = 96.0
UPRIGHT = 9.5
"""Pitch of characters that stand."""
LONGEST = 9
"""Characters of a name that stands."""


def height(grid: Grid, width: float) -> float:
    """The height that the grid needs at ``width``, pt."""
    return _head(grid, width) + sum(_rows(grid, width)) + 2


def paint(pen: Pen, grid: Grid) -> None:
    """Draw the grid to the width of the pen."""
    left, cell = _columns(grid, pen.width)
    top = _head(grid, pen.width)
    tops = []
    for tall in _rows(grid, pen.width):
        tops.append(top)
        top += tall
    _corner(pen, grid, left)
    for at, head in enumerate(grid.columns):
        _column(pen, grid, head, left + at * cell, cell)
    for at, head in enumerate(grid.rows):
        _row(pen, grid, head, tops[at], (left, left + cell * len(grid.columns)))
    heights = _rows(grid, pen.width)
    taken = {(c.row, c.column) for c in grid.cells}
    for row in range(len(grid.rows)):
        for column in range(len(grid.columns)):
            if (row, column) not in taken:
                area = (left + column * cell + GAP, tops[row] + GAP, cell - 2 * GAP, heights[row])
                own = grid.own and row == column
                fill = pen.theme.line if own else pen.theme.band
                pen.box((*area[:3], heights[row] - 2 * GAP), fill)
    for one in grid.cells:
        _cell(pen, one, (left + one.column * cell, tops[one.row], cell, heights[one.row]))


def _columns(grid: Grid, width: float) -> tuple[float, float]:
    """Where the cells begin, and the width of one."""
    names = (measure.width(h.words, BODY) for h in grid.rows)
    name = min(max(LEAST_NAME, *names, 0.0), MOST_NAME, width * 0.34) + PAD
    ends = max((measure.width(h.end, SMALL) + PAD for h in grid.rows if h.end), default=0.0)
    return name, min((width - name - ends) / max(len(grid.columns), 1), MOST_CELL)


def _rows(grid: Grid, width: float) -> list[float]:
    room = _columns(grid, width)[0] - PAD
    return [max(ROW, len(fitted(h.words, BODY, room)) * SMALL * LEADING + 6) for h in grid.rows]


def _head(grid: Grid, width: float) -> float:
    if not grid.upright:
        _, cell = _columns(grid, width)
        lines = max((len(fitted(h.words, BODY, cell - 3)) for h in grid.columns), default=1)
        return lines * BODY * LEADING + 6
    most = max((len(standing(h.words)) for h in grid.columns), default=0)
    return most * UPRIGHT + 6


def standing(words: str) -> str:
    """A name whose characters stand below each other, its middle left out where it is long."""
    plain = words.replace("（", "(").replace("）", ")")
    if len(plain) <= LONGEST:
        return plain
    return plain[: LONGEST - 3] + "…" + plain[-2:]


def _corner(pen: Pen, grid: Grid, left: float) -> None:
    y = _head(grid, pen.width) - 6
    pen.text(left - PAD, y, grid.corner, SMALL, pen.theme.secondary, anchor="right")


def _column(pen: Pen, grid: Grid, head: Head, x: float, cell: float) -> None:
    base = _head(grid, pen.width) - 6
    lines = standing(head.words) if grid.upright else fitted(head.words, BODY, cell - 3)
    pitch, size = (UPRIGHT, BODY) if grid.upright else (BODY * LEADING, BODY)
    for at, words in enumerate(lines):
        y = base - (len(lines) - 1 - at) * pitch
        pen.text(x + cell / 2, y, words, size, bold=not grid.upright, anchor="center")
    pen.spot((x, 0, cell, base + 4), head.tip or head.words, head.aim)


def _row(pen: Pen, grid: Grid, head: Head, top: float, ends: tuple[float, float]) -> None:
    left, right = ends
    tall = _rows(grid, pen.width)[grid.rows.index(head)]
    lines = fitted(head.words, BODY, left - PAD)
    size = BODY if len(lines) == 1 else SMALL
    y = top + tall / 2 + size * 0.35 - (len(lines) - 1) * size * LEADING / 2
    pen.lines(left - PAD, y, lines, size, anchor="right")
    if head.end:
        pen.text(right + PAD, top + tall / 2 + 2.7, head.end, SMALL, pen.theme.secondary)
    pen.spot((0, top, left, tall), head.tip or head.words, head.aim)


def _cell(pen: Pen, cell: Cell, area: tuple[float, float, float, float]) -> None:
    x, y, width, tall = area
    ground, full = ground_of(pen.theme, cell)
    inner = (x + GAP, y + GAP, width - 2 * GAP, tall - 2 * GAP)
    pen.box(inner, ground)
    if cell.hollow:
        pen.box((x + 1.8, y + 1.8, width - 3.6, tall - 3.6), "", full, 0.9)
    size = BODY if measure.width(cell.words, BODY) <= width - 3 else SMALL
    ink = readable(pen.theme, ground)
    pen.text(x + width / 2, y + tall / 2 + size * 0.36, cell.words, size, ink, anchor="center")
    pen.spot((x, y, width, tall), cell.tip, cell.aim)

"""Rows × columns with numbers that can be read on every shade."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from liantu.diagram import measure
from liantu.diagram.inks import readable
from liantu.render.charts.inks import ground_of
from liantu.render.charts.pen import BODY, LEADING, SMALL, Pen, Rect, fitted
from liantu.telling.charts.model import Cell, Grid, Head

ROW, GAP, PAD, SLACK = 17.5, 1.0, 6.0, 3.0
FRAME = 1.8
"""Room between a cell and its frame."""
LEAST_NAME, MOST_NAME = 48.0, 150.0
MOST_CELL = 96.0
LYING = 48.0
"""Width of a cell above which the name of its column lies."""
UPRIGHT = 9.5
"""Pitch of characters that stand."""
LONGEST = 9
"""Characters of a name that stands."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands: cells begin at ``left``, rows at ``tops``."""

    left: float
    cell: float
    head: float
    tops: tuple[float, ...]
    talls: tuple[float, ...]
    upright: bool

    def area(self, row: int, column: int) -> Rect:
        """The place of a cell."""
        return self.left + column * self.cell, self.tops[row], self.cell, self.talls[row]


def height(grid: Grid, width: float) -> float:
    """The height that the grid needs at ``width``, pt."""
    plan = _plan(grid, width)
    return plan.head + sum(plan.talls) + 2


def paint(pen: Pen, grid: Grid) -> None:
    """Draw the grid to the width of the pen."""
    plan = _plan(grid, pen.width)
    pen.text(
        plan.left - PAD, plan.head - 6, grid.corner, SMALL, pen.theme.secondary, anchor="right"
    )
    for at, head in enumerate(grid.columns):
        _column(pen, plan, head, plan.left + at * plan.cell)
    for at, head in enumerate(grid.rows):
        _row(pen, plan, head, at, plan.left + plan.cell * len(grid.columns))
    taken = {(c.row, c.column) for c in grid.cells}
    for row in range(len(grid.rows)):
        for column in range(len(grid.columns)):
            if (row, column) not in taken:
                own = grid.own and row + grid.first == column
                fill = pen.theme.line if own else pen.theme.band
                pen.box(_inner(plan.area(row, column), GAP), fill)
    for one in grid.cells:
        _cell(pen, one, plan.area(one.row, one.column))


def _plan(grid: Grid, width: float) -> _Plan:
    left, cell = _columns(grid, width)
    upright = stands(grid, cell)
    head = _head(grid, cell, upright)
    room = left - PAD
    lines = (len(fitted(h.words, BODY, room)) for h in grid.rows)
    talls = [max(ROW, count * SMALL * LEADING + 6) for count in lines]
    tops = itertools.accumulate(talls[:-1], initial=head)
    return _Plan(left, cell, head, tuple(tops), tuple(talls), upright)


def _inner(area: Rect, gap: float) -> Rect:
    x, y, width, tall = area
    return x + gap, y + gap, width - 2 * gap, tall - 2 * gap


def _columns(grid: Grid, width: float) -> tuple[float, float]:
    """Where the cells begin, and the width of one."""
    names = (measure.width(h.words, BODY) for h in grid.rows)
    name = min(max(LEAST_NAME, *names, 0.0) + SLACK, MOST_NAME, width * 0.34) + PAD
    ends = max((measure.width(h.end, SMALL) + PAD for h in grid.rows if h.end), default=0.0)
    return name, min((width - name - ends) / max(len(grid.columns), 1), MOST_CELL)


def _head(grid: Grid, cell: float, upright: bool) -> float:
    if upright:
        return max((len(standing(h.words)) for h in grid.columns), default=0) * UPRIGHT + 6
    lines = max((len(fitted(h.words, BODY, cell - 3)) for h in grid.columns), default=1)
    return lines * BODY * LEADING + 6


def stands(grid: Grid, cell: float) -> bool:
    """Whether the names of the columns stand: where they have no room to lie."""
    return grid.upright and cell < LYING


def standing(words: str) -> str:
    """A name whose characters stand below each other, its middle left out where it is long."""
    plain = words.replace("（", "(").replace("）", ")")
    if len(plain) <= LONGEST:
        return plain
    return plain[: LONGEST - 3] + "…" + plain[-2:]


def _column(pen: Pen, plan: _Plan, head: Head, x: float) -> None:
    base = plan.head - 6
    lines = standing(head.words) if plan.upright else fitted(head.words, BODY, plan.cell - 3)
    pitch = UPRIGHT if plan.upright else BODY * LEADING
    for at, words in enumerate(lines):
        y = base - (len(lines) - 1 - at) * pitch
        middle = x + plan.cell / 2
        pen.text(middle, y, words, BODY, bold=not plan.upright, anchor="center")
    pen.spot((x, 0, plan.cell, base + 4), head.tip or head.words, head.aim)


def _row(pen: Pen, plan: _Plan, head: Head, at: int, right: float) -> None:
    top, tall, edge = plan.tops[at], plan.talls[at], plan.left - PAD
    lines = fitted(head.words, BODY, edge)
    size = BODY if len(lines) == 1 else SMALL
    y = top + tall / 2 + size * 0.35 - (len(lines) - 1) * size * LEADING / 2
    pen.lines(edge, y, lines, size, anchor="right")
    if head.end:
        pen.text(right + PAD, top + tall / 2 + 2.7, head.end, SMALL, pen.theme.secondary)
    pen.spot((0, top, plan.left, tall), head.tip or head.words, head.aim)


def _cell(pen: Pen, cell: Cell, area: Rect) -> None:
    ground, full = ground_of(pen.theme, cell)
    pen.box(_inner(area, GAP), ground)
    if cell.hollow:
        pen.box(_inner(area, FRAME), "", full, 0.9)
    x, y, width, tall = area
    size = BODY if measure.width(cell.words, BODY) <= width - 3 else SMALL
    ink = readable(pen.theme, ground)
    pen.text(x + width / 2, y + tall / 2 + size * 0.36, cell.words, size, ink, anchor="center")
    pen.spot(area, cell.tip, cell.aim)

"""The front of a portfolio: a dot a choice, numbers above, the one looked at full."""

from __future__ import annotations

import math

from liantu.diagram import measure
from liantu.numerals import plain
from liantu.render.charts.inks import warm
from liantu.render.charts.pen import SMALL, Pen
from liantu.telling.portfolio.chart import Dot, Tradeoff

TALL, TOP, FOOT, LEFT, INSET = 230.0, 34.0, 34.0, 34.0, 24.0
MARKS = 5
"""Lines of a scale at most."""
DOT, SEEN = 7.0, 10.0
ASIDE, ABOVE, NEAR = 7.0, 3.0, 4.0
"""How far its number stands beside and above a dot, and how far beyond its edge it can be pointed
at.
"""


def height(_chart: Tradeoff, _width: float) -> float:
    """The same for every front."""
    return TALL


def paint(pen: Pen, chart: Tradeoff) -> None:
    """Scales, the line through the choices, then the choices."""
    scale = _Scale(chart, pen.width)
    _frame(pen, chart, scale)
    for one, other in zip(chart.dots, chart.dots[1:], strict=False):
        _step(pen, chart, one, other, scale)
    for dot in chart.dots:
        _dot(pen, dot, scale)
    _numbers(pen, chart, scale)


class _Scale:
    def __init__(self, chart: Tradeoff, width: float) -> None:
        self.right = width - 16
        self.across = _marks(max(dot.aim for dot in chart.dots))
        self.up = _marks(max(dot.points for dot in chart.dots))
        low = min(0.0, *(dot.aim for dot in chart.dots))
        self.low, self.most, self.high = low, self.across[-1], self.up[-1]

    def x(self, aim: float) -> float:
        """Of what is taken, or of gaps."""
        share = (aim - self.low) / (self.most - self.low)
        return LEFT + INSET + share * (self.right - LEFT - INSET)

    def y(self, points: float) -> float:
        """Of points."""
        return TALL - FOOT - max(0.0, points) / self.high * (TALL - FOOT - TOP)


def _marks(most: float) -> list[float]:
    """Even marks from 0 to beyond ``most``: 1, 2 or 5 of a power of ten apart."""
    if most <= 0:
        return [0.0, 1.0]
    rough = most / MARKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough * (1 - 1e-9))
    count = math.ceil(most / step * (1 - 1e-9))
    return [step * n for n in range(count + 1)]


def _frame(pen: Pen, chart: Tradeoff, scale: _Scale) -> None:
    quiet = pen.theme.secondary
    pen.text(0, 9, chart.up, SMALL, quiet)
    pen.text(scale.right, TALL - 4, chart.across, SMALL, quiet, anchor="right")
    for mark in scale.up:
        y = scale.y(mark)
        pen.line((LEFT, y), (scale.right, y), pen.theme.line)
        pen.text(LEFT - 4, y + 2.7, plain(mark), SMALL, quiet, anchor="right")
    for mark in scale.across:
        x = scale.x(mark)
        pen.line((x, TALL - FOOT), (x, TALL - FOOT + 3), quiet)
        pen.text(x, TALL - FOOT + 12, plain(mark), SMALL, quiet, anchor="center")


def _step(pen: Pen, chart: Tradeoff, one: Dot, other: Dot, scale: _Scale) -> None:
    """Nothing lies between two choices: what is taken beyond the one gives no more points until
    there is enough for the other.
    """
    color = pen.theme.local
    turn = other.points if chart.falling else one.points
    start, end = (
        (scale.x(one.aim), scale.y(one.points)),
        (scale.x(other.aim), scale.y(other.points)),
    )
    middle = (start[0], scale.y(turn)) if chart.falling else (end[0], scale.y(turn))
    pen.line(start, middle, color, 1.2)
    pen.line(middle, end, color, 1.2)


def _dot(pen: Pen, dot: Dot, scale: _Scale) -> None:
    """One choice, and where it can be pointed at."""
    x, y = scale.x(dot.aim), scale.y(dot.points)
    size = SEEN if dot.seen else DOT
    color = warm(pen.theme) if dot.seen else pen.theme.local
    pen.box((x - size / 2, y - size / 2, size, size), color, pen.theme.paper, 1.0)
    reach = size / 2 + NEAR
    pen.spot((x - reach, y - reach, 2 * reach, 2 * reach), dot.tip, dot.to)


def _numbers(pen: Pen, chart: Tradeoff, scale: _Scale) -> None:
    """The points beside each choice, on the side to which no line goes, where there is room; those
    of the one looked at always.
    """
    taken: list[tuple[float, float, float]] = []
    places = [(scale.x(dot.aim), scale.y(dot.points)) for dot in chart.dots]
    anchor, way = ("left", 1.0) if chart.falling else ("right", -1.0)
    for dot in sorted(chart.dots, key=lambda one: not one.seen):
        wide = measure.width(dot.words, SMALL, bold=True)
        x, y = scale.x(dot.aim) + way * ASIDE, scale.y(dot.points) - ABOVE
        left = x if chart.falling else x - wide
        covered = any(
            left - DOT < a < left + wide + DOT / 2 and abs(b - y) < DOT for a, b in places
        )
        met = any(left < a + w and a < left + wide and abs(b - y) < SMALL for a, b, w in taken)
        if dot.seen or not (covered or met):
            pen.text(x, y, dot.words, SMALL, pen.theme.text, bold=True, anchor=anchor)
            taken.append((left, y, wide))

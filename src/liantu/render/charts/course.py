"""What is lost day by day: a band between the least and the most, flags for what is done."""

from __future__ import annotations

import itertools

from liantu.diagram import measure
from liantu.render.charts.inks import warm
from liantu.render.charts.pen import SMALL, Pen, Point
from liantu.telling.charts.course import Course, Flag

TALL, TOP, FOOT, LEFT, RIGHT = 210.0, 44.0, 30.0, 34.0, 10.0
STEPS = (1, 2, 5, 7, 10, 15, 30, 60, 90)
"""Days between two marks."""
MARKS = 12
"""Marks of days at most."""
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
FAINT = 0.28
"""Opacity of the band."""
FLAG = 5.0
"""Size of the head of a flag."""
ROW = 11.0
"""Pitch of the rows of flags' words; there are two."""
DASH = (3.0, 2.0)


def height(_chart: Course, _width: float) -> float:
    """The same for every drill."""
    return TALL


def paint(pen: Pen, chart: Course) -> None:
    """Scales, the band, its edges, then the flags."""
    scale = _Scale(chart, pen.width)
    _frame(pen, chart, scale)
    lows = _edge(chart, scale, "low")
    highs = _edge(chart, scale, "high")
    pen.shape([*highs, *reversed(lows)], warm(pen.theme), opacity=FAINT)
    for edge, color, dash in ((highs, warm(pen.theme), ()), (lows, pen.theme.text, DASH)):
        for start, end in itertools.pairwise(edge):
            pen.line(start, end, color, 1.2, dash=dash)
    for one in chart.stretches:
        left, right = scale.x(one.start), scale.x(one.end)
        pen.spot((left, TOP, right - left, TALL - FOOT - TOP), one.tip, one.aim)
    _flags(pen, chart, scale)


class _Scale:
    def __init__(self, chart: Course, width: float) -> None:
        self.days = chart.days
        self.right = width - RIGHT

    def x(self, day: float) -> float:
        """Of the morning of a day."""
        return LEFT + day / self.days * (self.right - LEFT)

    def y(self, share: float) -> float:
        """Of a share that is lost."""
        return TALL - FOOT - share * (TALL - FOOT - TOP)


def _edge(chart: Course, scale: _Scale, side: str) -> list[Point]:
    """The corners of a staircase."""
    corners = []
    for one in chart.stretches:
        y = scale.y(getattr(one, side))
        corners += [(scale.x(one.start), y), (scale.x(one.end), y)]
    return corners


def _frame(pen: Pen, chart: Course, scale: _Scale) -> None:
    quiet = pen.theme.secondary
    pen.text(0, 9, chart.up, SMALL, quiet)
    pen.text(scale.right, TALL - 4, chart.across, SMALL, quiet, anchor="right")
    for share in SHARES:
        y = scale.y(share)
        pen.line((LEFT, y), (scale.right, y), pen.theme.line)
        pen.text(LEFT - 4, y + 2.7, f"{share * 100:.0f}%", SMALL, quiet, anchor="right")
    step = next((n for n in STEPS if chart.days / n <= MARKS), STEPS[-1])
    for day in range(0, chart.days + 1, step):
        x = scale.x(day)
        pen.line((x, TALL - FOOT), (x, TALL - FOOT + 3), quiet)
        pen.text(x, TALL - FOOT + 12, str(day), SMALL, quiet, anchor="center")


def _flags(pen: Pen, chart: Course, scale: _Scale) -> None:
    """Each on its day; words only where there is room for them in one of two rows."""
    free = [0.0, 0.0]
    for flag in chart.flags:
        x = scale.x(flag.day)
        color = pen.theme.local if flag.done else warm(pen.theme)
        pen.line((x, TOP - FLAG), (x, TALL - FOOT), color, 0.8, dash=DASH)
        pen.box((x - FLAG / 2, TOP - FLAG, FLAG, FLAG), color)
        pen.spot((x - FLAG, TOP - 2 * FLAG, 2 * FLAG, 2 * FLAG), flag.tip, flag.aim)
        _name(pen, flag, scale, free)


def _name(pen: Pen, flag: Flag, scale: _Scale, free: list[float]) -> None:
    wide = measure.width(flag.words, SMALL)
    x = min(scale.x(flag.day) - FLAG / 2, scale.right - wide)
    for row, taken in enumerate(free):
        if x >= taken:
            pen.text(x, TOP - FLAG - 4 - row * ROW, flag.words, SMALL)
            free[row] = x + wide + SMALL
            return

"""A staircase in time: what was made here at each date that the data know."""

from __future__ import annotations

import math

from liantu.diagram import measure
from liantu.render.charts.inks import warm
from liantu.render.charts.pen import SMALL, Pen
from liantu.telling.charts.trend import Step, Trend
from liantu.wording import text

TALL, TOP, FOOT, LEFT = 210.0, 30.0, 22.0, 26.0
MARKS = 5
"""Lines of the scale at most."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200)
PITCH = 34.0
DASH = (3.0, 2.0)
DOT = 4.6


def height(_chart: Trend, _width: float) -> float:
    """The same for every chain."""
    return TALL


def paint(pen: Pen, chart: Trend) -> None:
    """Scale, years, line and the numbers at its steps."""
    scale = _Scale(chart, pen.width)
    _frame(pen, chart, scale)
    for at, step in enumerate(chart.steps):
        after = chart.steps[at + 1] if at + 1 < len(chart.steps) else None
        _step(pen, step, after, scale)
    free = -math.inf
    before = 0
    for step in chart.steps:
        words, falls, before = str(step.count), step.count < before, step.count
        x, y = scale.x(step.date), scale.y(step.count)
        half = measure.width(words, SMALL, bold=True) / 2
        if x - half > free:
            pen.text(
                x,
                y + (12 if falls else -6),
                words,
                SMALL,
                pen.theme.text,
                bold=True,
                anchor="center",
            )
            free = x + half + 2


class _Scale:
    def __init__(self, chart: Trend, width: float) -> None:
        counts = [step.count for step in chart.steps]
        dates = [step.date for step in chart.steps]
        spread = max(max(counts) - min(counts), 4)
        self.step = next(s for s in STEPS if spread / s <= MARKS)
        self.low = max(0, min(counts) // self.step * self.step - self.step)
        self.high = -(-max(counts) // self.step) * self.step + self.step
        self.first, self.last = min(dates), max(*dates, chart.date) + 0.5
        self.right = width - 8

    def x(self, date: float) -> float:
        """Of a date."""
        share = (date - self.first) / (self.last - self.first)
        return LEFT + 8 + share * (self.right - LEFT - 8)

    def y(self, count: float) -> float:
        """Of a count."""
        share = (count - self.low) / (self.high - self.low)
        return TALL - FOOT - share * (TALL - FOOT - TOP)


def _frame(pen: Pen, chart: Trend, scale: _Scale) -> None:
    quiet = pen.theme.secondary
    pen.text(0, 9, text("chart.trend.unit"), SMALL, quiet)
    for mark in range(scale.low, scale.high + 1, scale.step):
        y = scale.y(mark)
        pen.line((LEFT, y), (scale.right, y), pen.theme.line)
        pen.text(LEFT - 4, y + 2.7, str(mark), SMALL, quiet, anchor="right")
    pitch = (scale.right - LEFT) / (scale.last - scale.first)
    every = next((n for n in (1, 2, 5, 10) if n * pitch >= PITCH), 10)
    for year in range(math.ceil(scale.first), math.floor(scale.last) + 1):
        if year % every == 0:
            x = scale.x(year)
            pen.line((x, TALL - FOOT), (x, TALL - FOOT + 3), quiet)
            pen.text(x, TALL - FOOT + 12, str(year), SMALL, quiet, anchor="center")
    x = scale.x(chart.date)
    pen.line((x, TOP - 8), (x, TALL - FOOT), warm(pen.theme), 1.0)
    words = text("chart.gantt.date", day=chart.day)
    half = measure.width(words, SMALL) / 2 + 1
    pen.text(min(x, pen.width - half), TOP - 11, words, SMALL, warm(pen.theme), anchor="center")


def _step(pen: Pen, step: Step, after: Step | None, scale: _Scale) -> None:
    x, y = scale.x(step.date), scale.y(step.count)
    end = scale.x(after.date) if after else scale.right
    dash = DASH if step.later else ()
    pen.line((x, y), (end, y), pen.theme.local, 1.6, dash=dash)
    if after:
        pen.line((end, y), (end, scale.y(after.count)), pen.theme.local, 1.6, dash=dash)
    area = (x - DOT / 2, y - DOT / 2, DOT, DOT)
    pen.box(area, pen.theme.paper if step.later else pen.theme.local, pen.theme.local, 1.0)
    pen.spot((x - 6, TOP, max(end - x, 12), TALL - FOOT - TOP), step.tip, None)

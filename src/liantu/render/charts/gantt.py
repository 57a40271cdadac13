"""Bars over the years, with the line of the date asked."""

from __future__ import annotations

import math

from liantu.diagram import measure
from liantu.model import Status
from liantu.render.charts.inks import warm
from liantu.render.charts.pen import SMALL, Pen, fitted
from liantu.telling.charts.bars import Gantt, Row, Span
from liantu.wording import text

ROW, HEAD, PAD = 20.0, 26.0, 6.0
NAME = 0.38
"""Share of the width for the names at most."""
THICK = 8.5
FLAG = 3.0
"""How far the flag of a last day stands out of the bar."""
LATER = 0.4
"""Opacity of what begins after the date."""
YEARS = (1, 2, 5, 10)
PITCH = 34.0
"""Least room of a year."""
LONGEST = 12.0
"""Years before the date that are shown at most; older starts are cut at the edge."""


def height(chart: Gantt, _width: float) -> float:
    """A row of two lines each."""
    return HEAD + len(chart.rows) * ROW + 4


def paint(pen: Pen, chart: Gantt) -> None:
    """Years, rows, and the date above them."""
    name = pen.width * NAME
    scale = _Scale(chart, name + PAD, pen.width - 2)
    foot = HEAD + len(chart.rows) * ROW
    for at, row in enumerate(chart.rows):
        top = HEAD + at * ROW
        if at % 2 == 0:
            pen.box((0, top, pen.width, ROW), pen.theme.band)
        _name(pen, row, name, top)
    for year in scale.years:
        pen.line((scale.x(year), HEAD - 4), (scale.x(year), foot), pen.theme.line)
        pen.text(scale.x(year), HEAD - 7, str(year), SMALL, pen.theme.secondary, anchor="center")
    x = scale.x(chart.date)
    pen.line((x, HEAD - 16), (x, foot), warm(pen.theme), 1.1)
    for at, row in enumerate(chart.rows):
        _row(pen, row, scale, HEAD + at * ROW)
    words = text("chart.gantt.date", day=chart.day)
    half = measure.width(words, SMALL) / 2 + 1
    pen.text(min(x, pen.width - half), HEAD - 18, words, SMALL, warm(pen.theme), anchor="center")


class _Scale:
    """Years → x; what began before the first year is cut there."""

    def __init__(self, chart: Gantt, left: float, right: float) -> None:
        rows = chart.whole or chart.rows
        ends = [s.end or s.start for row in rows for s in row.spans]
        ends += [row.due for row in rows if row.due is not None]
        firsts = [row.first for row in rows]
        self.first = math.floor(max(min(firsts), chart.date - LONGEST))
        self.date = chart.date
        self.last = math.ceil(max(chart.date, *ends, *firsts)) + 0.6
        self._left, self._pitch = left, (right - left) / (self.last - self.first)

    @property
    def years(self) -> list[int]:
        """Years with a line."""
        step = next((y for y in YEARS if y * self._pitch >= PITCH), YEARS[-1])
        return [y for y in range(int(self.first), int(self.last) + 1) if y % step == 0]

    def x(self, year: float) -> float:
        """Within the room."""
        return self._left + (min(max(year, self.first), self.last) - self.first) * self._pitch


def _name(pen: Pen, row: Row, room: float, top: float) -> None:
    lines = fitted(row.name, SMALL, room)
    y = top + (ROW / 2 + 2.7 if len(lines) == 1 else 8.5)
    for line in lines:
        pen.text(0, y, line, SMALL)
        y += SMALL * 1.16


def _row(pen: Pen, row: Row, scale: _Scale, top: float) -> None:
    y = top + (ROW - THICK) / 2
    right = 0.0
    for span in row.spans:
        right = _span(pen, span, scale, y)
    if not row.spans and row.seen is not None:
        x, middle = scale.x(row.seen), top + ROW / 2
        corners = [(x - 4, middle), (x, middle - 4), (x + 4, middle), (x, middle + 4)]
        color = _color(pen, row.status)
        pen.shape(corners, "" if row.later else color, color)
        right = x + 4
    if row.due is not None:
        right = max(right, _flag(pen, row, scale.x(row.due), y))
    _told(pen, row, (scale.x(row.first), right), top)
    pen.spot((0, top, pen.width, ROW), row.tip, row.aim)


def _flag(pen: Pen, row: Row, x: float, y: float) -> float:
    """The last day as a small flag; one that was missed in the colour of the date."""
    color = warm(pen.theme) if row.late else pen.theme.secondary
    pen.line((x, y - FLAG), (x, y + THICK + FLAG), color, 1.2)
    pen.shape([(x, y - FLAG), (x + 5, y - FLAG + 2.5), (x, y - FLAG + 5)], color, color)
    return x + 5


def _span(pen: Pen, span: Span, scale: _Scale, y: float) -> float:
    begun = span.start <= scale.date
    start, end = scale.x(span.start), scale.x(span.end or (scale.date if begun else scale.last))
    color = _color(pen, span.status)
    solid = span.status is Status.OPERATING
    area = (start, y, max(end - start, 2.0), THICK)
    pale = 1.0 if begun else LATER
    pen.box(area, color if solid else pen.theme.paper, color, 0.9, opacity=pale)
    if span.status is Status.BUILDING:
        pen.box((start, y + THICK / 3, max(end - start, 2.0), THICK / 3), color, opacity=pale)
    return end


def _told(pen: Pen, row: Row, ends: tuple[float, float], top: float) -> None:
    """What stands beside the mark: behind it, else before it."""
    words = row.told
    wide = measure.width(words, SMALL)
    left, right = ends
    if not words:
        return
    if row.spans or right + wide + 4 > pen.width:
        if left - wide - 4 >= pen.width * NAME + PAD:
            _words(pen, left - 4 - wide, top, words)
    else:
        _words(pen, right + 4, top, words)


def _words(pen: Pen, x: float, top: float, words: str) -> None:
    """On a ground of its own: no line goes through them."""
    even = round((top - HEAD) / ROW) % 2 == 0
    ground = pen.theme.band if even else pen.theme.ground
    pen.box((x, top + 5, measure.width(words, SMALL), 10), ground)
    pen.text(x, top + 12.7, words, SMALL, pen.theme.secondary)


def _color(pen: Pen, status: Status) -> str:
    return {
        Status.OPERATING: pen.theme.local,
        Status.BUILDING: pen.theme.accent,
        Status.PLANNED: pen.theme.secondary,
    }.get(status, pen.theme.edge)

"""Bars of what is made over against what is needed."""

from __future__ import annotations

from liantu.diagram import measure
from liantu.render.charts.inks import warm
from liantu.render.charts.pen import BODY, SMALL, Pen, fitted
from liantu.telling.charts.supply import Bar, Supplies
from liantu.wording import text

ROW, HEAD, PAD, END = 18.0, 18.0, 6.0, 2.0
MOST_NAME = 120.0
THICK = 9.0
FULL = 1.5
"""Cover at the end of the room; more is cut and marked."""


def height(chart: Supplies, _width: float) -> float:
    """Two lines of a name fit a row."""
    return HEAD + len(chart.bars) * ROW + 4


def paint(pen: Pen, chart: Supplies) -> None:
    """Names, bars with the line of the need, and the sums."""
    name, sums = _rooms(chart, pen.width)
    left, room = name + PAD, pen.width - name - PAD - sum(sums) - PAD
    edges = [left + room + PAD + sum(sums[: at + 1]) - END for at in range(3)]
    for edge, code in zip(edges, ("need", "supply", "told"), strict=True):
        words = text(f"chart.balance.head.{code}")
        pen.text(edge, HEAD - 7, words, SMALL, pen.theme.secondary, anchor="right")
    unit = room / _full(chart)
    hundred = left + unit
    head = text("chart.balance.head.full")
    pen.text(hundred, HEAD - 7, head, SMALL, pen.theme.secondary, anchor="center")
    for at, bar in enumerate(chart.bars):
        top = HEAD + at * ROW
        if at % 2 == 0:
            pen.box((0, top, pen.width, ROW), pen.theme.band)
        _name(pen, bar, name, top)
        _bar(pen, bar, (left, top), unit)
        for edge, words in zip(edges, (bar.needed, bar.supplied, bar.told), strict=True):
            lacks = bar.short and words == bar.told
            ink = warm(pen.theme) if lacks else pen.theme.text
            pen.text(edge, top + 12, words, SMALL, ink, bold=lacks, anchor="right")
        pen.spot((0, top, pen.width, ROW), bar.tip, bar.aim)
    foot = HEAD + len(chart.bars) * ROW
    pen.line((hundred, HEAD - 3), (hundred, foot), pen.theme.text, 0.9)


def _full(chart: Supplies) -> float:
    """Cover at the end of the room."""
    return max(1.0, min(FULL, max(bar.cover for bar in chart.bars)))


def _rooms(chart: Supplies, _width: float) -> tuple[float, tuple[float, float, float]]:
    """Width of the names and of the three columns of sums."""
    names = max(measure.width(b.name, BODY) for b in chart.bars)
    columns = zip(*((b.needed, b.supplied, b.told) for b in chart.bars), strict=True)
    sums = [max(measure.width(w, SMALL, bold=True) for w in column) + 10 for column in columns]
    return min(names + 3, MOST_NAME), (max(sums[0], 38), max(sums[1], 38), max(sums[2], 38))


def _name(pen: Pen, bar: Bar, room: float, top: float) -> None:
    lines = fitted(bar.name, BODY, room)
    if len(lines) == 1:
        pen.text(room, top + 12, lines[0], BODY, anchor="right")
    else:
        lines = fitted(bar.name, SMALL, room)
        y = top + (12 if len(lines) == 1 else 7.5)
        for line in lines:
            pen.text(room, y, line, SMALL, anchor="right")
            y += SMALL * 1.12


def _bar(pen: Pen, bar: Bar, place: tuple[float, float], unit: float) -> None:
    left, y = place[0], place[1] + (ROW - THICK) / 2
    width = min(bar.cover, FULL) * unit
    if width:
        pen.box((left, y, width, THICK), pen.theme.local)
    if bar.short or bar.policy:
        color = pen.theme.policy.color if bar.policy else warm(pen.theme)
        fill = "" if bar.suspected or bar.policy else color
        pen.box((left + width, y, unit - width, THICK), fill, color, 0.9)
    if bar.cover > FULL:
        end = left + FULL * unit
        tip = [(end - 5, y + 1.5), (end - 1, y + THICK / 2), (end - 5, y + THICK - 1.5)]
        pen.shape(tip, pen.theme.paper)

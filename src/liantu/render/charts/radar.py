"""Five axes from the middle; one without a share breaks the line."""

from __future__ import annotations

import math

from liantu.render.charts.pen import BODY, LEADING, SMALL, Pen, Point, fitted
from liantu.telling.charts.radar import Axis, Radar
from liantu.wording import text

RADIUS = 92.0
TALL = 2 * RADIUS + 62.0
RINGS = (0.25, 0.5, 0.75, 1.0)
TOLD = (0.5, 1.0)
"""Rings with their share."""
LABEL = 118.0
"""Width of what stands beside an axis."""
PALE = 0.18
DASH = (3.0, 2.2)


def height(_chart: Radar, _width: float) -> float:
    """The same for every chain."""
    return TALL


def paint(pen: Pen, chart: Radar) -> None:
    """Rings, what may be at most, the middle of all chains, the chain, and the words."""
    middle = (pen.width / 2, 36 + RADIUS)
    count = len(chart.axes)
    for ring in RINGS:
        corners = [_point(middle, at, count, ring) for at in range(count)]
        pen.shape(corners, "", pen.theme.edge if ring == 1 else pen.theme.line)
        x, y = _point(middle, 0, count, ring)
        if ring in TOLD:
            pen.text(x - 5, y + 9, f"{ring:.0%}", SMALL, pen.theme.secondary, anchor="right")
    for at, axis in enumerate(chart.axes):
        pen.line(middle, _point(middle, at, count, 1.0), pen.theme.line)
        if axis.most is not None:
            x, y = _point(middle, at, count, axis.most)
            mark = [(x - 3, y - 3), (x + 3, y - 3), (x + 3, y + 3), (x - 3, y + 3)]
            pen.shape(mark, pen.theme.paper, pen.theme.local)
    _web(pen, middle, [axis.middle for axis in chart.axes], pen.theme.secondary, DASH, 0.0)
    _web(pen, middle, [axis.share for axis in chart.axes], pen.theme.local, (), PALE)
    for at, axis in enumerate(chart.axes):
        _words(pen, middle, axis, at, count)
    _legend(pen)


def _point(middle: Point, at: int, count: int, share: float) -> Point:
    angle = 2 * math.pi * at / count - math.pi / 2
    return middle[0] + RADIUS * share * math.cos(angle), middle[1] + RADIUS * share * math.sin(
        angle
    )


def _web(
    pen: Pen,
    middle: Point,
    shares: list[float | None],
    color: str,
    dash: tuple[float, ...],
    opacity: float,
) -> None:
    """Lines between neighbours that are known; an area where all are."""
    count = len(shares)
    points = [
        None if share is None else _point(middle, at, count, share)
        for at, share in enumerate(shares)
    ]
    known = [point for point in points if point is not None]
    if opacity and len(known) == count:
        pen.shape(known, color, opacity=opacity)
    for at, start in enumerate(points):
        end = points[(at + 1) % count]
        if start is not None and end is not None:
            pen.line(start, end, color, 1.6 if opacity else 1.0, dash=dash)
    if opacity:
        for x, y in known:
            pen.box((x - 2.2, y - 2.2, 4.4, 4.4), color)


def _words(pen: Pen, middle: Point, axis: Axis, at: int, count: int) -> None:
    x, y = _point(middle, at, count, 1.1)
    beside = x - middle[0]
    anchor = "center" if abs(beside) < 5 else "left" if beside > 0 else "right"
    meaning = fitted(axis.meaning, SMALL, LABEL)
    lines = 1 + len(meaning)
    top = y - 12 if anchor == "center" else y - lines * 4
    ink = pen.theme.secondary if axis.share is None else pen.theme.text
    head = text("chart.radar.axis", name=axis.name, told=axis.told)
    pen.text(x, top, head, BODY, ink, bold=True, anchor=anchor)
    pen.lines(x, top + 11, meaning, SMALL, pen.theme.secondary, anchor=anchor)
    left = {"center": x - LABEL / 2, "left": x, "right": x - LABEL}[anchor]
    tip = text("chart.radar.tip", name=axis.name, told=axis.told, meaning=axis.meaning)
    pen.spot((left, top - 10, LABEL, lines * BODY * LEADING), tip, None)


def _legend(pen: Pen) -> None:
    y = TALL - 6
    pen.line((pen.width / 2 - 92, y - 3), (pen.width / 2 - 74, y - 3), pen.theme.local, 1.6)
    pen.text(pen.width / 2 - 70, y, text("chart.radar.own"), SMALL)
    start = pen.width / 2 + 4
    pen.line((start, y - 3), (start + 18, y - 3), pen.theme.secondary, 1.0, dash=DASH)
    pen.text(start + 22, y, text("chart.radar.middle"), SMALL)

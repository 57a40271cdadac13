"""The small head at the end of a line, the same on screen and on paper."""

from __future__ import annotations

import math

from liantu.diagram.drawing import Curve
from liantu.layout.geometry import Point

SHORTEST = 3.5
"""Least length of a head."""


def arrow_head(curve: Curve) -> tuple[Point, Point, Point]:
    """A filled triangle whose tip is the end of ``curve``; grows a little with its width.

    It is no longer than the last straight piece of a line with its corner, so that it never stands
    out behind the line.
    """
    x, y = curve.points[-1]
    length = 4.2 * math.sqrt(curve.stroke_width) + 1.8
    length = min(length, max(SHORTEST, 2 * math.dist(curve.points[-4:][0], (x, y))))
    px, py = next((p for p in reversed(curve.points[:-1]) if p != (x, y)), (x - 1.0, y))
    angle = math.atan2(y - py, x - px)
    back = (x - length * math.cos(angle), y - length * math.sin(angle))
    half = length * 0.42
    dx, dy = -math.sin(angle) * half, math.cos(angle) * half
    return (x, y), (back[0] + dx, back[1] + dy), (back[0] - dx, back[1] - dy)

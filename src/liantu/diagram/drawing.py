"""The display list: a picture as plain shapes, painted alike on screen, PNG, SVG and PDF.

Lengths are in drawing units (1 unit = 1 px at 100 % zoom); y grows downwards; colours are
``#RRGGBB``; an empty colour means "none".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from liantu.layout.geometry import Point

DASH = (5.0, 3.5)
"""Border and line of what is not there."""
ARC = 0.5523
"""Where the handles of a Bézier lie on the way to the corner for a quarter of a circle."""
SHORTEST = 1e-6
"""Pieces below this length are left out."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with optional rounded corners, border and dashes (on, off lengths)."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A poly-Bézier: ``points`` is a start followed by 3 points a piece (1 + 3n in all).

    ``dash`` begins anew in every piece, so that lines which share pieces share their dashes.
    """

    points: tuple[Point, ...]
    stroke: str
    stroke_width: float = 1.2
    dash: tuple[float, ...] = ()
    arrow: bool = True
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; ``(x, y)`` is the baseline at the left, centre or right (``anchor``)."""

    x: float
    y: float
    text: str
    size: float
    color: str
    bold: bool = False
    anchor: str = "start"
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed area with straight sides (three corners at least): a chevron, a badge that points.

    ``dash`` breaks its border.
    """

    points: tuple[Point, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Clip:
    """Shapes of which only the part inside the rectangle shows."""

    x: float
    y: float
    width: float
    height: float
    shapes: tuple[Shape, ...]


Shape = Box | Curve | Polygon | Label | Clip
"""Every shape; whoever draws shapes draws all of them."""


def moved(shape: Shape, scale: float, dx: float, dy: float) -> Shape:
    """``shape`` scaled about the origin and then shifted by ``(dx, dy)``."""
    match shape:
        case Box():
            return replace(
                shape,
                x=shape.x * scale + dx,
                y=shape.y * scale + dy,
                width=shape.width * scale,
                height=shape.height * scale,
                stroke_width=shape.stroke_width * scale,
                radius=shape.radius * scale,
                dash=tuple(d * scale for d in shape.dash),
            )
        case Curve():
            return replace(
                shape,
                points=tuple((x * scale + dx, y * scale + dy) for x, y in shape.points),
                stroke_width=shape.stroke_width * scale,
                dash=tuple(d * scale for d in shape.dash),
            )
        case Polygon():
            return replace(
                shape,
                points=tuple((x * scale + dx, y * scale + dy) for x, y in shape.points),
                stroke_width=shape.stroke_width * scale,
                dash=tuple(d * scale for d in shape.dash),
            )
        case Label():
            return replace(
                shape, x=shape.x * scale + dx, y=shape.y * scale + dy, size=shape.size * scale
            )
        case Clip():
            return Clip(
                shape.x * scale + dx,
                shape.y * scale + dy,
                shape.width * scale,
                shape.height * scale,
                tuple(moved(inner, scale, dx, dy) for inner in shape.shapes),
            )
        case _:
            assert_never(shape)


def veiled(shape: Shape, opacity: float) -> Shape:
    """``shape`` as far as it still shows at ``opacity``."""
    match shape:
        case Box() | Curve() | Polygon() | Label():
            return replace(shape, opacity=shape.opacity * opacity)
        case Clip():
            return replace(shape, shapes=tuple(veiled(s, opacity) for s in shape.shapes))
        case _:
            assert_never(shape)


def rounded(corners: Sequence[Point], radius: float) -> tuple[Point, ...]:
    """A polyline with rounded corners as the points of a :class:`Curve`.

    A corner takes at most half of its shorter side; corners in one place count once. Fewer than
    two different corners give a single point, which draws nothing.
    """
    way = [c for at, c in enumerate(corners) if not at or c != corners[at - 1]]
    points = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        reach = min(radius, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        start, end = _towards(corner, before, reach), _towards(corner, after, reach)
        points += _straight(points[-1], start)
        points += (_share(start, corner, ARC), _share(end, corner, ARC), end)
    points += _straight(points[-1], way[-1]) if len(way) > 1 else ()
    return tuple(points)


def _straight(start: Point, end: Point) -> tuple[Point, ...]:
    """A straight piece of a curve, without its start; nothing where it has no length."""
    if math.dist(start, end) < SHORTEST:
        return ()
    return _share(start, end, 1 / 3), _share(start, end, 2 / 3), end


def _share(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _towards(start: Point, end: Point, reach: float) -> Point:
    return _share(start, end, reach / math.dist(start, end))


@dataclass(frozen=True, slots=True)
class Name:
    """Words that are drawn in pieces or shortened near ``(x, y)``, to be found whole in a file."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture. ``title`` and ``date`` (ISO, of the data) go into file metadata;
    ``names`` can be searched for in a PDF but are not seen.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    background: str = "#FFFFFF"
    title: str = ""
    date: str = ""
    names: tuple[Name, ...] = ()

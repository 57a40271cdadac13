"""The display list: a picture as plain shapes, painted alike on screen, PNG, SVG and PDF.

Lengths are in drawing units (1 unit = 1 px at 100 % zoom); y grows downwards; colours are
``#RRGGBB``; an empty colour means "none".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from liantu.layout.geometry import Point

DASH = (5.0, 3.5)
"""Border and line of what is not there."""


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
class Clip:
    """Shapes of which only the part inside the rectangle shows."""

    x: float
    y: float
    width: float
    height: float
    shapes: tuple[Shape, ...]


Shape = Box | Curve | Label | Clip
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


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture. ``title`` and ``date`` (ISO, of the data) go into file metadata."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    background: str = "#FFFFFF"
    title: str = ""
    date: str = ""

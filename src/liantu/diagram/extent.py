"""How much room a shape takes, so that what is out of sight need not be painted."""

from __future__ import annotations

from typing import assert_never

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Clip, Curve, Label, Polygon, Shape

BESIDE = 6.0
"""What lines and arrow heads may reach beyond their points, at least."""

Extent = tuple[float, float, float, float]
"""x, y, width, height; never empty."""


def extent(shape: Shape) -> Extent:
    """A rectangle that holds all of the shape."""
    match shape:
        case Box():
            return _round(
                (shape.x, shape.x + shape.width),
                (shape.y, shape.y + shape.height),
                shape.stroke_width,
            )
        case Curve() | Polygon():
            xs, ys = zip(*shape.points, strict=True)
            return _round((min(xs), max(xs)), (min(ys), max(ys)), BESIDE + 2 * shape.stroke_width)
        case Label():
            width = measure.width(shape.text, shape.size, bold=shape.bold)
            left = shape.x - width * {"middle": 0.5, "end": 1.0}.get(shape.anchor, 0.0)
            return _round((left, left + width), (shape.y - shape.size, shape.y), shape.size / 2)
        case Clip():
            return _round((shape.x, shape.x + shape.width), (shape.y, shape.y + shape.height), 0.5)
        case _:
            assert_never(shape)


def _round(across: tuple[float, float], down: tuple[float, float], room: float) -> Extent:
    """The rectangle between two places with ``room`` all around."""
    return (
        across[0] - room,
        down[0] - room,
        across[1] - across[0] + 2 * room,
        down[1] - down[0] + 2 * room,
    )

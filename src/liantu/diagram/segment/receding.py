"""Cards that give way to what is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from liantu.diagram.drawing import Box, Clip, Curve, Label, Polygon, Shape, veiled
from liantu.diagram.theme import Theme, blend

PALE = 0.12
"""What stays of a face: words of any class are read on it."""


def receded(shapes: tuple[Shape, ...], theme: Theme) -> tuple[Shape, ...]:
    """``shapes`` as they are seen behind others: a veil over all, or, where the theme has an ink
    for their words, pale faces that hide what lies below them.
    """
    if not theme.faded_ink:
        return tuple(veiled(shape, theme.faded) for shape in shapes)
    return tuple(_paled(shape, theme) for shape in shapes)


def _paled(shape: Shape, theme: Theme) -> Shape:
    match shape:
        case Label():
            return replace(shape, color=theme.faded_ink)
        case Box() | Polygon():
            fill, stroke = _over(shape.fill, PALE, theme), _over(shape.stroke, theme.faded, theme)
            return replace(shape, fill=fill, stroke=stroke)
        case Curve():
            return replace(shape, stroke=_over(shape.stroke, theme.faded, theme))
        case Clip():
            return replace(shape, shapes=tuple(_paled(inner, theme) for inner in shape.shapes))
        case _:
            assert_never(shape)


def _over(color: str, share: float, theme: Theme) -> str:
    return blend(color, theme.ground, share) if color else ""

"""On what the words of a drawing stand: the colour that was painted there before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Clip, Curve, Label, Polygon, Shape
from liantu.diagram.theme import blend

Area = tuple[float, float, float, float, str, float]
"""Left, top, right, bottom, colour and opacity of something that is filled."""
HEIGHT = 0.35
"""The middle of a line of type above its base, as a share of its size."""


def words_on(shapes: Iterable[Shape], ground: str) -> Iterator[tuple[Label, str]]:
    """Every label at full strength with the colour under its middle."""
    painted: list[Area] = []
    for shape in _flat(shapes):
        match shape:
            case Box(fill=fill) if fill:
                box = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
                painted.append((*box, fill, shape.opacity))
            case Polygon(fill=fill) if fill:
                xs, ys = zip(*shape.points, strict=True)
                painted.append((min(xs), min(ys), max(xs), max(ys), fill, shape.opacity))
            case Label() if shape.text.strip() and shape.opacity >= 1.0:
                yield shape, _under(shape, painted, ground)
            case _:
                pass


def _flat(shapes: Iterable[Shape]) -> Iterator[Box | Curve | Polygon | Label]:
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _under(label: Label, painted: list[Area], ground: str) -> str:
    wide = measure.width(label.text, label.size, bold=label.bold)
    shift = {"start": 0.5, "middle": 0.0, "end": -0.5}[label.anchor]
    x, y = label.x + shift * wide, label.y - HEIGHT * label.size
    for left, top, right, bottom, color, opacity in painted:
        if left <= x <= right and top <= y <= bottom:
            ground = color if opacity >= 1.0 else blend(color, ground, opacity)
    return ground

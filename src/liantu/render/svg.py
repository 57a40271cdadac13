"""A drawing as SVG text: text stays text, the same drawing gives the same bytes."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import assert_never

from liantu.diagram.drawing import Box, Clip, Curve, Drawing, Label, Polygon, Shape
from liantu.layout.geometry import Point
from liantu.render.arrows import arrow_head
from liantu.render.markup import escaped, quoted

FAMILIES = "'Liantu Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"


def to_svg(drawing: Drawing, *, families: str = FAMILIES) -> str:
    """The SVG document; lengths in px at 96 to the inch."""
    width, height = _number(drawing.width), _number(drawing.height)
    numbers = itertools.count(1)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family={quoted(families)} '
        'xml:space="preserve" lang="zh-CN">',
        f"<title>{escaped(drawing.title)}</title>",
    ]
    if drawing.background:
        fill = quoted(drawing.background)
        lines.append(f'<rect width="{width}" height="{height}" fill={fill}/>')
    lines += _shapes(drawing.shapes, numbers)
    return "\n".join([*lines, "</svg>", ""])


def _shapes(shapes: Iterable[Shape], numbers: Iterator[int]) -> Iterator[str]:
    for shape in shapes:
        match shape:
            case Box():
                yield _box(shape)
            case Curve():
                yield from _curve(shape)
            case Polygon():
                yield _polygon(shape)
            case Label():
                yield _label(shape)
            case Clip():
                yield from _clip(shape, numbers)
            case _:
                assert_never(shape)


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _attributes(**values: str | float) -> str:
    return "".join(
        f" {name.replace('_', '-')}={quoted(v if isinstance(v, str) else _number(v))}"
        for name, v in values.items()
        if v != ""
    )


def _stroke(color: str, width: float, dash: tuple[float, ...]) -> str:
    if not color:
        return ""
    dashes = " ".join(_number(d) for d in dash)
    return _attributes(stroke=color, stroke_width=width, stroke_dasharray=dashes)


def _opacity(value: float) -> str:
    return "" if value == 1.0 else _attributes(opacity=value)


def _box(box: Box) -> str:
    place = _attributes(x=box.x, y=box.y, width=box.width, height=box.height)
    radius = _attributes(rx=box.radius) if box.radius else ""
    paint = _attributes(fill=box.fill or "none") + _stroke(box.stroke, box.stroke_width, box.dash)
    return f"<rect{place}{radius}{paint}{_opacity(box.opacity)}/>"


def _curve(curve: Curve) -> Iterator[str]:
    pairs = [f"{_number(x)} {_number(y)}" for x, y in curve.points]
    path = f"M{pairs[0]}" + (f"C{' '.join(pairs[1:])}" if pairs[1:] else "")
    if curve.dash:
        starts = range(0, len(pairs) - 3, 3)
        path = "".join(f"M{pairs[at]}C{' '.join(pairs[at + 1 : at + 4])}" for at in starts)
    stroke = _stroke(curve.stroke, curve.stroke_width, curve.dash)
    opacity = _opacity(curve.opacity)
    yield f'<path d="{path}" fill="none"{stroke}{opacity}/>'
    if curve.arrow:
        fill = _attributes(fill=curve.stroke)
        yield f'<polygon points="{_corners(arrow_head(curve))}"{fill}{opacity}/>'


def _polygon(shape: Polygon) -> str:
    paint = _attributes(fill=shape.fill or "none")
    paint += _stroke(shape.stroke, shape.stroke_width, shape.dash) + _opacity(shape.opacity)
    return f'<polygon points="{_corners(shape.points)}"{paint}/>'


def _corners(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _label(label: Label) -> str:
    anchor = "" if label.anchor == "start" else label.anchor
    weight = "700" if label.bold else ""
    place = _attributes(x=label.x, y=label.y, font_size=label.size, font_weight=weight)
    paint = _attributes(text_anchor=anchor, fill=label.color) + _opacity(label.opacity)
    return f"<text{place}{paint}>{escaped(label.text)}</text>"


def _clip(clip: Clip, numbers: Iterator[int]) -> Iterator[str]:
    name = f"clip{next(numbers)}"
    area = _attributes(x=clip.x, y=clip.y, width=clip.width, height=clip.height)
    yield f'<clipPath id="{name}"><rect{area}/></clipPath><g clip-path="url(#{name})">'
    yield from _shapes(clip.shapes, numbers)
    yield "</g>"

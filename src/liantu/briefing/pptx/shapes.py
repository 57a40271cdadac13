"""A drawing as native shapes of a slide: one group, in which text is text and lines are lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, assert_never

from liantu.briefing.archive import clean
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Clip, Curve, Drawing, Label, Polygon, Shape, moved
from liantu.layout.geometry import Point
from liantu.render.arrows import arrow_head
from liantu.render.markup import escaped, quoted

FACE = "微软雅黑"
EMU = 12_700
"""Units of a slide in a point."""
RISE, DEEP = 0.94, 1.32
"""Baseline below the top of a line of text, and height of the line, in ems of the face."""
SLACK = 1.04
"""A text box is wider than its text in the bundled font: other faces run wider."""
_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_ALIGN = {"start": "l", "middle": "ctr", "end": "r"}
_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a slide: left, top and the largest width and height, pt."""

    x: float
    y: float
    width: float
    height: float


def add_drawing(slide: Any, drawing: Drawing, place: Place, told: str) -> None:
    """The drawing as a group in the middle of ``place``; ``told`` is its alternative text."""
    from pptx.oxml import parse_xml  # noqa: PLC0415  only exports need it

    scale = min(place.width / drawing.width, place.height / drawing.height)
    dx = place.x + (place.width - drawing.width * scale) / 2
    dy = place.y + (place.height - drawing.height * scale) / 2
    shapes = list(_flat(moved(shape, scale, dx, dy) for shape in drawing.shapes))
    frame = Box(dx, dy, drawing.width * scale, drawing.height * scale)
    first = max((shape.shape_id for shape in slide.shapes), default=1) + 1
    inside = "".join(_shape(shape, first + at) for at, shape in enumerate(shapes, 1))
    name = clean(drawing.title)
    slide.shapes._spTree.append(
        parse_xml(
            f"<p:grpSp {_NAMES}><p:nvGrpSpPr>"
            f'<p:cNvPr id="{first}" name={quoted(name)} descr={quoted(clean(told))}/>'
            f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{_group(frame)}</p:grpSpPr>"
            f"{inside}</p:grpSp>"
        )
    )


def _group(box: Box) -> str:
    """A group whose children have the coordinates of the slide."""
    off, size = _off(box), _size(box, "ext")
    return f"<a:xfrm>{off}{size}{off.replace('a:off', 'a:chOff')}{_size(box, 'chExt')}</a:xfrm>"


def _off(box: Box) -> str:
    return f'<a:off x="{_emu(box.x)}" y="{_emu(box.y)}"/>'


def _size(box: Box, name: str = "ext") -> str:
    return f'<a:{name} cx="{_emu(box.width)}" cy="{_emu(box.height)}"/>'


def _emu(points: float) -> int:
    return round(points * EMU)


# -- what a group cannot hold


def _flat(shapes: Iterable[Shape]) -> Iterator[Box | Curve | Polygon | Label]:
    """The shapes without clips: what stands out of one is cut (boxes) or left out."""
    for shape in shapes:
        if isinstance(shape, Clip):
            for inner in _flat(shape.shapes):
                if (kept := _inside(inner, shape)) is not None:
                    yield kept
        else:
            yield shape
            if isinstance(shape, Curve) and shape.arrow and len(shape.points) > 1:
                yield Polygon(arrow_head(shape), shape.stroke, opacity=shape.opacity)


def _inside(
    shape: Box | Curve | Polygon | Label, clip: Clip
) -> Box | Curve | Polygon | Label | None:
    if isinstance(shape, Box):
        return _cut(shape, clip)
    points = [(shape.x, shape.y)] if isinstance(shape, Label) else shape.points
    right, bottom = clip.x + clip.width, clip.y + clip.height
    held = all(clip.x <= x <= right and clip.y <= y <= bottom for x, y in points)
    return shape if held else None


def _cut(box: Box, clip: Clip) -> Box | None:
    left, top = max(box.x, clip.x), max(box.y, clip.y)
    right = min(box.x + box.width, clip.x + clip.width)
    bottom = min(box.y + box.height, clip.y + clip.height)
    if right <= left or bottom <= top:
        return None
    return replace(box, x=left, y=top, width=right - left, height=bottom - top)


# -- shapes


def _shape(shape: Box | Curve | Polygon | Label, number: int) -> str:
    match shape:
        case Box():
            return _sp(number, _box(shape))
        case Curve():
            return _sp(number, _path(shape.points, shape))
        case Polygon():
            return _sp(number, _path(shape.points, shape))
        case Label():
            return _label(shape, number)
        case _:
            assert_never(shape)


def _sp(number: int, properties: str, words: str = "", kind: str = "") -> str:
    """A shape; one without words says nothing to who reads aloud."""
    said = "" if words else _DECORATIVE
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{number}">{said}</p:cNvPr>'
        f"<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr><p:spPr>{properties}</p:spPr>{words}</p:sp>"
    )


_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)


def _box(box: Box) -> str:
    kind, rounding = "rect", ""
    if box.radius:
        share = min(0.5, box.radius / max(min(box.width, box.height), 1e-6))
        kind = "roundRect"
        rounding = f'<a:gd name="adj" fmla="val {round(share * 100_000)}"/>'
    return (
        f"<a:xfrm>{_off(box)}{_size(box)}</a:xfrm>"
        f'<a:prstGeom prst="{kind}"><a:avLst>{rounding}</a:avLst></a:prstGeom>'
        f"{_fill(box.fill, box.opacity)}{_line(box)}"
    )


def _path(points: Sequence[Point], shape: Curve | Polygon) -> str:
    """A curve in pieces, or a closed area."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    box = Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)

    def at(point: Point) -> str:
        return f'<a:pt x="{_emu(point[0] - left)}" y="{_emu(point[1] - top)}"/>'

    steps = f"<a:moveTo>{at(points[0])}</a:moveTo>"
    if isinstance(shape, Curve):
        pieces = (points[n : n + 3] for n in range(1, len(points) - 2, 3))
        steps += "".join(f"<a:cubicBezTo>{''.join(map(at, p))}</a:cubicBezTo>" for p in pieces)
        filled, fill = ' fill="none"', "<a:noFill/>"
    else:
        steps += "".join(f"<a:lnTo>{at(point)}</a:lnTo>" for point in points[1:]) + "<a:close/>"
        filled, fill = "", _fill(shape.fill, shape.opacity)
    return (
        f"<a:xfrm>{_off(box)}{_size(box)}</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>"
        f'<a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{_emu(box.width)}" h="{_emu(box.height)}"{filled}>{steps}</a:path>'
        f"</a:pathLst></a:custGeom>{fill}{_line(shape)}"
    )


def _fill(color: str, opacity: float = 1.0) -> str:
    if not color:
        return "<a:noFill/>"
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    return f'<a:solidFill><a:srgbClr val="{color[1:]}">{alpha}</a:srgbClr></a:solidFill>'


def _line(shape: Box | Curve | Polygon) -> str:
    if not shape.stroke or not shape.stroke_width:
        return "<a:ln><a:noFill/></a:ln>"
    dashes = ""
    if shape.dash:
        pairs = zip(shape.dash[::2], shape.dash[1::2] or shape.dash[::2], strict=False)
        on = ((round(d / shape.stroke_width * 100_000) for d in pair) for pair in pairs)
        dashes = "".join(f'<a:ds d="{dash}" sp="{gap}"/>' for dash, gap in on)
        dashes = f"<a:custDash>{dashes}</a:custDash>"
    fill = _fill(shape.stroke, shape.opacity)
    return f'<a:ln w="{_emu(shape.stroke_width)}">{fill}{dashes}<a:round/></a:ln>'


def _label(label: Label, number: int) -> str:
    """One line in a box without margins, its baseline where it was."""
    wide = measure.width(label.text, label.size, bold=label.bold) * SLACK + 1
    box = Box(
        label.x - wide * _SHIFT[label.anchor],
        label.y - label.size * RISE,
        wide,
        label.size * DEEP,
    )
    bold = ' b="1"' if label.bold else ""
    face = quoted(FACE)
    words = (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
        f'<a:noAutofit/></a:bodyPr><a:p><a:pPr algn="{_ALIGN[label.anchor]}"/>'
        f'<a:r><a:rPr lang="zh-CN" altLang="en-US" sz="{round(label.size * 100)}"{bold}>'
        f"{_fill(label.color, label.opacity)}<a:latin typeface={face}/><a:ea typeface={face}/>"
        f"</a:rPr><a:t>{escaped(clean(label.text))}</a:t></a:r></a:p></p:txBody>"
    )
    place = (
        f"<a:xfrm>{_off(box)}{_size(box)}</a:xfrm>"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    )
    return _sp(number, place, words, ' txBox="1"')

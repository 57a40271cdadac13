"""Pictures in paragraphs of their own, with words for those who cannot see them."""

from __future__ import annotations

from liantu.briefing.docx.markup import Para, el, quoted
from liantu.render.vector import Picture

EMU = 36000
"""Lengths of drawings, to a millimetre."""
DPI = 200
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def fitted(drawing: Picture, wide: float, high: float) -> tuple[float, float]:
    """Width and height of a drawing in a room, all mm."""
    ratio = drawing.height / max(drawing.width, 1.0)
    width = min(wide, high / max(ratio, 1e-6))
    return width, width * ratio


def dots(drawing: Picture, width: float) -> int:
    """The resolution of the drawing at which it has ``DPI`` where it is ``width`` mm wide."""
    return max(1, round(width / 25.4 * DPI / drawing.width * 96))


def picture(relation: str, number: int, told: str, size: tuple[float, float]) -> Para:
    """The picture of a relation; ``told`` is its alternative text, ``size`` in mm."""
    across, down = (round(side * EMU) for side in size)
    extent = f'cx="{across}" cy="{down}"'
    named = f'id="{number}" name="{relation}" descr={quoted(told)}'
    inline = (
        f'<wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {named}/>"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_P}">'
        f'<pic:pic xmlns:pic="{_P}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline>"
    )
    return Para("Picture", el("r", el("drawing", inline)))

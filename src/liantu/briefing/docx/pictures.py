"""Pictures in paragraphs of their own, with words for those who cannot see them."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Placed:
    """The picture of a ``relation`` with its ``number`` in the document; ``told`` is its
    alternative text, ``size`` width and height in mm.
    """

    relation: str
    number: int
    told: str
    size: tuple[float, float]

    @property
    def extent(self) -> str:
        """The size as attributes."""
        across, down = (round(side * EMU) for side in self.size)
        return f'cx="{across}" cy="{down}"'

    @property
    def named(self) -> str:
        """Number, name and alternative text as attributes."""
        return f'id="{self.number}" name="{self.relation}" descr={quoted(self.told)}'


def inline(found: Placed) -> Para:
    """A picture in the text, in a paragraph of its own."""
    opened = f'<wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
    return _paragraph(
        f"{opened}<wp:extent {found.extent}/><wp:docPr {found.named}/>{_graphic(found)}</wp:inline>"
    )


def paper(found: Placed, page: tuple[float, float]) -> Para:
    """A picture in the middle of a page of this width and height (mm), to whose edges it goes."""
    left, top = (
        round((whole - side) / 2 * EMU) for whole, side in zip(page, found.size, strict=True)
    )
    return _paragraph(
        f'<wp:anchor xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{_offset("H", left)}{_offset("V", top)}'
        f"<wp:extent {found.extent}/><wp:wrapNone/><wp:docPr {found.named}/>{_graphic(found)}"
        "</wp:anchor>"
    )


def _offset(axis: str, emu: int) -> str:
    inside = f"<wp:posOffset>{emu}</wp:posOffset>"
    return f'<wp:position{axis} relativeFrom="page">{inside}</wp:position{axis}>'


def _graphic(found: Placed) -> str:
    return (
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_P}">'
        f'<pic:pic xmlns:pic="{_P}"><pic:nvPicPr><pic:cNvPr {found.named}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{found.relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {found.extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic>"
    )


def _paragraph(drawing: str) -> Para:
    return Para("Picture", el("r", el("drawing", drawing)))

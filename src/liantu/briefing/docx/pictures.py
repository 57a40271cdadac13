"""Pictures in paragraphs of their own, with words for those who cannot see them."""

from __future__ import annotations

from io import BytesIO

from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from PIL import Image

from liantu.briefing.archive import clean
from liantu.render.pictures import as_png
from liantu.render.vector import Picture

DPI, COLORS = 200, 256
_TIGHT = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
"""LibreOffice moves a picture that does not say how far words stay away from it."""
_BEHIND = {
    **dict.fromkeys((*_TIGHT, "simplePos", "locked"), "0"),
    **dict.fromkeys(("relativeHeight", "behindDoc", "layoutInCell", "allowOverlap"), "1"),
}


def inline(found: Paragraph, drawing: Picture, told: str, room: tuple[float, float]) -> InlineShape:
    """A drawing as large as fits into width and height of a room (mm); ``told`` is its
    alternative text.
    """
    ratio = drawing.height / max(drawing.width, 1.0)
    wide = min(room[0], room[1] / max(ratio, 1e-6))
    dpi = max(1, round(wide / 25.4 * DPI / drawing.width * 96))
    shape = found.add_run().add_picture(_light(as_png(drawing, dpi)), Mm(wide), Mm(wide * ratio))
    shape._inline.docPr.set("descr", clean(told))
    shape._inline.attrib.update(_TIGHT)
    return shape


def paper(found: Paragraph, drawing: Picture, told: str, page: tuple[float, float]) -> None:
    """A drawing in the middle of a page of this width and height (mm), to whose edges it goes,
    behind the text.
    """
    shape = inline(found, drawing, told, page)
    left, top = (Mm(page[0]) - shape.width) // 2, (Mm(page[1]) - shape.height) // 2
    extent, *rest = shape._inline
    places = (_wp("simplePos", x=0, y=0), _offset("H", left), _offset("V", top))
    anchor = _wp("anchor", *places, extent, _wp("wrapNone"), *rest, **_BEHIND)
    shape._inline.getparent().replace(shape._inline, anchor)


def _light(png: bytes) -> BytesIO:
    """The picture on white in few colours: a third of the size, and no eye sees it."""
    drawn = Image.open(BytesIO(png)).convert("RGBA")
    sheet = Image.new("RGBA", drawn.size, "white")
    sheet.alpha_composite(drawn)
    few = sheet.convert("RGB").quantize(COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    light = BytesIO()
    few.save(light, "png")
    return light


def _offset(axis: str, emu: int) -> BaseOxmlElement:
    inside = _wp("posOffset")
    inside.text = str(emu)
    return _wp(f"position{axis}", inside, relativeFrom="page")


def _wp(tag: str, *inside: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    made = OxmlElement(f"wp:{tag}", {name: str(value) for name, value in attributes.items()})
    made.extend(inside)
    return made

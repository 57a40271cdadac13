"""Text on slides: its face, language and colour."""

from __future__ import annotations

from typing import Any

from liantu.briefing.archive import clean
from liantu.briefing.pptx_shapes import FACE
from liantu.diagram.theme import LIGHT


def run(
    paragraph: Any, words: str, size: float, *, bold: bool = False, color: str = LIGHT.text
) -> None:
    """A piece of text in the Chinese face and language."""
    from pptx.oxml.ns import qn  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    made = paragraph.add_run()
    made.text = clean(words)
    made.font.size, made.font.bold, made.font.name = Pt(size), bold, FACE
    made.font.color.rgb = rgb(color)
    properties = made._r.get_or_add_rPr()
    properties.set("lang", "zh-CN")
    properties.set("altLang", "en-US")
    properties.append(properties.makeelement(qn("a:ea"), {"typeface": FACE}))


def rgb(color: str) -> Any:
    """``#RRGGBB`` as a slide has it."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415

    untyped: Any = RGBColor
    return untyped.from_string(color.removeprefix("#"))

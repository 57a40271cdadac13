"""Text on slides: its face, language and colour."""

from __future__ import annotations

from typing import Any

from liantu.briefing.archive import clean
from liantu.briefing.pptx.shapes import FACE
from liantu.diagram.theme import LIGHT

LINE = 1.3
"""Distance of lines in that of type. Left to the program it is that of the typeface, and 思源黑体,
which stands in for 微软雅黑 where that is lacking, would run out of the rows of a table.
"""


def run(
    paragraph: Any, words: str, size: float, *, bold: bool = False, color: str = LIGHT.text
) -> None:
    """A piece of text in the Chinese face and language, its lines as far apart as was counted."""
    from pptx.oxml.ns import qn  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    paragraph.line_spacing = Pt(round(size * LINE, 1))
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

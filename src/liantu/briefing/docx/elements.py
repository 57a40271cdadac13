"""What python-docx has no words for: elements by name, runs of Chinese text, borders, lists."""

from __future__ import annotations

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from liantu.briefing.archive import clean

LONG_WORD = re.compile("[A-Za-z0-9]{12,}")
"""What has no place to break and may be wider than its cell."""
_ORDER = (
    *("w:framePr", "w:widowControl", "w:numPr", "w:pBdr", "w:tabs", "w:wordWrap", "w:spacing"),
    *("w:ind", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr"),
)
"""The sequence of the schema: Word calls a file damaged whose elements stand otherwise."""


def el(tag: str, *inside: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """An element of the namespace ``w``; ``attributes`` are of it too."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(inside)
    return made


def put(properties: BaseOxmlElement, child: BaseOxmlElement) -> None:
    """``child`` at its place among the properties of a paragraph."""
    at = next(n for n, name in enumerate(_ORDER, 1) if qn(name) == child.tag)
    properties.insert_element_before(child, *_ORDER[at:])


def border(properties: BaseOxmlElement, *sides: str, **line: str | int) -> None:
    """The same line at these sides of a paragraph; ``color``, ``sz`` in eighths of a point."""
    put(properties, el("pBdr", *(el(side, **{"val": "single", **line}) for side in sides)))


def numbered(properties: BaseOxmlElement, list_id: int, level: int = 0) -> None:
    """Puts a paragraph or a style into a list."""
    put(properties, el("numPr", el("ilvl", val=level), el("numId", val=list_id)))


def written(found: Paragraph, style: str, words: str = "") -> Paragraph:
    """The paragraph in this style, with a run of these words."""
    found._p.style = style
    if words:
        run(found, words)
    return found


def run(found: Paragraph, words: str, *, style: str | None = None, bold: bool | None = None) -> Run:
    """A run at the end of a paragraph; its quotes and dashes are Chinese ones."""
    made = found.add_run(clean(words))
    made._r.style = style
    made._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    made.font.bold = bold
    properties = found._p.get_or_add_pPr()
    if LONG_WORD.search(words) and properties.find(qn("w:wordWrap")) is None:
        put(properties, el("wordWrap", val=0))
    return made


def twips(millimetres: float) -> Twips:
    """A length in whole twentieths of a point, as Word counts."""
    return Twips(round(millimetres * 1440 / 25.4))

"""Numbers that Word counts: those of official headings, of lists, and points."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from liantu.briefing.docx.elements import el

POINTS, SMALL_POINTS, HEADINGS = 1, 2, 3
"""Ids of lists that are there from the beginning; those of their definitions are the same."""
NUMBERS, BRACKETS, SMALL_NUMBERS = 4, 5, 6
"""Ids of the definitions of numbered lists."""
HANG = 420
"""What a number of a plain paper hangs before its text, twips."""
_LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
"""结构层次序数 of GB/T 9704—2012."""


class Lists:
    """Gives every numbered list a number of its own, so that it begins at 1. ``official`` heads
    are numbered too; ``indent`` is that of first lines in twips, without it lists hang.
    """

    def __init__(self, document: Document, indent: int, *, official: bool) -> None:
        self._part = document.part.numbering_part.element
        for kind, shape, words, first in (
            (POINTS, "bullet", "•", indent),
            (SMALL_POINTS, "bullet", "•", 0),
            (NUMBERS, "decimal", "%1.", indent),
            (BRACKETS, "decimal", "（%1）", indent),
            (SMALL_NUMBERS, "decimal", "%1.", 0),
        ):
            self._define(kind, "singleLevel", _level(0, shape, words, first))
        if official:
            levels = (_level(at, *level, indent, head=True) for at, level in enumerate(_LEVELS))
            self._define(HEADINGS, "multilevel", *levels)
        for fixed in (POINTS, SMALL_POINTS, *([HEADINGS] if official else [])):
            self._part.add_num(fixed)

    def new(self, definition: int) -> int:
        """The id of a new list."""
        made = self._part.add_num(definition)
        made.add_lvlOverride(0).add_startOverride(1)
        return int(made.numId)

    def _define(self, number: int, kind: str, *levels: BaseOxmlElement) -> None:
        shape = el("multiLevelType", val=kind)
        self._part.append(el("abstractNum", shape, *levels, abstractNumId=number))


def _level(at: int, shape: str, words: str, first: int, *, head: bool = False) -> BaseOxmlElement:
    """Official numbers stand in the first line; others hang before their text."""
    place = {"left": 0, "firstLine": first} if first else {"left": HANG, "hanging": HANG}
    inside = [el("start", val=1), el("numFmt", val=shape)]
    if head:
        inside.append(el("pStyle", val=f"Heading{at + 1}"))
    if first:
        inside.append(el("suff", val="space" if shape == "bullet" else "nothing"))
    inside += [el("lvlText", val=words), el("lvlJc", val="left"), el("pPr", el("ind", **place))]
    return el("lvl", *inside, ilvl=at)

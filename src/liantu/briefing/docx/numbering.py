"""Numbers that Word counts: those of official headings, of lists, and points."""

from __future__ import annotations

from liantu.briefing.docx.markup import el, root

HEADINGS, NUMBERS, BRACKETS, POINTS, SMALL_NUMBERS, SMALL_POINTS = 1, 2, 3, 4, 5, 6
"""Ids of the definitions; the ids of headings and points are those of their lists as well."""
HANG = 420
"""What a number of a plain paper hangs before its text, twips."""
FIRST = 10
"""Id of the first numbered list."""
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

    def __init__(self, indent: int, *, official: bool) -> None:
        self._indent, self._official = indent, official
        self._made: list[str] = []

    def new(self, definition: int) -> int:
        """The id of a new list."""
        start = el("lvlOverride", el("startOverride", val=1), ilvl=0)
        number = FIRST + len(self._made)
        self._made.append(el("num", el("abstractNumId", val=definition), start, numId=number))
        return number

    def part(self) -> bytes:
        """``numbering.xml``."""
        first = self._indent
        kinds = (
            (NUMBERS, "decimal", "%1.", first),
            (BRACKETS, "decimal", "（%1）", first),
            (POINTS, "bullet", "•", first),
            (SMALL_NUMBERS, "decimal", "%1.", 0),
            (SMALL_POINTS, "bullet", "•", 0),
        )
        shapes = [
            _definition(kind, "singleLevel", _level(0, shape, words, indent))
            for kind, shape, words, indent in kinds
        ]
        fixed = [POINTS, SMALL_POINTS]
        if self._official:
            shapes.insert(0, self._heads())
            fixed.insert(0, HEADINGS)
        lists = (el("num", el("abstractNumId", val=at), numId=at) for at in fixed)
        return root("numbering", *shapes, *lists, *self._made)

    def _heads(self) -> str:
        levels = (
            _level(at, shape, words, self._indent, style=f"Heading{at + 1}")
            for at, (shape, words) in enumerate(_LEVELS)
        )
        return _definition(HEADINGS, "multilevel", *levels)


def numbered(list_id: int, level: int = 0) -> str:
    """What puts a paragraph or a style into a list."""
    return el("numPr", el("ilvl", val=level), el("numId", val=list_id))


def _definition(number: int, kind: str, *levels: str) -> str:
    return el("abstractNum", el("multiLevelType", val=kind), *levels, abstractNumId=number)


def _level(at: int, shape: str, words: str, first: int, *, style: str = "") -> str:
    """Official numbers stand in the first line; others hang before their text."""
    follows = "space" if shape == "bullet" else "nothing"
    return el(
        "lvl",
        el("start", val=1),
        el("numFmt", val=shape),
        el("pStyle", val=style) if style else "",
        el("suff", val=follows) if first else "",
        el("lvlText", val=words),
        el("lvlJc", val="left"),
        el(
            "pPr",
            el("ind", left=0, firstLine=first) if first else el("ind", left=HANG, hanging=HANG),
        ),
        ilvl=at,
    )

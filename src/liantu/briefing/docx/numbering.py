"""Numbers that Word counts: those of official headings, of lists, and points."""

from __future__ import annotations

from liantu.briefing.docx.markup import el, root

HEADINGS, NUMBERS, BRACKETS, POINTS = 1, 2, 3, 4
"""Ids of the definitions; the ids of headings and points are those of their lists as well."""
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
    """Gives every numbered list a number of its own, so that it begins at 1."""

    def __init__(self, indent: int) -> None:
        self._indent = indent
        self._made: list[str] = []

    def new(self, definition: int) -> int:
        """The id of a new list."""
        start = el("lvlOverride", el("startOverride", val=1), ilvl=0)
        number = FIRST + len(self._made)
        self._made.append(el("num", el("abstractNumId", val=definition), start, numId=number))
        return number

    def part(self) -> bytes:
        """``numbering.xml``. ``indent`` is the first line's, in twips; without it lists hang."""
        first = self._indent
        heads = (
            _level(at, shape, words, first, style=f"Heading{at + 1}")
            for at, (shape, words) in enumerate(_LEVELS)
        )
        definitions = (
            _definition(HEADINGS, "multilevel", *heads),
            _definition(NUMBERS, "singleLevel", _level(0, "decimal", "%1.", first)),
            _definition(BRACKETS, "singleLevel", _level(0, "decimal", "（%1）", first)),
            _definition(POINTS, "singleLevel", _level(0, "bullet", "•", first)),
        )
        fixed = (el("num", el("abstractNumId", val=at), numId=at) for at in (HEADINGS, POINTS))
        return root("numbering", *definitions, *fixed, *self._made)


def numbered(list_id: int, level: int = 0) -> str:
    """What puts a paragraph or a style into a list."""
    return el("numPr", el("ilvl", val=level), el("numId", val=list_id))


def _definition(number: int, kind: str, *levels: str) -> str:
    return el("abstractNum", el("multiLevelType", val=kind), *levels, abstractNumId=number)


def _level(at: int, shape: str, words: str, first: int, *, style: str = "") -> str:
    """Official numbers stand in the first line; others hang before their text."""
    hang = 420
    return el(
        "lvl",
        el("start", val=1),
        el("numFmt", val=shape),
        el("pStyle", val=style) if style else "",
        el("suff", val="nothing") if first else "",
        el("lvlText", val=words),
        el("lvlJc", val="left"),
        el(
            "pPr",
            el("ind", left=0, firstLine=first) if first else el("ind", left=hang, hanging=hang),
        ),
        ilvl=at,
    )

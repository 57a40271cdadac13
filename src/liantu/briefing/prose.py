"""Words of the screen and of the data as official Chinese prose writes them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from liantu.briefing.blocks import Block, Figure, Heading, Items, Numbers, Paragraph, Table
from liantu.telling.dates import spoken
from liantu.wording import text

_CHINESE = "[\u3001-\u301b\u4e00-\u9fff\uff01-\uff5e]"
_GAP = re.compile(
    rf"(?<={_CHINESE}) +(?=[\d≥≤−])|(?<=[\d%]) +(?={_CHINESE})|(?<=[≥≤]) +(?=\d)|(?<=→) +| +(?=→)"
)
_ISO_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?![\d-])")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)-((?:19|20)\d\d)(?!\d)")
_LEADING_YEAR = re.compile(r"(^|[；，约])((?:19|20)\d\d)(?![\d年至/.-])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_QUOTES = re.compile(r'"([^"]*)"')
HAN = re.compile(_CHINESE)
"""A Chinese character or stop."""
_STOPS = re.compile("([。；，])[。；，]+")
DEEP = 2
"""Brackets that stand in each other."""


def tight(words: str) -> str:
    """Without the spaces that a screen sets between Chinese and numbers (GB/T 9704 has none)."""
    return _GAP.sub("", words)


def spoken_dates(words: str) -> str:
    """Free text of the data with its ISO dates spoken; other numbers stay as they are."""
    words = _ISO_DATE.sub(lambda hit: spoken(hit[0]), words)
    words = _YEARS.sub(lambda hit: text("brief.date.years", first=hit[1], last=hit[2]), words)
    return _LEADING_YEAR.sub(lambda hit: hit[1] + spoken(hit[2]), words)


def official(words: str) -> str:
    """Full-width brackets and quotes where Chinese stands in or beside them, no gap before a
    number, no stop after a stop. English titles and formulas stay as they are.
    """
    for _ in range(DEEP):
        words = _pairs(words, _BRACKETS, "（", "）")
    words = _pairs(words, _QUOTES, "“", "”")
    return _STOPS.sub(r"\1", tight(words))


def _pairs(words: str, pattern: re.Pattern[str], first: str, last: str) -> str:
    def wide(hit: re.Match[str]) -> str:
        around = words[max(0, hit.start() - 1) : hit.start()] + words[hit.end() : hit.end() + 1]
        return f"{first}{hit[1]}{last}" if HAN.search(around + hit[1]) else hit[0]

    return pattern.sub(wide, words)


def as_printed(block: Block) -> Block:
    """The block with all its words as :func:`official` writes them; captions are so already."""
    match block:
        case Heading() | Paragraph():
            return replace(block, text=official(block.text))
        case Numbers():
            return Numbers([(official(label), official(value)) for label, value in block.pairs])
        case Items():
            return replace(block, lines=[official(line) for line in block.lines])
        case Table():
            return _table(block)
        case Figure():
            return replace(block, note=official(block.note))
        case _:
            return block


def _table(block: Table) -> Table:
    changed: dict[str, Any] = {
        "head": [official(words) for words in block.head],
        "rows": [[official(words) for words in row] for row in block.rows],
        "note": official(block.note),
    }
    return replace(block, **changed)

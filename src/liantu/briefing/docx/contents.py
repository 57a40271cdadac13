"""The table of contents: a field that Word builds, filled with the heads for viewers who do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from liantu.briefing.blocks import Block, Heading
from liantu.briefing.docx import fields
from liantu.briefing.docx.flow import Flow
from liantu.wording import text

DEEP = 60
"""With more heads than these, those of the second level are left out."""
_SHAPES = ("{}、", "（{}）", "{}.", "（{}）")


@dataclass(frozen=True, slots=True)
class Head:
    """A head of the paper; ``number`` is what Word counts before it (may be empty)."""

    level: int
    words: str
    number: str
    anchor: str


def contents(flow: Flow, heads: Sequence[Head]) -> None:
    """Title and entries; only Word knows on which pages they are, and adds that."""
    depth = 2 if sum(head.level <= 2 for head in heads) <= DEEP else 1
    shown = [head for head in heads if head.level <= depth]
    flow.add("TOCHeading", text("brief.words.contents"))
    for at, head in enumerate(shown):
        entry = flow.add(f"TOC{head.level}")
        if at == 0:
            fields.begin(entry, f'TOC \\o "1-{depth}" \\h \\z \\u')
        fields.link(entry, head.number + head.words, head.anchor)
        if at == len(shown) - 1:
            fields.end(entry)
            flow.gap()  # a section that ends with the field loses its page numbers


def heads(blocks: Iterable[Block], *, official: bool) -> list[Head]:
    """The heads of a paper in order; official ones are counted as Word does: 一、（一）1.（1）."""
    counts = [0] * len(_SHAPES)
    found: list[Head] = []
    for block in blocks:
        if isinstance(block, Heading):
            level = block.level
            counts[level - 1] += 1
            counts[level:] = [0] * (len(counts) - level)
            number = _number(level, counts[level - 1]) if official else ""
            found.append(Head(level, block.text, number, f"_Toc{len(found) + 1:06d}"))
    return found


def _number(level: int, count: int) -> str:
    shown = chinese(count) if level < 3 else str(count)
    return _SHAPES[level - 1].format(shown)


def chinese(number: int) -> str:
    """1 to 99 in Chinese."""
    digits = text("brief.docx.digits")
    tens, ones = divmod(number, 10)
    ten = digits[10] if tens else ""
    return (digits[tens] if tens > 1 else "") + ten + (digits[ones] if ones else "")

"""The blocks of a report as the body of a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from docx.text.paragraph import Paragraph as Line

from liantu.briefing.blocks import (
    Blank,
    Block,
    Break,
    Figure,
    Heading,
    Items,
    Numbers,
    Paragraph,
    Report,
    Table,
)
from liantu.briefing.docx import fields, front, pictures, tables
from liantu.briefing.docx.contents import contents, heads
from liantu.briefing.docx.elements import numbered
from liantu.briefing.docx.flow import Flow
from liantu.briefing.docx.numbering import BRACKETS, NUMBERS, SMALL_NUMBERS, SMALL_POINTS, Lists
from liantu.briefing.docx.sections import Pages, map_room
from liantu.briefing.letter import Letter

LOWEST = 48.0
"""What a picture in the text leaves of a page for its head and caption, mm."""


class Body:
    """Puts blocks into a document."""

    def __init__(
        self, flow: Flow, report: Report, pages: Pages, lists: Lists, found: Letter | None
    ) -> None:
        """``found`` is the letter of an official paper."""
        self._flow, self._report, self._pages, self._lists = flow, report, pages, lists
        self._letter = found
        self._heads = heads(report.blocks, official=pages.official)
        self._names = frozenset(fields.names(_captions(report.blocks)))
        self._head = self._marks = 0
        self._level = 1
        self._mapped = False
        self._opened = True  # nothing stands any more before the first words of the text

    def begin(self) -> None:
        """Cover or 版头 with the contents, or the head of a single page."""
        self._flow.turn(self._pages.first)
        if not self._report.contents:
            front.heading(self._flow, self._report)
            return
        if self._letter is None:
            front.cover(self._flow, self._report)
        else:
            front.masthead(self._flow, self._report, self._letter, self._pages.wide)
            self._opened = False
        self._flow.page()
        contents(self._flow, self._heads)
        self._flow.page()

    def put(self, block: Block) -> None:
        """One block; what ends a short paper stands before a drawn page at the end of it."""
        if self._report.drawn_end and block is self._report.blocks[-1]:
            self._add("Note", self._report.statement)
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                line = self._add("Note" if block.quiet else "BodyText")
                fields.refer(line, block.text, self._names)
            case Numbers():
                self._upright()
                tables.numbers(self._flow, block, self._pages.wide)
            case Items():
                self._items(block)
            case Table():
                self._caption(block.caption)
                tables.grid(self._flow, block, self._pages.wide)
                self._note(block.note)
            case Figure():
                self._figure(block)
            case Blank():
                self._upright()
                front.blank(self._flow, block, self._pages.wide)
            case Break():
                self._turn_back()
                self._flow.page()
            case _:
                assert_never(block)

    def finish(self) -> None:
        """What ends the paper."""
        if not self._report.contents:
            if not self._report.drawn_end:
                self._add("Note", self._report.statement)
        elif self._letter is not None:
            self._upright()
            front.ending(self._flow, self._letter, self._pages.sheet.body)
            front.imprint(self._flow, self._letter, self._pages.wide)

    # -- blocks

    def _heading(self, block: Heading) -> None:
        self._level = block.level
        line, anchor = self._add(f"Heading{block.level}"), self._heads[self._head].anchor
        self._head += 1
        fields.goal(line, block.text, anchor, self._mark())

    def _items(self, block: Items) -> None:
        style = "NoteList" if block.quiet else "ListNumber" if block.ordered else "ListBullet"
        number = SMALL_POINTS if block.quiet else 0  # those of other points are of their style
        if block.ordered:
            number = self._lists.new(self._shape(block))
        for words in block.lines:
            line = self._add(style)
            if number:
                numbered(line._p.get_or_add_pPr(), number)
            fields.refer(line, words, self._names)

    def _shape(self, block: Items) -> int:
        """The numbers of a list: official heads of the third level have 1. already."""
        if block.quiet:
            return SMALL_NUMBERS
        return BRACKETS if self._pages.official and self._level > 2 else NUMBERS

    def _figure(self, block: Figure) -> None:
        drawing = self._report.pictures[block.name]
        if block.whole:
            high, wide = self._pages.map_size
            self._flow.turn(self._pages.whole)
            pictures.paper(self._flow.add("Picture"), drawing, block.caption, (wide, high))
            self._mapped = True
            return
        if block.page:
            self._flow.turn(self._pages.map)
            room = map_room(self._pages.map_size, noted=bool(block.note))
        else:
            self._upright()
            room = self._pages.wide * block.share, self._pages.high - LOWEST
        pictures.inline(self._flow.add("Picture"), drawing, block.caption, room)
        self._mapped = False  # its caption and note stand on the same page
        self._caption(block.caption).paragraph_format.keep_with_next = bool(block.note)
        self._note(block.note)
        self._mapped = block.page

    # -- parts

    def _caption(self, words: str) -> Line:
        line = self._add("Caption")
        fields.caption(line, words, self._mark())
        return line

    def _note(self, words: str) -> None:
        if words:
            self._add("Note", words)

    def _mark(self) -> int:
        self._marks += 1
        return self._marks

    def _add(self, style: str, words: str = "") -> Line:
        self._upright()
        return self._flow.add(style, words)

    def _upright(self) -> None:
        """Words stand on upright pages, the first of them below whom they are for."""
        self._turn_back()
        if not self._opened and self._letter is not None:
            self._opened = True
            front.slot(self._flow, "Addressee", self._letter.addressee)

    def _turn_back(self) -> None:
        if self._mapped:
            self._flow.turn(self._pages.text)
            self._mapped = False


def _captions(blocks: Iterable[Block]) -> Iterable[str]:
    return (block.caption for block in blocks if isinstance(block, Table | Figure))

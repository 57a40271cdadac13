"""The blocks of a report as the body of a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

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
from liantu.briefing.docx.contents import Head, contents, heads
from liantu.briefing.docx.flow import Flow
from liantu.briefing.docx.markup import Para, el, para, run
from liantu.briefing.docx.numbering import (
    BRACKETS,
    NUMBERS,
    SMALL_NUMBERS,
    SMALL_POINTS,
    Lists,
    numbered,
)
from liantu.briefing.docx.sections import Pages, map_room
from liantu.briefing.letter import Letter
from liantu.render.pictures import as_png

LOWEST = 48.0
"""What a picture in the text leaves of a page for its head and caption, mm."""


class Body:
    """Puts the blocks into a flow; ``pictures`` fills with PNG by relation."""

    def __init__(self, report: Report, pages: Pages, lists: Lists, found: Letter | None) -> None:
        """``found`` is the letter of an official paper."""
        self._report, self._pages, self._lists = report, pages, lists
        self._letter = found
        self.pictures: dict[str, bytes] = {}
        self._flow = Flow(pages.text(first=True))
        self._heads = iter(heads(report.blocks, official=pages.official))
        self._names = frozenset(fields.names(_captions(report.blocks)))
        self._marks = 0
        self._level = 1
        self._mapped = False
        self._opening: Para | None = None  # what stands before the first words of the text

    def begin(self) -> None:
        """Cover or 版头 with the contents, or the head of a single page."""
        report, found = self._report, self._letter
        if not report.contents:
            self._extend(front.heading(report))
            return
        if found is None:
            self._extend(front.cover(report))
        else:
            self._extend(front.masthead(report, found, self._pages.wide))
        self._flow.page()
        self._extend(contents(heads(report.blocks, official=self._pages.official)))
        self._flow.page()
        if found is not None:
            self._opening = front.slot("Addressee", found.addressee)

    def put(self, block: Block) -> None:
        """One block."""
        match block:
            case Heading():
                self._heading(next(self._heads))
            case Paragraph():
                words = fields.referring(block.text, self._names)
                self._add(Para("Note" if block.quiet else "BodyText", words))
            case Numbers():
                self._upright()
                self._flow.table(tables.numbers(block, self._pages.room), captioned=False)
            case Items():
                self._items(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Blank():
                self._add(front.blank(block, self._pages.room))
            case Break():
                self._turn_back()
                self._flow.page()
            case _:
                assert_never(block)

    def finish(self) -> bytes:
        """What ends the paper, then ``document.xml``."""
        if not self._report.contents:
            self._add(para("Note", self._report.statement))
        elif self._letter is not None:
            self._extend(front.ending(self._letter, self._pages.sheet.body))
            self._add(front.imprint(self._letter, self._pages.room))
            self._flow.close()  # a frame belongs to the paragraph after it
        return self._flow.part()

    # -- blocks

    def _heading(self, head: Head) -> None:
        self._level = head.level
        words = fields.bookmarked(run(head.words), head.anchor, self._mark())
        self._add(Para(f"Heading{head.level}", words))

    def _items(self, block: Items) -> None:
        style, differs = "ListBullet", {}
        if block.quiet:
            style, differs = "NoteList", {"numPr": numbered(SMALL_POINTS)}
        if block.ordered:
            style = "NoteList" if block.quiet else "ListNumber"
            differs = {"numPr": numbered(self._lists.new(self._shape(block)))}
        for line in block.lines:
            self._add(Para(style, fields.referring(line, self._names), differs))

    def _shape(self, block: Items) -> int:
        """The numbers of a list: official heads of the third level have 1. already."""
        if block.quiet:
            return SMALL_NUMBERS
        return BRACKETS if self._pages.official and self._level > 2 else NUMBERS

    def _table(self, block: Table) -> None:
        self._add(self._caption(block.caption))
        self._flow.table(tables.grid(block, self._pages.room), noted=bool(block.note))
        if block.note:
            self._add(para("Note", block.note))

    def _figure(self, block: Figure) -> None:
        if block.whole:
            self._whole(block)
            return
        if block.page:
            self._flow.turn(self._pages.map())
            room = map_room(self._pages.map_size, noted=bool(block.note))
        else:
            self._upright()
            room = self._pages.wide * block.share, self._pages.high - LOWEST
        self._flow.add(pictures.inline(self._drawn(block, room)))
        follows = el("keepNext", val=int(bool(block.note)))
        if not block.whole:  # such a page has its title in the picture
            self._flow.add(self._caption(block.caption).having(keepNext=follows))
        if block.note:
            self._flow.add(para("Note", block.note))
        self._mapped = block.page

    def _whole(self, block: Figure) -> None:
        """A picture that is a page itself, with its own head and foot."""
        self._flow.turn(self._pages.map(whole=True))
        high, wide = self._pages.map_size
        self._flow.add(pictures.paper(self._drawn(block, (wide, high)), (wide, high)))
        self._mapped = True

    def _drawn(self, block: Figure, room: tuple[float, float]) -> pictures.Placed:
        drawing = self._report.pictures[block.name]
        size = pictures.fitted(drawing, *room)
        number = len(self.pictures) + 1
        relation = f"image{number}"
        self.pictures[relation] = as_png(drawing, pictures.dots(drawing, size[0]))
        return pictures.Placed(relation, number, block.caption, size)

    # -- parts

    def _caption(self, words: str) -> Para:
        return Para("Caption", fields.captioned(words, self._mark()))

    def _mark(self) -> int:
        self._marks += 1
        return self._marks

    def _extend(self, made: Iterable[Para]) -> None:
        for one in made:
            self._add(one)

    def _add(self, one: Para) -> None:
        self._upright()
        self._flow.add(one)

    def _upright(self) -> None:
        """Words stand on upright pages, the first of them below whom they are for."""
        self._turn_back()
        if self._opening is not None:
            opening, self._opening = self._opening, None
            self._flow.add(opening)

    def _turn_back(self) -> None:
        if self._mapped:
            self._flow.turn(self._pages.text())
            self._mapped = False


def _captions(blocks: Iterable[Block]) -> Iterable[str]:
    return (block.caption for block in blocks if isinstance(block, Table | Figure))

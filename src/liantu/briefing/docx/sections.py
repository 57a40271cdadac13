"""Pages: their size and margins, and what stands at their head and foot."""

from __future__ import annotations

from dataclasses import dataclass

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section, _Footer, _Header
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from liantu.briefing.docx import fields
from liantu.briefing.docx.elements import run, twips, written
from liantu.briefing.office import Sheet

A4, A3 = (210.0, 297.0), (297.0, 420.0)
SIDE, ABOVE, BELOW = 12.0, 12.0, 18.0
"""Margins of the page of a map, mm; head and foot are inside of them."""
CAPTION = 12.0
"""What is kept for the caption below a map, mm."""
LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


@dataclass(frozen=True, slots=True)
class Pages:
    """``mark`` and ``title`` (either may be empty) stand at the head, ``foot`` below the number
    of every page; official numbers stand outside: right on odd pages, left on even ones.
    ``cover`` pages have neither; ``fold`` puts maps on A3.
    """

    sheet: Sheet
    mark: str
    title: str
    foot: str
    official: bool
    cover: bool
    fold: bool

    @property
    def map_size(self) -> tuple[float, float]:
        """Height and width of the page of a map, mm."""
        return A3 if self.fold else A4

    @property
    def wide(self) -> float:
        """Width of the text, mm."""
        return A4[0] - self.sheet.left - self.sheet.right

    @property
    def high(self) -> float:
        """Height of the text, mm."""
        return A4[1] - self.sheet.top - self.sheet.bottom

    def first(self, section: Section) -> None:
        """The first section: its head and foot are those of all others; it may have a cover."""
        self._head(section.header)
        if self.official:
            self._head(section.even_page_header)
        self._foot(section.footer, RIGHT)
        if self.official:
            self._foot(section.even_page_footer, LEFT)
        self.text(section)
        section.different_first_page_header_footer = self.cover

    def text(self, section: Section) -> None:
        """The section of upright pages."""
        sheet = self.sheet
        edges = (sheet.top, sheet.right, sheet.bottom, sheet.left)
        _shape(section, A4, edges, min(15.0, sheet.top / 2), max(6.0, sheet.bottom - 21.0))

    def map(self, section: Section) -> None:
        """The section of one map on a page of its own, laid on its side."""
        _shape(section, self.map_size[::-1], (ABOVE, SIDE, BELOW, SIDE), 5.0, 5.0)

    def whole(self, section: Section) -> None:
        """That of a picture which has its own head and foot: the page shows mark and number."""
        self.map(section)
        section.different_first_page_header_footer = True
        section.first_page_header.is_linked_to_previous = False
        section.first_page_footer.is_linked_to_previous = False
        header = section.first_page_header.paragraphs[0]
        run(header, self.mark, bold=True)
        header.alignment = RIGHT
        if self.cover or self.official:  # the drawing left room for it
            number = section.first_page_footer.paragraphs[0]
            number.alignment = RIGHT
            self._number(number)

    def _head(self, header: _Header) -> None:
        header.is_linked_to_previous = False
        run(header.paragraphs[0], self.mark, bold=True)
        run(header.paragraphs[0], f"  {self.title}")
        header.paragraphs[0].alignment = RIGHT if self.official else None

    def _foot(self, footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
        footer.is_linked_to_previous = False
        number = footer.paragraphs[0]
        if self.official:
            number.paragraph_format.left_indent = number.paragraph_format.right_indent = Pt(14)
            number.alignment = side
        self._number(number)
        if self.foot:
            written(footer.add_paragraph(), "FooterNote", self.foot)

    def _number(self, found: Paragraph) -> None:
        if self.official:
            run(found, "\u2014 ")
        fields.simple(found, "PAGE", "1")
        if self.official:
            run(found, " \u2014")


def map_room(size: tuple[float, float], *, noted: bool) -> tuple[float, float]:
    """Width and height for a map on a page of this size, mm; ``noted`` maps have a note below."""
    high, wide = size
    return wide - 2 * SIDE, high - ABOVE - BELOW - CAPTION * (1 + noted)


def _shape(
    section: Section,
    size: tuple[float, float],
    edges: tuple[float, float, float, float],
    head: float,
    foot: float,
) -> None:
    """Width and height; top, right, bottom, left; how far head and foot are from the edge: mm."""
    wide, high = size
    section.orientation = WD_ORIENT.LANDSCAPE if wide > high else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = twips(wide), twips(high)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(
        twips, edges
    )
    section.header_distance, section.footer_distance = twips(head), twips(foot)
    section.gutter = Mm(0)
    section.different_first_page_header_footer = False

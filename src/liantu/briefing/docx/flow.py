"""Paragraphs and tables one after another, on pages that begin without an empty one."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document
from docx.section import Section
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from liantu.briefing.docx.elements import written

AFTER_TABLE, LEAST = Pt(6), Pt(1)
"""The line that parts a table from what follows, and one that is only formal."""


class Flow:
    """A section's properties follow its last paragraph, so that no empty paragraph is left to
    fill a page.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._last: Paragraph | None = None  # of the section
        self._gap: Paragraph | None = None  # where that is the line below a table
        self._fresh = False

    def add(self, style: str, words: str = "") -> Paragraph:
        """A paragraph; ``style`` is the id of its style."""
        made = written(self.document.add_paragraph(), style, words)
        if self._fresh:
            self._shrink()
            made.paragraph_format.page_break_before = True
        self._last, self._gap, self._fresh = made, None, False
        return made

    def gap(self, height: Length = LEAST) -> Paragraph:
        """An empty line."""
        made = self.add("Normal")
        made.paragraph_format.space_before = made.paragraph_format.space_after = Pt(0)
        made.paragraph_format.line_spacing = height
        return made

    def before_table(self, *, captioned: bool) -> None:
        """Without a caption a line parts a table from what stands before."""
        if not captioned or self._fresh:
            self.gap(AFTER_TABLE).paragraph_format.keep_with_next = True

    def after_table(self) -> None:
        """The line that parts a table from what follows."""
        self._gap = self.gap(AFTER_TABLE)

    def page(self) -> None:
        """What follows begins a page; nothing happens at the beginning of a section."""
        self._fresh = self._last is not None

    def turn(self, shape: Callable[[Section], None]) -> None:
        """What follows stands in another section of this shape, on a new page."""
        if self._last is not None:
            self._shrink()
            section = self.document.add_section()
            bearer = section._sectPr.getprevious()  # an empty paragraph, which would fill a line
            self._last._p.set_sectPr(bearer.pPr.sectPr)
            bearer.getparent().remove(bearer)
        shape(self.document.sections[-1])
        self._last, self._gap, self._fresh = None, None, False

    def _shrink(self) -> None:
        """The line below a table at the end of a page must not begin the next page."""
        if self._gap is not None:
            self._gap.paragraph_format.line_spacing = LEAST

"""Paragraphs and tables one after another, on pages that begin without an empty one."""

from __future__ import annotations

from dataclasses import dataclass, field

from liantu.briefing.docx.markup import Para, el, root

AFTER_TABLE, LEAST = 120, 20
"""Twips of the line that parts a table from what follows, and of one that is only formal."""


@dataclass(slots=True)
class Flow:
    """``section`` is the open one; its properties follow its last paragraph, so that no empty
    paragraph is left to fill a page.
    """

    section: str
    _made: list[Para | str] = field(default_factory=list)
    _begun: bool = False
    _fresh: bool = False

    def add(self, one: Para) -> None:
        """A paragraph."""
        if self._fresh:
            self._shrink()
            one = one.having(pageBreakBefore=el("pageBreakBefore"))
        self._made.append(one)
        self._begun, self._fresh = True, False

    def table(self, xml: str, *, captioned: bool = True, noted: bool = False) -> None:
        """A table and the line that parts it from the next one, unless a note follows; without a
        caption another line parts it from what stands before.
        """
        if not captioned or self._fresh:
            self.add(gap(AFTER_TABLE).having(keepNext=el("keepNext")))
        self._made += [xml] if noted else [xml, gap(AFTER_TABLE)]
        self._begun = True

    def close(self) -> None:
        """A line that is only formal, for what has to stand before a paragraph."""
        self._made.append(gap(LEAST))

    def page(self) -> None:
        """What follows begins a page; nothing happens at the beginning of a section."""
        self._fresh = self._begun

    def turn(self, section: str) -> None:
        """What follows stands in another section, on a new page."""
        if self._begun:
            self._shrink()
            last = self._made[-1]
            assert isinstance(last, Para)
            self._made[-1] = last.having(sectPr=self.section)
        self.section, self._begun, self._fresh = section, False, False

    def part(self) -> bytes:
        """``document.xml``."""
        made = (one if isinstance(one, str) else one.xml() for one in self._made)
        return root("document", el("body", *made, self.section))

    def _shrink(self) -> None:
        """The line below a table at the end of a page must not begin the next page."""
        if self._made and self._made[-1] == gap(AFTER_TABLE):
            self._made[-1] = gap(LEAST)


def gap(height: int) -> Para:
    """An empty line of so many twips."""
    line = el("spacing", before=0, after=0, line=height, lineRule="exact")
    return Para("Normal", "", {"spacing": line})

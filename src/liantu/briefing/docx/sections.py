"""Pages: their size and margins, and what stands at their head and foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liantu.briefing.docx import fields
from liantu.briefing.docx.markup import Para, el, para, root, run, twips
from liantu.briefing.office import Sheet

A4, A3 = (210.0, 297.0), (297.0, 420.0)
SIDE, ABOVE, BELOW = 12.0, 12.0, 18.0
"""Margins of the page of a map, mm; head and foot are inside of them."""
CAPTION = 12.0
"""What is kept for the caption below a map, mm."""


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
    def room(self) -> int:
        """Width of the text, twips."""
        return twips(self.wide)

    @property
    def wide(self) -> float:
        """Width of the text, mm."""
        return A4[0] - self.sheet.left - self.sheet.right

    @property
    def high(self) -> float:
        """Height of the text, mm."""
        return A4[1] - self.sheet.top - self.sheet.bottom

    def parts(self) -> Mapping[str, bytes]:
        """Headers and footers by the name of their part."""
        head = Para("Header", run(self.mark, bold=True) + run(f"  {self.title}"))
        if self.official:
            head = head.having(jc=el("jc", val="right"))
        found = {"header": root("hdr", head.xml()), "footer": self._foot(odd=True)}
        mark = Para("Header", run(self.mark, bold=True)).having(jc=el("jc", val="right"))
        found["header-whole"] = root("hdr", mark.xml())
        found["footer-whole"] = root("ftr", para("Footer", "").xml())
        if self.official:
            found |= {"header-even": found["header"], "footer-even": self._foot(odd=False)}
        return found

    def text(self, *, first: bool = False) -> str:
        """The section of upright pages; the ``first`` one may have a cover without a head."""
        sheet = self.sheet
        edges = (sheet.top, sheet.right, sheet.bottom, sheet.left)
        margins = _margins(edges, min(15.0, sheet.top / 2), max(6.0, sheet.bottom - 21.0))
        titled = el("titlePg") if first and self.cover else ""
        return self._section(el("pgSz", w=twips(A4[0]), h=twips(A4[1])), margins, titled)

    def map(self, *, whole: bool = False) -> str:
        """The section of one map on a page of its own, laid on its side; a ``whole`` page has
        its own head and foot and shows the mark only.
        """
        high, wide = self.map_size
        margins = _margins((ABOVE, SIDE, BELOW, SIDE), 5.0, 5.0)
        paper = el("pgSz", w=twips(wide), h=twips(high), orient="landscape")
        return self._section(paper, margins, el("titlePg") if whole else "", whole=whole)

    def _section(self, paper: str, margins: str, titled: str, *, whole: bool = False) -> str:
        turns = {"default": ""} | ({"even": "-even"} if self.official else {})
        turns |= {"first": "-whole"} if whole else {}
        references = "".join(
            f'<w:{where}Reference w:type="{turn}" r:id="{where}{end}"/>'
            for where in ("header", "footer")
            for turn, end in turns.items()
        )
        kept = (el("type", val="nextPage"), paper, margins, el("cols", space=425), titled)
        return el("sectPr", references, *kept, el("docGrid", linePitch=312))

    def _foot(self, *, odd: bool) -> bytes:
        dash = "\u2014" if self.official else ""
        shown = run(f"{dash} ") + fields.page() + run(f" {dash}") if dash else fields.page()
        number = Para("Footer", shown)
        if self.official:
            number = number.having(
                jc=el("jc", val="right" if odd else "left"), ind=el("ind", left=280, right=280)
            )
        told = (para("FooterNote", self.foot).xml(),) if self.foot else ()
        return root("ftr", number.xml(), *told)


def map_room(size: tuple[float, float], *, noted: bool) -> tuple[float, float]:
    """Width and height for a map on a page of this size, mm; ``noted`` maps have a note below."""
    high, wide = size
    return wide - 2 * SIDE, high - ABOVE - BELOW - CAPTION * (1 + noted)


def _margins(edges: tuple[float, float, float, float], head: float, foot: float) -> str:
    """Top, right, bottom, left, and how far head and foot are from the edge, all mm."""
    named = dict(zip(("top", "right", "bottom", "left"), map(twips, edges), strict=True))
    return el("pgMar", **named, header=twips(head), footer=twips(foot), gutter=0)

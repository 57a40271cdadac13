"""The named looks of a paper: one style for each kind of paragraph, so that an office changes it
in one place.
"""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from liantu.briefing.docx.base import CHINESE, ENGLISH
from liantu.briefing.docx.elements import border, el, numbered, put
from liantu.briefing.docx.numbering import HEADINGS, POINTS
from liantu.briefing.docx.sections import Pages
from liantu.wording import text

ACCENT, QUIET, RULE, RED = "1657A8", "5B6875", "C3CCD6", "FF0000"
PARTS = (16.0, 12.0, 0.0)
"""Type of the three heads of a plain paper, pt; never less than that of the text."""
BELOW_TITLE = 0.6
"""A head is not larger than this share of the title: the page of a visit is short of room."""
OFFICIAL_PARTS = (16.0, 16.0, 16.0, 16.0)
"""3号 throughout: faces tell the levels of an official paper (GB/T 9704—2012)."""
LARGEST_MARK = 48.0
"""发文机关标志, pt; a long name is set smaller."""
LATIN = "Times New Roman"
PITCH = 0.0
"""Instead of a number of lines: the pitch of the text."""
LEFT, CENTER, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
BOTH = WD_ALIGN_PARAGRAPH.JUSTIFY


class Styles:
    """Adds styles to a document; ``faces`` is the typeface of each role by its Chinese name."""

    def __init__(self, document: Document, pages: Pages, faces: Mapping[str, str]) -> None:
        self._styles, self._pages, self._faces = document.styles, pages, faces
        self._sheet, self._official = pages.sheet, pages.official
        self._first = pages.sheet.indent * pages.sheet.body

    def add(self) -> None:
        """All of them."""
        language = el("lang", val=ENGLISH, eastAsia=CHINESE)
        size = el("sz", val=round(self._sheet.body * 2))
        letters = el("rPr", fonts(self._faces["body"]), size, language)
        defaults = el("docDefaults", el("rPrDefault", letters), el("pPrDefault"))
        self._styles.element.insert(0, defaults)
        self._text()
        self._heads()
        self._small()
        self._contents()
        self._edges()
        if self._official:
            self._letter()
        self._table()
        for name in ("Title", "Caption", "TOC Heading"):
            self._styles[name].next_paragraph_style = self._styles["Body Text"]

    def _text(self) -> None:
        body, official, align = self._sheet.body, self._official, CENTER if self._official else LEFT
        self._add("Body Text", body, line=PITCH, first=self._first, align=BOTH, after=not official)
        for name in ("List Number", "List Bullet"):
            lines = self._add(name, body, line=PITCH, based="Body Text", after=1)
            lines.paragraph_format.alignment = BOTH if official else LEFT
        numbered(lines.element.get_or_add_pPr(), POINTS)
        title = self._add("Title", self._sheet.title, face="title", line=1.15, before=12, after=8)
        title.paragraph_format.alignment = align
        size, face = (14.0, "second") if official else (12.0, "")
        self._add(_own("cover"), size, id_="Cover", face=face, line=1.3, align=align)

    def _heads(self) -> None:
        sheet, official = self._sheet, self._official
        faces = ("head", "second", "body", "body") if official else ("head",) * 3
        for level, part in enumerate(OFFICIAL_PARTS if official else PARTS):
            size = max(min(part, sheet.title * BELOW_TITLE), sheet.body)
            head = self._add(
                f"Heading {level + 1}",
                size,
                face=faces[level],
                bold=level > 1 if official else True,
                color="" if official or level == 1 else ACCENT,
                first=self._first,
                before=0 if official else size * 0.65,
                after=0 if official else size * 0.25,
                keep=True,
            )
            _at_least(head, max(sheet.pitch, size * 1.3))
            head.paragraph_format.keep_together = True
            head.next_paragraph_style = self._styles["Body Text"]
            properties = head.element.get_or_add_pPr()
            put(properties, el("outlineLvl", val=level))
            if official:
                numbered(properties, HEADINGS, level)

    def _small(self) -> None:
        """What stands in and around tables and pictures."""
        size = self._sheet.table
        small = max(size - 0.5, 7.0)
        self._add(_own("note"), small, id_="Note", color=QUIET, line=1.2, before=3, after=6)
        self._add(_own("small"), small, id_="NoteList", color=QUIET, line=1.15)
        fill = self._add(_own("fill"), size, id_="Fill", color=QUIET, line=1.2, before=6, after=6)
        fill.paragraph_format.left_indent = fill.paragraph_format.right_indent = Pt(5)
        sides = ("top", "left", "bottom", "right")
        border(fill.element.get_or_add_pPr(), *sides, val="dashed", sz=4, space=4, color=QUIET)
        body = self._sheet.body
        self._add(_own("picture"), body, id_="Picture", align=CENTER, keep=True, before=3)
        self._add("Caption", small, bold=True, align=CENTER, keep=True, before=5, after=3)
        self._add(_own("table"), size, id_="TableText", line=1.05)
        self._add(_own("head"), size, id_="TableHead", line=1.05, bold=True, color=QUIET, keep=True)
        self._add(_own("label"), 8.5, id_="FigureLabel", line=1.05, color=QUIET)
        self._add(_own("value"), 14.0, id_="FigureValue", line=1.05, bold=True)
        blank = self._styles.add_style(_own("blank"), WD_STYLE_TYPE.CHARACTER)
        blank.style_id, blank.quick_style = "Blank", True
        _letters(blank, body, QUIET)

    def _contents(self) -> None:
        size = max(10.5, self._sheet.body - 2)
        self._add("TOC Heading", 16, face="head", bold=True, align=CENTER, before=6, after=12)
        first = self._add("toc 1", size, id_="TOC1", line=1.5)
        second = self._add("toc 2", max(9.0, size - 1), id_="TOC2", line=1.3)
        second.paragraph_format.left_indent = Pt(21)
        for entry in (first, second):
            entry.paragraph_format.tab_stops.add_tab_stop(
                Mm(self._pages.wide), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
            )

    def _edges(self) -> None:
        """Head and foot of a page."""
        self._add("Header", 8.0, color=QUIET)
        page, size = ("page", 14.0) if self._official else ("", 8.0)
        self._add("Footer", size, face=page, align=CENTER)
        self._add(_own("foot"), 7.5, id_="FooterNote", color=QUIET, align=CENTER)

    def _letter(self) -> None:
        """The elements of GB/T 9704—2012 around the text."""
        body, pitch = self._sheet.body, self._sheet.pitch
        mark = self._add(_own("masthead"), LARGEST_MARK, id_="Masthead", face="title")
        mark.paragraph_format.space_before = Mm(35)
        mark.font.color.rgb = RGBColor.from_string(RED)
        number = self._add(_own("number"), body, id_="DocumentNumber", before=2 * pitch)
        mark.paragraph_format.alignment = number.paragraph_format.alignment = CENTER
        border(number.element.get_or_add_pPr(), "bottom", sz=12, space=11, color=RED)
        addressee = self._add(_own("addressee"), body, id_="Addressee", line=PITCH, before=pitch)
        addressee.next_paragraph_style = self._styles["Body Text"]
        attachment = self._add(_own("attachment"), body, id_="Attachment", line=PITCH)
        attachment.paragraph_format.left_indent = Pt(2 * body)
        self._add(_own("signature"), body, id_="Signature", line=PITCH, align=RIGHT)
        self._add(_own("imprint"), 14.0, id_="Imprint", line=1.25)

    def _add(
        self,
        name: str,
        size: float,
        *,
        id_: str = "",
        based: str = "Normal",
        face: str = "",
        bold: bool = False,
        color: str = "",
        line: float = 1.0,
        before: float = 0.0,
        after: float = 0.0,
        first: float = 0.0,
        align: WD_ALIGN_PARAGRAPH | None = None,
        keep: bool = False,
    ) -> ParagraphStyle:
        """A paragraph style; a ``name`` in Chinese is not one of Word's. ``face`` is a role;
        sizes, spaces and the indent of the ``first`` line are in points.
        """
        style: ParagraphStyle = self._styles.add_style(
            name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.isascii()
        )
        style.style_id, style.quick_style = id_ or name.replace(" ", ""), True
        style.base_style = self._styles[based]
        if face:
            style.element.get_or_add_rPr().append(fonts(self._faces[face], latin=face != "page"))
        _letters(style, size, color)
        style.font.bold = bold or None
        shape = style.paragraph_format
        shape.space_before, shape.space_after = Pt(before), Pt(after)
        shape.alignment, shape.keep_with_next = align, keep or None
        if first:
            shape.first_line_indent = Pt(first)
        if line == PITCH:
            _at_least(style, self._sheet.pitch)
        else:
            shape.line_spacing = line
        return style

    def _table(self) -> None:
        """Rules below rows; a full grid where official."""
        line: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0}
        line["color"] = "000000" if self._official else RULE
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        drawn = sides if self._official else ("top", "bottom", "insideH")
        widths = (("top", 40), ("left", 80), ("bottom", 40), ("right", 80))
        margins = (el(side, w=width, type="dxa") for side, width in widths)
        borders = el("tblBorders", *(el(side, **line) for side in drawn))
        style = self._styles.add_style(_own("grid"), WD_STYLE_TYPE.TABLE)
        style.style_id, style.quick_style = "ReportTable", True
        style.base_style = self._styles["Normal Table"]
        style.element.append(el("tblPr", borders, el("tblCellMar", *margins)))


def fonts(face: str, *, latin: bool = True) -> BaseOxmlElement:
    """A Chinese face, with the Latin one of official papers beside it or alone."""
    other = LATIN if latin else face
    return el("rFonts", ascii=other, hAnsi=other, eastAsia=face, cs=other)


def half_points(size: float) -> Length:
    """The nearest size of type that Word has; python-docx would take the next smaller one."""
    return Pt(round(size * 2) / 2)


def _own(name: str) -> str:
    return text(f"brief.look.{name}")


def _letters(style: CharacterStyle, size: float, color: str) -> None:
    style.font.size = half_points(size)
    if color:
        style.font.color.rgb = RGBColor.from_string(color)


def _at_least(style: ParagraphStyle, points: float) -> None:
    """A pitch: an exact one would cut a picture that somebody puts in."""
    style.paragraph_format.line_spacing = Pt(points)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST

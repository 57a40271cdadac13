"""A report as DOCX for those who rewrite it: real headings, tables and captions."""

from __future__ import annotations

import datetime
import io
from typing import Any, assert_never

from liantu.briefing.archive import clean, repacked
from liantu.briefing.blocks import (
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
from liantu.briefing.office import SHEETS, Office, Sheet
from liantu.briefing.typefaces import NAMED
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.render.pictures import as_png
from liantu.wording import text

LATIN = "Times New Roman"
CHINESE = "zh-CN"
LOOSE = 1.3
"""Pitch of a line that is larger than the text, as a share of its type."""
DPI = 200
FOOT = 7.5
"""Type of what stands at the foot of every page, pt."""
A4, A3 = (210.0, 297.0), (297.0, 420.0)


def to_docx(report: Report, office: Office, progress: Progress | None = None) -> bytes:
    """The document in memory, the same bytes for the same report.

    Raises ``ExportError`` where Word's or Qt's libraries are missing, or ``Cancelled``.
    """
    try:
        from liantu.render.headless import prepare  # noqa: PLC0415  pictures need Qt

        prepare()
        writer = _Writer(report, office, progress or Progress())
    except ImportError as error:
        raise ExportError("render.word", reason=error) from error
    return writer.write()


class _Writer:
    """Puts the blocks of a report into one python-docx document."""

    def __init__(self, report: Report, office: Office, progress: Progress) -> None:
        import docx  # noqa: PLC0415  only exports need it

        self._report, self._office, self._progress = report, office, progress
        self._sheet: Sheet = SHEETS[office.style]
        self._fonts = NAMED[office.style]
        self._document: Any = docx.Document()
        self._styles()
        self._speak()
        self._page(self._document.sections[0], A4)

    def write(self) -> bytes:
        """All blocks, then the file."""
        self._head()
        blocks = self._report.blocks
        for at, block in enumerate(blocks):
            self._progress.step(at, len(blocks))
            self._put(block)
        self._describe()
        target = io.BytesIO()
        self._document.save(target)
        return repacked(target.getvalue())

    # -- set-up

    def _styles(self) -> None:
        from docx.shared import Pt  # noqa: PLC0415

        sheet = self._sheet
        sizes = {"Title": sheet.title, "Heading 1": 16, "Heading 2": 14, "Heading 3": sheet.body}
        self._font(self._document.styles["Normal"], self._fonts["body"], sheet.body)
        pace = self._document.styles["Normal"].paragraph_format
        pace.line_spacing, pace.space_after = Pt(sheet.pitch), Pt(0)
        faces = {"Title": "title", "Heading 2": "second"}
        for name, size in sizes.items():
            style = self._document.styles[name]
            self._font(style, self._fonts[faces.get(name, "head")], size, bold=name != "Title")
            style.paragraph_format.line_spacing = Pt(max(sheet.pitch, size * LOOSE))
            style.paragraph_format.space_before = Pt(size * 0.6)
            style.paragraph_format.space_after = Pt(size * 0.3)

    def _speak(self) -> None:
        """The language of the text, which the template has as English and Japanese."""
        from docx.oxml.ns import qn  # noqa: PLC0415

        roots = (self._document.styles.element, self._document.settings.element)
        for root in roots:
            for name in ("w:lang", "w:themeFontLang"):
                for language in root.iter(qn(name)):
                    language.set(qn("w:eastAsia"), CHINESE)

    def _font(self, style: Any, face: str, size: float, *, bold: bool = False) -> None:
        from docx.oxml.ns import qn  # noqa: PLC0415
        from docx.shared import Pt, RGBColor  # noqa: PLC0415

        style.font.name, style.font.size = LATIN, Pt(size)
        style.font.bold, style.font.italic = bold, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(key), None)
        fonts.set(qn("w:eastAsia"), face)

    def _page(self, section: Any, size: tuple[float, float], *, landscape: bool = False) -> None:
        from docx.enum.section import WD_ORIENT  # noqa: PLC0415
        from docx.shared import Mm  # noqa: PLC0415

        width, height = reversed(size) if landscape else size
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(width), Mm(height)
        sheet = self._sheet
        sides = (
            (12, 12, 12, 12) if landscape else (sheet.top, sheet.bottom, sheet.left, sheet.right)
        )
        names = ("top_margin", "bottom_margin", "left_margin", "right_margin")
        for name, side in zip(names, sides, strict=True):
            setattr(section, name, Mm(side))

    def _head(self) -> None:
        report = self._report
        self._document.add_heading(clean(report.title), 0)
        for line in report.lines:
            self._document.add_paragraph(clean(line))
        self._small(report.statement)
        section = self._document.sections[0]
        mark = f"{text('brief.mark')}  " if self._office.mark else ""
        section.header.paragraphs[0].text = clean(f"{mark}{report.title}")
        self._foot(section)

    def _foot(self, section: Any) -> None:
        """What the data hold, small, above the page number; later sections take it over."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
        from docx.shared import Pt  # noqa: PLC0415

        first = section.footer.paragraphs[0]
        if self._report.foot:
            run = first.add_run(clean(self._report.foot))
            run.font.size = Pt(FOOT)
            first.alignment = WD_ALIGN_PARAGRAPH.CENTER
            first.paragraph_format.line_spacing = 1.0
            first = section.footer.add_paragraph()
        _page_number(first)

    def _describe(self) -> None:
        core = self._document.core_properties
        moment = datetime.datetime(2000, 1, 1)
        core.title, core.author = clean(self._report.title), clean(self._report.region)
        core.created = core.modified = moment
        core.last_modified_by, core.revision, core.comments = "", 1, ""

    # -- blocks

    def _put(self, block: Block) -> None:
        match block:
            case Heading():
                self._document.add_heading(clean(block.text), block.level)
            case Paragraph(quiet=True):
                self._small(block.text)
            case Paragraph():
                paragraph = self._document.add_paragraph(clean(block.text))
                self._indent(paragraph)
            case Numbers():
                words = "    ".join(f"{label} {value}" for label, value in block.pairs)
                self._document.add_paragraph(clean(words))
            case Items():
                for at, line in enumerate(block.lines, 1):
                    mark = f"{at}. " if block.ordered else "• "
                    self._document.add_paragraph(clean(mark + line))
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Break():
                self._document.add_page_break()
            case _:
                assert_never(block)

    def _indent(self, paragraph: Any) -> None:
        from docx.shared import Pt  # noqa: PLC0415

        paragraph.paragraph_format.first_line_indent = Pt(self._sheet.indent * self._sheet.body)

    def _small(self, words: str, *, bold: bool = False, centred: bool = False) -> Any:
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
        from docx.shared import Pt  # noqa: PLC0415

        paragraph = self._document.add_paragraph()
        run = paragraph.add_run(clean(words))
        run.font.size, run.bold = Pt(self._sheet.table), bold
        paragraph.paragraph_format.line_spacing = 1.2
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def _table(self, block: Table) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
        from docx.oxml import OxmlElement  # noqa: PLC0415
        from docx.shared import Mm, Pt  # noqa: PLC0415

        self._small(block.caption, bold=True, centred=True).paragraph_format.keep_with_next = True
        made = self._document.add_table(rows=1, cols=len(block.head), style="Table Grid")
        made.autofit = False
        room = A4[0] - self._sheet.left - self._sheet.right
        whole = sum(block.widths)
        rows = [block.head, *block.rows]
        for column, width in zip(made.columns, block.widths, strict=True):
            column.width = Mm(
                room * width / whole
            )  # the grid: Word goes by the cells, others by it
        for at, row in enumerate(rows):
            cells = made.rows[0].cells if at == 0 else made.add_row().cells
            for column, words in enumerate(row):
                cells[column].width = Mm(room * block.widths[column] / whole)
                paragraph = cells[column].paragraphs[0]
                paragraph.paragraph_format.line_spacing = 1.15
                run = paragraph.add_run(clean(words))
                run.font.size, run.bold = Pt(self._sheet.table), at == 0
                if column in block.numeric:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        if block.note:
            self._small(block.note)

    def _figure(self, block: Figure) -> None:
        from docx.enum.section import WD_SECTION  # noqa: PLC0415
        from docx.shared import Mm  # noqa: PLC0415

        drawing = self._report.pictures[block.name]
        size = A3 if self._office.fold else A4
        if block.page:
            self._page(self._document.add_section(WD_SECTION.NEW_PAGE), size, landscape=True)
        room = size[1] - 24 if block.page else A4[0] - self._sheet.left - self._sheet.right
        deep = size[0] - 24 - 16 if block.page else 200.0
        width = min(room, deep * drawing.width / max(drawing.height, 1.0)) * block.share
        dots = max(1, round(width / 25.4 * DPI / drawing.width * 96))
        self._document.add_picture(io.BytesIO(as_png(drawing, dots)), width=Mm(width))
        pace = self._document.paragraphs[-1].paragraph_format
        pace.line_spacing, pace.keep_with_next = 1.0, True  # an exact pitch would clip the picture
        self._small(block.caption, bold=True, centred=True)
        if block.note:
            self._small(block.note)
        if block.page:
            self._page(self._document.add_section(WD_SECTION.NEW_PAGE), A4)


def _page_number(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)

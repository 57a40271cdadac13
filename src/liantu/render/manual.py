"""Chapters of the manual as a text document: on screen, and as a PDF of A4 pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from liantu.diagram.theme import LIGHT
from liantu.render.fonts import FAMILY, register_fonts
from liantu.telling.help import book
from liantu.wording import text

SCREEN_PX, PAPER_PX = 14, 13
"""Size of running text."""
_HEADS = {1: 1.65, 2: 1.25, 3: 1.1}
"""Size of a heading by its level, in running text."""
_SHARES = {2: (24, 76), 3: (28, 24, 48)}
"""Widths of the columns of a table, per cent."""
_LINE, _ROW = 115, 100
"""Height of a line in running text and in tables, per cent; the font has much room of its own."""
_PADDING, _GAP = 5, 6
_OBJECT = "\ufffc"
"""Stands in the text for a picture."""
A4, EDGE = QSizeF(794, 1123), QMarginsF(68, 64, 68, 72)
"""A page and its margins at 96 px to the inch."""
_INNER = QSizeF(A4.width() - EDGE.left() - EDGE.right(), A4.height() - EDGE.top() - EDGE.bottom())
_NONE = QMarginsF()
_DPI, _PX = 1200, 96
_FEW = 0.15
"""Part of a page that is too little for one of its own."""
_NARROWER = (0.9, 0.8, 0.7)
"""Widths of pictures that are tried to save such a page, as shares of the text."""

Front = Callable[[Sequence[int]], str]
"""Makes the first page."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours of a text, ``#RRGGBB``."""

    text: str = LIGHT.text
    secondary: str = LIGHT.secondary
    line: str = LIGHT.line
    ground: str = LIGHT.ground
    accent: str = LIGHT.accent
    mark: str = LIGHT.ground


def fill(
    document: QTextDocument, markdown: str, ink: Ink, size: int, width: float, ratio: float = 0
) -> None:
    """Take over Markdown as it is to look; pictures are as wide as they are, ``width`` at most, and
    made smaller for a screen of so many dots to the pixel (0: for paper, which takes them whole).
    """
    document.setBaseUrl(QUrl.fromLocalFile(f"{book.folder()}/"))
    font = QFont(FAMILY)
    font.setPixelSize(size)
    document.setDefaultFont(font)
    document.setMarkdown(
        book.PICTURE.sub(r"![\1](\2)\n\n*\1*", markdown),
        QTextDocument.MarkdownFeature.MarkdownDialectGitHub,
    )
    _Dresser(document, ink, size, width, ratio).dress()


class _Dresser:
    """Gives what was read from Markdown its sizes, colours and lines."""

    def __init__(
        self, document: QTextDocument, ink: Ink, size: int, width: float, ratio: float
    ) -> None:
        self._document, self._ink, self._ratio = document, ink, ratio
        self._size, self._width = size, width

    def dress(self) -> None:
        """All of it; a document that is not shown yet is laid out but once, afterwards."""
        for block in blocks(self._document):
            self._dress_block(block)
        for table in tables(self._document):
            self._dress_table(table)

    def _dress_block(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        inside = QTextCursor(block).currentTable() is not None
        shape = QTextBlockFormat()
        high = _ROW if inside or block.text() == _OBJECT else _LINE
        shape.setLineHeight(high, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(self._size * _HEADS.get(level, 0.0) * 0.8)
        shape.setBottomMargin(0 if inside else _GAP)
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(shape)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        if level:
            cursor.mergeCharFormat(self._head(level))
        for fragment in fragments(block):
            self._dress_fragment(fragment)

    def _head(self, level: int) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        shape.setProperty(
            QTextFormat.Property.FontPixelSize, round(self._size * _HEADS.get(level, 1.0))
        )
        shape.setFontWeight(QFont.Weight.Bold)
        shape.setForeground(QColor(self._ink.accent if level == 1 else self._ink.text))
        return shape

    def _dress_fragment(self, fragment: QTextCursor) -> None:
        found = fragment.charFormat()
        shape = QTextCharFormat()
        shape.setFontFamilies([FAMILY])
        if found.isImageFormat():
            self._fit(fragment)
            return
        if found.isAnchor():
            shape.setForeground(QColor(self._ink.accent))
            shape.setFontUnderline(False)
        elif found.fontItalic():  # the line below a picture; the font has no slanted face
            shape.setFontItalic(False)
            shape.setForeground(QColor(self._ink.secondary))
        fragment.mergeCharFormat(shape)

    def _fit(self, fragment: QTextCursor) -> None:
        shape = fragment.charFormat().toImageFormat()
        picture = QImage(str(book.folder() / shape.name()))
        shape.setWidth(min(picture.width(), self._width))
        shape.setHeight(shape.width() * picture.height() / max(picture.width(), 1))
        fragment.setCharFormat(shape)
        if self._ratio:
            self._shrink(picture, shape.width(), shape.name())

    def _shrink(self, picture: QImage, width: float, name: str) -> None:
        """Smoothly, which the painter of texts does not do."""
        smooth = Qt.TransformationMode.SmoothTransformation
        small = picture.scaledToWidth(round(width * self._ratio), smooth)
        small.setDevicePixelRatio(self._ratio)
        url = self._document.baseUrl().resolved(QUrl(name))
        self._document.addResource(QTextDocument.ResourceType.ImageResource, url, small)

    def _dress_table(self, table: QTextTable) -> None:
        shape = table.format()
        shares = _SHARES.get(table.columns(), (100 / table.columns(),) * table.columns())
        shape.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
        )
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shape.setBorder(1)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(QColor(self._ink.line))
        shape.setBorderCollapse(True)
        shape.setCellPadding(_PADDING)
        shape.setCellSpacing(0)
        shape.setHeaderRowCount(1)
        table.setFormat(shape)
        for at in range(table.columns()):
            cell = table.cellAt(0, at)
            head = QTextCharFormat(cell.format())
            head.setBackground(QColor(self._ink.ground))
            head.setFontWeight(QFont.Weight.Bold)
            cell.setFormat(head)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Every paragraph in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> list[QTextCursor]:
    """The pieces of a paragraph that look alike, each selected."""
    spans, at = [], block.begin()
    while not at.atEnd():
        piece = at.fragment()
        spans.append((piece.position(), piece.length()))
        at += 1
    return [_selected(block, *span) for span in spans]


def _selected(block: QTextBlock, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def tables(document: QTextDocument) -> Iterator[QTextTable]:
    """Every table."""
    found = document.rootFrame().childFrames()
    return (frame for frame in found if isinstance(frame, QTextTable))


def heading(document: QTextDocument, title: str) -> QTextBlock | None:
    """The heading with these words."""
    found = (b for b in blocks(document) if b.blockFormat().headingLevel() and b.text() == title)
    return next(found, None)


# -- paper


def manual() -> bytes:
    """The whole manual with its contents."""
    chapters = [chapter.markdown for chapter in book.book()]
    return to_pdf(text("help.name"), chapters, book.front)


def sheet() -> bytes:
    """The sheet of shortcuts."""
    return to_pdf(text("help.sheet.name"), [book.sheet()])


def to_pdf(title: str, parts: Sequence[str], front: Front | None = None) -> bytes:
    """Texts on A4 pages, each from a new page; before them, on one page, what ``front`` makes of
    the numbers of their first pages. Raises :class:`ExportError` if the bundled font is damaged.
    """
    register_fonts()
    laid = [_laid(part) for part in parts]
    firsts = [*accumulate((one.pageCount() for one in laid), initial=2)][:-1]
    documents = [_laid(front(firsts)), *laid] if front else laid
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _paint(buffer, documents, title)
    return bytes(buffer.data().data())


def _laid(markdown: str) -> QTextDocument:
    """A text in pages, none of which ends with a heading; where the last has only a few lines,
    pictures make room for them.
    """
    document = _paged(markdown, 1.0)
    for share in _NARROWER:
        if not _ends_short(document):
            break
        narrower = _paged(markdown, share)
        if narrower.pageCount() < document.pageCount():
            return narrower
    return document


def _ends_short(document: QTextDocument) -> bool:
    """Whether the last of several pages is nearly empty."""
    end = document.documentLayout().blockBoundingRect(document.lastBlock()).bottom()
    left = end - (document.pageCount() - 1) * _INNER.height()
    return document.pageCount() > 1 and left < _FEW * _INNER.height()


def _paged(markdown: str, share: float) -> QTextDocument:
    """A text in pages with pictures of at most a share of their width."""
    document = QTextDocument()
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    fill(document, markdown, Ink(), PAPER_PX, _INNER.width() * share)
    document.setPageSize(_INNER)
    headings = [b for b in blocks(document) if b.blockFormat().headingLevel()]
    for block in headings[1:]:
        if _is_alone(block):
            shape = QTextBlockFormat()
            shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).mergeBlockFormat(shape)
            document.setPageSize(A4)  # another size and back: all is laid out anew
            document.setPageSize(_INNER)
    return document


def _is_alone(block: QTextBlock) -> bool:
    """Whether what a heading stands above begins on the next page."""
    here, after = _first_line(block), _first_line(block.next())
    return int(here // _INNER.height()) != int((after + 2 * PAPER_PX) // _INNER.height())


def _first_line(block: QTextBlock) -> float:
    """Where the first line is: that of a picture may stand on the page after its paragraph."""
    top = block.document().documentLayout().blockBoundingRect(block).top()
    lines = block.layout()
    return top + (lines.lineAt(0).y() if lines.lineCount() else 0.0)


def _paint(device: QIODevice, documents: Sequence[QTextDocument], title: str) -> None:
    writer = QPdfWriter(device)
    writer.setTitle(title)
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, _NONE)
    )
    painter = QPainter(writer)
    painter.scale(_DPI / _PX, _DPI / _PX)
    pages = [(one, at) for one in documents for at in range(one.pageCount())]
    for number, (document, at) in enumerate(pages, start=1):
        if number > 1:
            writer.newPage()
        _paint_page(painter, document, at)
        _foot(painter, text("help.foot", title=title, page=number))
    painter.end()


def _paint_page(painter: QPainter, document: QTextDocument, page: int) -> None:
    top = page * _INNER.height()
    painter.save()
    painter.translate(QPointF(EDGE.left(), EDGE.top() - top))
    document.drawContents(painter, QRectF(QPointF(0, top), _INNER))
    painter.restore()


def _foot(painter: QPainter, words: str) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(PAPER_PX - 2)
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.secondary))
    foot = QRectF(0, A4.height() - EDGE.bottom() + 16, A4.width(), 24)
    painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, words)

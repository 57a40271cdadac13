"""A chapter as it is read: text with pictures, links between chapters, words found marked."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from liantu.render.manual import SCREEN_PX, Ink, fill, heading
from liantu.telling.help.book import folder
from liantu.ui.style.look import Tones
from liantu.wording import text

EDGE = 20
"""Room around the text, px."""
LEAST = 240


class Page(QTextBrowser):
    """``asked`` carries the chapter and the section that a link leads to."""

    asked = Signal(str, str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("manualPage")
        self.setAccessibleName(text("ui.manual.page"))
        self.setOpenLinks(False)
        self.setSearchPaths([str(folder())])
        self.document().setDocumentMargin(EDGE)
        self._ink = _ink(tones)
        self._markdown, self._words, self._laid = "", "", 0
        self._title, self._marked = "", list[int]()
        self._filling = False
        # A bar that came with the text would make the page narrower, and fill it anew while it is.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._on_link)

    def set_tones(self, tones: Tones) -> None:
        """Take other colours."""
        self._ink = _ink(tones)
        self._fill()

    def show_markdown(self, markdown: str, words: str = "") -> None:
        """Show a text from its top; ``words`` are marked in it."""
        self._markdown, self._words, self._title = markdown, words, ""
        self._fill()

    def go_to(self, title: str) -> None:
        """Bring a heading to the top, or what is marked below it into sight."""
        self._title = title
        block = heading(self.document(), title) if title else None
        if block is not None:
            self._scroll_to(block)
        start = block.position() if block is not None else 0
        first = next((at for at in self._marked if at >= start), None)
        if first is not None:
            self._scroll_to(self.document().findBlock(first), self.viewport().height() // 3)

    def _scroll_to(self, block: QTextBlock, above: int = EDGE // 2) -> None:
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are no wider than the page."""
        super().resizeEvent(event)
        if self._markdown and self._room() != self._laid and not self._filling:
            top = self.cursorForPosition(QPoint(EDGE, EDGE)).position()
            at_top = not self.verticalScrollBar().value()
            self._fill()
            if not at_top:
                self._scroll_to(self.document().findBlock(top))

    def showEvent(self, event: QShowEvent) -> None:
        """Only now it is known how high everything is."""
        super().showEvent(event)
        self.go_to(self._title)

    def changeEvent(self, event: QEvent) -> None:
        """The size of type has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._markdown:
            self._fill()

    def _room(self) -> int:
        return max(self.viewport().width() - 2 * EDGE, LEAST)

    def _fill(self) -> None:
        self._laid = self._room()
        document = QTextDocument(self)
        ratio = self.devicePixelRatioF()
        fill(document, self._markdown, self._ink, SCREEN_PX, self._laid, ratio)
        document.setDocumentMargin(EDGE)
        self._filling = True  # a page filled anew within would take away what is being shown
        self.setDocument(document)  # which takes the one before away
        self._filling = False
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._mark()

    def _mark(self) -> None:
        shape = QTextCharFormat()
        shape.setBackground(QColor(self._ink.mark))
        found: list[QTextEdit.ExtraSelection] = []
        self._marked.clear()
        words, told = re.escape(self._words), self.toPlainText()
        for match in re.finditer(words, told, re.IGNORECASE) if words else ():
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(match.start())
            cursor.setPosition(match.end(), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, shape  # type: ignore[attr-defined]
            found.append(selection)
            self._marked.append(match.start())
        self.setExtraSelections(found)

    def _on_link(self, url: QUrl) -> None:
        chapter, _, section = url.toString(QUrl.ComponentFormattingOption.FullyDecoded).partition(
            "#"
        )
        self.asked.emit(chapter.rsplit("/", 1)[-1], section)


def _ink(tones: Tones) -> Ink:
    return Ink(tones.ink, tones.secondary, tones.line, tones.hover, tones.accent, tones.chosen)

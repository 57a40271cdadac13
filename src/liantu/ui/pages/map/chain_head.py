"""What stands above the chain list: how many there are, and what its columns count."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from liantu.telling import classes
from liantu.ui.pages.map.chain_delegate import COLUMN, EDGE
from liantu.ui.seen.chain_rows import COLUMNS
from liantu.ui.style.look import Tones
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

HEIGHT = 25


class ChainHead(QWidget):
    """``button`` asks for icons or for the wide list."""

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.tones = tones
        self._icons = False
        self.setFixedHeight(HEIGHT)
        self.title = label("", "chainsTitle")
        self.button = QToolButton()
        self.button.setObjectName("bare")
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, 4, 0)
        row.setSpacing(2)
        row.addWidget(self.title)
        row.addWidget(self.button)
        row.addStretch(1)
        self.take_icons(False, False)

    def count(self, chains: int) -> None:
        """How many chains are listed."""
        self.title.setText(text("ui.chains.title", count=chains))

    def take_icons(self, shown: bool, kept: bool) -> None:
        """``shown``: icons are seen now; ``kept``: the list is one of icons."""
        self._icons = shown
        self.title.setHidden(shown)
        self.button.setText(text("ui.chains.open.sign" if kept else "ui.chains.close.sign"))
        words = text("ui.verb.chain_icons")
        self.button.setAccessibleName(words)
        plain_tip(self.button, text("ui.tip.key", words=words, key="Ctrl+B"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the letters of the columns over them."""
        super().paintEvent(event)
        if self._icons:
            return
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        right = self.width() - EDGE
        for at, word in enumerate(reversed(COLUMNS)):
            painter.setPen(QColor(self.tones.theme.tones[word].color))
            cell = QRect(right - (at + 1) * COLUMN, 0, COLUMN, self.height())
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(cell, align, classes.letter(word))
        painter.end()

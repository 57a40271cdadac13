"""The field in the header that opens the search palette."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

WIDEST = 460
LEAST = (218, 180, 52)
"""Width that the field asks for, before it gives way and after each of the two times it does."""
ICON = 100
"""A narrower field is a button with one word."""
WORDS = ("ui.search.button", "ui.search.button.brief", "ui.search")


class SearchButton(QPushButton):
    """Tells as much of what it finds as is told whole in its width."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName(text("ui.search"))
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        plain_tip(self, text("ui.search.tip"))
        self._level = 0
        self.words, self.keys = label("", "hint"), label(text("ui.search.keys"), "hint")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 10, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.words)
        self._row.addStretch(1)
        self._row.addWidget(self.keys)
        self.give_way(0, True)

    def give_way(self, level: int, taken: bool) -> None:
        """Ask for less from the first to the last of :data:`LEAST`."""
        self._level = level if taken else level - 1
        self.setMinimumWidth(LEAST[max(self._level, 0)])
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell what fits."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setMaximumWidth(LEAST[-1] if self._level == len(LEAST) - 1 else WIDEST)
        small = self.width() < ICON
        self.keys.setVisible(not small)
        self._row.setContentsMargins(*((6, 0, 6, 0) if small else (10, 0, 10, 0)))
        if small:
            self.words.setText(text(WORDS[-1]))
            return
        room = self.width() - self.keys.sizeHint().width() - 28
        metrics = self.words.fontMetrics()
        whole = [text(code) for code in WORDS]
        fits = [words for words in whole if metrics.horizontalAdvance(words) <= room]
        self.words.setText(fits[0] if fits else whole[-1])

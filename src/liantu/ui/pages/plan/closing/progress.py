"""How far a search for plans is, with the button that gives it up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from liantu.ui.widgets.text import label
from liantu.wording import text


class Going(QWidget):
    """``given_up``: the user wants no more of it. Hidden while nothing goes on."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "secondary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(220)
        self.cancel = QPushButton(text("ui.cancel"))
        self.cancel.clicked.connect(self.given_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.words, self.bar, self.cancel):
            row.addWidget(widget)
        row.addStretch(1)
        self.hide()

    def begin(self, words: str) -> None:
        """Something takes a while."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.show()

    def step(self, done: int, total: int) -> None:
        """So much of it is done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

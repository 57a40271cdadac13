"""What the window shows until the first folder is read: which one, and after a moment how far."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from liantu.ui.widgets.text import label
from liantu.wording import text

WIDTH, HEIGHT = 320, 8
"""Of the bar, px."""
FOOT = 64
"""Height that is kept for the bar, the words and the button below it, so that nothing jumps."""


class ReadingPage(QWidget):
    """``give_up`` is what the button does; ``None``: nothing can be given up as yet."""

    def __init__(self, folder: Path, give_up: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.setObjectName("centre")
        self.setAccessibleName(text("ui.reading.title"))
        self._give_up = give_up
        self._bar: QProgressBar | None = None
        self._at = (0, 0)
        self._folder = _centred(str(folder), "secondary")
        self.words = label("", "secondary")
        self._foot = QVBoxLayout()
        self._foot.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(self._foot)
        holder.setMinimumHeight(FOOT)
        box = QVBoxLayout(self)
        box.setSpacing(14)
        box.addStretch(2)
        box.addWidget(_centred(text("ui.reading.title"), "pageTitle"))
        box.addWidget(self._folder)
        box.addWidget(holder)
        box.addStretch(3)

    def show_folder(self, folder: Path) -> None:
        """Name another folder, of which nothing is read as yet."""
        self._folder.setText(str(folder))
        self.step(0, 0)

    def show_progress(self) -> None:
        """It takes a while: show how far it is, and let it be given up."""
        give_up = self._give_up
        if self._bar is not None or give_up is None:
            return
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(WIDTH, HEIGHT)
        cancel = QPushButton(text("ui.cancel"))
        cancel.setAccessibleName(text("ui.cancel"))
        cancel.clicked.connect(lambda _=False: give_up())
        for part in (self._bar, self.words, cancel):
            self._foot.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self.step(*self._at)

    def step(self, done: int, total: int) -> None:
        """So many of so many files are read; 0 of 0 before that is known."""
        self._at = (done, total)
        code = "ui.reading.files" if done < total else "ui.reading.diagnosing"
        self.words.setText(text(code, done=done, total=total) if total else "")
        if self._bar is not None:
            self._bar.setRange(0, total)
            self._bar.setValue(done)


def _centred(words: str, name: str) -> QLabel:
    made = label(words, name, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made

"""What every page shows for a folder without a chain: why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from liantu.ui.notices import Offers
from liantu.ui.widgets.text import label
from liantu.wording import text


class EmptyPage(QWidget):
    """Offers to ``choose`` another folder beside what the notes offer."""

    def __init__(self, choose: Callable[[], None], offers: Offers) -> None:
        super().__init__()
        self.setObjectName("centre")
        self.setAccessibleName(text("ui.empty.title"))
        self._folder = label("", "secondary", wrap=True)
        self._folder.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.buttons = [
            _button("ui.verb.open", choose),
            _button("ui.verb.shipped", offers.open_shipped),
            _button("ui.problems.show", offers.show_problems),
        ]
        row = QHBoxLayout()
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        title = label(text("ui.empty.title"), "pageTitle")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box = QVBoxLayout(self)
        box.setSpacing(14)
        box.addStretch(2)
        box.addWidget(title)
        box.addWidget(self._folder)
        box.addLayout(row)
        box.addStretch(3)

    def show_folder(self, folder: Path) -> None:
        """Name the folder that holds no chain."""
        self._folder.setText(text("ui.empty.folder", folder=folder))


def _button(code: str, run: Callable[[], None]) -> QPushButton:
    button = QPushButton(text(code))
    button.setAccessibleName(text(code))
    button.clicked.connect(lambda _=False: run())
    return button

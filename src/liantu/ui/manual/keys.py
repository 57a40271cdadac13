"""快捷键一览: every key and movement of the mouse, menu by menu; not modal, can be printed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from liantu.render import manual as papers
from liantu.telling.help import book
from liantu.ui.manual.page import Page
from liantu.ui.manual.paper import Paper
from liantu.ui.style.look import Tones
from liantu.ui.widgets.dialog_rows import fit
from liantu.wording import text

SIZE = QSize(620, 600)
"""Size where the screen has room for it, px."""


class KeysWindow(QDialog):
    """The chapter of the manual about keys, alone."""

    def __init__(self, tones: Tones, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.keys.title"))
        self.page = Page(tones)
        self.page.show_markdown(book.sheet())
        self.paper = Paper(self)
        self.save = QPushButton(text("ui.manual.pdf"))
        self.save.clicked.connect(lambda: self.paper.ask(text("ui.keys.title"), papers.sheet))
        close = QPushButton(text("ui.close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.paper, 1)
        row.addWidget(self.save)
        row.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 10)
        box.addWidget(self.page, 1)
        box.addLayout(row)
        fit(self, SIZE)
        self.page.setFocus()

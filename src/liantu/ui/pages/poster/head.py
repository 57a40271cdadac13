"""The row above the sheet: whose page, on what paper, with or without lines, how near."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QToolButton, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.page import SIZES
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

HEIGHT = 38
PAPERS = tuple(paper for paper in SIZES if paper != "A2")
"""Papers that a page is laid out for."""


class PosterHead(QWidget):
    """``chain_chosen`` carries the id of a chain, empty for the city; ``changed`` tells of another
    paper or of the lines.
    """

    chain_chosen = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("head")
        self.setAccessibleName(text("ui.poster.head"))
        self.setFixedHeight(HEIGHT)
        self._serial = -1
        self.chain, self.paper = Combo(), Combo()
        self.chain.setAccessibleName(text("ui.poster.chain"))
        self.chain.setMaxVisibleItems(24)
        self.chain.activated.connect(lambda: self.chain_chosen.emit(self.chain.currentData()))
        self.paper.setAccessibleName(text("ui.export.paper"))
        for paper in PAPERS:
            self.paper.addItem(paper, paper)
        self.paper.currentIndexChanged.connect(self.changed)
        self.lines = QCheckBox(text("ui.poster.lines"))
        self.lines.setChecked(True)
        plain_tip(self.lines, text("ui.poster.lines.tip"))
        self.lines.toggled.connect(self.changed)
        self.note = label("", "secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(8)
        for part in (self.chain, label(text("ui.export.paper")), self.paper, self.lines, self.note):
            self._row.addWidget(part)
        self._row.addStretch(1)

    def add_verbs(self, actions: Mapping[str, QAction]) -> None:
        """Put buttons for verbs, by their id, at the right end."""
        for key, action in actions.items():
            button = QToolButton()
            button.setText(text(f"ui.poster.{key}"))
            run_by(button, action)
            self._row.addWidget(button)

    def show_chain(self, reading: Reading, chain: str) -> None:
        """Offer the city and its chains, with that one chosen."""
        if reading.serial != self._serial:
            self._serial = reading.serial
            self.chain.clear()
            self.chain.addItem(text("ui.poster.city"), "")
            for item in reading.atlas.chains.values():
                self.chain.addItem(item.label, item.id)
        self.chain.setCurrentIndex(max(0, self.chain.findData(chain)))
        self.lines.setVisible(bool(chain))

"""The row above a list on the page 清单: its name, a sentence of counts, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from liantu.ui.lists.grid import Grid
from liantu.ui.lists.tools import ColumnsButton, CopyButton, filter_field
from liantu.ui.widgets.text import Elided, label
from liantu.wording import text

LOW, HIGH = 44, 48
"""Height on a small window and on a large one."""


class Head(QFrame):
    """``weights_asked``, ``new_asked``, ``export_asked``, ``side_asked`` (filters) are wished."""

    weights_asked = Signal()
    new_asked = Signal()
    export_asked = Signal()
    side_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("listHead")
        self.setFixedHeight(LOW)
        self.side = _button("ui.facet.open", self.side_asked)
        self.title = label("", "pageTitle")
        self.sentence = Elided("", "secondary")
        self.field = filter_field()
        self.weights = _button("ui.list.weights", self.weights_asked)
        self.new = _button("ui.list.new", self.new_asked)
        self.export = _button("ui.list.export.xlsx", self.export_asked)
        self.export.setObjectName("primary")
        self._acts = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.side)
        row.addWidget(self.title)
        row.addWidget(self.sentence, 1)
        for part in (self.field, self.weights, self.new, self._acts, self.export):
            row.addWidget(part)
        self.side.hide()

    def show_list(self, name: str, acts: QWidget, *, scored: bool, kept: bool) -> None:
        """Name the list; one that is scored has weights, one that is ``kept`` takes new entries."""
        self.title.setText(name)
        self.weights.setVisible(scored)
        self.new.setVisible(kept)
        if self._acts.indexOf(acts) < 0:
            self._acts.addWidget(acts)
        self._acts.setCurrentWidget(acts)


class Acts(QWidget):
    """The buttons of one list: its columns, and copying."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.columns = ColumnsButton(grid)
        self.copy = CopyButton(grid, text("ui.list.copy.wps"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.columns)
        row.addWidget(self.copy)


def _button(code: str, does: SignalInstance) -> QPushButton:
    button = QPushButton(text(code))
    button.setObjectName("small")
    button.clicked.connect(does)
    return button

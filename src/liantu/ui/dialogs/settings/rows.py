"""A list of names with buttons that add, take away and move them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from liantu.ui.widgets.buttons import button
from liantu.wording import text

T = TypeVar("T")
UP, DOWN = -1, 1


def moved(rows: Sequence[T], at: int, by: int) -> list[T]:
    """The rows with one of them moved; as they were where there is no room."""
    found, to = list(rows), at + by
    if 0 <= at < len(found) and 0 <= to < len(found):
        found[at], found[to] = found[to], found[at]
    return found


class Rows(QWidget):
    """``chosen`` carries the place of the row that is chosen; ``ticked`` place and state."""

    chosen = Signal(int)
    ticked = Signal(int, bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setObjectName("settingsRows")
        self.list.setAccessibleName(name)
        self.list.currentRowChanged.connect(self.chosen)
        self.list.itemChanged.connect(self._on_changed)
        self.row = QHBoxLayout()
        self.row.setSpacing(4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.list, 1)
        box.addLayout(self.row)

    def take_buttons(self, *codes: tuple[str, Callable[[], object]]) -> None:
        """Buttons below the list, from left to right."""
        for code, run in codes:
            made = button(text(code), run)
            made.setObjectName("small")
            made.setAccessibleName(f"{self.list.accessibleName()} {text(code)}")
            self.row.addWidget(made)
        self.row.addStretch(1)

    def show_rows(self, words: Sequence[str], at: int, ticks: Sequence[bool] = ()) -> None:
        """Show rows, one of them chosen, without telling anybody."""
        self.list.blockSignals(True)
        self.list.clear()
        for place, one in enumerate(words):
            item = QListWidgetItem(one)
            if ticks:
                state = Qt.CheckState.Checked if ticks[place] else Qt.CheckState.Unchecked
                item.setCheckState(state)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(at, 0), len(words) - 1))
        self.list.blockSignals(False)

    @property
    def at(self) -> int:
        """The place of the chosen row; -1 where there is none."""
        return self.list.currentRow()

    def _on_changed(self, item: QListWidgetItem) -> None:
        self.ticked.emit(self.list.row(item), item.checkState() == Qt.CheckState.Checked)

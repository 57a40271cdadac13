"""A list of names to be ticked: a click anywhere on a row does it, and Space and Enter do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

CHECKED, CLEAR = Qt.CheckState.Checked, Qt.CheckState.Unchecked
KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Ticks(QListWidget):
    """``changed`` tells that the user has ticked something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.itemClicked.connect(self._turn)

    def offer(self, rows: Iterable[tuple[str, str]]) -> None:
        """Offer other rows (id and words), none of them ticked."""
        self.clear()
        for key, words in rows:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, key)
            # Ticked by the whole row: with the flag, Qt would turn the box a second time.
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(CLEAR)
            self.addItem(item)

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids in their order."""
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in self._items())

    def ticked(self) -> tuple[str, ...]:
        """Ids of the ticked rows in their order."""
        found = (item for item in self._items() if item.checkState() == CHECKED)
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in found)

    def tick(self, wanted: Sequence[str]) -> None:
        """Tick these and no others, without telling; the first comes into sight."""
        for item in self._items():
            inside = item.data(Qt.ItemDataRole.UserRole) in wanted
            item.setCheckState(CHECKED if inside else CLEAR)
        first = next((item for item in self._items() if item.checkState() == CHECKED), None)
        if first is not None:
            self.scrollToItem(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick the row that the keys are on."""
        item = self.currentItem()
        if event.key() in KEYS and item is not None:
            self._turn(item)
        else:
            super().keyPressEvent(event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(at) for at in range(self.count())]

    def _turn(self, item: QListWidgetItem) -> None:
        item.setCheckState(CLEAR if item.checkState() == CHECKED else CHECKED)
        self.changed.emit()

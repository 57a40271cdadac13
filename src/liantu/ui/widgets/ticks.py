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
        self._offered: tuple[tuple[str, str], ...] = ()
        self._ids: tuple[str, ...] = ()
        self._ticked = set[str]()
        self.itemClicked.connect(self._turn)

    def offer(self, rows: Iterable[tuple[str, str]]) -> None:
        """Offer other rows (id and words), none of them ticked."""
        found = tuple(rows)
        if found == self._offered:
            self.tick(())
            return
        self.clear()
        self._offered, self._ids = found, tuple(key for key, _ in found)
        self._ticked.clear()
        for _, words in found:
            item = QListWidgetItem(words)
            # Ticked by the whole row: with the flag, Qt would turn the box a second time.
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(CLEAR)
            self.addItem(item)

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids in their order."""
        return self._ids

    def ticked(self) -> tuple[str, ...]:
        """Ids of the ticked rows in their order."""
        return tuple(key for key in self._ids if key in self._ticked)

    def tick(self, wanted: Sequence[str]) -> None:
        """Tick these and no others, without telling; the first comes into sight."""
        meant = set(wanted).intersection(self._ids)
        for at, key in enumerate(self._ids):
            if (key in meant) != (key in self._ticked):
                self.item(at).setCheckState(CHECKED if key in meant else CLEAR)
        self._ticked = meant
        first = next((at for at, key in enumerate(self._ids) if key in meant), None)
        if first is not None:
            self.scrollToItem(self.item(first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick the row that the keys are on."""
        item = self.currentItem()
        if event.key() in KEYS and item is not None:
            self._turn(item)
        else:
            super().keyPressEvent(event)

    def _turn(self, item: QListWidgetItem) -> None:
        key = self._ids[self.row(item)]
        (self._ticked.discard if key in self._ticked else self._ticked.add)(key)
        item.setCheckState(CHECKED if key in self._ticked else CLEAR)
        self.changed.emit()

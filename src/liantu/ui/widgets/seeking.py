"""A choice that is found by name or pinyin: a button opens the list, what is typed leaves what
fits.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.telling.searching.matching import fits
from liantu.ui.widgets.popover import pop_up
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

SHOWN = 12
"""Entries that are seen at once."""
WIDTH = 240
_KEY = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SeekList(QWidget):
    """``picked`` carries the key of what was chosen."""

    picked = Signal(str)

    def __init__(self, name: str, options: Mapping[str, str], key: str) -> None:
        super().__init__()
        self._options, self._chosen = options, key
        self.line = QLineEdit()
        self.line.setPlaceholderText(text("ui.seek"))
        self.line.setAccessibleName(text("ui.seek"))
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        box.addWidget(self.list)
        self._fill()
        row = max(self.list.sizeHintForRow(0), self.line.sizeHint().height())
        self.list.setFixedHeight(min(len(options), SHOWN) * row + 4)
        self.setFixedWidth(WIDTH)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows go through what fits, Enter takes it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row = self.list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        elif key in _ENTER:
            if self.list.currentItem() is not None:
                self._take(self.list.currentItem())
        else:
            return False
        return True

    def _fill(self) -> None:
        typed = self.line.text().strip()
        self.list.clear()
        for key, words in self._options.items():
            if not typed or fits(typed, (words,)):
                item = QListWidgetItem(words)
                item.setData(_KEY, key)
                self.list.addItem(item)
                if key == self._chosen:
                    self.list.setCurrentItem(item)
        if typed or self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem) -> None:
        self.picked.emit(str(item.data(_KEY)))


class SeekButton(QToolButton):
    """``chosen`` carries the key of what the user picked instead."""

    chosen = Signal(str)

    def __init__(self, name: str, width: int) -> None:
        super().__init__()
        self._name, self._options = name, dict[str, str]()
        self.key = ""
        self.frame: QFrame | None = None
        self.seek: SeekList | None = None
        self.setMinimumWidth(width)
        plain_tip(self, text("ui.seek.tip", name=name))
        self.clicked.connect(lambda _=False: self.open())
        self.offer({}, "")

    def offer(self, options: Mapping[str, str], key: str) -> None:
        """Offer keys with their words; ``key`` is the chosen one."""
        self._options, self.key = dict(options), key if key in options else ""
        words = self._options.get(self.key, self._name)
        self.setText(text("ui.dropdown", words=words).replace("&", "&&"))
        self.setAccessibleName(f"{self._name} {words}")
        self.setEnabled(len(self._options) > 1)

    def open(self) -> None:
        """Show what there is to choose from."""
        self.seek = SeekList(self._name, self._options, self.key)
        self.seek.picked.connect(self._take)
        self.frame = pop_up(self.seek, self)
        self.frame.destroyed.connect(self._forget)

    def _take(self, key: str) -> None:
        if self.frame is not None:
            self.frame.close()
        if key != self.key:
            self.offer(self._options, key)
            self.chosen.emit(key)

    def _forget(self) -> None:
        self.frame = self.seek = None

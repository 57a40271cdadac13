"""What is supposed, line by line, each of which can be taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.wording import text

EDGE = 10
"""Of a list around its lines, px."""
_KEY = Qt.ItemDataRole.UserRole


class Supposed(QWidget):
    """What is supposed, line by line; ``taken_away`` carries the key of the line."""

    taken_away = Signal(str)
    chosen = Signal(str)

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self._empty = empty
        self._highest = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        self.list = QListWidget()
        self.list.setObjectName("settingsRows")
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.viewport().installEventFilter(self)
        self.list.setMinimumHeight(60)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.drop = QPushButton(text("ui.assuming.drop"))
        self.drop.setObjectName("small")
        self.drop.setAutoDefault(False)
        self.drop.setAccessibleName(f"{name} {text('ui.assuming.drop')}")
        self.drop.clicked.connect(self._drop)
        self.list.currentRowChanged.connect(self._on_row)
        row = QHBoxLayout()
        row.addWidget(self.drop)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.list, 1)
        box.addLayout(row)

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Keys with their words; the chosen one stays chosen."""
        kept = self.key
        self.list.blockSignals(True)
        self.list.clear()
        for key, words in rows:
            item = QListWidgetItem(words)
            item.setData(_KEY, key)
            self.list.addItem(item)
        if not rows:
            none = QListWidgetItem(self._empty)
            none.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(none)
        at = next((n for n, (key, _) in enumerate(rows) if key == kept), 0 if rows else -1)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self.drop.setEnabled(bool(rows))

    def fit(self, highest: int) -> None:
        """As high as its lines, ``highest`` px at most; wrapped lines once their width is known."""
        self._highest = highest
        self._fit()
        self._later.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lines wrap otherwise once the list has another width."""
        if event.type() == QEvent.Type.Resize and self._highest:
            self._later.start()
        return False

    def _fit(self) -> None:
        self.list.doItemsLayout()
        lines = sum(self.list.visualItemRect(self.list.item(at)).height() for at in self._rows())
        self.list.setFixedHeight(min(lines + EDGE, self._highest))

    def _rows(self) -> range:
        return range(self.list.count())

    @property
    def key(self) -> str:
        """The key of the chosen line; empty where there is none."""
        item = self.list.currentItem()
        return str(item.data(_KEY) or "") if item is not None else ""

    def _on_row(self, _row: int) -> None:
        if self.key:
            self.chosen.emit(self.key)

    def _drop(self) -> None:
        if self.key:
            self.taken_away.emit(self.key)

"""A thing found by its name, alias or initials, and taken at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from liantu.model import Atlas
from liantu.telling.searching.search import Index
from liantu.wording import text

ROWS, MOST = 6, 30
"""Found things that are seen at once, and that are offered at all."""
_ID = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Finder(QWidget):
    """``picked`` carries the id of what was chosen; the line is empty again then."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._atlas: Atlas | None = None
        self._index, self._kind = Index(), ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(text("ui.form.search"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda _: self._fill())
        self.line.installEventFilter(self)
        self.hits = QListWidget()
        self.hits.setObjectName("settingsRows")
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.itemClicked.connect(self._take)
        self.hits.itemActivated.connect(self._take)
        self.hits.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        box.addWidget(self.line)
        box.addWidget(self.hits)

    def know(self, atlas: Atlas, index: Index) -> None:
        """What there is to be found."""
        self._atlas, self._index = atlas, index

    def take_index(self, index: Index) -> None:
        """Find by what is in another index, too."""
        self._index = index
        self._fill()

    def look_for(self, kind: str, name: str) -> None:
        """Find enterprises or products from now on."""
        self._kind = kind
        self.line.setAccessibleName(name)
        self.hits.setAccessibleName(text("ui.form.found", name=name))
        self.line.clear()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows go through what is found, Enter takes it, Esc folds it away."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if self.hits.isHidden():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row = self.hits.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self.hits.setCurrentRow(min(max(row, 0), self.hits.count() - 1))
        elif key in _ENTER and self.hits.currentItem() is not None:
            self._take(self.hits.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.line.clear()
        else:
            return False
        return True

    def _fill(self) -> None:
        self.hits.clear()
        for id_, words in self._found(self.line.text().strip()):
            item = QListWidgetItem(words)
            item.setData(_ID, id_)
            self.hits.addItem(item)
        rows = min(self.hits.count(), ROWS)
        self.hits.setCurrentRow(0)
        self.hits.setFixedHeight(rows * max(self.hits.sizeHintForRow(0), 20) + 8)
        self.hits.setVisible(bool(rows))

    def _found(self, typed: str) -> list[tuple[str, str]]:
        if not typed or self._atlas is None:
            return []
        things = self._atlas.enterprises if self._kind == "enterprise" else self._atlas.products
        hits = (hit.target for hit in self._index.hits(typed))
        known = (t.id for t in hits if t.kind == self._kind and t.id in things)
        return [(id_, things[id_].label) for id_ in list(dict.fromkeys(known))[:MOST]]

    def _take(self, item: QListWidgetItem) -> None:
        id_ = str(item.data(_ID))
        self.line.clear()
        self.picked.emit(id_)

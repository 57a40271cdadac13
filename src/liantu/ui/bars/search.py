"""The search palette: type, go up and down, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from liantu.telling.search import Hit, Index
from liantu.ui.widgets.text import label
from liantu.wording import text

WIDTH, HEIGHT = 560, 420


class SearchPalette(QFrame):
    """Lies over the window; ``chosen`` carries the target of the hit."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._index = Index()
        self.field = QLineEdit()
        self.field.setPlaceholderText(text("ui.search.hint"))
        self.field.setAccessibleName(text("ui.search"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.results = QListWidget()
        self.results.setAccessibleName(text("ui.search.results"))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.itemClicked.connect(self._choose)
        self.note = label("", "hint", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 10, 10, 10)
        box.addWidget(self.field)
        box.addWidget(self.note)
        box.addWidget(self.results, 1)
        self.hide()

    def set_index(self, index: Index) -> None:
        """Search in another index from now on."""
        self._index = index
        if self.isVisible():
            self._search(self.field.text())

    def open(self) -> None:
        """Show the palette over the parent and take the keys."""
        parent = self.parentWidget() or self
        width = min(WIDTH, parent.width() - 40)
        self.setGeometry(
            (parent.width() - width) // 2, 52, width, min(HEIGHT, parent.height() - 80)
        )
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()
        self._search(self.field.text())

    def hits(self) -> list[Hit]:
        """The hits shown, from top to bottom."""
        rows = range(self.results.count())
        found = [self.results.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]
        return [hit for hit in found if hit is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the results while the field keeps the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.results.currentItem())
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        row = self.results.currentRow() + step
        while 0 <= row < self.results.count():
            if self.results.item(row).data(Qt.ItemDataRole.UserRole) is not None:
                self.results.setCurrentRow(row)
                return
            row += step

    def _choose(self, item: QListWidgetItem | None) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole) if item else None
        if hit is not None:
            self.hide()
            self.chosen.emit(hit.target)

    def _search(self, query: str) -> None:
        self.results.clear()
        hits = self._index.find(query)
        kind = ""
        for hit in hits:
            if hit.target.kind != kind:
                kind = hit.target.kind
                self._head(text(f"ui.search.{kind}"))
            alias = text("ui.search.alias", alias=hit.matched) if hit.matched != hit.name else ""
            item = QListWidgetItem(f"    {hit.name}{alias}")
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.results.addItem(item)
        self.note.setText(text("ui.search.none" if query.strip() else "ui.search.help"))
        self.note.setVisible(not hits)
        self._move(1)

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.results.addItem(item)

"""A thing chosen by search: name, alias or initials are typed, never an id."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from liantu.ui.forms.inputs import Input
from liantu.ui.forms.knowing import Known, Offered
from liantu.wording import text

ROWS = 6
"""So many offered things are seen at once."""
_ID = Qt.ItemDataRole.UserRole


class Picker(Input):
    """``picked`` carries the id of the thing that was chosen; until then :attr:`trouble` says that
    what is typed is nothing yet.
    """

    picked = Signal(str)

    def __init__(self, name: str, kind: str, known: Known) -> None:
        super().__init__(name)
        self._kind, self.known = kind, known
        self._id = ""
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(text("ui.form.search"))
        self.line.setClearButtonEnabled(True)
        self.line.textEdited.connect(self._on_typed)
        self.line.textChanged.connect(self._on_cleared)
        self.line.installEventFilter(self)
        self.hits = QListWidget()
        self.hits.setAccessibleName(text("ui.form.found", name=name))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.itemClicked.connect(self._take)
        self.hits.hide()
        self.setFocusProxy(self.line)
        self.box.addWidget(self.line)
        self.box.addWidget(self.hits)

    def value(self) -> str:
        """The id of what is chosen."""
        return self._id

    def show_value(self, value: Any) -> None:
        """Choose something else."""
        self._id, self.trouble = str(value or ""), ""
        self.line.setText(self.known.name(self._kind, self._id) if self._id else "")
        self.hits.hide()

    def clear(self) -> None:
        """Choose nothing."""
        self.show_value("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows go through what is offered, Enter takes it, Esc folds it away."""
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down and not self.hits.isVisible():
            self._offer(self.line.text() if not self._id else "")
            return True
        return self.hits.isVisible() and self._key(Qt.Key(event.key()))

    def _key(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            row = self.hits.currentRow() + steps[key]
            self.hits.setCurrentRow(min(max(row, 0), self.hits.count() - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hits.currentItem() is not None:
            self._take(self.hits.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hits.hide()
        else:
            return False
        return True

    def _leave(self) -> None:
        """What is typed is taken where it can only mean one thing."""
        if self._id or not self.line.text().strip() or not self.hits.isVisible():
            return
        if self.hits.count() == 1:
            self._take(self.hits.item(0))

    def _on_typed(self, words: str) -> None:
        self._id = ""
        self._offer(words)
        self.changed.emit()

    def _on_cleared(self, words: str) -> None:
        if not words and self._id:
            self._id = ""
            self.hits.hide()
            self.changed.emit()

    def _offer(self, words: str) -> None:
        found = self.known.find(self._kind, words)
        self.trouble = self._trouble(words, found)
        self.hits.clear()
        for one in found:
            self.hits.addItem(self._item(one))
        self.hits.setCurrentRow(0)
        rows = min(self.hits.count(), ROWS)
        self.hits.setFixedHeight(rows * max(self.hits.sizeHintForRow(0), 20) + 8)
        self.hits.setVisible(bool(found))

    @staticmethod
    def _trouble(words: str, found: tuple[Offered, ...]) -> str:
        if not words.strip():
            return ""
        return text("ui.form.pick" if found else "ui.form.nothing")

    @staticmethod
    def _item(one: Offered) -> QListWidgetItem:
        item = QListWidgetItem(" · ".join(filter(None, (one.words, one.remark))))
        item.setData(_ID, one.id)
        return item

    def _take(self, item: QListWidgetItem) -> None:
        self.show_value(item.data(_ID))
        self.picked.emit(self._id)
        self.changed.emit()

"""The parts of the filters: lists by name, and values that may be hidden, with their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from liantu.ui.lists.cells import ICON
from liantu.ui.widgets.text import label
from liantu.wording import text

ROW, HEAD = 24, 20
"""Height of a row and of the name of a group."""


class Entry(QPushButton):
    """A list by its name, with the number of its rows at the right."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.setCheckable(True)
        self.setFixedHeight(ROW)
        self.setAccessibleName(words)
        self._count = label("", "entryCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(label(words, "entryWords"))
        row.addStretch(1)
        row.addWidget(self._count)
        self.words = words

    def tell(self, count: int) -> None:
        """Show how many rows it has."""
        self._count.setText(str(count))
        self.setAccessibleName(f"{self.words} {count}")

    def forget(self) -> None:
        """The number is not known any more."""
        self._count.setText("")
        self.setAccessibleName(self.words)

    @property
    def count(self) -> str:
        """The number as shown; empty before it is known."""
        return self._count.text()


class Box(QWidget):
    """A value that may be hidden, with the number of its rows."""

    def __init__(self, words: str, icon: QIcon | None = None) -> None:
        super().__init__()
        self.box = QCheckBox(words)
        self.box.setChecked(True)
        if icon is not None:
            self.box.setIcon(icon)
            self.box.setIconSize(ICON)
        self.count = label("", "entryCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self.box)
        row.addStretch(1)
        row.addWidget(self.count)
        self.setFixedHeight(ROW)

    def tell(self, count: int) -> None:
        """Show how many rows it has; one without rows is pale."""
        self.count.setText(str(count))
        self.box.setProperty("none", count == 0)


class Boxes(QWidget):
    """Values of one kind; ``changed`` tells that another of them is ticked or no more."""

    changed = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.boxes, self._hidden = dict[str, Box](), set[str]()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 6)
        self._rows.setSpacing(0)
        self._rows.addWidget(head_of(text(f"ui.facet.{kind}")))

    @property
    def hidden(self) -> frozenset[str]:
        """The values that are not ticked."""
        return frozenset(self._hidden & self.boxes.keys())

    def offer(self, values: Mapping[str, str], icons: Mapping[str, QIcon]) -> None:
        """Show these values (by their words), all ticked but those that were unticked before."""
        if list(values) == list(self.boxes):
            return
        for box in self.boxes.values():
            self._rows.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {value: Box(words, icons.get(value)) for value, words in values.items()}
        for value, box in self.boxes.items():
            box.box.setChecked(value not in self._hidden)
            box.box.toggled.connect(partial(self._on_ticked, value))
            self._rows.addWidget(box)
        self.setFixedHeight(HEAD + ROW * len(values) + 6)  # no row is squeezed meanwhile
        self.setVisible(bool(values))

    def _on_ticked(self, value: str, ticked: bool) -> None:
        (self._hidden.discard if ticked else self._hidden.add)(value)
        self.changed.emit()

    def tick_all(self) -> None:
        """Hide nothing."""
        self._hidden.clear()
        for box in self.boxes.values():
            box.box.setChecked(True)


def head_of(words: str) -> QLabel:
    """The name of a group of filters."""
    head = label(words, "partTitle")
    head.setFixedHeight(HEAD)
    return head

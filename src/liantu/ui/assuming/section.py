"""What the sections are built of: a list of what is supposed, a day that may be left out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.ui.widgets.text import label
from liantu.wording import text

Change = Callable[[Scenario], Scenario]
_KEY = Qt.ItemDataRole.UserRole
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SINCE = 132
"""Width of a day (px)."""


class Section(QWidget):
    """``asked`` carries a change (``Scenario → Scenario``) and what it is called."""

    asked = Signal(object, str)
    name = ""

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)
        words = label(text(f"ui.assuming.{self.name}.words"), "secondary", wrap=True)
        words.setMinimumWidth(360)
        self.box.addWidget(words)

    def show_scenario(self, atlas: Atlas, scenario: Scenario) -> None:
        """Show what is supposed, without telling anybody."""
        raise NotImplementedError

    def count(self, scenario: Scenario) -> int:
        """How many assumptions of the section there are."""
        raise NotImplementedError


class Since(QLineEdit):
    """A day, month or year from which something holds; empty: at any date."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(text("ui.assuming.since.hint"))
        self.setAccessibleName(name)
        self.setFixedWidth(SINCE)

    @property
    def is_sound(self) -> bool:
        """Whether what is typed is a day that exists, or nothing."""
        told = self.text().strip()
        if not told:
            return True
        if not _DAY.fullmatch(told):
            return False
        try:
            datetime.date.fromisoformat(told + "-01-01"[len(told) - 4 :])
        except ValueError:
            return False
        return True

    @property
    def value(self) -> str:
        """The day; only where it :attr:`is_sound`."""
        return self.text().strip()


class Supposed(QWidget):
    """What is supposed, line by line; ``taken_away`` carries the key of the line."""

    taken_away = Signal(str)
    chosen = Signal(str)

    def __init__(self, name: str, empty: str) -> None:
        super().__init__()
        self._empty = empty
        self.list = QListWidget()
        self.list.setObjectName("settingsRows")
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(60)
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


def adder(code: str, run: Callable[[], None]) -> QPushButton:
    """A button that Enter in a field does not press."""
    made = QPushButton(text(code))
    made.setAutoDefault(False)
    made.clicked.connect(lambda _=False: run())
    return made

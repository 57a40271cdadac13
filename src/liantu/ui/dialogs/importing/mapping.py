"""A strip with the columns of a sheet: heading, first value, and what is taken from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from liantu.library.importing.headings import Columns
from liantu.library.importing.targets import Target
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import Elided, label, plain_tip
from liantu.wording import text

WIDTH, HEIGHT = 150, 116
"""Of one column, and of the strip with its bar for scrolling."""


class Mapping(Measured):
    """``changed``: the planner says what a column holds."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(text("ui.import.columns"))
        self.setFixedHeight(HEIGHT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.combos: list[Combo] = []
        self._marks: list[QLabel] = []
        self._quiet = False
        hint = label(text("ui.import.begin"), "secondary", wrap=True)
        before = QWidget()
        box = QVBoxLayout(before)
        box.addWidget(hint)
        box.addStretch(1)
        self.setWidget(before)

    @property
    def columns(self) -> Columns:
        """What is chosen; columns that are not taken are left out."""
        found = ((at, combo.currentData()) for at, combo in enumerate(self.combos))
        return {at: key for at, key in found if key}

    def show_columns(
        self, names: Sequence[str], first: Sequence[str], target: Target, columns: Columns
    ) -> None:
        """Show the columns of a sheet with what they are thought to hold."""
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(8, 4, 8, 0)
        row.setSpacing(8)
        self.combos, self._marks = [], []
        for at, name in enumerate(names):
            row.addWidget(self._one(at, name, first[at], target, columns.get(at, "")))
        row.addStretch(1)
        self.setWidget(inside)

    def _one(self, at: int, name: str, value: str, target: Target, key: str) -> QWidget:
        combo = Combo()
        combo.setAccessibleName(text("ui.import.column", name=name))
        combo.setMinimumWidth(0)
        combo.addItem(text("ui.import.none"), "")
        for column in target.columns.values():
            combo.addItem(column.label + ("*" if column.required else ""), column.key)
        combo.setCurrentIndex(max(combo.findData(key), 0))
        combo.currentIndexChanged.connect(partial(self._on_chosen, at))
        mark = label(text("ui.import.guessed") if key else "", "remark")
        plain_tip(mark, text("ui.import.guessed.tip"))
        self.combos.append(combo)
        self._marks.append(mark)
        made = QWidget()
        made.setFixedWidth(WIDTH)
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(Elided(name or text("ui.import.unnamed", at=at + 1), "figure"))
        box.addWidget(Elided(value, "remark"))
        box.addWidget(combo)
        box.addWidget(mark)
        return made

    def _on_chosen(self, at: int, _index: int) -> None:
        """A key that another column had is taken from it: each is held by one column."""
        if self._quiet:
            return
        self._quiet = True
        key = self.combos[at].currentData()
        for other, combo in enumerate(self.combos):
            if other != at and key and combo.currentData() == key:
                combo.setCurrentIndex(0)
        self._quiet = False
        self._marks[at].setText(text("ui.import.chosen") if key else "")
        self.changed.emit()

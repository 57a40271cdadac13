"""By which supplies a drill is reckoned, what steps in, how long stocks last, how far it looks."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from liantu.model.drill import Drill
from liantu.model.supposing import drilled
from liantu.ui.widgets.days import days_spin
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

_FLAGS = ("deduced", "substitution", "outside")
USUAL = 7
"""Days of stock that are offered first."""


class Reckoning(QWidget):
    """``asked`` carries a change of the scenario and what it is called."""

    asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.flags = {name: _box(name) for name in _FLAGS}
        self.assumes = _box("stock")
        self.stock = days_spin("stock", 0)
        self.stock.setValue(USUAL)
        self.days = days_spin("ahead", 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for flag in self.flags.values():
            box.addWidget(flag)
        box.addLayout(_row(self.assumes, self.stock, "shock.drill.unit"))
        ahead = label(text("shock.drill.ahead"))
        box.addLayout(_row(ahead, self.days, "shock.drill.unit"))
        for name, flag in self.flags.items():
            flag.clicked.connect(partial(self._flag, name))
        self.assumes.clicked.connect(lambda _=False: self._ask_stock())
        self.stock.valueChanged.connect(lambda _: self._ask_stock())
        self.days.valueChanged.connect(lambda days: self._ask("ahead", days=round(days)))

    def show_drill(self, drill: Drill) -> None:
        """Show how it is reckoned, without telling anybody."""
        for name, flag in self.flags.items():
            flag.setChecked(getattr(drill, name))
        self.assumes.setChecked(drill.stock is not None)
        self.stock.setEnabled(drill.stock is not None)
        for field, days in ((self.stock, drill.stock), (self.days, drill.days)):
            field.blockSignals(True)
            if days is not None:
                field.setValue(days)
            field.blockSignals(False)

    def _flag(self, name: str, _on: bool = False) -> None:
        self._ask(name, **{name: self.flags[name].isChecked()})

    def _ask_stock(self) -> None:
        assumed = self.stock.value() if self.assumes.isChecked() else None
        self._ask("stock", stock=assumed)

    def _ask(self, name: str, **changes: Any) -> None:
        words = text("shock.drill.step.reckon", what=text(f"shock.drill.{name}"))
        self.asked.emit(partial(drilled, **changes), words)


def _box(name: str) -> QCheckBox:
    made = QCheckBox(text(f"shock.drill.{name}"))
    plain_tip(made, text(f"shock.drill.{name}.tip"))
    return made


def _row(head: QWidget, field: QWidget, unit: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(head)
    row.addWidget(field)
    row.addWidget(label(text(unit), "secondary"))
    row.addStretch(1)
    return row

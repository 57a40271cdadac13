"""The tab 断供演练: what fails at the left, what that stops at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model.drill import Shock
from liantu.model.supposing import with_shock
from liantu.telling.shocks.rows import shock_name, shock_row
from liantu.ui.pages.plan.drill.beginning import Beginning
from liantu.ui.pages.plan.drill.side import Side
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.text import label
from liantu.wording import text

BUTTONS = ("save", "lens", "clear")


class DrillView(QWidget):
    """``asked`` carries a change of the scenario and what it is called, ``opened`` a kept scenario,
    ``form_asked`` a measure (``None``: a new one).
    """

    asked = Signal(object, str)
    opened = Signal(object)
    form_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drill")
        self.setAccessibleName(text("ui.plan.drill"))
        self._reading = Reading.nothing()
        self.side, self.beginning, self.result = Side(), Beginning(), QWidget()
        self.words = label("", "finding", wrap=True)
        self.buttons = {code: QToolButton() for code in BUTTONS}
        self.stack = QStackedWidget()
        self._assemble()
        self.side.asked.connect(self.asked)
        self.side.doing.form_asked.connect(self.form_asked)
        self.beginning.opened.connect(self.opened)
        self.beginning.chosen.connect(self._begin)

    def take_verbs(self, actions: Sequence[QAction]) -> None:
        """The buttons run the verbs of the window."""
        for (code, button), action in zip(self.buttons.items(), actions, strict=True):
            button.setText(text(f"shock.drill.{code}"))
            run_by(button, action)

    def draw(self, reading: Reading) -> None:
        """Show the drill of a reading, or how to begin one."""
        self._reading = reading
        drill = reading.scenario.drill
        self.side.show_drill(reading, drill)
        self.beginning.show_kept(reading)
        self.words.setText("；".join(shock_row(reading.atlas, s) for s in drill.shocks))
        self.head.setVisible(bool(drill.shocks))
        self.stack.setCurrentWidget(self.result if drill.shocks else self.beginning)

    def _assemble(self) -> None:
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        self.stack.addWidget(self.beginning)
        self.stack.addWidget(self.result)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.head)
        right.addWidget(self.stack, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 6)
        box.setSpacing(12)
        box.addWidget(self.side)
        box.addLayout(right, 1)

    def _begin(self, shock: Shock) -> None:
        name = shock_name(self._reading.atlas, shock)
        self.asked.emit(partial(with_shock, shock=shock), text("shock.drill.step.add", name=name))

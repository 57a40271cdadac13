"""The tab 断供演练: what fails at the left, what that stops at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model.drill import Shock
from liantu.model.supposing import with_shock
from liantu.telling.shocks.rows import shock_name
from liantu.telling.shocks.told import Told
from liantu.ui.pages.plan.drill.beginning import Beginning
from liantu.ui.pages.plan.drill.result import Result
from liantu.ui.pages.plan.drill.side import Side
from liantu.ui.pages.plan.drill.work import Work
from liantu.ui.style.look import Tones
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.text import label
from liantu.wording import text

BUTTONS = ("save", "lens", "export", "clear")


class DrillView(QWidget):
    """``asked`` carries a change of the scenario and what it is called, ``opened`` a kept scenario,
    ``form_asked`` a measure (``None``: a new one).
    """

    asked = Signal(object, str)
    opened = Signal(object)
    form_asked = Signal(object)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("drill")
        self.setAccessibleName(text("ui.plan.drill"))
        self._reading = Reading.nothing()
        self.told: Told | None = None
        self.side, self.beginning, self.result = Side(), Beginning(), Result(tones.theme)
        self.work = Work(self)
        self.words = label("", "finding", wrap=True)
        self.notes = label("", "secondary", wrap=True)
        self.buttons = {code: QToolButton() for code in BUTTONS}
        self.stack = QStackedWidget()
        self._assemble()
        self.side.asked.connect(self.asked)
        self.side.doing.form_asked.connect(self.form_asked)
        self.beginning.opened.connect(self.opened)
        self.beginning.chosen.connect(self._begin)
        self.work.found.connect(self._show)
        self.work.most.connect(self.beginning.show_most)

    def take_verbs(self, actions: Sequence[QAction]) -> None:
        """The buttons run the verbs of the window."""
        for (code, button), action in zip(self.buttons.items(), actions, strict=True):
            button.setText(text(f"shock.drill.{code}"))
            run_by(button, action)

    def draw(self, reading: Reading) -> None:
        """Show the drill of a reading, or how to begin one."""
        self._reading, self.told = reading, None
        drill = reading.scenario.drill
        self.side.show_drill(reading, drill)
        self.beginning.show_kept(reading)
        self.head.setVisible(bool(drill.shocks))
        self.stack.setCurrentWidget(self.result if drill.shocks else self.beginning)
        if drill.shocks:
            self.work.tell(reading)
        else:
            self.work.expose(reading)

    def let_go(self) -> None:
        """Stop what runs, and hold nothing of the reading that was drawn."""
        self.work.drop()
        self._reading, self.told = Reading.nothing(), None

    def stop(self) -> None:
        """Leave no thread behind."""
        self.work.stop()
        self.result.days.chart.stop()

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.result.days.chart.set_theme(tones.theme)

    @property
    def busy(self) -> bool:
        """Whether a drill is being reckoned."""
        return self.work.busy or self.result.days.busy

    def _show(self, reading: Reading, told: Told) -> None:
        if reading is self._reading:
            self.told = told
            self.words.setText(told.headline)
            self.notes.setText("".join(told.notes))
            self.result.show_told(told)

    def _assemble(self) -> None:
        self.head = QWidget()
        row = QHBoxLayout()
        row.addWidget(self.notes, 1)
        for button in self.buttons.values():
            button.setObjectName("small")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout(self.head)
        head.setContentsMargins(0, 4, 0, 0)
        head.setSpacing(4)
        head.addWidget(self.words)
        head.addLayout(row)
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

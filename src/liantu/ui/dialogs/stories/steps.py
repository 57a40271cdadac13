"""The steps of the chosen story in their order, and what can be done with one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget

from liantu.model.story import Story
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.text import label
from liantu.wording import text

ACTS = ("here", "put", "up", "down", "drop")
OF_A_STEP = ("put", "up", "down", "drop")
"""Those for which there must be a step."""
_KEYS = {
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "down",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "drop",
}


class _List(QListWidget):
    """``pressed_for`` carries what a key asks."""

    pressed_for = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves a step, Delete takes it away."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = _KEYS.get((Qt.Key(event.key()), held))
        if act is not None:
            self.pressed_for.emit(act)
        else:
            super().keyPressEvent(event)


class Steps(QWidget):
    """``chosen`` tells that another step is; ``asked`` carries one of :data:`ACTS`, or ``show``."""

    chosen = Signal()
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.list = _List()
        self.list.setObjectName("settingsRows")
        self.list.setAccessibleName(text("ui.story.steps"))
        self.list.setWordWrap(True)
        self.empty = label(text("ui.story.steps.none"), "secondary", wrap=True)
        self.buttons = {act: QPushButton(text(f"ui.story.act.{act}")) for act in ACTS}
        self._assemble()
        self.list.currentRowChanged.connect(lambda _: self.chosen.emit())
        self.list.itemActivated.connect(lambda _: self.asked.emit("show"))
        self.list.pressed_for.connect(self._press)
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act))

    def show_story(self, story: Story | None, wanted: int) -> None:
        """Show the steps of a story, the wanted one chosen, else the nearest."""
        steps = story.steps if story is not None else ()
        self.list.blockSignals(True)
        self.list.clear()
        for at, step in enumerate(steps, 1):
            self.list.addItem(text("ui.story.step", at=at, title=step.title))
        self.list.setCurrentRow(min(max(wanted, 0), len(steps) - 1))
        self.list.blockSignals(False)
        self.empty.setVisible(story is not None and not steps)
        self.let(story is not None)

    def let(self, there: bool) -> None:
        """Whether there is a story; what makes sense for the chosen step follows."""
        at, count = self.at, self.list.count()
        self.buttons["here"].setEnabled(there)
        for act in OF_A_STEP:
            self.buttons[act].setEnabled(at >= 0)
        self.buttons["up"].setEnabled(at > 0)
        self.buttons["down"].setEnabled(0 <= at < count - 1)

    @property
    def at(self) -> int:
        """The chosen step, from 0; -1: none."""
        return self.list.currentRow()

    def _press(self, act: str) -> None:
        if self.buttons[act].isEnabled():
            self.asked.emit(act)

    def _assemble(self) -> None:
        acts, row = QWidget(), Flow(6)
        row.setContentsMargins(0, 0, 0, 0)
        acts.setLayout(row)
        for button in self.buttons.values():
            button.setObjectName("small")
            button.setAutoDefault(False)
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(text("ui.story.steps"), "partTitle"))
        box.addWidget(self.empty)
        box.addWidget(self.list, 1)
        box.addWidget(acts)

"""The words of a step: its title, what is said, and which sentences are computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from liantu.model.story import Step, Tell
from liantu.ui.widgets.prose import Prose
from liantu.ui.widgets.text import label
from liantu.wording import text

LONGEST = 200
"""Characters of a title that the format takes."""
ACROSS = 3
"""Sentences side by side."""
HIGH, LOW = 84, 48
"""Height of the text where there is room for it and at least, px."""


class StepWords(QWidget):
    """``changed`` with every letter; ``left`` once what was written may be taken."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST)
        self.title.setAccessibleName(text("ui.story.title"))
        self.words = Prose()
        self.words.setMinimumHeight(LOW)
        self.words.setMaximumHeight(HIGH)
        self.words.setAccessibleName(text("ui.story.text"))
        self.words.setPlaceholderText(text("ui.story.text.hint"))
        self.tells = {tell: QCheckBox(text(f"ui.show.tell.{tell}")) for tell in Tell}
        self._step: Step | None = None
        self._assemble()
        self.title.textEdited.connect(self.changed)
        self.title.editingFinished.connect(self.left)
        self.words.textChanged.connect(self._on_text)
        self.words.left.connect(self.left)
        for box in self.tells.values():
            box.clicked.connect(self.changed)
            box.clicked.connect(self.left)

    def _assemble(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for at, tick in enumerate(self.tells.values()):
            grid.addWidget(tick, at // ACROSS, at % ACROSS)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for code, part in (("ui.story.title", self.title), ("ui.story.text", self.words)):
            box.addWidget(label(text(code), "secondary"))
            box.addWidget(part)
        box.addWidget(label(text("ui.story.tells"), "secondary"))
        box.addLayout(grid)

    def show_step(self, step: Step, offers: Sequence[Tell]) -> None:
        """The words of another step; sentences that make no sense for it are grey, unless told."""
        self._step = None
        self.title.setText(step.title)
        self.title.setCursorPosition(0)
        if self.words.toPlainText() != step.text:
            self.words.setPlainText(step.text)
        for tell, box in self.tells.items():
            box.setChecked(tell in step.tells)
            box.setEnabled(tell in offers or tell in step.tells)
        self._step = step

    @property
    def step(self) -> Step | None:
        """The step with the words that stand here; ``None`` before one was shown."""
        if self._step is None:
            return None
        return replace(
            self._step,
            title=self.title.text().strip() or self._step.title,
            text=self.words.toPlainText().strip(),
            tells=tuple(t for t, box in self.tells.items() if box.isChecked()),
        )

    def _on_text(self) -> None:
        if self._step is not None:
            self.changed.emit()

"""The row above the list 摸底: how far each county is, and the three things to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from liantu.analysis.reading import Reading
from liantu.analysis.tracking import Step, Tally
from liantu.telling.asked import (
    ORDER,
    county_tallies,
    judged_by,
    state_counts,
    state_sentence,
    tally_words,
)
from liantu.telling.declared import declared_sentence
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.text import Elided, label, plain_tip
from liantu.wording import text

HIGH = 38
NAMED = {Step.LATE: "doubt", Step.SENT: "linkWords"}
"""What asks for something stands out, beside its word."""
NAMES = ("sheets", "take", "declare")
"""Buttons, by the end of the code of their words."""


class SurveyBar(QFrame):
    """Hidden until the list is in front; its tooltip tells county by county."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("listHead")
        self.setFixedHeight(HIGH)
        self.by = label("", "secondary")
        self.steps = {step: label("", NAMED.get(step, "secondary")) for step in ORDER}
        self.state = Elided("", "secondary")
        self.buttons = {name: QToolButton() for name in NAMES}
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        for part in (self.by, *self.steps.values()):
            row.addWidget(part)
        row.addWidget(self.state, 1)
        for name, button in self.buttons.items():
            button.setObjectName("small")
            button.setText(text(f"ui.survey.button.{name}"))
            row.addWidget(button)
        self.hide()

    def take_verbs(self, actions: Sequence[QAction]) -> None:
        """The verbs of the buttons, in their order."""
        for button, action in zip(self.buttons.values(), actions, strict=True):
            run_by(button, action)

    def draw(self, reading: Reading) -> None:
        """Tell how far the counties are on the day of the reading."""
        self.tell(reading, county_tallies(reading))

    def tell(self, reading: Reading, found: tuple[Tally, ...]) -> None:
        """The same, where they are counted already."""
        counts, said = state_counts(found), declared_sentence(reading)
        self.by.setText(judged_by(reading))
        for step, part in self.steps.items():
            part.setText(counts.get(step, ""))
            part.setVisible(step in counts)
        self.state.set_words(said)
        tip = "\n".join((state_sentence(reading, found), *map(tally_words, found), said))
        for part in (self.by, *self.steps.values(), self.state):
            plain_tip(part, tip)

    @property
    def words(self) -> str:
        """What is told."""
        told = [part.text() for part in self.steps.values() if part.text()]
        return "".join((self.by.text(), "、".join(told), self.state.words))

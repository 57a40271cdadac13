"""The row above the list 摸底: how far each county is, and the three things to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from liantu.analysis.reading import Reading
from liantu.telling.asked import county_tallies, state_sentence, tally_words
from liantu.telling.declared import declared_sentence
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.text import Elided, plain_tip
from liantu.wording import text

HIGH = 38
NAMES = ("sheets", "take", "declare")
"""Buttons, by the end of the code of their words."""


class SurveyBar(QFrame):
    """Hidden until the list is in front; its tooltip tells county by county."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("listHead")
        self.setFixedHeight(HIGH)
        self.state = Elided("", "secondary")
        self.buttons = {name: QToolButton() for name in NAMES}
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
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
        found = county_tallies(reading)
        sentence, said = state_sentence(reading, found), declared_sentence(reading)
        self.state.set_words(sentence + said)
        plain_tip(self.state, "\n".join((sentence, *map(tally_words, found), said)))

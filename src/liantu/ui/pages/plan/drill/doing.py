"""What is done about it: the measures by their day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.model.drill import Drill, Measure
from liantu.model.supposing import without_measure
from liantu.telling.drills import measure_words
from liantu.ui.widgets.supposed import Supposed
from liantu.wording import text

ROWS = 120
"""Height of the rows at most, px."""


class Doing(QWidget):
    """``asked`` carries a change of the scenario and what it is called, ``form_asked`` the measure
    that a form is to be about, ``None`` for a new one.
    """

    asked = Signal(object, str)
    form_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._atlas, self._drill = Reading.nothing().atlas, Drill()
        self.rows = Supposed(text("shock.drill.doing"), text("shock.drill.doing.none"))
        self.rows.list.setMinimumHeight(0)
        self.add = _button("shock.drill.doing.add")
        self.change = _button("shock.drill.doing.change")
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.change)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.rows)
        box.addLayout(row)
        self.add.clicked.connect(lambda _=False: self.form_asked.emit(None))
        self.change.clicked.connect(lambda _=False: self._open())
        self.rows.list.itemActivated.connect(lambda _: self._open())
        self.rows.taken_away.connect(self._drop)

    def show_drill(self, atlas: Atlas, drill: Drill) -> None:
        """Show what is done, the first day first."""
        self._atlas, self._drill = atlas, drill
        order = sorted(enumerate(drill.measures), key=lambda pair: pair[1].day)
        self.rows.show_rows([(str(at), measure_words(atlas, drill, one)) for at, one in order])
        self.rows.fit(ROWS)
        some = bool(drill.measures)
        for part in (self.rows.list, self.rows.drop, self.change):
            part.setVisible(some)
        self.add.setEnabled(bool(drill.shocks))

    @property
    def chosen(self) -> Measure | None:
        """The measure of the chosen row."""
        return self._of(self.rows.key)

    def _of(self, key: str) -> Measure | None:
        known = key.isdecimal() and int(key) < len(self._drill.measures)
        return self._drill.measures[int(key)] if known else None

    def _open(self) -> None:
        if self.chosen is not None:
            self.form_asked.emit(self.chosen)

    def _drop(self, key: str) -> None:
        measure = self._of(key)
        if measure is not None:
            words = text(
                "shock.drill.step.undo", words=measure_words(self._atlas, self._drill, measure)
            )
            self.asked.emit(partial(without_measure, measure=measure), words)


def _button(code: str) -> QPushButton:
    made = QPushButton(text(code))
    made.setObjectName("small")
    made.setAutoDefault(False)
    return made

"""How to begin a drill: what to choose, the drills that are kept, what most hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model.drill import Shock
from liantu.model.scenario import Scenario
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text


class Beginning(Scrolled):
    """``opened`` carries a kept scenario, ``chosen`` a :class:`Shock`."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._kept, self._most = QVBoxLayout(), QVBoxLayout()
        self.kept: list[QPushButton] = []
        self.most: list[QPushButton] = []
        self._kept_head = label(text("shock.drill.begin.kept"), "partTitle")
        self._most_head = label(text("shock.drill.begin.most"), "partTitle")
        inside = QWidget()
        self.setWidget(inside)
        box = QVBoxLayout(inside)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(label(text("shock.drill.begin"), "finding", wrap=True))
        box.addWidget(label(text("shock.drill.begin.how"), "secondary", wrap=True))
        for head, rows in ((self._kept_head, self._kept), (self._most_head, self._most)):
            rows.setSpacing(4)
            box.addSpacing(6)
            box.addWidget(head)
            box.addLayout(rows)
        box.addStretch(1)
        self.show_most(())

    def show_kept(self, reading: Reading) -> None:
        """Offer the scenarios that hold a drill."""
        found = [s for s in reading.base.scenarios.values() if s.drill.shocks]
        _clear(self.kept)
        for scenario in found:
            self.kept.append(self._button(scenario.name, partial(self._open, scenario)))
            self._kept.addWidget(self.kept[-1], 0, Qt.AlignmentFlag.AlignLeft)
        self._kept_head.setVisible(bool(found))

    def show_most(self, rows: Sequence[tuple[Shock, str]]) -> None:
        """Offer what most hangs on, each with its words."""
        _clear(self.most)
        for shock, words in rows:
            self.most.append(self._button(words, partial(self._choose, shock)))
            self._most.addWidget(self.most[-1], 0, Qt.AlignmentFlag.AlignLeft)
        self._most_head.setVisible(bool(rows))

    def _open(self, scenario: Scenario, _checked: bool = False) -> None:
        self.opened.emit(scenario)

    def _choose(self, shock: Shock, _checked: bool = False) -> None:
        self.chosen.emit(shock)

    @staticmethod
    def _button(words: str, act: partial[None]) -> QPushButton:
        made = QPushButton(words.replace("&", "&&"))
        made.setAccessibleName(words)
        made.clicked.connect(act)
        return made


def _clear(buttons: list[QPushButton]) -> None:
    while buttons:
        old = buttons.pop()
        old.hide()
        old.deleteLater()

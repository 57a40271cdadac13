"""The rows above the projects: the view, the filters, the rates with what they are counted over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from liantu.analysis.pool.rates import rates
from liantu.analysis.reading import Reading
from liantu.telling.lists.project_columns import ProjectRow
from liantu.telling.pool.rates import Told, left_out, pressing, summary, told
from liantu.ui.pages.plan.pool.sifting import ALL, PLACES, PRESSES, VIEWS, Sift
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.choice import Choice
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.text import Elided, label, plain_tip
from liantu.wording import text

WIDTH = 124
"""Width of a filter; its list is as wide as its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is told above the rows, in words."""

    press: Mapping[str, str]
    rates: Sequence[Told]
    left_out: str
    said: str
    summary: str


def tally(reading: Reading, rows: Sequence[ProjectRow], shown: int) -> Tally:
    """Of the rows that the places let pass, of which so many are shown; Qt is not needed."""
    found = [row.standing for row in rows]
    counts = {key: sum(map(passes, found)) for key, passes in PRESSES.items()}
    counted = rates(found)
    return Tally(
        press={key: text(f"pool.press.{key}", count=count) for key, count in counts.items()},
        rates=told(counted),
        left_out=left_out(counted),
        said=text("pool.shown", shown=shown, count=len(found)) + pressing(found),
        summary=summary(reading, found),
    )


def places(rows: Sequence[ProjectRow]) -> dict[str, list[str]]:
    """What the rows may be chosen by: chains in their order, the others by their words."""
    found = {key: dict.fromkeys(map(word, rows)) for key, word in PLACES.items()}
    return {key: list(w) if key == "chain" else sorted(w) for key, w in found.items()}


class Head(QWidget):
    """``changed``: another view or filter is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = Choice(self, text("pool.view.name"))
        self.view.offer({key: text(f"pool.view.{key}") for key in VIEWS}, ALL)
        self.press = Choice(self, text("pool.press.name"))
        self.combos = {key: _combo(key) for key in PLACES}
        self.rates = [label("", "secondary") for _ in range(3)]
        self.sentence = Elided("", "secondary")
        self.buttons: list[QToolButton] = []
        self._assemble()
        self.view.chosen.connect(lambda _: self.changed.emit())
        self.press.chosen.connect(lambda _: self.changed.emit())
        for combo in self.combos.values():
            combo.activated.connect(lambda _: self.changed.emit())

    @property
    def sift(self) -> Sift:
        """What is chosen."""
        places = {key: str(combo.currentData() or "") for key, combo in self.combos.items()}
        return Sift(self.view.key, places, self.press.key or "all")

    def offer(self, found: Mapping[str, Sequence[str]]) -> None:
        """Offer these places; what was chosen stays where it is still there."""
        for key, combo in self.combos.items():
            words = found[key]
            kept = combo.currentData()
            combo.clear()
            combo.addItem(text(f"pool.filter.{key}"), "")
            for word in words:
                combo.addItem(word, word)
            combo.setCurrentIndex(max(combo.findData(kept), 0))
            combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + 28)

    def tell(self, found: Tally) -> None:
        """Tell what presses, and the rates of the rows that the places let pass."""
        self.press.offer(found.press, self.press.key or "all")
        for shown, rate in zip(self.rates, found.rates, strict=True):
            shown.setText(text("pool.rate.short", name=rate.name, value=rate.value))
            shown.setAccessibleName(rate.sentence)
            plain_tip(shown, "\n".join(filter(None, (rate.sentence, found.left_out))))
        self.sentence.set_words(found.said)
        plain_tip(self.sentence, found.summary)
        self._lay()

    def _lay(self) -> None:
        """Words that have changed may need another line: Qt keeps the height of those before."""
        for layout in (self._first, self._second, self._box):
            layout.invalidate()
        self.updateGeometry()

    def take_verbs(self, actions: Sequence[QAction]) -> None:
        """Buttons of verbs at the right: a new project, the chart, the paper."""
        for name, action in zip(("new", "gantt", "export"), actions, strict=True):
            button = QToolButton()
            button.setObjectName("small")
            button.setText(text(f"pool.button.{name}"))
            run_by(button, action)
            self.buttons.append(button)
            self._first.addWidget(button)

    def _assemble(self) -> None:
        first, second = QWidget(), QWidget()
        self._first = _lines(first, 6, (self.view, *self.combos.values()))
        self._second = _lines(second, 14, (self.press, *self.rates))
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(4)
        box.addWidget(first)
        box.addWidget(second)
        box.addWidget(self.sentence)


def _lines(inside: QWidget, across: int, parts: Sequence[QWidget]) -> Flow:
    """Parts side by side, in as many lines as they need."""
    flow = Flow(across)
    flow.setContentsMargins(0, 0, 0, 0)
    inside.setLayout(flow)
    for part in parts:
        flow.addWidget(part)
    return flow


def _combo(key: str) -> Combo:
    made = Combo()
    made.setAccessibleName(text(f"pool.filter.name.{key}"))
    made.setFixedWidth(WIDTH)
    made.setMaxVisibleItems(24)
    return made

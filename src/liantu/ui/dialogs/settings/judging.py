"""判断: thresholds and weights that the folder says, for everybody who opens it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from liantu.library.tuning import with_threshold, with_usual_judgement, with_weight
from liantu.model import Atlas, Library
from liantu.model.boards import CRITERIA, Board, weighted
from liantu.model.edits import Edit
from liantu.numerals import plain
from liantu.ui.dialogs.settings.parts import SettingsPage, form
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.fields import Percent, Spin
from liantu.ui.widgets.text import label
from liantu.ui.widgets.weights import boards
from liantu.wording import text

Change = Callable[[Atlas], Atlas]
OLDEST, NEWEST = 1900, 2200
"""Years that the format takes; the one before them says that no year is set."""


class JudgingPage(SettingsPage):
    """``edited`` carries an :class:`Edit` of the folder; ``assumptions_asked``: the temporary ones
    are to be seen.
    """

    name = "judging"
    edited = Signal(object)
    assumptions_asked = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.thin = _spin(Percent(), 0.05, 10.0, 0.05)
        self.utilisation = _spin(Percent(), 0.05, 1.0, 0.05)
        self.stale = _spin(Spin(), OLDEST - 1, NEWEST, 1)
        self.stale.setDecimals(0)
        self.stale.setSpecialValueText(text("ui.settings.stale.none"))
        self.weights = {b: {c: _spin(Spin(), 0, 100, 5) for c in CRITERIA[b]} for b in Board}
        self._assemble()
        self.show_library(library)
        self.thin.valueChanged.connect(partial(self._threshold, "thin"))
        self.utilisation.valueChanged.connect(partial(self._threshold, "utilisation"))
        self.stale.valueChanged.connect(self._year)
        for board, spins in self.weights.items():
            for criterion, spin in spins.items():
                spin.valueChanged.connect(partial(self._weight, board, criterion))

    def show_library(self, library: Library) -> None:
        """Show what a folder says, without an edit of it."""
        weights = weighted(library.weights)
        shown = {self.thin: library.thin, self.utilisation: library.utilisation}
        shown[self.stale] = float(library.stale_before or OLDEST - 1)
        for board, spins in self.weights.items():
            shown |= {spin: weights[board][name] for name, spin in spins.items()}
        for spin, value in shown.items():
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)

    def restore(self) -> None:
        """The thresholds and weights that hold where a folder says nothing."""
        self._ask(text("ui.settings.step.usual"), with_usual_judgement, "")

    def _threshold(self, key: str, value: float) -> None:
        label_ = text(f"ui.settings.step.{key}", share=f"{value:.0%}")
        self._ask(label_, partial(with_threshold, key=key, value=round(value, 4)), key)

    def _year(self, year: float) -> None:
        value = year if year >= OLDEST else None
        told = text("ui.settings.step.stale", year=int(year)) if value else ""
        change = partial(with_threshold, key="stale_before", value=value)
        self._ask(told or text("ui.settings.step.stale.none"), change, "stale_before")

    def _weight(self, board: Board, criterion: str, points: float) -> None:
        words = text(f"standing.criterion.{board}.{criterion}")
        told = text("ui.settings.step.weight", name=words, points=plain(points))
        change = partial(with_weight, board=board, criterion=criterion, points=round(points, 4))
        self._ask(told, change, f"{board}.{criterion}")

    def _ask(self, told: str, change: Change, key: str) -> None:
        self.edited.emit(Edit(told, change, f"library.{key}" if key else ""))

    def _assemble(self) -> None:
        rows = form()
        for name, spin in (
            ("thin", self.thin),
            ("utilisation", self.utilisation),
            ("stale", self.stale),
        ):
            words = text(f"ui.settings.{name}")
            spin.setAccessibleName(words)
            rows.addRow(label(words), spin)
        self.body.addLayout(rows)
        self.body.addLayout(boards(self.weights))
        self.body.addStretch(1)
        self.foot.addWidget(button(text("ui.settings.assumptions"), self.assumptions_asked.emit))
        self.add_reset(self.restore)


def _spin(spin: Spin, least: float, most: float, step: float) -> Spin:
    spin.setRange(least, most)
    spin.setSingleStep(step)
    spin.setMinimumWidth(84)
    spin.setKeyboardTracking(False)
    if not isinstance(spin, Percent):
        spin.setDecimals(1)
    return spin

"""A total that may be left open: an empty field does not limit."""

from __future__ import annotations

from PySide6.QtGui import QValidator

from liantu.numerals import plain
from liantu.ui.widgets.fields import Spin
from liantu.wording import text

OPEN = -1.0
"""The value of an empty field: below every total."""
MOST = 1e9


class Total(Spin):
    """An amount of at least 0, or nothing: :attr:`total` is ``None`` then."""

    def __init__(self, name: str, step: float) -> None:
        super().__init__()
        self.setRange(OPEN, MOST)
        self.setDecimals(4)
        self.setSingleStep(step)
        self.setValue(OPEN)
        self.setAccessibleName(name)
        self.lineEdit().setPlaceholderText(text("portfolio.ui.open"))
        self.setKeyboardTracking(False)

    @property
    def total(self) -> float | None:
        """What stands in the field."""
        return None if self.value() < 0 else self.value()

    def stepBy(self, steps: int) -> None:
        """From nothing to 0, and from 0 to nothing."""
        if self.total is None:
            self.setValue(self.singleStep() * steps if steps > 0 else OPEN)
        elif self.value() + steps * self.singleStep() < 0:
            self.setValue(OPEN if self.value() == 0 else 0.0)
        else:
            super().stepBy(steps)

    def textFromValue(self, value: float) -> str:
        """Plain digits; nothing for nothing."""
        return "" if value < 0 else plain(value, 12)

    def valueFromText(self, words: str) -> float:
        """Nothing where nothing is written."""
        return float(words) if words.strip() else OPEN

    def validate(self, words: str, at: int) -> tuple[QValidator.State, str, int]:
        """A number in plain digits, or nothing."""
        told = words.strip()
        if not told:
            return QValidator.State.Acceptable, words, at
        try:
            good = 0 <= float(told) <= MOST and "e" not in told.lower()
        except ValueError:
            good = False
        return (QValidator.State.Acceptable if good else QValidator.State.Invalid), words, at

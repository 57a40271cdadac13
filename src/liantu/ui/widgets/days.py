"""Numbers of days."""

from __future__ import annotations

from liantu.ui.widgets.fields import Spin
from liantu.wording import text

LONGEST = 365
"""Days that a drill looks ahead at most."""


def days_spin(code: str, least: int, none: str = "") -> Spin:
    """A number of days; ``none`` is what the least of them stands for."""
    made = Spin()
    made.setDecimals(0)
    made.setRange(least, LONGEST)
    made.setKeyboardTracking(False)
    made.setSpecialValueText(none)
    made.setAccessibleName(text(f"shock.drill.{code}"))
    return made

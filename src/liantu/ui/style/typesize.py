"""字号: everything in the window a little smaller or larger, by the scale factor of Qt.

Qt takes it only at the start. So nothing is cut that is not cut at the same scale of the system,
and the map is laid out for the pixels that are left.
"""

from __future__ import annotations

import math
import os

from liantu.numerals import plain

SIZES = {"small": 0.92, "medium": 1.0, "large": 1.15}
"""Name → factor; 13 px of the window become 12 and 15."""
USUAL = "medium"
FACTOR = "QT_SCALE_FACTOR"
OUTSIDE = "LIANTU_SCALE"
"""What the factor was before the program set it, for a start out of itself."""
RUNNING = "LIANTU_TYPE"
"""The size with which the window was started."""


def take(size: str) -> None:
    """Let Qt start with a size, on top of what the factor is outside of the program."""
    os.environ[RUNNING] = size
    outside = _number(os.environ.setdefault(OUTSIDE, os.environ.get(FACTOR, "1")))
    factor = outside * SIZES.get(size, 1.0)
    if factor == 1.0:
        os.environ.pop(FACTOR, None)
    else:
        os.environ[FACTOR] = plain(round(factor, 4))


def running() -> str:
    """The size that the window has now."""
    return os.environ.get(RUNNING, USUAL)


def _number(told: str) -> float:
    try:
        found = float(told)
    except ValueError:
        return 1.0
    return found if math.isfinite(found) and found > 0 else 1.0

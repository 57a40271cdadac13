"""One measured thing of the table that ``python -m tests.bench`` prints.

A module of the table has ``rows(*, quick=False) -> list[Row]``. It runs in a process of its own, so
that peaks of memory are its own and no window meets another; times are those of the processor
(``time.process_time``, ``thread_time``) wherever other programs must not count.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A value with its unit; ``floor`` is what cannot be undercut, measured beside it, and
    ``against`` says what that is. ``goal`` is the most that the value may be, or with ``relative``
    the most times of the floor; what has no goal is only told.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    goal: float | None = None
    relative: bool = False
    against: str = ""

    @property
    def ratio(self) -> float | None:
        """Times of the floor."""
        return self.value / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; ``None`` where there is none."""
        judged = self.ratio if self.relative else self.value
        return None if self.goal is None or judged is None else judged <= self.goal


def worked(act: Callable[[], object]) -> float:
    """Milliseconds that this process computed for ``act``, on all its threads."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000

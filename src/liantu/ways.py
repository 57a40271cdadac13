"""Who goes first where several threads work: Python runs one at a time, and the window would lose
its turn to a worker at each of its many calls of Qt.

A worker gives way at every step of its work, but waits only a moment each time, so that it gets on
even beside what never ends; and whoever makes what another thread needs does not wait for that.
"""

from __future__ import annotations

import enum
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


class Rank(enum.IntEnum):
    """Whose work goes first: that of the window's own thread, then what somebody waits for, then
    what nobody has asked for as yet.
    """

    WINDOW = 0
    ASKED = 1
    AHEAD = 2


PATIENCE_S = 0.1
"""So long a step waits at most for whoever goes first."""


@dataclass(slots=True)
class _Threads:
    """So many are at work by their rank; ``needy`` ones wait for what another makes."""

    at_work: list[int] = field(default_factory=lambda: [0] * len(Rank))
    needy: list[int] = field(default_factory=lambda: [0] * len(Rank))


_now, _own = _Threads(), threading.local()
_moved = threading.Condition()


@contextmanager
def at_work(rank: Rank) -> Iterator[None]:
    """What this thread does now goes before all of a higher rank; a thread that never says so gives
    way to nobody.
    """
    before, _own.rank = _rank(), rank
    with _moved:
        _now.at_work[rank] += 1
    try:
        yield
    finally:
        _own.rank = before
        with _moved:
            _now.at_work[rank] -= 1
            _moved.notify_all()


@contextmanager
def in_need() -> Iterator[None]:
    """This thread waits for what another makes: meanwhile nobody gives way but to those who go
    before this one.
    """
    rank = _rank()
    with _moved:
        _now.needy[rank] += 1
        _moved.notify_all()
    try:
        yield
    finally:
        with _moved:
            _now.needy[rank] -= 1


def give_way() -> None:
    """Let those go first who may, for a moment."""
    rank = _rank()
    if _is_behind(rank):
        with _moved:
            _moved.wait_for(lambda: not _is_behind(rank), PATIENCE_S)


def _rank() -> Rank:
    found: Rank = getattr(_own, "rank", Rank.WINDOW)
    return found


def _is_behind(rank: Rank) -> bool:
    first = next((needy for needy, count in enumerate(_now.needy) if count), rank)
    return any(_now.at_work[: min(rank, first)])

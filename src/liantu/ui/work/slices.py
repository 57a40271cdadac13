"""Long work of the window's own thread that is done a little at a time: it paints and listens
between two pieces.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from liantu.ways import Rank, at_work

Found = TypeVar("Found")

Steps = Generator[None, None, None]
"""Work that stops after some hundred things each time, so that other things may be done."""
SLICE_S = 0.012
"""So long the window is kept at most."""


class Slices(QObject):
    """Does one work at a time, the newest; one before it is given up."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Steps | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        """Whether something is left to do."""
        return self._work is not None

    def run(self, work: Steps) -> None:
        """Do this between events, and nothing else any more."""
        self._work = work
        self._timer.start()

    def stop(self) -> None:
        """Give up what is left."""
        self._work = None
        self._timer.stop()

    def _go_on(self) -> None:
        work, until = self._work, time.perf_counter() + SLICE_S
        try:
            with at_work(Rank.WINDOW):
                while work is not None and work is self._work and time.perf_counter() < until:
                    next(work)
        except StopIteration:
            if work is self._work:  # its last piece may have asked for other work
                self.stop()
        except Exception:
            self.stop()
            raise


def at_once(work: Generator[None, None, Found]) -> Found:
    """Do all of it now; what it found."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Found = end.value
            return found


def pieces(count: int, length: int) -> Generator[range, None, None]:
    """The places of so many things in pieces of a length."""
    for start in range(0, count, length):
        yield range(start, min(start + length, count))

"""Work of the window's own thread in small pieces: it paints and listens between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from liantu.ways import Rank, at_work


class Turns(QObject):
    """Does one piece in each turn of the event loop, in the order in which they were added."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: deque[Callable[[], None]] = deque()
        self._free: int | None = None
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._do_one)

    @property
    def pending(self) -> bool:
        """Whether there is something left to do."""
        return bool(self._work) or self._then is not None

    @property
    def holding(self) -> bool:
        """Whether something is to be done before the other pieces wait."""
        return self._then is not None

    def add(self, work: Callable[[], None]) -> None:
        """Do ``work`` after all that waits already."""
        self._work.append(work)
        self._timer.start()

    def hold(self, free: int, then: Callable[[], None]) -> None:
        """Do the next ``free`` pieces, paint, do ``then``, and let the other pieces wait for
        :meth:`release`.
        """
        self._free, self._then = free, then
        self._timer.start()

    def release(self) -> None:
        """Do what waits."""
        self._free = self._then = None
        self._timer.start()

    def stop(self) -> None:
        """Forget what waits."""
        self._work.clear()
        self._free = self._then = None
        self._timer.stop()

    def _do_one(self) -> None:
        with at_work(Rank.WINDOW):
            self._do_next()

    def _do_next(self) -> None:
        if self._then is not None and (self._free == 0 or not self._work):
            then, self._then, self._free = self._then, None, 0
            then()
        elif self._work and self._free != 0:
            if self._free is not None:
                self._free -= 1
            self._work.popleft()()
        else:
            self._timer.stop()

"""Work of the window's own thread in small pieces: it paints and listens between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Does one piece in each turn of the event loop, in the order in which they were added."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._do_one)

    @property
    def pending(self) -> bool:
        """Whether there is something left to do."""
        return bool(self._work)

    def add(self, work: Callable[[], None]) -> None:
        """Do ``work`` after all that waits already."""
        self._work.append(work)
        self._timer.start()

    def stop(self) -> None:
        """Forget what waits."""
        self._work.clear()
        self._timer.stop()

    def _do_one(self) -> None:
        if len(self._work) <= 1:
            self._timer.stop()
        if self._work:
            self._work.popleft()()

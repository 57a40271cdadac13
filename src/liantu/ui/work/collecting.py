"""Cyclic garbage is collected between events of the window's thread, and nowhere else."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject, QTimer

from liantu.ui.habits.heap import give_back

INTERVAL = 1000
"""Milliseconds between two looks at the counters."""
MANY = 2000
"""Objects made between two looks that tell that somebody is doing something."""
DEAR = 50_000
"""Young objects that take longer to look through than a drag of the mouse may stand still."""
HUGE = 500_000
"""Young objects that only a large folder makes: to look through them takes seconds."""
MUCH = 150_000
"""Young objects of a folder that is known to be large, which would keep the window for long."""
VAST = 1_500_000
"""Objects of any age that only a large folder makes."""
CALM = 2
"""Looks in a row at which nothing is done before what takes long is collected."""
PATIENCE = 120
"""Looks after which it is collected all the same."""


class Collector(QObject):
    """Takes the place of Python's automatic collection while it lives.

    An automatic collection may start inside Qt's own code, whenever PySide allocates: it then
    destroys objects under a lock that Qt already holds, and the window stops for ever. It may
    also start on a worker thread, which must not destroy what belongs to the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made = self._calm = self._waited = self._grown = 0
        self._filled = self._large = False
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations whose counters have passed Python's thresholds.

        What takes long waits until nothing was made for a while and no worker runs: nobody is in
        the middle of something then. That is the oldest generation, which holds the whole city,
        and younger ones that have just got a new reading. A folder many times as large is never
        looked through: what was read of it are values without circles, which go when nobody needs
        them any more. The system gets back what was let go of it, once nothing is done.
        """
        self._set_aside()
        counts = gc.get_count()
        passed = [n > most > 0 for n, most in zip(counts, gc.get_threshold(), strict=True)]
        due = max((g for g in range(3) if passed[g]), default=None)
        still = counts[0] - self._made < MANY and threading.active_count() == 1
        self._calm = self._calm + 1 if still else 0
        dear = passed[2] or counts[0] + (self._grown if passed[1] else 0) > DEAR
        self._waited = self._waited + 1 if dear else 0
        if self._filled and self._calm >= CALM:
            self._filled = False
            give_back()  # what was let go since
        if due is not None and (not dear or self._calm >= CALM or self._waited >= PATIENCE):
            self._waited = 0
            self._grown = 0 if due else self._grown + counts[0]
            if passed[2] and len(gc.get_objects()) > VAST:
                gc.freeze()
            else:
                gc.collect(due)
        self._made = gc.get_count()[0]

    def _set_aside(self) -> None:
        """Let nobody look through what a large folder has made so far. What has left the youngest
        generation since the last look counts with it: it would be looked through again.
        """
        if gc.get_count()[0] + self._grown > (MUCH if self._large else HUGE):
            gc.freeze()
            self._grown, self._filled, self._large = 0, True, True

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()

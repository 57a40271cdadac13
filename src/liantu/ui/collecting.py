"""Cyclic garbage is collected between events of the window's thread, and nowhere else."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1000
"""Milliseconds between two looks at the counters."""
CALM = 2
"""Looks in a row that find hardly anything made before the oldest generation is collected."""
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
        self._calm = self._waited = 0
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect the young generations whose counters have passed Python's thresholds.

        The oldest one holds the whole city and takes long, so it waits until nothing was made for
        a while: nobody is in the middle of something then.
        """
        passed = [n > most > 0 for n, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        young = max((g for g in (0, 1) if passed[g]), default=None)
        self._calm = self._calm + 1 if young is None else 0
        self._waited = self._waited + 1 if passed[2] else 0
        if passed[2] and (self._calm >= CALM or self._waited >= PATIENCE):
            self._waited = 0
            gc.collect()
        elif young is not None:
            gc.collect(young)

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()

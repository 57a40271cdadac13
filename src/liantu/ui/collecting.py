"""Cyclic garbage is collected between events of the window's thread, and nowhere else."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1000
"""Milliseconds between two looks at the counters."""


class Collector(QObject):
    """Takes the place of Python's automatic collection while it lives.

    An automatic collection may start inside Qt's own code, whenever PySide allocates: it then
    destroys objects under a lock that Qt already holds, and the window stops for ever. It may
    also start on a worker thread, which must not destroy what belongs to the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose counter has passed Python's threshold."""
        due = [
            g
            for g, (n, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if n > most > 0
        ]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()

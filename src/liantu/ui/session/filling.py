"""What the window asks of a reading after its map, made while the map is seen already."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model.focus import Focus
from liantu.ui.seen import looking, preparing
from liantu.ui.work.tasks import Task, Tasks


class Filling(QObject):
    """``filled``: all of the newest reading can be shown now; ``failed`` carries an error."""

    filled = Signal()
    failed = Signal(object)

    def __init__(self, focus: Callable[[], Focus], parent: QObject) -> None:
        super().__init__(parent)
        self._focus = focus
        self._tasks = Tasks(self)
        self._running: Task | None = None

    @property
    def running(self) -> bool:
        """Whether something is made."""
        return self._running is not None

    def begin(self, reading: Reading, folder: Path) -> None:
        """Make the rest of a reading of a folder."""
        focus = self._focus()

        def job(progress: Progress) -> None:
            preparing.rest(reading, focus, progress)
            looking.status(reading, folder)

        task = self._tasks.new(job, ahead=True)  # the map of another chain goes before
        task.failed.connect(self.failed)
        task.finished.connect(partial(self._on_finished, task))
        self._running = task
        task.start()

    def drop(self) -> None:
        """A newer one is on its way."""
        if self._running is not None:
            self._running.drop()

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()
        self._running = None

    def _on_finished(self, task: Task) -> None:
        if self._running is task:
            self._running = None
            self.filled.emit()

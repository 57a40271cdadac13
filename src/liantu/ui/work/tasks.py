"""Long work off the UI thread: build a task, connect its signals, then start it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from liantu.jobs import Cancelled, Progress
from liantu.ui.habits.fault import is_fault
from liantu.ways import Rank, at_work, in_need

PATIENCE_MS = 400
"""Work shorter than this shows no progress; work that may hang and is not wanted any more is left
to itself after it.
"""
PARTING_S = 2.0
"""So long the end of the program waits at most for work that may hang."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: object = None
    error: Exception | None = None
    cancelled: bool = False


def _over(_: Progress) -> None:
    """The job of a task that has ended."""


class Task(QObject):
    """Runs ``job(progress)`` on a thread; every public signal is emitted on the UI thread.

    The thread touches no QObject but the private signals of this one, which Qt queues. ``failed``
    carries the exception; one that is a fault of the program is in the log by then.
    """

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    slow = Signal()
    progressed = Signal(int, int, str)
    finished = Signal()
    _ended = Signal(object)
    _stepped = Signal(int, int, str)

    def __init__(
        self,
        job: Callable[[Progress], object],
        parent: QObject,
        may_hang: bool = False,
        ahead: bool = False,
    ) -> None:
        """``may_hang``: it may be stuck where no wish to cancel reaches it, as in a drive of the
        network that does not answer; neither another task nor the end of the program waits for it.
        ``ahead``: nobody waits for it, so that it gives way to what somebody waits for.
        """
        super().__init__(parent)
        self._rank = Rank.AHEAD if ahead or may_hang else Rank.ASKED
        self._job = job
        self._progress = Progress(self._on_step)
        self._thread = threading.Thread(target=self._work, name="liantu-task", daemon=may_hang)
        self._running = self._dropped = self._left = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._forward_step, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_patience)

    def start(self) -> None:
        """Begin; connect first, as short work may end at once."""
        self._running = True
        self._patience.start(PATIENCE_MS)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether the outcome was not delivered yet."""
        return self._running

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._progress.cancel()

    def drop(self) -> None:
        """Ask it to stop, and deliver nothing that it makes all the same."""
        self._dropped = True
        self._progress.cancel()
        if self._thread.daemon:
            self._patience.start(PATIENCE_MS)
        else:
            self._patience.stop()  # it ends when its thread does

    def stop(self) -> None:
        """Cancel, wait for the thread and deliver nothing any more."""
        self._progress.cancel()
        self._patience.stop()
        self._ended.disconnect(self._deliver)
        self._stepped.disconnect(self._forward_step)
        if self._thread.is_alive():
            with in_need():
                self._thread.join(PARTING_S if self._thread.daemon else None)
        self._running = False

    def _on_patience(self) -> None:
        if not self._dropped:
            self.slow.emit()
        elif not self._left:
            self._left = True
            self.cancelled.emit()
            self.finished.emit()

    def _on_step(self, done: int, total: int, label: str) -> None:
        self._stepped.emit(done, total, label)

    def _work(self) -> None:
        try:
            with at_work(self._rank), self._progress.here():
                outcome = _Outcome(self._job(self._progress))
        except Cancelled:
            outcome = _Outcome(cancelled=True)
        except Exception as error:
            if is_fault(error):
                words = f"{type(error).__name__}: {error}"
                _log.error("fault of a job: %s", words, exc_info=error)
            outcome = _Outcome(error=error)
        with suppress(RuntimeError):  # nobody waited, and the window is gone
            self._ended.emit(outcome)

    def _forward_step(self, done: int, total: int, label: str) -> None:
        if not self._dropped:
            self.progressed.emit(done, total, label)

    def _deliver(self, outcome: _Outcome) -> None:
        if not self._running:
            return  # Qt still delivers what was queued before the connection was cut
        self._patience.stop()
        self._thread.join()
        self._running = False
        self._job = _over  # it may hold a whole reading, and this object is kept for a while
        self.deleteLater()
        if not self._left:
            with at_work(Rank.WINDOW):
                self._tell(outcome)

    def _tell(self, outcome: _Outcome) -> None:
        if outcome.cancelled or self._dropped:
            self.cancelled.emit()
        elif outcome.error is not None:
            self.failed.emit(outcome.error)
        else:
            self.done.emit(outcome.result)
        self.finished.emit()


class Tasks(QObject):
    """The tasks of one owner; :meth:`stop` leaves no thread behind."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []

    def new(
        self, job: Callable[[Progress], object], may_hang: bool = False, ahead: bool = False
    ) -> Task:
        """A task that still has to be connected and started."""
        self._tasks = [task for task in self._tasks if task.running]
        task = Task(job, self, may_hang, ahead)
        self._tasks.append(task)
        return task

    @property
    def running(self) -> bool:
        """Whether one of them has not delivered yet."""
        return any(task.running for task in self._tasks)

    def drop(self) -> None:
        """Ask all to stop, and deliver nothing of them."""
        for task in self._tasks:
            if task.running:
                task.drop()

    def stop(self) -> None:
        """Cancel and join all that still run."""
        for task in self._tasks:
            if task.running:
                task.stop()
        self._tasks = []

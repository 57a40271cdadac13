"""What is done away from the window: reading a file, and planning its rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from liantu.jobs import Progress
from liantu.library.importing.headings import guessed, header, likely_target, seen
from liantu.library.importing.lookups import lookups
from liantu.library.importing.planning import plan
from liantu.library.importing.rows import Request
from liantu.library.importing.tables import Table, TableError, read_tables
from liantu.library.importing.targets import Target
from liantu.model import Atlas
from liantu.ui.work.tasks import Task, Tasks


class ImportWork(QObject):
    """The newest wish counts. ``read`` carries the tables or the ``TableError``, ``suggested`` a
    request with the columns as guessed, ``planned`` a plan, ``failed`` an error; ``busy_changed``:
    it takes a while, or is over; ``progressed``: rows done of rows.
    """

    read = Signal(object)
    suggested = Signal(object)
    planned = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)
    progressed = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether something is still being done."""
        return self._task is not None and self._task.running

    def read_file(self, path: Path) -> None:
        """Read the tables of a file."""
        self._start(lambda _: _tables(path), self.read, may_hang=True)

    def suggest(self, atlas: Atlas, table: Table, target: Target | None) -> None:
        """Find headings and columns, and what the rows are where that is not said."""
        self._start(lambda _: _suggestion(atlas, table, target), self.suggested)

    def plan_rows(self, atlas: Atlas, request: Request) -> None:
        """Find out what becomes of every row."""
        self._start(lambda progress: plan(atlas, request, progress), self.planned)

    def stop(self) -> None:
        """Give up what runs; no thread stays."""
        self._tasks.stop()
        self._task = None

    def cancel(self) -> None:
        """Give up what runs, as the planner wants it."""
        self._tasks.drop()

    def _start(
        self, job: Callable[[Progress], object], done: SignalInstance, *, may_hang: bool = False
    ) -> None:
        self._tasks.drop()
        task = self._task = self._tasks.new(job, may_hang)
        task.done.connect(done)
        task.failed.connect(self.failed)
        task.slow.connect(lambda: self.busy_changed.emit(True))
        task.progressed.connect(lambda at, of, _: self.progressed.emit(at, of))
        task.finished.connect(lambda: self._on_finished(task))
        task.start()

    def _on_finished(self, task: Task) -> None:
        if task is self._task:
            self.busy_changed.emit(False)


def _suggestion(atlas: Atlas, table: Table, target: Target | None) -> Request:
    found = target or likely_target(table)
    head = header(table, found)
    columns = seen(table, head, guessed(head.names, found), found, lookups(atlas))
    return Request(table, head, found, columns)


def _tables(path: Path) -> tuple[Table, ...] | TableError:
    """A file that is no table is no fault: why it is none is a result like others."""
    try:
        return read_tables(path)
    except TableError as error:
        return error

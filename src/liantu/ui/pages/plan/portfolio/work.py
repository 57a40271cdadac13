"""What the tab works out away from the window: the pool, the choice, its explanations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from liantu.analysis.portfolio.answer import Answer, Wishes, basis, explained, fronted, solved
from liantu.analysis.portfolio.candidates import Pool, candidates, refreshed
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.ui.habits.crash import hand_over
from liantu.ui.work.tasks import Tasks
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Ground:
    """``reading`` is what the window looks at; the pool is that of it without the projects that
    its scenario chooses.
    """

    reading: Reading
    base: Reading
    pool: Pool


class Work(QObject):
    """One thing at a time; a newer wish drops the older one. ``began`` tells what is worked out,
    ``stepped`` how far it is, ``ended`` that nothing is; ``cancelled``: the user did not want it.
    """

    grounded = Signal(object)
    solved = Signal(object)
    explained = Signal(object)
    began = Signal(str)
    stepped = Signal(int, int)
    ended = Signal()
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._task: object = None

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._tasks.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def drop(self) -> None:
        """Nobody waits for it any more."""
        self._task = None
        self._tasks.drop()
        self.ended.emit()

    def cancel(self) -> None:
        """Stop what runs, because the user says so."""
        self.drop()
        self.cancelled.emit()

    def ground(self, reading: Reading, before: tuple[Reading, Pool] | None) -> None:
        """What every project changes: a diagnosis each, unless only figures were told since the
        pool of the reading ``before``.
        """

        def job(progress: Progress) -> Ground:
            base = basis(reading)
            pool = None
            if before is not None:
                former, known = before
                pool = refreshed(known, former, base)
            return Ground(reading, base, pool or candidates(base, progress))

        self._start(job, "portfolio.ui.pool", self.grounded.emit, ahead=True)

    def solve(self, ground: Ground, wishes: Wishes) -> None:
        """The choice."""
        self._start(
            lambda progress: solved(ground.pool, wishes, progress),
            "portfolio.ui.solving",
            self.solved.emit,
        )

    def explain(self, answer: Answer, against: Resource | None) -> None:
        """Swaps, costs and the front."""
        self._start(
            lambda progress: explained(answer, against, progress),
            "portfolio.ui.explaining",
            self.explained.emit,
        )

    def front(self, answer: Answer, against: Resource | None) -> None:
        """Another front."""
        self._start(
            lambda progress: fronted(answer, against, progress),
            "portfolio.ui.explaining",
            self.explained.emit,
        )

    def _start(
        self,
        job: Callable[[Progress], object],
        code: str,
        deliver: Callable[[object], None],
        *,
        ahead: bool = False,
    ) -> None:
        """``ahead``: of a large folder it takes minutes, so that what is asked for meanwhile goes
        first.
        """
        self._tasks.drop()
        task = self._tasks.new(job, ahead=ahead)
        self._task = task

        def done(result: object) -> None:
            if self._task is task:
                self._task = None
                self.ended.emit()
                deliver(result)

        task.done.connect(done)
        task.progressed.connect(self._on_step)
        task.failed.connect(self._on_failed)
        self.began.emit(text(code))
        task.start()

    def _on_step(self, done: int, total: int, _label: str) -> None:
        self.stepped.emit(done, total)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.ended.emit()
        hand_over(error)

"""Makes slides off the window's thread: the one that is wanted, then those that may be next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from liantu.diagram.slides.model import Slide
from liantu.jobs import Progress
from liantu.model.target import Target
from liantu.render.pixels import fitted
from liantu.ui.habits.crash import hand_over
from liantu.ui.work.tasks import Task, Tasks

AT_ONCE = 2
"""So many are made at a time at most: one that is not wanted any more ends by itself, and whoever
turns the pages fast must not leave a thread for each.
"""
KEPT = 6
"""Slides that are kept: the one shown, those beside it, and some that were shown before."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A slide: step ``at`` (of the contents -1) of the story with this number, painted for so many
    pixels; ``round`` is another where the stories or the colours are others.
    """

    story: int
    at: int
    chosen: Target | None
    size: tuple[int, int]
    round: int


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A slide with its pixels."""

    slide: Slide
    image: QImage


class Maker(QObject):
    """``made`` carries a wish and its :class:`Sheet`, ``failed`` a wish and the error."""

    made = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.draw: Callable[[Wish], Slide] | None = None
        """Makes the slide of a wish; on a worker, so it takes nothing from the window."""
        self._tasks = Tasks(self)
        self._running: tuple[Wish, Task] | None = None
        self._live = 0
        self._queue: list[Wish] = []
        self._known: dict[Wish, Sheet] = {}

    def find(self, wish: Wish) -> Sheet | None:
        """The slide, if it is made already."""
        found = self._known.pop(wish, None)
        if found is not None:
            self._known[wish] = found  # the last that was asked for goes last
        return found

    def ask(self, wishes: Sequence[Wish]) -> None:
        """Make these, one after the other; what was asked for before and is not among them is not
        made any more.
        """
        self._queue = [wish for wish in wishes if wish not in self._known]
        if self._running is not None and self._running[0] not in self._queue[:1]:
            self._running[1].drop()
            self._running = None
        self._next()

    @property
    def busy(self) -> bool:
        """Whether something is being made that was asked for."""
        return self._running is not None

    def forget(self) -> None:
        """Nothing is asked for any more, and nothing is kept; what runs ends by itself."""
        self._tasks.drop()
        self._running, self._queue, self._known, self.draw = None, [], {}, None

    def stop(self) -> None:
        """Leave no thread behind."""
        self.forget()
        self._tasks.stop()
        self._live = 0

    def _next(self) -> None:
        if self._running is not None or not self._queue or self.draw is None:
            return
        if self._live >= AT_ONCE:
            return  # goes on once one of them has ended
        wish, draw = self._queue.pop(0), self.draw

        def job(progress: Progress) -> Sheet:
            made = draw(wish)
            progress.check()
            return Sheet(made, fitted(made.drawing, *wish.size))

        task = self._tasks.new(job)
        task.done.connect(lambda sheet: self._on_made(wish, sheet))
        task.failed.connect(lambda error: self._on_failed(wish, error))
        task.finished.connect(lambda: self._on_finished(task))
        self._running, self._live = (wish, task), self._live + 1
        task.start()

    def _on_made(self, wish: Wish, sheet: Sheet) -> None:
        self._known[wish] = sheet
        for old in [*self._known][:-KEPT]:
            self._known.pop(old)
        self.made.emit(wish, sheet)

    def _on_failed(self, wish: Wish, error: Exception) -> None:
        hand_over(error)
        self.failed.emit(wish, error)

    def _on_finished(self, task: Task) -> None:
        self._live -= 1
        if self._running is not None and self._running[1] is task:
            self._running = None
        self._next()

"""What takes long in a large folder is found by a worker, and shown when it is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from liantu.analysis.reading import Reading
from liantu.ui.habits.crash import hand_over
from liantu.ui.work.tasks import Task, Tasks

LARGE = 4000
"""From so many products on the window does not wait for what goes through all of them."""
Found = TypeVar("Found")


def is_large(reading: Reading) -> bool:
    """Whether going through all of a folder would be noticed."""
    return len(reading.atlas.products) >= LARGE


class Finder(QObject):
    """:meth:`now` is for what somebody waits for: begun at once, whatever else runs; the newest
    wish under a name is served. :meth:`later` is for what may wait: one thing after the other.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._asked: dict[str, Task] = {}
        self._queue: deque[Callable[[], Task]] = deque()
        self._behind: Task | None = None

    @property
    def running(self) -> bool:
        """Whether something is being found, or will be."""
        return bool(self._asked or self._queue) or self._behind is not None

    def asked(self, name: str) -> bool:
        """Whether somebody waits for this."""
        return name in self._asked

    def now(self, name: str, job: Callable[[], Found], deliver: Callable[[Found], object]) -> None:
        """Find something and hand it over."""
        self.forget(name)
        task = self._made(job, deliver)
        task.finished.connect(partial(self._on_served, name, task))
        self._asked[name] = task
        task.start()

    def forget(self, name: str) -> None:
        """Nobody waits for it any more."""
        task = self._asked.pop(name, None)
        if task is not None:
            task.drop()

    def later(self, job: Callable[[], Found], deliver: Callable[[Found], object]) -> None:
        """Find something once what was asked for before is found."""
        self._queue.append(partial(self._made, job, deliver, ahead=True))
        self._go_on()

    def forget_later(self) -> None:
        """Nothing of that is wanted any more."""
        self._queue.clear()
        if self._behind is not None:
            self._behind.drop()

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self.forget_later()
        for name in [*self._asked]:
            self.forget(name)

    def stop(self) -> None:
        """Leave no thread behind."""
        self._queue.clear()
        self._asked.clear()
        self._tasks.stop()
        self._behind = None

    def _made(
        self, job: Callable[[], Found], deliver: Callable[[Found], object], ahead: bool = False
    ) -> Task:
        task = self._tasks.new(lambda _: job(), ahead=ahead)
        task.done.connect(deliver)
        task.failed.connect(hand_over)
        return task

    def _on_served(self, name: str, task: Task) -> None:
        if self._asked.get(name) is task:
            del self._asked[name]
        self._go_on()

    def _on_behind(self) -> None:
        self._behind = None
        self._go_on()

    def _go_on(self) -> None:
        if self._queue and self._behind is None and not self._asked:
            self._behind = self._queue.popleft()()
            self._behind.finished.connect(self._on_behind)
            self._behind.start()

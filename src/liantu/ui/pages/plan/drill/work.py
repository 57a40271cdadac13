"""What drills bring about and what most hangs on, worked out away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from liantu.analysis.aside import Aside
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model.drill import Shock
from liantu.telling.shocks.told import Told, most_exposed, told
from liantu.ui.habits.crash import hand_over
from liantu.ui.work.tasks import Tasks

MOST = 3
"""Of what most hangs on so many are offered."""
Most = tuple[tuple[Shock, str], ...]


class Work(QObject):
    """``found`` carries a :class:`Told` with its reading, ``most`` what most hangs on. What was
    worked out of a reading is kept as long as that is.
    """

    found = Signal(object, object)
    most = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._told, self._most = Aside[Told](), Aside[Most]()

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._tasks.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def drop(self) -> None:
        """Nobody waits for it any more."""
        self._tasks.drop()

    def tell(self, reading: Reading) -> None:
        """Tell of the drill of a reading, soon or at once; ends what was asked before."""
        self.drop()
        known = self._told.get(reading)
        if known is not None:
            self.found.emit(reading, known)
            return

        def take(found: object) -> None:
            assert isinstance(found, Told)
            self._told.put(reading, found)
            self.found.emit(reading, found)

        self._start(lambda _: told(reading), take)

    def expose(self, reading: Reading) -> None:
        """Tell what most hangs on; ends what was asked before."""
        self.drop()
        known = self._most.get(reading)
        if known is not None:
            self.most.emit(known)
            return

        def take(found: object) -> None:
            assert isinstance(found, tuple)
            self._most.put(reading, found)
            self.most.emit(found)

        self._start(lambda _: most_exposed(reading, MOST), take)

    def _start(self, job: Callable[[Progress], object], take: Callable[[object], None]) -> None:
        task = self._tasks.new(job)
        task.done.connect(take)
        task.failed.connect(hand_over)
        task.start()

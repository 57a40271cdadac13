"""What nobody has asked for as yet, made while nothing else is: maps for the room, days nearby."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer

from liantu.analysis.reading import Reading
from liantu.document.session import Session
from liantu.jobs import Progress
from liantu.model import Atlas
from liantu.model.focus import MAP, Focus
from liantu.model.scenario import Scenario
from liantu.ui.seen import preparing
from liantu.ui.seen.looking import Frame
from liantu.ui.work.tasks import Tasks

CALM_MS = 250
"""So long nothing is asked for before the readings beside the one that is seen are made."""


@dataclass(slots=True)
class _Now:
    """What a worker diagnoses just now, and how to make it give that up."""

    base: Atlas
    scenario: Scenario | None = None
    progress: Progress = field(default_factory=Progress)


class Ahead(QObject):
    """``focus`` tells what the window looks at, :attr:`frame` where a map would be laid out, and
    ``busy`` whether anything that was asked for is still being made.
    """

    def __init__(
        self,
        session: Session,
        focus: Callable[[], Focus],
        busy: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._focus, self._busy = session, focus, busy
        self.frame: Callable[[], Frame | None] = lambda: None
        self._tasks = Tasks(self)
        self._near: dict[str, None] = {}
        self._now: _Now | None = None
        self._begun: set[int] = set()
        self._over = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._look_near)
        self._later = QTimer(self, singleShot=True, interval=CALM_MS)
        self._later.timeout.connect(self.lay_out)

    @property
    def running(self) -> bool:
        """Whether something is made, or will be in a moment."""
        return self._tasks.running or self._calm.isActive() or self._later.isActive()

    def lay_out(self) -> None:
        """Lay out the chains next to the one that is seen for the room there is."""
        frame, reading, focus = self.frame(), self._session.reading, self._focus()
        if frame is None or self._over:
            return
        if self._busy():
            self._later.start()
            return
        if not preparing.is_foreseen(reading, focus, frame.area):
            self._tasks.drop()
            self._tasks.new(
                lambda progress: preparing.foresee(reading, focus, frame.area, progress),
                ahead=True,
            ).start()
        self._calm.start()

    def foresee(self, days: tuple[str, ...]) -> None:
        """Make the readings of other days, in their order, once nothing is asked for a moment and
        a map is looked at.
        """
        self._near = dict.fromkeys(days)
        self._calm.start()

    def foresee_more(self, days: tuple[str, ...]) -> None:
        """These first, then those that were told before."""
        self._near = dict.fromkeys((*days, *self._near))
        self._calm.start()

    def drop(self) -> None:
        """Something was asked for: it comes first. If that is just what is being diagnosed, who
        wants it waits for that and need not begin anew.
        """
        self._calm.stop()
        self._later.stop()
        self._tasks.drop()
        now, session = self._now, self._session
        if now and (now.base is not session.atlas or now.scenario != session.wanted):
            now.progress.cancel()
            self._now = None  # it holds a whole folder

    def stop(self) -> None:
        """Leave no thread behind, and begin none: a window that closes is laid out once more."""
        self._over = True
        self._calm.stop()
        self._later.stop()
        if self._now:
            self._now.progress.cancel()
        self._tasks.stop()

    def _look_near(self) -> None:
        session, focus, frame = self._session, self._focus(), self.frame()
        if self._over or not session.ready or session.behind or focus.page != MAP:
            return
        if self._busy():
            self._calm.start()
            return
        reading, recent, begun = session.reading, session.recent, self._begun
        if not recent.foresees(reading):
            return
        begun &= recent.serials
        days = [*self._near][: recent.beside(reading)]  # or the last would drive out the first
        scenarios = [replace(session.wanted, date=day) for day in days]
        now = self._now = _Now(reading.base)

        def make() -> Reading:
            with now.progress.here():
                return Reading.of(now.base, now.scenario, reading, now.progress)

        def job(progress: Progress) -> None:
            for scenario in scenarios:
                now.scenario = scenario
                progress.check()
                found = recent.find(now.base, scenario)
                if found is None:
                    found = recent.of(now.base, scenario, make, progress)
                    begun.add(found.serial)
                preparing.first(found, focus, frame, progress)  # it may be of another chain
                if found.serial in begun:
                    preparing.rest(found, focus, progress)
                    begun.discard(found.serial)

        self._tasks.new(job, ahead=True).start()

"""What nobody looks at any more is let go: pages that are not seen keep the reading they drew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol
from weakref import ref

from PySide6.QtCore import QObject, QTimer

from liantu.analysis.reading import Reading
from liantu.model.focus import COMPARE, PLAN
from liantu.ui.habits.heap import give_back
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.work.freeing import Freeing

CALM_MS = 2000
"""So often it is asked whether all of the window shows the new reading."""


class Busy(Protocol):
    """What shows a reading some time after the window has it."""

    @property
    def busy(self) -> bool: ...  # noqa: D102


class Parting(QObject):
    """Lets go of what was made of former readings, which in a large folder are hundreds of MB
    each, once nothing is made or told of them any more. Those that are kept for coming back stay.
    """

    def __init__(
        self, bridge: Bridge, selection: Selection, others: Sequence[Busy], parent: QObject
    ) -> None:
        """``others`` may still show a former reading, as the bridge may still make another."""
        super().__init__(parent)
        self._bridge, self._selection, self._others = bridge, selection, others
        self._now = bridge.session.reading
        self._left: list[Reading] = []
        self._gone: list[ref[Reading]] = []
        self._freeing = Freeing(self, give_back)
        self._calm = QTimer(self, interval=CALM_MS)
        self._calm.timeout.connect(self.part)
        for signal in (bridge.opened, bridge.revised):
            signal.connect(self._note)
        bridge.stepped.connect(self._make_room)

    def part(self) -> None:
        """Do so, unless something still shows them."""
        if self._is_busy():
            return
        self._calm.stop()
        session = self._bridge.session
        now = session.reading
        kept = session.recent.serials | {one.serial for one in (now, *now.besides)}
        left = [*self._left, *(reading for one in self._gone if (reading := one()) is not None)]
        self._left, self._gone = [], [ref(reading) for reading in left]
        both = [one for reading in left for one in (reading, *reading.besides)]
        gone = [one for one in both if one.serial not in kept]
        self._let_go(gone)
        if not gone and not session.recent.foresees(now):  # reading a large folder leaves holes
            give_back()

    def _make_room(self) -> None:
        """Another reading is about to be made: what this one was compared with is not needed any
        more, unless it is seen. Where there is room for more readings than one, it stays.
        """
        session, focus = self._bridge.session, self._selection.focus
        seen = focus.lens == COMPARE or (focus.page == PLAN and focus.plan == COMPARE)
        if session.behind and not seen and not session.recent.foresees(session.reading):
            self._let_go(session.reading.besides)

    def _let_go(self, readings: Iterable[Reading]) -> None:
        """What was made of them is freed between events; one may be asked again all the same."""
        for reading in readings:
            self._gone.append(ref(reading))
            self._freeing.free(reading.let_go())

    def _note(self, *_: object) -> None:
        session, older = self._bridge.session, self._left
        self._left = [self._now]  # lest it goes at once when the last page lets it go
        self._now = session.reading
        if session.recent.foresees(self._now):
            self._left += older
        else:
            self._let_go(older)
        self._calm.start()

    def _is_busy(self) -> bool:
        return self._bridge.busy or any(other.busy for other in self._others)

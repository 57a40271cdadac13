"""What nobody looks at any more is let go: pages that are not seen keep the reading they drew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from weakref import ref

from PySide6.QtCore import QObject, QTimer

from liantu.analysis.reading import Reading
from liantu.model.focus import COMPARE, PLAN
from liantu.ui.bridge import Bridge
from liantu.ui.habits.heap import give_back
from liantu.ui.selection import Selection

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
        self._now: ref[Reading] = ref(bridge.session.reading)
        self._left: list[ref[Reading]] = []
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
        left = [reading for one in self._left if (reading := one()) is not None]
        self._left = [ref(reading) for reading in left]  # one may be asked all the same
        both = [one for reading in left for one in (reading, *reading.besides)]
        gone = [one for one in both if one.serial not in kept]
        for reading in gone:
            reading.let_go()
        if gone or not session.recent.foresees(now):  # reading a large folder leaves holes
            give_back()

    def _make_room(self) -> None:
        """Another reading is about to be made: what this one was compared with is not needed any
        more, unless it is seen. Where there is room for more readings than one, it stays.
        """
        session, focus = self._bridge.session, self._selection.focus
        seen = focus.lens == COMPARE or (focus.page == PLAN and focus.plan == COMPARE)
        if session.behind and not seen and not session.recent.foresees(session.reading):
            for beside in session.reading.besides:
                beside.let_go()

    def _note(self, *_: object) -> None:
        self._left.append(self._now)
        self._now = ref(self._bridge.session.reading)
        self._calm.start()

    def _is_busy(self) -> bool:
        return self._bridge.busy or any(other.busy for other in self._others)

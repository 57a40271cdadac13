"""What nobody looks at any more is let go: pages that are not seen keep the reading they drew."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, QTimer

from liantu.analysis.reading import Reading
from liantu.ui.habits.heap import give_back

if TYPE_CHECKING:
    from liantu.ui.desk import Desk

CALM_MS = 2000
"""So often it is asked whether all of the window shows the new reading."""


class Parting(QObject):
    """Lets go of what was made of former readings, which in a large folder are hundreds of MB
    each, once nothing is made or told of them any more. Those that are kept for coming back stay.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._now: ref[Reading] = ref(desk.bridge.session.reading)
        self._left: list[ref[Reading]] = []
        self._calm = QTimer(self, interval=CALM_MS)
        self._calm.timeout.connect(self.part)
        for signal in (desk.bridge.opened, desk.bridge.revised):
            signal.connect(self._note)

    def part(self) -> None:
        """Do so, unless something still shows them."""
        if self._is_busy():
            return
        self._calm.stop()
        session = self._desk.bridge.session
        kept = session.recent.serials | {session.reading.serial}
        left = [reading for one in self._left if (reading := one()) is not None]
        self._left = [ref(reading) for reading in left if reading.serial in kept]
        gone = [reading for reading in left if reading.serial not in kept]
        for reading in gone:
            reading.let_go()
        if gone:
            give_back()

    def _note(self, *_: object) -> None:
        self._left.append(self._now)
        self._now = ref(self._desk.bridge.session.reading)
        self._calm.start()

    def _is_busy(self) -> bool:
        desk = self._desk
        lists = desk.lists.view.busy or desk.map.lists.busy
        return desk.bridge.busy or desk.bridge.waiting or desk.notices.busy or lists

"""The readings that were looked at last: what is switched to and fro need not be made twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock

from liantu.analysis import room
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.ways import in_need

MOST = 16
"""So many are kept of a city, one of which takes some 2 MB; of a large folder as many as
:mod:`liantu.analysis.room` allows.
"""
LOOK_S = 0.01
"""So often who waits for another thread looks whether it is still wanted."""


@dataclass(frozen=True, slots=True, eq=False)
class _Making:
    """A reading that a thread is making, and whether that is over."""

    atlas: Atlas
    scenario: Scenario
    over: Event = field(default_factory=Event)


class Recent:
    """Readings of one folder, the newest last. A thread may ask while another adds."""

    def __init__(self) -> None:
        self._kept: tuple[Reading, ...] = ()
        self._making: list[_Making] = []
        self._lock = Lock()

    def find(self, atlas: Atlas, scenario: Scenario) -> Reading | None:
        """The reading of just this atlas under just this scenario, if it is kept."""
        same = (r for r in self._kept if r.base is atlas and r.scenario == scenario)
        return next(same, None)

    def of(
        self,
        atlas: Atlas,
        scenario: Scenario,
        make: Callable[[], Reading],
        progress: Progress,
    ) -> Reading:
        """The reading that is kept, or what ``make`` makes of it; who asks while another thread
        makes the same waits for that. May raise what ``make`` does, and ``Cancelled``.
        """
        while True:
            progress.check()
            with self._lock:
                found = self.find(atlas, scenario)
                if found is not None:
                    return found
                mine = _Making(atlas, scenario)
                same = (m for m in self._making if m.atlas is atlas and m.scenario == scenario)
                other = next(same, mine)
                if other is mine:
                    self._making.append(mine)
            if other is mine:
                return self._made(mine, make)
            with in_need():
                while not other.over.wait(LOOK_S):
                    progress.check()

    def _made(self, mine: _Making, make: Callable[[], Reading]) -> Reading:
        try:
            found = make()
            self.foresee(found)
        finally:
            with self._lock:
                self._making.remove(mine)
            mine.over.set()
        return found

    def add(self, reading: Reading) -> None:
        """Keep it as the newest; readings of an atlas that was edited since make room first."""
        with self._lock:
            others = [r for r in self._kept if r is not reading]
            own = [r for r in others if r.base is reading.base]
            rest = [r for r in others if r.base is not reading.base]
            self._kept = (*rest, *own, reading)[-room.readings(reading.base, MOST) :]

    def foresee(self, reading: Reading) -> None:
        """Keep what nobody has looked at yet, in the place of the oldest."""
        with self._lock:
            if self.foresees(reading) and self._kept and self._kept[-1].base is reading.base:
                self._kept = (reading, *self._kept[1 - room.readings(reading.base, MOST) :])

    def beside(self, reading: Reading) -> int:
        """How many others there is room for beside ``reading``."""
        return room.readings(reading.base, MOST) - 1

    def foresees(self, reading: Reading) -> bool:
        """Whether there is room for any."""
        return self.beside(reading) > 0

    @property
    def serials(self) -> frozenset[int]:
        """Those of the readings that are kept."""
        return frozenset(reading.serial for reading in self._kept)

    def clear(self) -> None:
        """Keep none."""
        self._kept = ()

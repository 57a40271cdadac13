"""The readings that were looked at last: what is switched to and fro need not be made twice."""

from __future__ import annotations

from liantu.analysis import room
from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.model.scenario import Scenario

MOST = 16
"""So many are kept of a city, one of which takes some 2 MB; of a large folder as many as
:mod:`liantu.analysis.room` allows.
"""


class Recent:
    """Readings of one folder, the newest last. A thread may ask while another adds."""

    def __init__(self) -> None:
        self._kept: tuple[Reading, ...] = ()

    def find(self, atlas: Atlas, scenario: Scenario) -> Reading | None:
        """The reading of just this atlas under just this scenario, if it is kept."""
        same = (r for r in self._kept if r.base is atlas and r.scenario == scenario)
        return next(same, None)

    def add(self, reading: Reading) -> None:
        """Keep it as the newest; readings of an atlas that was edited since make room first."""
        others = [r for r in self._kept if r is not reading]
        own = [r for r in others if r.base is reading.base]
        rest = [r for r in others if r.base is not reading.base]
        self._kept = (*rest, *own, reading)[-room.readings(reading.base, MOST) :]

    def foresee(self, reading: Reading) -> None:
        """Keep what nobody has looked at yet, in the place of the oldest."""
        if self.foresees(reading) and self._kept and self._kept[-1].base is reading.base:
            self._kept = (reading, *self._kept[1 - room.readings(reading.base, MOST) :])

    def foresees(self, reading: Reading) -> bool:
        """Whether there is room for another one beside ``reading``."""
        return room.readings(reading.base, MOST) > 1

    @property
    def serials(self) -> frozenset[int]:
        """Those of the readings that are kept."""
        return frozenset(reading.serial for reading in self._kept)

    def clear(self) -> None:
        """Keep none."""
        self._kept = ()

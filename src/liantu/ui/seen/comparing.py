"""What the lens 对比 compares: made by a worker, kept for the window, which never diagnoses."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from liantu.analysis import room
from liantu.analysis.reading import Reading
from liantu.diagram.lenses import COMPARE, LENSES, Lens, comparing
from liantu.model.focus import Focus

if TYPE_CHECKING:
    from liantu.telling.versions.comparison import Comparison

KEPT = 4
"""Comparisons that are kept: going to and fro between two of them makes none anew."""
DAYS = 10
"""Days with which a map offers to be compared."""


def known(reading: Reading, focus: Focus) -> Comparison | None:
    """The reading against what the focus compares it with; ``None`` before it is made."""
    return _KNOWN.get((reading.serial, _side(reading, focus)), (None, None))[0]


def has_room(reading: Reading) -> bool:
    """Whether a reading beside this one may be held before anybody asks for it."""
    return room.readings(reading.base, KEPT) > 1


def forget(but: Collection[int]) -> None:
    """Keep only what is compared with readings of these serials: a comparison holds both."""
    for key in [key for key in [*_KNOWN] if key[0] not in but]:
        _KNOWN.pop(key, None)


def make(reading: Reading, focus: Focus) -> Comparison:
    """Make it, for a worker: a reading beside another takes as long as any."""
    from liantu.telling.versions.comparison import compared  # noqa: PLC0415  YAML would delay
    from liantu.telling.versions.sides import pair  # noqa: PLC0415  the first frame

    found = known(reading, focus)
    if found is None:
        found = compared(*pair(reading, focus.against))
        lens = comparing(found.turns, found.before.title)
        _KNOWN[reading.serial, _side(reading, focus)] = found, lens
        for old in [*_KNOWN][: -room.readings(reading.base, KEPT)]:
            _KNOWN.pop(old, None)
    return found


def lens_of(reading: Reading, focus: Focus) -> Lens | None:
    """The lens of the focus, one object as long as it paints the same; ``None`` before it is
    known.
    """
    if focus.lens != COMPARE:
        return LENSES[focus.lens]
    return _KNOWN.get((reading.serial, _side(reading, focus)), (None, None))[1]


def sides(reading: Reading, focus: Focus) -> tuple[dict[str, str], str]:
    """What a comparison offers, as it is written and as it is called, and what it compares with
    now.
    """
    from liantu.telling.versions.sides import nearby  # noqa: PLC0415  as above

    found, chosen = dict(nearby(reading, DAYS)), _side(reading, focus)
    return ({} if chosen in found else {chosen: chosen}) | found, chosen


def _side(reading: Reading, focus: Focus) -> str:
    from liantu.telling.versions.sides import meant  # noqa: PLC0415  as above

    return meant(reading, focus.against)


_KNOWN: dict[tuple[int, str], tuple[Comparison, Lens] | tuple[None, None]] = {}
"""By the serial of a reading and the side; the last made at the end."""

"""What the lens 断供 paints: reckoned by a worker, kept for the window, which reckons nothing."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.diagram.lenses import OUTAGE, Lens, failing
from liantu.diagram.strikes import Failure
from liantu.model.focus import Focus

KEPT = 4
"""Readings of which it is kept: undoing a stop reckons nothing anew."""


def known(reading: Reading) -> Failure | None:
    """What the drill of the reading does; ``None`` before it was reckoned."""
    return _KNOWN.get(reading.serial)


def make(reading: Reading) -> Failure:
    """Reckon it, for a worker."""
    from liantu.diagram.failing import failure_of  # noqa: PLC0415  numbers would delay the start

    found = known(reading)
    if found is None:
        found = _KNOWN[reading.serial] = failure_of(reading)
        for old in [*_KNOWN][:-KEPT]:
            _KNOWN.pop(old, None)
    return found


def shown(reading: Reading, focus: Focus) -> Failure | None:
    """What the focus shows of a drill; ``None`` under another lens, without a drill and before it
    was reckoned.
    """
    found = known(reading) if focus.lens == OUTAGE else None
    return found if found is not None and found.title else None


def lens_of(reading: Reading, focus: Focus) -> Lens | None:
    """The lens as far as the step of the focus, one object as long as it paints the same; ``None``
    before it is known.
    """
    found = known(reading)
    if found is None:
        return None
    step = focus.step if found.title else None
    key = (reading.serial, step)
    if key not in _LENSES:
        _LENSES[key] = failing(replace(found, step=step))
        for old in [key for key in _LENSES if key[0] not in _KNOWN]:
            del _LENSES[old]
    return _LENSES[key]


_KNOWN: dict[int, Failure] = {}
"""By the serial of a reading; the last made at the end."""
_LENSES: dict[tuple[int, int | None], Lens] = {}
"""By the serial of a reading and the step."""

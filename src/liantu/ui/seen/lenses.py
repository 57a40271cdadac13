"""The lens of a focus, whatever it hangs on; some are made by a worker first."""

from __future__ import annotations

from liantu.analysis.reading import Reading
from liantu.diagram.lenses import COMPARE, LENSES, OUTAGE, Lens
from liantu.model.focus import Focus
from liantu.ui.seen import comparing, outages

MADE = frozenset({COMPARE, OUTAGE})
"""Lenses that are made for a reading."""


def lens_of(reading: Reading, focus: Focus) -> Lens | None:
    """The lens, one object as long as it paints the same; ``None`` before it is known."""
    if focus.lens == COMPARE:
        return comparing.lens_of(reading, focus)
    return outages.lens_of(reading, focus) if focus.lens == OUTAGE else LENSES[focus.lens]


def make(reading: Reading, focus: Focus) -> None:
    """Make what the lens of the focus hangs on, for a worker."""
    if focus.lens == COMPARE:
        comparing.make(reading, focus)
    elif focus.lens == OUTAGE:
        outages.make(reading)

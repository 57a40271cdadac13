"""The legend on paper, in as many lines as it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from liantu.diagram import measure
from liantu.diagram.drawing import Label, Shape, moved
from liantu.diagram.entries import Entry
from liantu.diagram.theme import Theme

SMALL = 11.0
"""Type of the words."""
PITCH = 20.0
"""From line to line."""
APART = 9.0
"""From entry to entry."""
BEHIND = 4.0
"""Behind a mark."""


def legend(entries: Iterable[Entry], theme: Theme, unit: float, room: float) -> Iterator[Shape]:
    """Lines of at most ``room``; the first has its baseline at 0 and all start at x = 0."""
    x = y = 0.0
    for entry in entries:
        mark = (entry.width + BEHIND) * unit if entry.mark else 0.0
        if x and x + mark + measure.width(entry.told, SMALL * unit) > room:
            x, y = 0.0, y + PITCH * unit
        for shape in entry.mark:
            yield moved(shape, unit, x, y)
        x += mark
        ink = theme.secondary if entry.mark else theme.accent
        yield Label(x, y, entry.told, SMALL * unit, ink)
        x += measure.width(entry.told, SMALL * unit) + APART * unit


def least_unit(entries: Sequence[Entry], room: float) -> float:
    """The size at which all entries stand on one line of ``room``."""
    marks = sum(entry.width + BEHIND if entry.mark else 0.0 for entry in entries)
    words = sum(measure.width(entry.told, SMALL) + APART for entry in entries)
    return room / (marks + words - APART) if entries else 1.0

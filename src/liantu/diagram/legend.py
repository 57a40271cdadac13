"""The legend on paper, in as many lines as it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liantu.diagram import measure
from liantu.diagram.badges import MARK
from liantu.diagram.drawing import Label, Shape, moved
from liantu.diagram.lenses import Entry
from liantu.diagram.theme import Theme

SMALL = 11.0
"""Type of the words."""
PITCH = 20.0
"""From line to line."""


def legend(entries: Iterable[Entry], theme: Theme, unit: float, room: float) -> Iterator[Shape]:
    """Lines of at most ``room``; the first has its baseline at 0 and all start at x = 0."""
    x = y = 0.0
    for entry in entries:
        mark = (MARK[0] + 6) * unit if entry.mark else 0.0
        if x and x + mark + measure.width(entry.words, SMALL * unit) > room:
            x, y = 0.0, y + PITCH * unit
        for shape in entry.mark:
            yield moved(shape, unit, x, y)
        x += mark
        ink = theme.secondary if entry.mark else theme.accent
        yield Label(x, y, entry.words, SMALL * unit, ink)
        x += measure.width(entry.words, SMALL * unit) + 16 * unit

"""The segment map with its legend and nothing else, as a picture inside the text of a paper."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.diagram.drawing import Drawing, moved
from liantu.diagram.legend import SMALL, least_unit, legend
from liantu.diagram.lenses import Lens
from liantu.diagram.page import FLOORS, POINTS, bottom, picture
from liantu.diagram.segment.legend import legend_entries
from liantu.diagram.segment.mapping import graph_of, part_of
from liantu.diagram.segment.sheet import Seen, bare_segments
from liantu.diagram.theme import PRINT, Theme

ASCENT = 14.5
"""What the marks of a legend need above their baseline, at a unit of 1."""
GAP = 6.0
"""Between the legend and the map."""


def captioned(
    reading: Reading, seen: Seen, paper: str, lens: Lens, *, theme: Theme = PRINT
) -> Drawing:
    """The legend of ``lens`` above the map, together as large as ``seen.size``.

    Raises ``KeyError`` for an unknown chain or paper.
    """
    wide, high = seen.size
    graph = part_of(graph_of(reading, seen.chain, seen.section), fold=seen.fold, box=seen.box)
    entries, least = legend_entries(graph, lens, theme), FLOORS[paper] / POINTS / SMALL
    unit = max(min(1.0, least_unit(entries, wide)), least)
    head = [moved(s, 1.0, 0.0, ASCENT * unit) for s in legend(entries, theme, unit, wide)]
    top = bottom(head) + GAP
    below = bare_segments(reading, replace(seen, size=(wide, high - top)), paper, lens, theme=theme)
    shapes = (*head, *(moved(shape, 1.0, 0.0, top) for shape in below.shapes))
    return picture(reading, below.title, seen.size, shapes, theme.paper)

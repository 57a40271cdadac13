"""A finished segment map: the graph placed for an area, its lines, and what they leave unsaid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from liantu.analysis.aside import Aside
from liantu.analysis.reading import Reading
from liantu.diagram.segment.graph import boxed, build_graph, folded
from liantu.diagram.segment.levels import BY_ID
from liantu.diagram.segment.lines import drawn_lines
from liantu.diagram.segment.model import Graph, Map, Plan
from liantu.diagram.segment.naming import named
from liantu.diagram.segment.plan import lay_out, tidy
from liantu.jobs import Progress, collector_paused
from liantu.model.focus import AUTO

SCREEN_TOP, PAPER_TOP = 1.4, 1.6
"""Units up to which type may grow where there is room."""
KEPT = 64
"""Maps that are remembered: twenty chains at a few sizes."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where a map is to stand: size in drawing units (px, or 1/96 inch on paper); ``base`` is the
    least scale that the paper allows, ``top`` how much larger type may grow than usual;
    ``strips``: bought materials stand in strips however much room there is.
    """

    width: float
    height: float
    base: float = 1.0
    top: float = SCREEN_TOP
    strips: bool = False


def build_map(
    graph: Graph,
    area: Area,
    *,
    detail: str = AUTO,
    trunk_only: bool = False,
    previous: Plan | None = None,
    progress: Progress | None = None,
) -> Map:
    """The map of ``graph`` for ``area``; ``previous`` keeps boxes and cards where they were as long
    as all still fits, ``progress`` may raise ``Cancelled`` on the way.
    """
    if previous is not None or progress is not None:
        return _made(graph, area, detail, trunk_only, previous, progress)
    return _remembered(graph, area, detail, trunk_only)


def overflow(maps: Iterable[Map], area: Area) -> float:
    """By what factor (at most 1) maps must shrink to be seen whole in an area for which even the
    leanest level has no room: where a picture cannot scroll, small type is better than none.
    """
    sizes = ((m.placed.width * m.placed.scale, m.placed.height * m.placed.scale) for m in maps)
    factors = (min(area.width / width, area.height / height) for width, height in sizes)
    return min(1.0, *factors, 1.0)


@lru_cache(maxsize=KEPT)
def _remembered(graph: Graph, area: Area, detail: str, trunk_only: bool) -> Map:
    """A map is a pure function of graph and area, and maps are looked at again and again."""
    return _made(graph, area, detail, trunk_only, None, None)


@collector_paused()
def _made(
    graph: Graph,
    area: Area,
    detail: str,
    trunk_only: bool,
    previous: Plan | None,
    progress: Progress | None,
) -> Map:
    graph = tidy(graph)
    placed = lay_out(
        graph,
        area.width,
        area.height,
        base=area.base,
        top=area.top,
        detail=detail,
        strips=area.strips,
        previous=previous,
        progress=progress,
    )
    if progress is not None:
        progress.check()
    lines = drawn_lines(graph, placed, BY_ID[placed.level], trunk_only=trunk_only)
    return Map(graph, placed, lines, named(graph, placed, lines))


def part_of(graph: Graph, *, fold: str = "", box: str = "") -> Graph:
    """The up- and downstream of product ``fold``, or the segment ``box`` alone; else all."""
    if fold:
        return folded(graph, fold)
    return boxed(graph, box) if box else graph


_GRAPHS = Aside[dict[tuple[str, str | None], Graph]]()
"""The graphs of a reading by chain and section."""


def graph_of(reading: Reading, chain: str, section: str | None = None) -> Graph:
    """:func:`build_graph`, remembered: a reading never changes."""
    known = _GRAPHS.of(reading, dict)
    if (chain, section) not in known:
        known[chain, section] = build_graph(reading, chain, section)
    return known[chain, section]

"""The layout of the segment map: for an area, the richest level that can be read in it.

Type never gets smaller than the least scale of the leanest level (11 px on a screen): where even
that has no room, the area grows and the view scrolls.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from liantu.diagram.segment.fitting import Fitter, Part, largest
from liantu.diagram.segment.levels import BY_ID, LEVELS, STRIPPED, TILES, WHOLE, Level
from liantu.diagram.segment.model import Graph, Placed, Plan, ShelfPlan
from liantu.diagram.segment.panels import Packer
from liantu.diagram.segment.placing import place
from liantu.diagram.segment.sequence import Order, sequence
from liantu.diagram.segment.shelving import Shelved, as_before, planned, shelved
from liantu.diagram.segment.spending import spend
from liantu.jobs import Progress
from liantu.model import focus

_LEAN_TOP = 1.0
"""Largest scale of lean levels: a little larger, and the next richer one has room."""
_GROWTH = 1.08
"""Step by which an area grows that has too little room."""
_ROWS = (5, 4, 3, 2)
"""Rows of chips a box is cut to, step by step, before the area grows."""
_TILES = (TILES, *(replace(TILES, box_rows=n) for n in _ROWS))
"""What the leanest level may look like, the first that fits."""
_HYSTERESIS = 0.03
"""How far the level of the former picture may fall below its target: no flicker while resizing."""
_CROWDED, _MASSES = 450, 900
"""From so many products on no cards are tried, and only the leanest level."""


@dataclass(frozen=True, slots=True)
class _Area:
    """What is to be filled: size in drawing units over ``base``, least scale of paper; ``top`` the
    largest scale, ``lean_top`` that of levels that are only taken for want of room; ``full`` the
    size before it grew; ``strips``: bought materials never stand as cards.
    """

    width: float
    height: float
    top: float
    lean_top: float
    full: tuple[float, float]
    strips: bool = False

    def grown(self, factor: float) -> _Area:
        """The same aspect, larger."""
        return replace(self, width=self.width * factor, height=self.height * factor)


def lay_out(
    graph: Graph,
    width: float,
    height: float,
    *,
    base: float = 1.0,
    top: float = 1.4,
    detail: str = focus.AUTO,
    strips: bool = False,
    previous: Plan | None = None,
    progress: Progress | None = None,
) -> Placed:
    """Where everything of ``graph`` stands in ``width`` × ``height`` drawing units (pixels, or
    points of paper).

    ``base``: scale of paper on which the type of scale 1 is the least allowed; ``top``: largest
    scale beside it. ``detail`` (:mod:`liantu.model.focus`): ``TILES`` what is made here and what it
    lacks; ``WHOLE`` everything; ``AUTO`` as much as fits. With the first two, or where too much is
    to be shown, the map may be larger than the area: ``Placed.width * Placed.scale`` tells.
    ``strips``: bought materials stand in strips however much room there is.
    ``previous``: the plan of a former picture with the same ``detail``, kept where it still fits.
    ``progress`` may raise ``Cancelled`` on the way.
    """
    graph = tidy(graph)
    size = width / base, height / base
    area = _Area(*size, top, top if detail == focus.TILES else _LEAN_TOP, size, strips)
    order = sequence(graph, previous)
    kept = _keep(graph, order, area, previous) if previous else None
    return _scaled(kept or _fresh(graph, order, area, detail, previous, progress), base)


def tidy(graph: Graph) -> Graph:
    """The same with everything in its order, so that no picture depends on how it was read."""
    items = tuple(sorted(graph.items, key=lambda i: (i.order, i.id)))
    edges = tuple(sorted(graph.edges, key=lambda e: (e.source, e.target)))
    segments = tuple(sorted(graph.segments, key=lambda s: s.id))
    if (items, edges, segments) == (graph.items, graph.edges, graph.segments):
        return graph
    return replace(graph, items=items, edges=edges, segments=segments)


def _scaled(placed: Placed, base: float) -> Placed:
    return placed if base == 1.0 else replace(placed, scale=placed.scale * base)


def _fresh(
    graph: Graph,
    order: Order,
    area: _Area,
    detail: str,
    previous: Plan | None,
    progress: Progress | None,
) -> Placed:
    if detail == focus.WHOLE:
        return _grown(graph, order, area, [WHOLE], progress)
    levels = [] if detail == focus.TILES else _levels(graph, strips=area.strips)
    for level in levels:
        slack = _HYSTERESIS if previous and previous.level == level.id else 0.0
        fitter = Fitter(Packer(graph, level, order), progress)
        found = _fitted(fitter, order, area, level.target - slack)
        if found:
            return found
    return _grown(graph, order, area, _TILES, progress)


def _levels(graph: Graph, *, strips: bool) -> Sequence[Level]:
    """The levels above the leanest that are worth a try for so many products."""
    known = (STRIPPED if strips else WHOLE, *LEVELS[1:-1])
    count = len(graph.items)
    if count > _MASSES:
        return ()
    return [level for level in known if level.flows or count <= _CROWDED]


def _fitted(fitter: Fitter, order: Order, area: _Area, low: float) -> Placed | None:
    """A level as large as it fits, ``None`` where its scale would fall below ``low``."""
    packer, level = fitter.packer, fitter.packer.level
    if sum(fitter.areas) > area.width * area.height / low**2:
        return None
    top = max(area.top if level.id > 0 else area.lean_top, low)
    found = largest(fitter, area.width, area.height, low, top)
    if not found:
        return None
    scale, parts = found
    parts = spend(fitter, parts, area.width / scale, (area.height - level.bottom) / scale)
    shelves = _shelved(packer, parts, (area.height - level.bottom) / scale)
    return _placed(packer, order, parts, area, scale, shelves) if shelves else None


def _shelved(
    packer: Packer,
    parts: Sequence[Part],
    height: float,
    former: Sequence[Sequence[ShelfPlan]] = (),
) -> list[tuple[Shelved, ...]] | None:
    """The shelves of each panel, as in ``former`` where that fits; ``None`` where nothing does."""
    found = []
    for stage, part in enumerate(parts):
        kept = as_before(packer, stage, part, former[stage]) if former else None
        shelves = kept if kept is not None else shelved(packer, stage, part, height)
        if shelves is None:
            return None
        found.append(shelves)
    return found


def _grown(
    graph: Graph, order: Order, area: _Area, levels: Sequence[Level], progress: Progress | None
) -> Placed:
    """The first of ``levels`` that fits into an area that grows until one does."""
    fitters = [Fitter(Packer(graph, level, order), progress) for level in levels]
    need = sum(fitters[-1].areas) * levels[-1].target ** 2
    area = area.grown(max(1.0, math.sqrt(need / area.width / area.height)))
    while True:
        for fitter in fitters:
            found = _fitted(fitter, order, area, fitter.packer.level.target)
            if found:
                return found
        area = area.grown(_GROWTH)


def _placed(
    packer: Packer,
    order: Order,
    parts: Sequence[Part],
    area: _Area,
    scale: float,
    shelves: Sequence[Sequence[Shelved]],
) -> Placed:
    level = packer.level
    places = place(packer, parts, (area.height - level.bottom) / scale, shelves)
    plan = Plan(
        level=level.id,
        scale=scale,
        panels=tuple((part.width, part.columns, part.cell) for part in parts),
        area=area.full,
        order=tuple(tuple(segment.key for segment in panel) for panel in order),
        products=tuple(segment.items for panel in order for segment in panel),
        shelves=tuple(planned(packer, at, panel) for at, panel in enumerate(shelves)),
    )
    return Placed(
        level=level.id,
        scale=scale,
        width=area.width / scale,
        height=area.height / scale,
        boxes=places.boxes,
        cards=places.cards,
        chips=places.chips,
        strips=places.strips,
        panels=tuple(places.panels),
        shelves=tuple(places.shelves),
        columns=places.columns,
        counted=tuple(places.counted),
        plan=plan,
        bought=packer.bought,
    )


def _keep(graph: Graph, order: Order, area: _Area, previous: Plan) -> Placed | None:
    """The former picture with what is new in it, where the area is the same and all still fits."""
    same = all(abs(a - b) <= 1 for a, b in zip(previous.area, area.full, strict=True))
    level = BY_ID.get(previous.level)
    if not same or level is None or len(previous.panels) != len(order):
        return None
    parts = [Part(width, columns, cell) for width, columns, cell in previous.panels]
    need = sum(part.width for part in parts) + (len(parts) - 1) * level.gutter
    area = area.grown(need * previous.scale / area.width)
    for variant in _TILES if level is TILES else (level,):
        packer = Packer(graph, variant, order)
        height = (area.height - level.bottom) / previous.scale
        shelves = _shelved(packer, parts, height, previous.shelves)
        if shelves:
            return _placed(packer, order, parts, area, previous.scale, shelves)
    return None

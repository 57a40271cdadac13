"""The map of a chain on a slide: laid out for its room, with a legend of what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.diagram import legend as told_marks
from liantu.diagram.drawing import Shape, moved
from liantu.diagram.lenses import Lens
from liantu.diagram.page import bottom
from liantu.diagram.poster.body import spots
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.segment.legend import legend_entries
from liantu.diagram.segment.mapping import Area, build_map, graph_of, part_of
from liantu.diagram.segment.model import Graph, Map
from liantu.diagram.segment.paint import draw
from liantu.diagram.segment.sheet import LEAST, names_of
from liantu.diagram.segment.turns import TYPE
from liantu.diagram.slides.lens import lens_of
from liantu.diagram.slides.model import FLOOR
from liantu.diagram.theme import Theme
from liantu.document.show import Scene
from liantu.model.focus import AUTO, TILES
from liantu.model.target import Target

BASE = FLOOR / LEAST
"""Scale at which the smallest type of a map is that of a slide."""
MARKED = FLOOR / TYPE
"""The same of the marks of 对比 and 断供, which are smaller than what stands on a card."""
ROUNDING = 1e-6
TOP = 1.9
"""How much its cards may grow."""
UNIT, MARKED_UNIT = FLOOR / told_marks.SMALL, FLOOR / TYPE
"""How much larger than usual the legend is: its smallest letters may be those of the marks."""
FADED = 0.5
"""What fades on a projector must still be seen."""
ASCENT, GAP = 18.0, 8.0
"""What the legend needs above its first baseline, and between it and the map."""


def map_of(
    scene: Scene, room: Rect, theme: Theme, target: Target | None, lens: str = ""
) -> Iterator[Item]:
    """The map of the step with its selection; ``lens``: another than that of the step."""
    step, x, y = scene.step, room[0], room[1]
    graph = graph_of(scene.reading, step.chain, step.section or None)
    graph = part_of(graph, fold=step.fold, box=step.box)
    painted = lens_of(scene, lens)
    head = list(_legend(graph, painted, room[2], theme))
    yield from (moved(shape, 1.0, x, y) for shape in head)
    top = bottom(head) + GAP
    if not graph.items:
        return
    yield from _drawn(scene, graph, painted, (x, y + top, room[2], room[3] - top), theme, target)


def _legend(graph: Graph, lens: Lens, wide: float, theme: Theme) -> Iterator[Shape]:
    unit = MARKED_UNIT if lens.quiet else UNIT
    for shape in told_marks.legend(legend_entries(graph, lens, theme), theme, unit, wide):
        yield moved(shape, 1.0, 0.0, ASCENT)


def _drawn(
    scene: Scene, graph: Graph, lens: Lens, room: Rect, theme: Theme, target: Target | None
) -> Iterator[Item]:
    x, y, wide, high = room
    found = laid(graph, wide, high, scene.step.detail, marked=lens.quiet)
    theme = replace(theme, faded=FADED, faded_ink=theme.secondary)
    chosen = target.id if target is not None and target.kind == "product" else ""
    chosen = "" if lens.failure is not None and lens.quiet else chosen  # or its path gives way
    shown = draw(
        found, theme, lens, selected=chosen, dimmed=_dimmed(scene.reading, scene, found, target)
    )
    yield from (moved(shape, 1.0, x, y) for shape in shown)
    yield from spots(found, x, y)
    yield from names_of(found, (x, y))


def laid(
    graph: Graph, wide: float, high: float, detail: str = AUTO, *, marked: bool = False
) -> Map:
    """The map for a room; ``marked``: with the small marks of a lens, which must be read, too. With
    fewer details where its type would be too small.
    """
    items = tuple(replace(item, job=0) for item in graph.items)
    shown = replace(graph, items=items)
    tries = ((MARKED, detail), (MARKED, TILES)) if marked else ()
    for base, wanted in (*tries, (BASE, detail)):
        area = Area(wide, high, base=base, top=TOP, strips=True)
        found = build_map(shown, area, detail=wanted, trunk_only=True)
        if found.placed.scale >= base - ROUNDING:
            return found
    area = Area(wide, high, base=BASE, top=TOP, strips=True)
    return build_map(shown, area, detail=TILES, trunk_only=True)


def _dimmed(reading: Reading, scene: Scene, found: Map, target: Target | None) -> frozenset[str]:
    """What fades: all that neither the firms of the county nor the chosen firm make, nor the
    chosen project adds.
    """
    kept = _stressed(reading, scene.step.county, target)
    return frozenset() if kept is None else frozenset(found.graph.by_id) - kept


def _stressed(reading: Reading, county: str, target: Target | None) -> frozenset[str] | None:
    atlas = reading.atlas
    if target is not None and target.kind == "enterprise" and target.id in atlas.enterprises:
        firms = [atlas.enterprises[target.id]]
    elif target is not None and target.kind == "project" and target.id in atlas.projects:
        return frozenset(phase.product for phase in atlas.projects[target.id].phases)
    elif county:
        firms = [firm for firm in atlas.enterprises.values() if firm.county == county]
    else:
        return None
    return frozenset(made.product for firm in firms for made in firm.capacities)

"""The segment map as shapes in its own units: piece by piece for the canvas, whole for paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from liantu.diagram.drawing import Shape, moved
from liantu.diagram.lenses import Lens
from liantu.diagram.segment.model import Map
from liantu.diagram.segment.paint_backdrop import boxes, panels, strips, tallies
from liantu.diagram.segment.paint_cards import RELATED, RING, card_shapes
from liantu.diagram.segment.paint_chips import chip_shapes, counted_shapes
from liantu.diagram.segment.paint_lines import every, flow_of, line, relations, spread, way_of
from liantu.diagram.segment.receding import receded
from liantu.diagram.segment.turns import count, ring, tally
from liantu.diagram.theme import Theme

__all__ = [
    "SOURCE",
    "USER",
    "backdrop",
    "card",
    "counted",
    "draw",
    "every",
    "flow_of",
    "line",
    "over_lines",
    "over_others",
    "relations",
    "way_of",
]

SOURCE, USER = "source", "user"
"""What a product is to the one that is looked at: goes into it, is made from it."""


def backdrop(map_: Map, theme: Theme, lens: Lens) -> tuple[Shape, ...]:
    """Stages, boxes of segments and strips; under 断供 their heads tell what is hit."""
    failure = lens.failure if lens.quiet else None
    return (*panels(map_, theme, failure), *boxes(map_, theme, failure), *strips(map_, theme))


def card(
    map_: Map,
    product: str,
    theme: Theme,
    lens: Lens,
    *,
    selected: bool = False,
    faded: bool = False,
    relation: str = "",
    plain: bool = False,
) -> tuple[Shape, ...]:
    """The card or chip of a product; nothing where it is only counted. ``relation`` is
    :data:`SOURCE` or :data:`USER` of what is looked at; ``plain``: who shows it fades it.
    """
    item, rect = map_.graph.by_id[product], map_.placed.place(product)
    if rect is None:
        return ()
    draw_ = card_shapes if product in map_.placed.cards else chip_shapes
    shapes = tuple(draw_(map_, item, rect, theme, lens))
    tokens = theme.segments
    if selected:
        shapes = (*shapes, ring(rect, tokens.ring, RING))
    elif relation:
        color = tokens.lines["open" if relation == USER else "lack"].color
        color = tokens.lines["live"].color if item.local else color
        shapes = (*shapes, ring(rect, color, RELATED))
    faded = faded or (lens.quiets(product) and not plain)
    return receded(shapes, theme) if faded else shapes


def over_others(map_: Map, lens: Lens, product: str) -> float:
    """What lies higher over others has a larger number: what differs carries marks that reach over
    the next card, so the upper one lies over the lower one. 0 for what does not differ, below 2.
    """
    rect = map_.placed.place(product) if lens.stands_out(product) else None
    return 0.0 if rect is None else 2.0 - rect.y / max(map_.placed.height, rect.bottom)


def counted(
    map_: Map, index: int, theme: Theme, lens: Lens, *, faded: bool = False
) -> tuple[Shape, ...]:
    """The chip at ``index`` of those that stand for products without a place."""
    found, rect = map_.placed.counted[index]
    shapes = tuple(counted_shapes(map_, found, rect, theme))
    differ = sum(product in lens.changes for product in found.items)
    hit = lens.failure.reached(found.items) if lens.failure is not None else []
    if differ:
        shapes = (*shapes, *count(differ, rect, theme))
    if hit:
        shapes = (*shapes, *tally(hit, rect, theme, map_.placed.width, below=True))
    faded = faded or (lens.quiet and not differ and not hit)
    return receded(shapes, theme) if faded else shapes


def draw(
    map_: Map,
    theme: Theme,
    lens: Lens,
    *,
    selected: str = "",
    all_lines: bool = False,
    dimmed: Collection[str] = frozenset(),
) -> tuple[Shape, ...]:
    """The whole map, scaled to its area; ``selected`` stresses a product with all its lines over
    the faded rest, ``dimmed`` products are faded.
    """
    chosen = selected if selected in map_.graph.by_id else ""
    shapes = _all(map_, theme, lens, chosen, all_lines, frozenset(dimmed))
    return tuple(moved(shape, map_.placed.scale, 0.0, 0.0) for shape in shapes)


def _all(
    map_: Map, theme: Theme, lens: Lens, chosen: str, all_lines: bool, dimmed: frozenset[str]
) -> Iterator[Shape]:
    yield from backdrop(map_, theme, lens)
    if all_lines:
        yield from every(map_, theme)
    yield from _lines(map_, theme, lens, faded=bool(chosen))
    if not chosen:
        yield from over_lines(map_, theme, lens)
    near = related(map_, chosen)
    for item in sorted(map_.graph.items, key=lambda item: over_others(map_, lens, item.id)):
        if item.id not in near:
            faint = bool(chosen) or item.id in dimmed
            yield from card(map_, item.id, theme, lens, faded=faint)
    for at in range(len(map_.placed.counted)):
        yield from counted(map_, at, theme, lens, faded=bool(chosen))
    if chosen:
        yield from relations(map_, chosen, theme)
    for product in near:
        yield from card(map_, product, theme, lens, selected=product == chosen)


def _lines(map_: Map, theme: Theme, lens: Lens, *, faded: bool) -> Iterator[Shape]:
    """Lines between boxes, then those of products, what joins local ones on top."""
    for drawn in sorted(map_.lines, key=lambda d: (not d.box, -d.rank)):
        found = way_of(map_, drawn, lens)
        faint = faded or (lens.quiet and found is None)
        yield from line(drawn, theme, lens, flow=flow_of(map_, drawn), faded=faint, way=found)


def over_lines(map_: Map, theme: Theme, lens: Lens) -> tuple[Shape, ...]:
    """What lies over the lines and under the cards: the path of a stop where it has no line, and
    what the headers of boxes have no room for.
    """
    if lens.failure is None or not lens.quiet:
        return ()
    return (*spread(map_, theme, lens), *tallies(map_, theme, lens.failure))


def related(map_: Map, product: str) -> tuple[str, ...]:
    """A product with its inputs and users, itself last; nothing for the empty id."""
    if not product:
        return ()
    sources = {edge.source for edge in map_.graph.into.get(product, ())}
    users = {edge.target for edge in map_.graph.out.get(product, ())}
    return (*sorted((sources | users) - {product}), product)

"""Lines of the segment map as shapes: the main way, all lines of one product, all lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liantu.diagram.drawing import Curve, Shape, rounded
from liantu.diagram.faces import Stroke
from liantu.diagram.lenses import Lens
from liantu.diagram.segment.model import Drawn, Edge, Map, Rank, Rect
from liantu.diagram.strikes import FRESH, OLD, Strike
from liantu.diagram.theme import Theme
from liantu.layout.geometry import Point

CORNER = 4.5
"""Radius of the corners of a line."""
THIN, FULL_FLOW = 1.2, 4.0
"""Width of a line where lines are as wide as their share, and what the whole share adds."""
LIT = 2.6
"""Least width of a line that is pointed at."""
FAINT = 0.16
"""Opacity of lines that are not looked at."""
CURVE, CASING = 2.2, 5.0
"""Width of a line of the product that is looked at, and of what keeps it off the cards."""
BEND = 18.0
"""How far a curve leaves a card straight at least."""
AROUND = 26.0
"""How far a curve runs round two cards that stand above each other."""
SHORT = (4.5, 2.5)
"""Dashes of the path of a stop where it is 推定."""
DASH = (6.0, 3.0)
"""Curves where an end is absent."""


def stroke_of(drawn: Drawn, theme: Theme, lens: Lens) -> Stroke:
    """Colour, width and dashes of a line; where classes are not painted, only what joins two
    products that are made here is stressed.
    """
    tokens = theme.segments
    if drawn.box:
        return tokens.box_live if drawn.rank is Rank.LIVE else tokens.box_plain
    told = lens.tinted or drawn.rank is Rank.LIVE
    return tokens.lines[drawn.rank.name.casefold() if told else "plain"]


def line(
    drawn: Drawn,
    theme: Theme,
    lens: Lens,
    *,
    flow: float | None = None,
    faded: bool = False,
    lit: bool = False,
    way: Strike | None = None,
) -> tuple[Shape, ...]:
    """A line with its arrow; ``flow`` (see :func:`flow_of`) widens it under a weighed lens, ``way``
    (see :func:`way_of`) makes it the path of a stop.
    """
    found = stroke_of(drawn, theme, lens) if way is None else way_stroke(way, theme, lens)
    width = found.width
    if lens.weighed and not drawn.box:
        width = THIN + FULL_FLOW * (flow or 0.0)
    if lit:
        width = max(width, LIT)
    points = rounded(drawn.points, CORNER)
    dash = () if drawn.stub or lens.weighed else found.dash
    opacity = FAINT if faded else 1.0
    return (Curve(points, found.color, width, dash, opacity=opacity),)


def flow_of(map_: Map, drawn: Drawn) -> float | None:
    """The share of the need of its source that a line stands for, ``None`` unknown."""
    edges = map_.graph.out.get(drawn.source.product, ())
    return next((e.flow for e in edges if e.target == drawn.target.product), None)


def way_of(map_: Map, drawn: Drawn, lens: Lens) -> Strike | None:
    """What a stop brings along a line, between boxes by any supply from one into the other;
    ``None`` where it does not go there.
    """
    if lens.failure is None:
        return None
    if not drawn.box:
        return lens.failure.way(drawn.source.product, drawn.target.product)
    of = map_.graph.segment_of
    ends = drawn.source.segment, drawn.target.segment
    found = (
        lens.failure.way(source, target)
        for source, target in lens.failure.ways
        if (of.get(source), of.get(target)) == ends
    )
    return next((way for way in found if way is not None), None)


def way_stroke(way: Strike, theme: Theme, lens: Lens) -> Stroke:
    """The path of a stop: red, stronger in the step that is shown, with dashes where 推定."""
    fresh = lens.failure is not None and lens.failure.step is not None and lens.failure.fresh(way)
    return Stroke(theme.stop.color, FRESH if fresh else OLD, () if way.recorded else SHORT)


def spread(map_: Map, theme: Theme, lens: Lens) -> tuple[Shape, ...]:
    """The path of a stop where the map has no line of its own for it, as curves under the cards."""
    if lens.failure is None:
        return ()
    spots, routed = map_.spots, {(d.source.product, d.target.product) for d in map_.lines}
    shapes: list[Shape] = []
    for source, target in sorted(set(lens.failure.ways) - routed):
        way, start, end = lens.failure.way(source, target), spots.get(source), spots.get(target)
        if way is not None and start is not None and end is not None and start != end:
            found = way_stroke(way, theme, lens)
            shapes.append(Curve(arc(start, end), found.color, found.width, found.dash))
    return tuple(shapes)


def relations(map_: Map, product: str, theme: Theme) -> tuple[Shape, ...]:
    """Every line of a product as a curve, solid where both ends are made here; what is only
    counted is reached where it is counted, several in one place by one curve.
    """
    spots = map_.spots
    seen: dict[tuple[Rect, Rect], Edge] = {}
    graph = map_.graph
    for edge in (*graph.into.get(product, ()), *graph.out.get(product, ())):
        ends = spots.get(edge.source), spots.get(edge.target)
        if edge.source != edge.target and ends[0] and ends[1] and ends[0] != ends[1]:
            known = seen.get((ends[0], ends[1]))
            if known is None or edge.rank < known.rank:
                seen[ends[0], ends[1]] = edge
    shapes: list[Shape] = []
    for (start, end), edge in sorted(seen.items(), key=lambda row: -row[1].rank):
        shapes += _cased(arc(start, end), _tone(map_, edge, theme), theme)
    return tuple(shapes)


def _tone(map_: Map, edge: Edge, theme: Theme) -> Stroke:
    tokens = theme.segments.lines
    if edge.rank is Rank.LIVE:
        return replace(tokens["live"], width=CURVE, dash=())
    code = "lack" if edge.rank in {Rank.LACK, Rank.PLAIN} else "open"
    return replace(tokens[code], width=CURVE, dash=DASH)


def _cased(points: tuple[Point, ...], stroke: Stroke, theme: Theme) -> Iterator[Shape]:
    yield Curve(points, theme.segments.casing, CASING, arrow=False)
    yield Curve(points, stroke.color, stroke.width, stroke.dash)


def arc(start: Rect, end: Rect) -> tuple[Point, ...]:
    """A curve from the right of ``start`` to the left of ``end``, or round both on the right where
    that would run backwards.
    """
    y0, y1 = start.y + start.height / 2, end.y + end.height / 2
    if end.x >= start.right - 2:
        half = (start.right + end.x) / 2
        handles = (max(start.right + BEND, half), y0), (min(end.x - BEND, half), y1)
        return (start.right, y0), *handles, (end.x - 1, y1)
    right = max(start.right, end.right) + AROUND
    return (start.right, y0), (right, y0), (right, y1), (end.right + 1, y1)


def every(map_: Map, theme: Theme) -> tuple[Shape, ...]:
    """All lines between cards and chips that have no way of their own, thin, to lie under them."""
    placed, stroke = map_.placed, theme.segments.every
    routed = {(drawn.source.product, drawn.target.product) for drawn in map_.lines}
    shapes: list[Shape] = []
    for edge in map_.graph.edges:
        if (edge.source, edge.target) in routed:
            continue
        start, end = placed.place(edge.source), placed.place(edge.target)
        if start is not None and end is not None and start != end:
            shapes.append(Curve(arc(start, end), stroke.color, stroke.width, arrow=False))
    return tuple(shapes)

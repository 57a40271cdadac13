"""Who keeps its full strength on a segment map while something is looked at."""

from __future__ import annotations

from collections import Counter

from liantu.diagram.segment.model import Graph, Map
from liantu.ui.canvas.picture import Dress, Ids


def near(graph: Graph, product: str) -> Ids:
    """The product with its inputs and its users."""
    into = (edge.source for edge in graph.into.get(product, ()))
    out = (edge.target for edge in graph.out.get(product, ()))
    return frozenset({product, *into, *out})


def lit(shown: Map, dress: Dress) -> Ids | None:
    """The products at full strength; ``None`` where nothing is faded.

    What is under the mouse comes before what is selected, and that before any filter.
    """
    graph, spot = shown.graph, dress.hovered
    kept = frozenset({dress.selected}) & graph.by_id.keys()
    if spot.product in graph.by_id:
        return near(graph, spot.product) | kept
    if spot.line:
        return frozenset(spot.ends) | kept
    if spot.counted:
        return frozenset(spot.counted) | kept
    if spot.segment >= 0:
        return around(graph, spot.segment) | kept
    return near(graph, dress.selected) if kept else dress.marked


def around(graph: Graph, segment: int) -> Ids:
    """The products of a segment with all that goes into them or comes from them."""
    inside = next((s.items for s in graph.segments if s.id == segment), ())
    return frozenset().union(*(near(graph, product) for product in inside))


def flows(graph: Graph, segment: int) -> dict[tuple[int, int], int]:
    """How many links lead between this segment and each other one, by their direction."""
    found: Counter[tuple[int, int]] = Counter()
    for edge in graph.edges:
        ends = graph.segment_of.get(edge.source, -1), graph.segment_of.get(edge.target, -1)
        if segment in ends and min(ends) >= 0 and ends[0] != ends[1]:
            found[ends] += 1
    return dict(sorted(found.items()))

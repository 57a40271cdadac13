"""What the shape of the graph says: loops, components, trunks, passes, centrality.

All of it is networkx, on the products of a graph of :mod:`liantu.analysis.graph`: ids of the data,
an edge from what a route takes to what it makes. Everything follows the order of the atlas.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from liantu.analysis.graph import bare, part, product_node
from liantu.model import Atlas, RouteKind

if TYPE_CHECKING:
    import networkx as nx

    from liantu.analysis.graph import Graph

    Flows: TypeAlias = nx.DiGraph

EXACT = 2000
"""Products up to which every one is a pivot of the centrality; of more, as many, equally chosen:
each costs as much as the graph is large.
"""
SEED = 1


def flows(graph: Graph, *, mains: bool = False) -> Flows:
    """Products but utilities; an edge where a route that makes the second takes the first.

    ``mains``: only what is a main material or a part of it, captive inputs looked through; for
    that the graph must be one of a reading.
    """
    import networkx as nx  # noqa: PLC0415  costs half a second, so only when asked for

    kept = {n: d for n, d in graph.nodes(data=True) if d["kind"] == "product" and not d["utility"]}
    found = nx.DiGraph()
    found.add_nodes_from((bare(n), {"raw": d["raw"]}) for n, d in kept.items())
    for way, told in graph.nodes(data=True):
        if told["kind"] != "route" or told["route_kind"] != "make":
            continue
        made = product_node(told["product"])
        for source, _, taken in graph.in_edges(way, data=True):
            counts = taken.get("share", 0.0) > 0 if mains else taken["kind"] == "input"
            if counts and source != made and {source, made} <= kept.keys():
                found.add_edge(bare(source), bare(made))
    return found


def loops(found: Flows) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more products in which each feeds, directly or not, every other.

    Recycled by-products and utilities do not count.
    """
    import networkx as nx  # noqa: PLC0415

    groups = [g for g in nx.strongly_connected_components(found) if len(g) > 1]
    return _in_order(found, groups)


def loops_in(atlas: Atlas) -> tuple[tuple[str, ...], ...]:
    """:func:`loops` of the recipes of an atlas without a graph of all of it, which would be as
    large as the atlas: what takes nothing or feeds nothing is in no loop, nor is what then takes
    or feeds nothing that is left.
    """
    left = _takes(atlas)
    while True:
        fed = set[str]().union(*left.values())
        kept = {product for product, taken in left.items() if taken and product in fed}
        if len(kept) == len(left):
            break
        left = {product: taken & kept for product, taken in left.items() if product in kept}
    if not left:
        return ()
    import networkx as nx  # noqa: PLC0415  costs half a second, so only when asked for

    found = nx.DiGraph()
    found.add_nodes_from(left)
    found.add_edges_from((source, made) for made, taken in left.items() for source in taken)
    return loops(found)


def _takes(atlas: Atlas) -> dict[str, set[str]]:
    """What the routes that make a product take, as in :func:`flows`."""
    products = [product for product in atlas.products.values() if not product.utility]
    known = {product.id for product in products}
    return {
        product.id: {
            item.product
            for route in product.routes
            if route.kind is RouteKind.MAKE
            for item in route.inputs
            if item.product in known and item.product != product.id
        }
        for product in products
    }


def components(found: Flows) -> tuple[tuple[str, ...], ...]:
    """Products that hang together when directions are forgotten, the largest group first."""
    import networkx as nx  # noqa: PLC0415

    groups = _in_order(found, nx.weakly_connected_components(found))
    return tuple(sorted(groups, key=len, reverse=True))


def trunk(found: Flows) -> tuple[str, ...]:
    """The longest path from product to product; within a loop the shortest way through it."""
    import networkx as nx  # noqa: PLC0415

    knots = nx.condensation(found)
    place = {product: at for at, product in enumerate(found)}
    groups = [_sorted(knots.nodes[at]["members"], place) for at in nx.dag_longest_path(knots)]
    steps = [
        next((u, v) for u, v in found.edges(here) if v in there) for here, there in pairwise(groups)
    ]
    path: list[str] = []
    for at, group in enumerate(groups):
        first = steps[at - 1][1] if at else ""
        last = steps[at][0] if at < len(steps) else first or group[0]
        path += nx.shortest_path(found.subgraph(group), first or last, last)
    return tuple(path)


def around(graph: Graph, product: str) -> Graph:
    """The part of a graph that leads to a product or comes from it."""
    import networkx as nx  # noqa: PLC0415

    found = flows(graph)
    near = nx.ancestors(found, product) | nx.descendants(found, product) | {product}
    cut = part(graph, near)
    cut.graph["around"] = product
    return cut


def passes(found: Flows) -> Mapping[str, int]:
    """Product → how many others are reached from outside only through it (its dominated ones),
    the most first; those without any are left out.

    From outside come raw products and those that no route makes of others.
    """
    import networkx as nx  # noqa: PLC0415

    rooted = found.copy()
    rooted.add_edges_from(("", p) for p, raw in found.nodes(data="raw") if raw)
    rooted.add_edges_from(("", p) for p, count in found.in_degree() if count == 0)
    above = nx.immediate_dominators(rooted, "") if "" in rooted else {}
    counts: Counter[str] = Counter()
    for product in found:
        while product := above.get(product, "") or "":
            counts[product] += 1
    return dict(sorted(counts.items(), key=lambda item: -item[1]))


def centrality(found: Flows) -> Mapping[str, float]:
    """Product → share, 0 to 1, of the shortest ways between two others that lead over it
    (betweenness; Brandes 2001), the highest first.
    """
    import networkx as nx  # noqa: PLC0415

    pivots = min(len(found), EXACT)
    shares = nx.betweenness_centrality(found, k=pivots or None, seed=SEED)
    return dict(sorted(shares.items(), key=lambda item: -item[1]))


@dataclass(frozen=True, slots=True)
class Outline:
    """A graph in a few numbers: nodes and edges by kind; products as in the functions above."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    components: tuple[tuple[str, ...], ...]
    loops: tuple[tuple[str, ...], ...]
    trunk: tuple[str, ...]
    passes: Mapping[str, int]
    central: Mapping[str, float]


def outline(graph: Graph) -> Outline:
    """The outline of a graph or of a part of it."""
    found = flows(graph)
    return Outline(
        nodes=Counter(kind for _, kind in graph.nodes(data="kind")),
        edges=Counter(kind for _, _, kind in graph.edges(data="kind")),
        components=components(found),
        loops=loops(found),
        trunk=trunk(flows(graph, mains=True)),
        passes=passes(found),
        central=centrality(found),
    )


def _in_order(found: Flows, groups: Iterable[set[str]]) -> tuple[tuple[str, ...], ...]:
    place = {product: at for at, product in enumerate(found)}
    ordered = [tuple(_sorted(group, place)) for group in groups]
    return tuple(sorted(ordered, key=lambda group: place[group[0]]))


def _sorted(group: set[str], place: Mapping[str, int]) -> list[str]:
    return sorted(group, key=place.__getitem__)

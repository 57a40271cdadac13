"""Loops among products: groups that feed each other, found with networkx."""

from __future__ import annotations

from liantu.model import Atlas, RouteKind


def loops(atlas: Atlas) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more products in which each feeds, directly or not, every other.

    Recycled by-products and utilities do not count. Groups and members follow file order.
    """
    import networkx as nx  # noqa: PLC0415  costs half a second, so only when asked for

    graph = nx.DiGraph()
    graph.add_nodes_from(atlas.products)
    for product in atlas.products.values():
        for route in product.routes:
            if route.kind is RouteKind.MAKE:
                graph.add_edges_from(
                    (i.product, product.id) for i in route.inputs if not _utility(atlas, i.product)
                )
    rank = {product: index for index, product in enumerate(atlas.products)}
    groups = (
        sorted(g, key=lambda p: rank.get(p, -1))
        for g in nx.strongly_connected_components(graph)
        if len(g) > 1
    )
    return tuple(tuple(g) for g in sorted(groups, key=lambda g: rank.get(g[0], -1)))


def _utility(atlas: Atlas, product: str) -> bool:
    found = atlas.products.get(product)
    return found is not None and found.utility

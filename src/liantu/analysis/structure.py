"""Loops among products: groups that feed each other, found with networkx."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.model import Atlas, RouteKind


def loops(atlas: Atlas) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more products in which each feeds, directly or not, every other.

    Recycled by-products and utilities do not count. Groups and members follow the atlas.
    """
    import networkx as nx  # noqa: PLC0415  costs half a second, so only when asked for

    graph = nx.DiGraph(_feeds(atlas))
    rank = {product: index for index, product in enumerate(atlas.products)}
    groups = [
        tuple(sorted(group, key=rank.__getitem__))
        for group in nx.strongly_connected_components(graph)
        if len(group) > 1
    ]
    return tuple(sorted(groups, key=lambda group: rank[group[0]]))


def _feeds(atlas: Atlas) -> Iterator[tuple[str, str]]:
    known = {p.id for p in atlas.products.values() if not p.utility}
    for product in atlas.products.values():
        for route in product.routes:
            if route.kind is RouteKind.MAKE:
                yield from ((i.product, product.id) for i in route.inputs if i.product in known)

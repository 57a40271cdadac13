"""The ways of main materials to a product, and what all of them pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from liantu.analysis.shocks.single import bottlenecks
from liantu.analysis.shocks.weaving import Node, NodeKind, Woven
from liantu.model import Role

_FROM, _TO = "from", "to"
"""Ends of the flow; nodes are called by their numbers."""


def passed(net: Woven, product: str) -> tuple[Node, ...]:
    """What every way of main materials passes, from where they begin to the units of a product, in
    that order; the units themselves only where there is one. Empty where nobody
    makes it of anything.
    """
    import networkx as nx  # noqa: PLC0415  a third of a second that few commands need

    links = list(_links(net))
    fed = {customer for _, customer in links}
    units = [
        at
        for at, node in enumerate(net.nodes)
        if node.kind is NodeKind.UNIT and node.product == product and at in fed
    ]
    graph: nx.DiGraph = nx.DiGraph((str(a), str(b)) for a, b in links)
    begins = {supplier for supplier, _ in links} - fed
    graph.add_edges_from((_FROM, str(at)) for at in sorted(begins))
    graph.add_edges_from((str(at), _TO) for at in units)
    if not units or not begins or not nx.has_path(graph, _FROM, _TO):
        return ()
    inside = {_FROM, _TO, *nx.ancestors(graph, _TO)}
    found = bottlenecks(graph.subgraph([n for n in graph if n in inside]), _FROM, _TO, {})
    nodes = [net.nodes[int(at)] for at in _chain(found.dominators)]
    return tuple(node for node in nodes if node.kind is not NodeKind.MARKET)


def _chain(dominators: Mapping[str, str]) -> list[str]:
    """What all ways pass, from the beginning to the end."""
    found, node = list[str](), dominators[_TO]
    while node != _FROM:
        found.append(node)
        node = dominators[node]
    return found[::-1]


def _links(net: Woven) -> Iterator[tuple[int, int]]:
    """(supplier, customer) of every main material."""
    network = net.reach
    for need, supplier in zip(network.need.tolist(), network.supplier.tolist(), strict=True):
        if net.wants[need].role is Role.MAIN:
            yield supplier, int(network.customer[need])

"""Single points of a flow: what all of it passes through, and what still flows without each node.

Algorithms are those of networkx.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Bottlenecks:
    """What a flow from a source to a sink hangs on; nodes in the order of the graph.

    ``dominators``: the last node that every way from the source to each node passes, of nodes that
    are reached. ``single``: nodes that every way to the sink passes. ``apart``: the fewest nodes
    that keep source and sink apart (empty where they are linked directly or not at all). ``most``:
    what flows at most (``inf``: some way has no known bound). ``tight``: the nodes nearest to the
    source that hold it down to that. ``without``: what still flows at most without each node.
    """

    dominators: Mapping[str, str]
    single: tuple[str, ...]
    apart: tuple[str, ...]
    most: float
    tight: tuple[str, ...]
    without: Mapping[str, float]


def bottlenecks(
    graph: nx.DiGraph, source: str, sink: str, capacity: Mapping[str, float]
) -> Bottlenecks:
    """The single points between ``source`` and ``sink``.

    ``capacity``: what passes through a node at most, in one unit for all; a node without one has
    no known bound, so that every figure is an upper one. Raises ``ValueError`` for an end that is
    not in the graph, or if they are the same.
    """
    if source not in graph or sink not in graph or source == sink:
        raise ValueError("a flow needs two ends that the graph has")
    import networkx as nx  # noqa: PLC0415  a third of a second that few commands need

    dominators = dict(nx.immediate_dominators(graph, source))
    dominators.pop(source, None)
    between = _between(graph, source, sink)
    order = {node: at for at, node in enumerate(graph)}
    flow = _Flow(graph.subgraph([n for n in graph if n in between]), source, sink, capacity)
    most, tight = flow.held()
    inner = [node for node in graph if node not in {source, sink}]
    return Bottlenecks(
        dominators=dominators,
        single=tuple(sorted(_chain(dominators, source, sink), key=order.__getitem__)),
        apart=tuple(sorted(_apart(graph, source, sink), key=order.__getitem__)),
        most=most,
        tight=tuple(sorted(tight, key=order.__getitem__)),
        without={n: flow.without(n) if n in between else most for n in inner},
    )


def _between(graph: nx.DiGraph, source: str, sink: str) -> set[str]:
    """Nodes on some walk from one to the other, with both ends."""
    import networkx as nx  # noqa: PLC0415  as above

    after = {source, *nx.descendants(graph, source)}
    return (after & {sink, *nx.ancestors(graph, sink)}) | {source, sink}


def _chain(dominators: Mapping[str, str], source: str, sink: str) -> list[str]:
    """The dominators of the sink, without the ends."""
    found, node = list[str](), dominators.get(sink, source)
    while node != source:
        found.append(node)
        node = dominators[node]
    return found


def _apart(graph: nx.DiGraph, source: str, sink: str) -> set[str]:
    import networkx as nx  # noqa: PLC0415  as above

    if graph.has_edge(source, sink) or not nx.has_path(graph, source, sink):
        return set()
    return set(nx.minimum_node_cut(graph, source, sink))


class _Flow:
    """The graph with every node split in two, joined by what may pass through it."""

    def __init__(
        self, graph: nx.DiGraph, source: str, sink: str, capacity: Mapping[str, float]
    ) -> None:
        import networkx as nx  # noqa: PLC0415  as above

        self.split: nx.DiGraph = nx.DiGraph()
        for node in graph:
            bound = capacity.get(node, math.inf)
            known = {} if math.isinf(bound) else {"capacity": bound}
            self.split.add_edge((node, False), (node, True), **known)
        self.split.add_edges_from(((a, True), (b, False)) for a, b in graph.edges)
        self.ends = ((source, False), (sink, True))

    def held(self) -> tuple[float, list[str]]:
        """What flows at most, and the nodes that hold it down."""
        import networkx as nx  # noqa: PLC0415  as above

        try:
            most, (before, _) = nx.minimum_cut(self.split, *self.ends)
        except nx.NetworkXUnbounded:
            return math.inf, []
        return float(most), [n for n, out in before if not out and (n, True) not in before]

    def without(self, node: str) -> float:
        """What still flows if nothing passes through ``node``."""
        import networkx as nx  # noqa: PLC0415  as above

        inside = ((node, False), (node, True))
        kept = dict(self.split.edges[inside])
        self.split.remove_edge(*inside)
        try:
            return float(nx.maximum_flow_value(self.split, *self.ends))
        except nx.NetworkXUnbounded:
            return math.inf
        finally:
            self.split.add_edge(*inside, **kept)

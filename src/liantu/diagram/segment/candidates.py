"""Which inputs get a line at once, and in which order room is given to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liantu.diagram.segment.model import Edge, End, Graph, Item, Placed, Rank
from liantu.layout.reaching import reaches

FEW, SOME = 2, 4
"""Inputs of a product up to which its first, and its second, is always worth a line."""

DOMINANT, SECOND = 1 / 3, 0.28
"""Share of the mass from which the first and the second input are."""

ALIKE = 0.7
"""The second supplier of a box gets a line if it gives this part of the first."""

MOST_BOXES = 60
"""Lines between boxes at most: a map of thousands of products shows the strongest."""

SUPPLIERS = 3
"""Suppliers of a box that are tried."""

IN_PANEL = 0.8
"""Weight of a flow within a panel."""

BESIDE = 0.3
"""Weight of an input that is not on the main way."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A line that is worth drawing; the lower the ``tier``, the sooner it gets its room.
    ``spare``: only where nothing else reaches the target.
    """

    source: End
    target: End
    rank: Rank
    tier: int
    box: bool = False
    stub: bool = False
    spare: bool = False


def wishes(graph: Graph, placed: Placed, most: Rank) -> tuple[Wish, ...]:
    """Lines between cards up to a rank, those that get their room first before."""
    edges = [e for e in graph.edges if e.rank <= most and _shown(graph, placed, e)]
    kept = _acyclic(graph, [e for e in edges if _worth(graph, e)])
    found = [_wish(graph, placed, edge) for edge in kept]
    return tuple(sorted(found, key=lambda w: (w.tier, w.source, w.target)))


def _shown(graph: Graph, placed: Placed, edge: Edge) -> bool:
    """Whether both ends are cards and the edge does not run against the stages."""
    if edge.source == edge.target or not {edge.source, edge.target} <= placed.cards.keys():
        return False
    return graph.by_id[edge.source].stage <= graph.by_id[edge.target].stage


def _worth(graph: Graph, edge: Edge) -> bool:
    """Whether an input is main enough: of an assembly of many parts none is."""
    share = edge.share or 0.0
    inputs = sum(not other.joint for other in graph.into[edge.target])
    if edge.first:
        wanted = edge.joint or inputs <= FEW or share >= DOMINANT
    else:
        wanted = edge.trunk and share >= SECOND and inputs <= SOME
    return wanted or (edge.rank is Rank.LIVE and edge.trunk)


def _acyclic(graph: Graph, edges: Iterable[Edge]) -> list[Edge]:
    """``edges`` without those that close a circle, the weaker ones first to go."""
    out: dict[str, list[str]] = {}
    kept = []
    for edge in sorted(edges, key=lambda e: (not e.first, -e.score, e.source, e.target)):
        if not reaches(out, edge.target, edge.source):
            out.setdefault(edge.source, []).append(edge.target)
            kept.append(edge)
    return kept


def _wish(graph: Graph, placed: Placed, edge: Edge) -> Wish:
    return Wish(
        source=End(product=edge.source),
        target=End(product=edge.target),
        rank=edge.rank,
        tier=_tier(edge, graph.by_id[edge.source], graph.by_id[edge.target]),
        stub=_under(placed, edge.source, edge.target),
    )


def _tier(edge: Edge, source: Item, target: Item) -> int:
    """Main ways within the city first, then what a local product lacks, then the rest by rank."""
    if edge.rank is Rank.LIVE:
        return 0 if edge.first else 2
    if edge.rank is Rank.LACK:
        return 1 if source.name in target.missing else 3
    return 4 if edge.rank is Rank.OPEN else 5


def _under(placed: Placed, source: str, target: str) -> bool:
    """Whether ``target`` is the next card below ``source`` in the same column."""
    if placed.columns[source] != placed.columns[target]:
        return False
    column = [p for p, at in placed.columns.items() if at == placed.columns[source]]
    column.sort(key=lambda p: placed.cards[p].y)
    return column.index(target) - column.index(source) == 1


def box_wishes(graph: Graph, placed: Placed, most: Rank) -> tuple[Wish, ...]:
    """Lines from the main suppliers of every box, the strongest first, then from spare ones; of a
    map with very many boxes only the strongest of the former.
    """
    flows, live = _flows(graph)
    into: dict[int, list[tuple[float, int]]] = {}
    for (source, target), weight in flows.items():
        if source in placed.boxes and target in placed.boxes:
            into.setdefault(target, []).append((-weight, source))
    found: list[tuple[int, float, Wish]] = []
    for target, suppliers in into.items():
        suppliers.sort()
        for place, (weight, source) in enumerate(suppliers[:SUPPLIERS]):
            spare = place > 1 or weight > ALIKE * suppliers[0][0]
            rank = Rank.LIVE if (source, target) in live else Rank.PLAIN
            ends = End(segment=source), End(segment=target)
            wish = Wish(*ends, rank=rank, tier=6, box=True, spare=spare)
            found.append((place, weight, wish))
    found.sort(key=lambda row: (row[0], row[1], row[2].source, row[2].target))
    asked = [wish for _, _, wish in found if wish.rank <= most]
    main = [wish for wish in asked if not wish.spare]
    if len(main) > MOST_BOXES:
        return tuple(main[:MOST_BOXES])
    return (*main, *(wish for wish in asked if wish.spare))


def _flows(graph: Graph) -> tuple[Mapping[tuple[int, int], float], frozenset[tuple[int, int]]]:
    """Weight of what runs between two boxes, and the pairs where local feeds local."""
    flows: dict[tuple[int, int], float] = {}
    live = set()
    for edge in graph.edges:
        source = graph.segment_of.get(edge.source)
        target = graph.segment_of.get(edge.target)
        if source is None or target is None or source == target:
            continue
        stages = graph.segments[source].stage, graph.segments[target].stage
        if stages[0] > stages[1]:
            continue
        weight = (1.0 if edge.trunk else BESIDE) * (IN_PANEL if stages[0] == stages[1] else 1.0)
        flows[source, target] = flows.get((source, target), 0.0) + weight
        if edge.trunk and edge.rank is Rank.LIVE:
            live.add((source, target))
    return flows, frozenset(live)

"""The trunk of a chain: which input of a product is its main one, so that lines may follow it.

``score = (.12 + amount) · spec · role · back · near · alt`` is a heuristic that was checked by eye;
it orders the inputs of one product and means nothing beside that. Right for process chains; an
assembly has no single main input, and none is drawn for it unless both ends are local.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2, sqrt

from liantu.analysis.reading import Reading
from liantu.diagram.segment.model import Edge, Item, Kind, Rank
from liantu.diagram.views.detail import share_of_need
from liantu.model import Route

FLOOR = 0.12
"""What an input is worth whatever its amount."""
COUNTED, GAS = 0.5, 0.08
"""Amount of an input counted in pieces; of a gas in m³, which weighs little."""
BESIDE_PIECES = 0.6
"""Tonnes beside pieces: the steel of a machine says less of it than its assemblies."""
AUXILIARY = 0.3
"""An auxiliary may be heavy and is yet not what the product is made of."""
OTHER_HOME, OUTSIDE = 0.75, 0.35
BACKWARD, FAR, ALTERNATIVE = 0.3, 0.8, 0.5
JOINT_FLOOR, JOINT_SHARE = 0.05, 0.2
LEAST_SHARE = 0.1
"""A lighter input is nobody's parent."""
SECOND = 0.62
"""Share of the best score from which another input belongs to the trunk."""
MOST_SECONDS = 2


@dataclass(frozen=True, slots=True)
class _Taken:
    """An input of a route before it is scored: share of the mass, amount from 0 to 1."""

    product: str
    share: float | None
    amount: float


def edges(reading: Reading, chain: str, items: Mapping[str, Item]) -> tuple[Edge, ...]:
    """All edges between ``items`` with the trunk marked; by source and target in file order."""
    scorer = _Scorer(reading, chain, items)
    found = {(e.source, e.target): e for e in scorer.inputs()}
    entered = {target for _, target in found}
    for edge in scorer.joints():
        if edge.target not in entered:
            found.setdefault((edge.source, edge.target), edge)
    marked = _mark(tuple(found.values()), items)
    marked.sort(key=lambda e: (items[e.source].order, items[e.target].order))
    return tuple(replace(e, flow=share_of_need(reading, e.source, e.target)) for e in marked)


class _Scorer:
    def __init__(self, reading: Reading, chain: str, items: Mapping[str, Item]) -> None:
        self._atlas, self._situation = reading.atlas, reading.situation
        self._chain, self._items = chain, items

    def inputs(self) -> Iterator[Edge]:
        """What the routes of the items take from other items, the best of several routes."""
        best: dict[tuple[str, str], Edge] = {}
        for item in self._items.values():
            for at, route in enumerate(self._situation.recipes.own(item.id)):
                for taken in self._taken(item.id, route):
                    edge = self._edge(taken, item, alternative=at > 0)
                    key = edge.source, edge.target
                    if key not in best or edge.score > best[key].score:
                        best[key] = edge
        yield from best.values()

    def joints(self) -> Iterator[Edge]:
        """Products that come beside others, recycled ones left out."""
        for item in self._items.values():
            if item.kind is Kind.BOUGHT:
                continue
            for route in self._situation.recipes.own(item.id):
                for beside in route.byproducts:
                    other = self._items.get(beside.product)
                    if other is not None and other is not item and not beside.recycle:
                        score = JOINT_SHARE * beside.per_unit + JOINT_FLOOR
                        yield Edge(item.id, other.id, score, None, rank(item, other), joint=True)

    def _taken(self, product: str, route: Route) -> Iterator[_Taken]:
        products = self._atlas.products
        stuff = [
            i for i in route.inputs if i.product in products and not products[i.product].utility
        ]
        whole = sum(i.per_unit for i in stuff if i.unit == "t")
        beside = any(i.unit != "t" for i in stuff)
        shares = self._situation.recipes.shares(product, route)
        for item in stuff:
            if item.product not in self._items or item.product == product:
                continue
            share = item.per_unit / whole if item.unit == "t" and whole else None
            amount = share if share is not None else GAS if item.unit == "m3" else COUNTED
            if beside and share is not None:
                amount *= BESIDE_PIECES
            known = shares.get(item.product)
            if known is not None and not known.matters:
                amount *= AUXILIARY
            yield _Taken(item.product, share, amount)

    def _edge(self, taken: _Taken, target: Item, *, alternative: bool) -> Edge:
        source = self._items[taken.product]
        users = len(self._atlas.consumers.get(source.id, ())) or 1
        special = 1 / sqrt(1 + log2(users))
        own = self._atlas.products[source.id].home == self._chain
        role = (1.0 if own else OTHER_HOME) * (OUTSIDE if source.kind is Kind.BOUGHT else 1.0)
        back = 1.0 if source.stage <= target.stage else BACKWARD
        near = 1.0 if target.stage - source.stage <= 1 else FAR
        score = (FLOOR + taken.amount) * special * role * back * near
        score *= ALTERNATIVE if alternative else 1.0
        return Edge(source.id, target.id, score, taken.share, rank(source, target))


def rank(source: Item, target: Item) -> Rank:
    """What a line between two items tells."""
    if source.local:
        return Rank.LIVE if target.local else Rank.OPEN
    return Rank.LACK if target.local else Rank.PLAIN


def _mark(found: Sequence[Edge], items: Mapping[str, Item]) -> list[Edge]:
    """Parents first, then further inputs nearly as good, then the best user of what is in no way
    yet.
    """
    into: defaultdict[str, list[Edge]] = defaultdict(list)
    out: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in sorted(found, key=lambda e: (-e.score, e.source, e.target)):
        into[edge.target].append(edge)
        out[edge.source].append(edge)
    parents = _parents(into)
    trunk = {(edge.source, target) for target, edge in parents.items()}
    for target, edges_ in into.items():
        least = SECOND * edges_[0].score
        for edge in edges_[1 : 1 + MOST_SECONDS]:
            bought = items[edge.source].kind is Kind.BOUGHT
            if edge.score >= least and not bought and not edge.joint:
                trunk.add((edge.source, target))
    for source, edges_ in out.items():
        if not any((source, e.target) in trunk for e in edges_):
            trunk.add((source, edges_[0].target))
    return [
        replace(
            edge,
            trunk=(edge.source, edge.target) in trunk,
            first=parents.get(edge.target) == edge,
        )
        for edge in found
    ]


def _parents(into: Mapping[str, Sequence[Edge]]) -> dict[str, Edge]:
    """Target → its one parent: the best input that is heavy enough and closes no circle."""
    parents: dict[str, Edge] = {}
    for target in sorted(into):
        for edge in into[target]:
            light = edge.share is not None and edge.share < LEAST_SHARE and not edge.joint
            if not light and not _leads_to(parents, edge.source, target):
                parents[target] = edge
                break
    return parents


def _leads_to(parents: Mapping[str, Edge], start: str, goal: str) -> bool:
    """Whether going up from parent to parent leads from ``start`` to ``goal``."""
    at: str | None = start
    while at is not None:
        if at == goal:
            return True
        edge = parents.get(at)
        at = edge.source if edge else None
    return False

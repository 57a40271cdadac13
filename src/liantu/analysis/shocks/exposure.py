"""断供风险: what hangs on each enterprise, product and bought-in material, one at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.shocks.reaching import Reach, Reached
from liantu.analysis.shocks.weaving import Node, NodeKind, Woven, woven
from liantu.jobs import each
from liantu.model import Atlas
from liantu.model.drill import NO_DRILL, ShockKind
from liantu.model.standing import SOLE


@dataclass(frozen=True, slots=True)
class Exposure:
    """What stands still if ``id`` fails alone and nobody steps in; of an enterprise only units of
    other firms are counted: it fails as a whole.

    ``outer``: units of firms of which nothing fails, ``outer_mains`` for want of a main material:
    what is felt beyond the works of the makers.
    ``direct``: units that take from it; ``total``: all, of them ``mains`` for want of a main
    material, ``recorded`` by supplies on record alone. ``firms`` and ``products`` are theirs, in
    the order in which they are reached. ``single``: something stands still by main materials even
    if all other makers in the city step in. ``sole``: products of which it is the
    only maker on record. ``stock``: the fewest days on record before the first of them stands
    still (``None``: no stock is on record).
    """

    kind: ShockKind
    id: str
    direct: int
    total: int
    mains: int
    recorded: int
    firms: tuple[str, ...]
    products: tuple[str, ...]
    single: bool
    sole: tuple[str, ...] = ()
    stock: float | None = None
    outer: int = 0
    outer_mains: int = 0


FEW = 16
"""Failures between two looks whether others go first: each is followed through the network."""


def exposures(atlas: Atlas, diagnosis: Diagnosis, net: Woven) -> tuple[Exposure, ...]:
    """Every enterprise, product and bought-in material on which something of others hangs, the
    most main materials first.
    """
    return in_order(e for e in _Exposing(atlas, diagnosis, net).all() if e.total)


def in_order(found: Iterable[Exposure]) -> tuple[Exposure, ...]:
    """Those on which most hangs first."""
    order = {kind: at for at, kind in enumerate(ShockKind)}
    key = lambda e: (-e.mains, -e.total, -len(e.firms), order[e.kind], e.id)  # noqa: E731
    return tuple(sorted(found, key=key))


def reaching(found: Iterable[Exposure]) -> Mapping[tuple[str, str], tuple[Exposure, ...]]:
    """``("product" | "enterprise", id)`` → whose failure reaches it, in the order given."""
    ends: defaultdict[tuple[str, str], list[Exposure]] = defaultdict(list)
    for exposure in found:
        for product in dict.fromkeys(exposure.products):
            ends["product", product].append(exposure)
        for firm in dict.fromkeys(exposure.firms):
            ends["enterprise", firm].append(exposure)
    return {end: tuple(exposed) for end, exposed in ends.items()}


class _Exposing:
    def __init__(self, atlas: Atlas, diagnosis: Diagnosis, net: Woven) -> None:
        self._atlas, self._diagnosis, self._net = atlas, diagnosis, net
        self._all, self._mains = Reach(net), Reach(net, mains=True)
        self._wider = woven(atlas, diagnosis, replace(NO_DRILL, substitution=True))
        self._wide = Reach(self._wider, mains=True)
        self._wide_at = {node: at for at, node in enumerate(self._wider.nodes)}
        self._held: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for node in net.nodes:
            self._held[node.enterprise][node.product] = None

    def all(self) -> Iterator[Exposure]:
        groups: defaultdict[tuple[ShockKind, str], list[int]] = defaultdict(list)
        for at, node in enumerate(self._net.nodes):
            for kind, id_ in _failing(node):
                groups[kind, id_].append(at)
        for (kind, id_), nodes in each(groups.items(), FEW):
            yield self._exposure(kind, id_, nodes)

    def _exposure(self, kind: ShockKind, id_: str, stopped: list[int]) -> Exposure:
        own = {id_} if kind is ShockKind.ENTERPRISE else set[str]()
        others = _others(self._net, self._all.from_(stopped), own)
        nodes = [self._net.nodes[r.node] for r in others]
        mains = _others(self._net, self._mains.from_(stopped), own)
        makers = {self._net.nodes[at].enterprise for at in stopped}
        return Exposure(
            kind=kind,
            id=id_,
            direct=sum(r.step == 1 for r in others),
            total=len(others),
            mains=len(mains),
            recorded=sum(r.recorded for r in others),
            firms=tuple(dict.fromkeys(n.enterprise for n in nodes)),
            products=tuple(dict.fromkeys(n.product for n in nodes)),
            single=self._is_single(stopped, own),
            sole=self._sole(kind, id_),
            stock=self._stock(others),
            outer=sum(n.enterprise not in makers for n in nodes),
            outer_mains=sum(self._net.nodes[r.node].enterprise not in makers for r in mains),
        )

    def _is_single(self, stopped: Iterable[int], own: Iterable[str]) -> bool:
        nodes = (self._net.nodes[at] for at in stopped)
        gone = [self._wide_at[node] for node in nodes if node in self._wide_at]
        return bool(_others(self._wider, self._wide.from_(gone), own))

    def _sole(self, kind: ShockKind, id_: str) -> tuple[str, ...]:
        verdicts = self._diagnosis.verdicts
        if kind is ShockKind.PRODUCT:
            held = [id_] if id_ in verdicts else []
        elif kind is ShockKind.ENTERPRISE:
            held = [p for p in self._held.get(id_, ()) if p in verdicts]
        else:
            held = []
        return tuple(p for p in held if SOLE.intersection(verdicts[p].tags))

    def _stock(self, reached: Iterable[Reached]) -> float | None:
        days = self._net.reach.stock
        links = (r.link for r in reached if r.step == 1 and r.link is not None)
        known = [float(d) for link in links if (d := days[self._all.need(link)]) == d]
        return min(known, default=None)


def _failing(node: Node) -> Iterator[tuple[ShockKind, str]]:
    """The single failures to which a node belongs."""
    if node.kind is NodeKind.OUTSIDE:
        yield ShockKind.OUTSIDE, node.product
    if node.kind in (NodeKind.UNIT, NodeKind.PARTY):
        if node.enterprise:
            yield ShockKind.ENTERPRISE, node.enterprise
        yield ShockKind.PRODUCT, node.product
    if node.kind is NodeKind.OTHERS:
        yield ShockKind.PRODUCT, node.product


def _others(net: Woven, found: Mapping[int, Reached], own: Iterable[str]) -> list[Reached]:
    return [
        reached
        for at, reached in found.items()
        if reached.link is not None
        and net.nodes[at].kind is NodeKind.UNIT
        and net.nodes[at].enterprise not in own
    ]

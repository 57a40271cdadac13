"""断供推演: what a drill says of units, products, firms and chains, with how sure it is.

Who stands still follows from the structure: every source of an essential input is gone. How much is
lost and when is told as an interval, and not at all where nothing of the volumes is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from liantu.analysis.shocks.cascade import Effect, Pair, cascade
from liantu.analysis.shocks.days import Days, time_to_stop
from liantu.analysis.shocks.reaching import Reach, Reached
from liantu.analysis.shocks.weaving import Node, NodeKind, Woven
from liantu.model import Atlas
from liantu.model.drill import Drill, Shock
from liantu.once import once

SLIP = 1e-6
"""Losses below are none: so exact is the cascade."""


@dataclass(frozen=True, slots=True)
class Span:
    """Between the least and the most, 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Term:
    """Days until it stands still: the earliest, and the latest (``None``: a stock on the way is
    unknown, so there is no bound).
    """

    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Step:
    """``supplier`` feeds ``customer`` with ``product``; ``supply`` is the record (empty: 推定)."""

    supplier: Node
    customer: Node
    product: str
    supply: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that stands still as something it needs has no source left; ``step`` 1 is a direct
    user. ``structural``: volumes on the way are unknown, so ``loss`` is no figure. ``recorded``:
    every step is on record. ``main``: main materials alone bring it to a stand. ``path``: from
    what fails to this unit, by the way that it was reached.
    """

    node: int
    enterprise: str
    product: str
    step: int
    loss: Span
    days: Term
    structural: bool
    recorded: bool
    main: bool
    path: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """A product or firm as a whole: ``units`` of ``whole`` stand still; the rest is that of its
    first unit to do so, but ``loss``, which spans all of them.
    """

    id: str
    units: int
    whole: int
    step: int
    loss: Span
    days: Term
    structural: bool
    recorded: bool


@dataclass(frozen=True, eq=False)
class Outage:
    """``failing``: units that fail themselves with the share that they lose; ``hits`` what stands
    still by that, by step, days and the order of the atlas; ``short``: units that may get less as
    one of several sources fails, with what they lose. ``demand``: firms whose customers take less.
    ``maybe``: supplies on record out of what fails of which it is unknown whether the customer can
    do without.
    """

    drill: Drill
    woven: Woven
    failing: Mapping[int, float]
    hits: tuple[Hit, ...]
    short: Mapping[int, Span]
    demand: Mapping[str, Span]
    maybe: tuple[str, ...]
    effect: Effect

    @property
    def stopped(self) -> tuple[Node, ...]:
        """What fails itself."""
        return tuple(self.woven.nodes[at] for at in self.failing)

    @once
    def direct(self) -> tuple[Hit, ...]:
        """Those that take from what fails."""
        return tuple(hit for hit in self.hits if hit.step == 1)

    @once
    def mains(self) -> tuple[Hit, ...]:
        """Those that lack a main material: of these a claim counts."""
        return tuple(hit for hit in self.hits if hit.main)

    @property
    def steps(self) -> int:
        """The last step."""
        return max((hit.step for hit in self.hits), default=0)

    @property
    def closed(self) -> bool:
        """Whether the losses hang on where the reckoning stops."""
        return self.effect.closed

    @once
    def products(self) -> Mapping[str, Toll]:
        """What stands still by product."""
        return _tolls(self, lambda node: node.product)

    @once
    def firms(self) -> Mapping[str, Toll]:
        """What stands still by enterprise."""
        return _tolls(self, lambda node: node.enterprise)

    def chains(self, atlas: Atlas) -> Counter[str]:
        """Units that stand still by the chains that show their product."""
        return Counter(c for hit in self.hits for c in atlas.chains_of.get(hit.product, ()))


def outage(atlas: Atlas, woven: Woven, drill: Drill) -> Outage:
    """What the shocks of a drill bring about when they all hold at once, to the end."""
    return _Reckoning(atlas, woven, drill).outage()


def failing(atlas: Atlas, woven: Woven, shocks: Iterable[Shock]) -> dict[int, float]:
    """The nodes that shocks concern with the share that they lose, the largest of several."""
    counties = {firm.id: firm.county for firm in atlas.enterprises.values()}
    found: dict[int, float] = {}
    for shock in shocks:
        for at in woven.of(shock.kind, shock.id, counties):
            found[at] = max(found.get(at, 0.0), shock.share)
    return {at: share for at, share in found.items() if share > 0}


class _Reckoning:
    def __init__(self, atlas: Atlas, woven: Woven, drill: Drill) -> None:
        self._atlas, self._woven, self._drill = atlas, woven, drill
        self._failing = failing(atlas, woven, drill.shocks)
        self._reach = Reach(woven)
        self._reached = self._reach.from_(self._failing)
        self._mains = Reach(woven, mains=True).from_(self._failing)
        self._days = time_to_stop(woven.reach, list(self._failing))
        self._effect = cascade(woven.network, self._failing, substitution=drill.substitution)

    def outage(self) -> Outage:
        return Outage(
            drill=self._drill,
            woven=self._woven,
            failing=self._failing,
            hits=self._hits(),
            short=self._short(),
            demand=self._demand(),
            maybe=self._maybe(),
            effect=self._effect,
        )

    def _hits(self) -> tuple[Hit, ...]:
        order = {p: at for at, p in enumerate(self._atlas.products)}
        found = [
            self._hit(reached)
            for at, reached in self._reached.items()
            if reached.link is not None and self._woven.nodes[at].kind is NodeKind.UNIT
        ]
        key = lambda h: (h.step, h.days.low, order[h.product], h.enterprise)  # noqa: E731
        return tuple(sorted(found, key=key))

    def _hit(self, reached: Reached) -> Hit:
        node = self._woven.nodes[reached.node]
        loss = _span(self._effect.supply, reached.node)
        return Hit(
            node=reached.node,
            enterprise=node.enterprise,
            product=node.product,
            step=reached.step,
            loss=loss if reached.known else Span(0.0, loss.high),
            days=_term(self._days, reached.node),
            structural=not reached.known,
            recorded=reached.recorded,
            main=reached.node in self._mains,
            path=tuple(self._path(reached.node)),
        )

    def _path(self, node: int) -> Iterator[Step]:
        """From what fails; the market between maker and user is no step of its own."""
        steps: list[Step] = []
        customer, at = node, self._reached[node]
        while at.link is not None:
            supplier = self._reach.source(at.link)
            link, at = at.link, self._reached[supplier]
            if self._woven.nodes[supplier].kind is NodeKind.MARKET and at.link is not None:
                supplier = self._reach.source(at.link)
                at = self._reached[supplier]
            want = self._woven.wants[self._reach.need(link)]
            nodes = self._woven.nodes
            record = self._woven.records[link]
            steps.append(Step(nodes[supplier], nodes[customer], want.product, record))
            customer = supplier
        yield from reversed(steps)

    def _short(self) -> Mapping[int, Span]:
        return {
            at: _span(self._effect.supply, at)
            for at, node in enumerate(self._woven.nodes)
            if node.kind is NodeKind.UNIT
            and at not in self._reached
            and self._effect.supply.high[at] > SLIP
        }

    def _demand(self) -> Mapping[str, Span]:
        """Of each firm that is not concerned itself the unit that sells less most."""
        found: dict[str, Span] = {}
        for at, node in enumerate(self._woven.nodes):
            span = _span(self._effect.demand, at)
            if node.kind is not NodeKind.UNIT or at in self._failing or span.high <= SLIP:
                continue
            old = found.get(node.enterprise, Span(0.0, 0.0))
            found[node.enterprise] = Span(max(old.low, span.low), max(old.high, span.high))
        return found

    def _maybe(self) -> tuple[str, ...]:
        out = {self._woven.nodes[at].enterprise for at in self._reached} - {""}
        supplies = self._atlas.supplies
        return tuple(id_ for id_ in self._woven.maybe if supplies[id_].supplier in out)


def _span(pair: Pair, at: int) -> Span:
    return Span(float(pair.low[at]), float(pair.high[at]))


def _term(days: Days, at: int) -> Term:
    high = float(days.high[at])
    return Term(float(days.low[at]), None if high == float("inf") else high)


def _tolls(found: Outage, key: Callable[[Node], str]) -> Mapping[str, Toll]:
    whole = Counter(key(n) for n in found.woven.nodes if n.kind is NodeKind.UNIT)
    hits: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in found.hits:
        hits[key(found.woven.nodes[hit.node])].append(hit)
    return {id_: _toll(id_, own, whole[id_]) for id_, own in hits.items()}


def _toll(id_: str, hits: list[Hit], whole: int) -> Toll:
    first = min(hits, key=lambda h: (h.days.low, h.step))
    some = len(hits) < whole
    latest = [hit.days.high for hit in hits]
    known = [days for days in latest if days is not None]
    return Toll(
        id=id_,
        units=len(hits),
        whole=whole,
        step=min(hit.step for hit in hits),
        loss=Span(0.0 if some else min(h.loss.low for h in hits), max(h.loss.high for h in hits)),
        days=Term(first.days.low, min(known) if known else None),
        structural=any(hit.structural for hit in hits) or some,
        recorded=any(hit.recorded for hit in hits),
    )

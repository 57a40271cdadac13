"""The network of a reading: which unit of which firm takes its inputs from whom.

A supply on record says from whom. Where none is on record, what a firm makes itself feeds it,
else whoever makes it in the city (推定), and what nobody here makes comes from outside. What a
cluster or a county says is made here has makers that nobody knows: that market never runs dry.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from liantu.analysis.balance import Balance, Unit, running
from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.recipes import Share
from liantu.analysis.shocks.deals import current, is_late
from liantu.analysis.shocks.network import Need, Network, Source
from liantu.jobs import each
from liantu.model import Atlas, Role, RouteKind
from liantu.model.drill import NO_DRILL, Drill, ShockKind
from liantu.model.records import Supply, SupplyMode
from liantu.model.standing import Standing
from liantu.once import once

WITHIN = frozenset({SupplyMode.PIPE, SupplyMode.INTERNAL})
"""Supplies within a works: who has enough by pipe takes nothing from elsewhere."""


class NodeKind(enum.StrEnum):
    """What can fail: a unit of a firm, the local market of a product, what comes from outside, and
    a supplier of whom no unit is on record (``party``). ``others``: makers that nobody knows.
    """

    UNIT = "unit"
    MARKET = "market"
    OUTSIDE = "outside"
    PARTY = "party"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Node:
    """``enterprise`` is empty where the atlas does not have it: then a party has its ``name``."""

    kind: NodeKind
    product: str = ""
    enterprise: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Want:
    """What a need of the network is: node ``customer`` takes ``product`` in that ``role``."""

    customer: int
    product: str
    role: Role


@dataclass(frozen=True, eq=False)
class Woven:
    """``network`` as supplies go today; ``reach`` the same with whatever steps in for one that
    fails, so that it tells who stands still; its needs are the same. ``wants`` says what these
    are, ``records`` the ids of the supplies behind the links of ``reach`` (empty: 推定), both in
    their order. ``maybe``: supplies on record of which it is not known whether the customer can do
    without.
    """

    nodes: tuple[Node, ...]
    network: Network
    reach: Network
    wants: tuple[Want, ...]
    records: tuple[str, ...]
    maybe: tuple[str, ...]

    def of(self, kind: ShockKind, id_: str, counties: Mapping[str, str]) -> tuple[int, ...]:
        """Nodes that a shock concerns; ``counties`` are those of the enterprises."""
        return tuple(at for at, node in enumerate(self.nodes) if _hit(node, kind, id_, counties))

    @once
    def units(self) -> Mapping[tuple[str, str], int]:
        """Nodes of the units by enterprise and product."""
        made = ((one, at) for at, one in enumerate(self.nodes) if one.kind is NodeKind.UNIT)
        return {(one.enterprise, one.product): at for one, at in made}


def _hit(node: Node, kind: ShockKind, id_: str, counties: Mapping[str, str]) -> bool:
    made = node.kind in (NodeKind.UNIT, NodeKind.PARTY)
    if kind is ShockKind.ENTERPRISE:
        return made and node.enterprise == id_
    if kind is ShockKind.COUNTY:
        return made and bool(node.enterprise) and counties.get(node.enterprise) == id_
    if kind is ShockKind.PRODUCT:
        return node.product == id_ and (made or node.kind is NodeKind.OTHERS)
    return node.kind is NodeKind.OUTSIDE and node.product == id_


def woven(atlas: Atlas, diagnosis: Diagnosis, drill: Drill = NO_DRILL) -> Woven:
    """The network; linear in units, their inputs and the supplies on record."""
    return _Weaver(atlas, diagnosis, drill).woven()


@dataclass(slots=True)
class _Taken:
    """A need as it is put together: ``more`` are links that only step in."""

    want: Want
    sources: list[Source]
    records: list[str]
    stock: float | None
    more: list[Source]


class _Weaver:
    def __init__(self, atlas: Atlas, diagnosis: Diagnosis, drill: Drill) -> None:
        self._atlas, self._drill = atlas, drill
        self._diagnosis, self._situation = diagnosis, diagnosis.situation
        self._nodes: dict[Node, int] = {}
        self._outputs: dict[int, float | None] = {}
        self._makers: defaultdict[str, dict[int, float | None]] = defaultdict(dict)
        self._units: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
        self._made: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._deals: defaultdict[tuple[str, str], list[Supply]] = defaultdict(list)
        self._free: set[tuple[str, str]] = set()
        self._failing = {s.id for s in drill.shocks if s.kind is ShockKind.OUTSIDE}
        self._taken: list[_Taken] = []

    def woven(self) -> Woven:
        for unit in each(running(self._atlas, self._situation, self._diagnosis.switches)):
            self._units[unit.firm, unit.product.id].append(unit)
            self._made[unit.firm][unit.product.id] = None
        self._place_units()
        self._place_late()
        maybe = self._sort_deals()
        for (firm, product), units in each(self._units.items()):
            for want, share in self._wants(firm, product, units):
                self._take(firm, product, want, share)
        for product, makers in each(self._makers.items()):
            self._open_market(product, makers)
        return self._finished(maybe)

    # -- nodes

    def _at(self, node: Node) -> int:
        return self._nodes.setdefault(node, len(self._nodes))

    def _place_units(self) -> None:
        for (firm, product), units in self._units.items():
            at = self._at(Node(NodeKind.UNIT, product, firm))
            amounts = [unit.amount for unit in units]
            known = [amount for amount in amounts if amount is not None]
            self._outputs[at] = sum(known) if len(known) == len(amounts) else None
            if not all(unit.maker.capacity.own_use for unit in units):
                self._makers[product][at] = self._outputs[at]
        for (firm, product), units in self._units.items():
            at = self._at(Node(NodeKind.UNIT, product, firm))
            for unit in units:
                for item in unit.route.byproducts if unit.route else ():
                    if not item.recycle and item.product in self._atlas.products:
                        self._makers[item.product][at] = None

    def _place_late(self) -> None:
        """Makers that were first told of in a later year: they supply, and need nothing."""
        for product, makers in self._situation.made.items():
            for maker in makers:
                key = (maker.enterprise.id, product)
                if maker.operating and maker.late and key not in self._units:
                    at = self._at(Node(NodeKind.UNIT, product, maker.enterprise.id))
                    self._makers[product][at] = None
        for product in self._situation.grouped:
            if self._situation.is_local(product):
                self._makers[product][self._at(Node(NodeKind.OTHERS, product))] = None

    # -- supplies on record

    def _sort_deals(self) -> tuple[str, ...]:
        """Give every supply to the needs that it meets; the ids of those that meet none."""
        taken: defaultdict[str, set[str]] = defaultdict(set)
        for (firm, product), units in each(self._units.items()):
            taken[firm].update(want.product for want, _ in self._wants(firm, product, units))
        maybe = []
        for supply in map(self._named, self._atlas.supplies.values()):
            if not self._holds(supply):
                continue
            if supply.essential is False:
                self._free.add((supply.customer, supply.product))
            elif supply.product in taken[supply.customer]:
                self._deals[supply.customer, supply.product].append(supply)
            elif supply.essential and supply.product:
                self._bind(supply)
            elif supply.essential is None and supply.supplier != supply.customer:
                maybe.append(supply.id)
        return tuple(maybe)

    def _named(self, supply: Supply) -> Supply:
        """What only words tell of and is essential: of the one thing that the supplier makes."""
        if supply.product or not supply.essential:
            return supply
        made = [*self._made.get(supply.supplier, ())]
        return replace(supply, product=made[0]) if len(made) == 1 else supply

    def _holds(self, supply: Supply) -> bool:
        """Whether it can go on at the date: both are known, and who is on record as maker runs."""
        firm = self._atlas.enterprises.get(supply.supplier)
        if supply.customer not in self._atlas.enterprises:
            return False
        told = firm is not None and any(c.product == supply.product for c in firm.capacities)
        node = Node(NodeKind.UNIT, supply.product, supply.supplier)
        return bool(supply.product) and (not told or node in self._nodes)

    def _bind(self, supply: Supply) -> None:
        """A supply that no recipe asks for and that is said to be essential: to all that the
        customer makes in a chain that shows it, else to all that it makes.
        """
        chains = set(self._atlas.chains_of.get(supply.product, ()))
        own = [*self._made.get(supply.customer, ())]
        near = [p for p in own if chains.intersection(self._atlas.chains_of.get(p, ()))]
        for product in near or own:
            customer = self._at(Node(NodeKind.UNIT, product, supply.customer))
            want = Want(customer, supply.product, Role.PART)
            deals = [self._deal(supply, None)]
            self._taken.append(_Taken(want, deals, [supply.id], supply.stock_days, []))

    def _current(self, firm: str, product: str) -> list[Supply]:
        return current(self._atlas, self._deals.get((firm, product), ()), self._begun)

    def _begun(self, supply: Supply) -> str:
        """The first day of the supplier's unit; empty: not known."""
        units = self._units.get((supply.supplier, supply.product), ())
        return min((unit.maker.capacity.since for unit in units), default="")

    def _deal(self, supply: Supply, need: float | None) -> Source:
        share = supply.share
        same = supply.unit == self._atlas.products[supply.product].unit
        if share is None and supply.amount is not None and need and same:
            share = min(1.0, supply.amount / need)
        if share is None and supply.mode in WITHIN and self._suffices(supply, need):
            share = 1.0
        late = is_late(self._atlas, supply, self._situation.day)
        return Source(self._supplier(supply), share, None, not (supply.inferred or late))

    def _suffices(self, supply: Supply, need: float | None) -> bool:
        """Whether the supplier makes all that the customer needs of it."""
        unit = self._nodes.get(Node(NodeKind.UNIT, supply.product, supply.supplier))
        made = self._outputs.get(unit) if unit is not None else None
        return made is not None and need is not None and made >= need

    def _supplier(self, supply: Supply) -> int:
        unit = Node(NodeKind.UNIT, supply.product, supply.supplier)
        if unit in self._nodes:
            return self._nodes[unit]
        far = self._situation.standing(supply.product) is Standing.EXTERNAL
        if not supply.supplier and (far or supply.mode is SupplyMode.BOUGHT):
            return self._at(Node(NodeKind.OUTSIDE, supply.product))
        name = "" if supply.supplier else supply.supplier_name
        return self._at(Node(NodeKind.PARTY, supply.product, supply.supplier, name))

    # -- needs

    def _wants(
        self, firm: str, product: str, units: Iterable[Unit]
    ) -> Iterator[tuple[Want, Share]]:
        """Inputs without which none of the routes in use runs; what comes along counts once."""
        recipes = self._situation.recipes
        routes = {u.route.id: u.route for u in units if u.route is not None}
        shares = [recipes.shares(product, route) for route in routes.values()]
        for input_, share in shares[0].items() if shares else ():
            if input_ != product and all(input_ in s and s[input_].matters for s in shares):
                at = self._nodes[Node(NodeKind.UNIT, product, firm)]
                yield Want(at, input_, share.role), share

    def _take(self, firm: str, product: str, want: Want, share: Share) -> None:
        if (firm, want.product) in self._free:
            return
        taken = _Taken(want, [], [], None, [])
        need = self._need(firm, product, want.product, share)
        for supply in self._current(firm, want.product):
            taken.sources.append(self._deal(supply, need))
            taken.records.append(supply.id)
            taken.stock = _shorter(taken.stock, supply.stock_days)
        if not taken.sources and self._drill.deduced:
            self._deduce(firm, want, need, taken)
        if self._drill.outside and self._comes_in(want.product):
            return
        if taken.sources:
            self._step_in(want, taken)
            self._taken.append(taken)

    def _deduce(self, firm: str, want: Want, need: float | None, taken: _Taken) -> None:
        own = self._nodes.get(Node(NodeKind.UNIT, want.product, firm))
        makers = self._makers.get(want.product, {})
        if own is not None:
            made = self._outputs.get(own)
            enough = made is not None and need is not None and made >= need
            taken.sources.append(Source(own, 1.0 if enough else None))
        elif makers:
            market = self._at(Node(NodeKind.MARKET, want.product))
            short = self._short(want.product)
            taken.sources.append(Source(market, None if short is None else 1.0 - short))
            if short:
                outside = self._at(Node(NodeKind.OUTSIDE, want.product))
                taken.sources.append(Source(outside, short))
        else:
            taken.sources.append(Source(self._at(Node(NodeKind.OUTSIDE, want.product)), 1.0))
        taken.records += [""] * len(taken.sources)

    def _step_in(self, want: Want, taken: _Taken) -> None:
        """Other makers in the city, where they may; the firm's own supplier is one of them."""
        market = Node(NodeKind.MARKET, want.product)
        suppliers = {source.supplier for source in taken.sources}
        others = self._makers.get(want.product, {}).keys() - suppliers - {want.customer}
        if self._drill.substitution and others and self._at(market) not in suppliers:
            taken.more.append(Source(self._at(market)))

    def _comes_in(self, product: str) -> bool:
        """Whether what is lacking is or may be bought outside, and nothing of it fails there."""
        if product in self._failing:
            return False
        item = self._atlas.products[product]
        bought = any(route.kind is RouteKind.BOUGHT for route in item.routes)
        external = self._situation.standing(product) is Standing.EXTERNAL
        return bought or external or not self._makers.get(product) or bool(self._short(product))

    # -- amounts

    def _balance(self, product: str) -> Balance | None:
        return self._diagnosis.balances.get(product)

    def _need(self, firm: str, product: str, input_: str, share: Share) -> float | None:
        """What a unit takes of an input a year, in the unit of the input."""
        out = self._outputs.get(self._nodes[Node(NodeKind.UNIT, product, firm)])
        items = self._atlas.products
        if out is None or share.unit != items[input_].base_unit:
            return None
        base = out * items[product].base_per_unit * share.per_unit
        return base / items[input_].base_per_unit

    def _short(self, product: str) -> float | None:
        """Share of the local need that local supply does not cover; ``None``: not known."""
        balance = self._balance(product)
        if balance is None or balance.cover is None:
            return None
        return max(0.0, 1.0 - balance.cover)

    def _open_market(self, product: str, makers: Mapping[int, float | None]) -> None:
        node = Node(NodeKind.MARKET, product)
        if node not in self._nodes:
            return
        whole = sum(amount or 0.0 for amount in makers.values())
        known = whole > 0 and all(amount is not None for amount in makers.values())
        balance = self._balance(product)
        sold = balance.cover if known and balance else None
        here = min(1.0, 1.0 / sold) if sold else None
        sources = [
            Source(at, (amount or 0.0) / whole if known else None, here)
            for at, amount in makers.items()
        ]
        want = Want(self._nodes[node], product, Role.MAIN)
        self._taken.append(_Taken(want, sources, [""] * len(sources), 0.0, []))

    # -- together

    def _finished(self, maybe: tuple[str, ...]) -> Woven:
        rows = sorted(self._taken, key=lambda t: t.want.customer)
        outputs = [self._outputs.get(at) for at in range(len(self._nodes))]
        markets = self._markets()
        stock = self._drill.stock
        needs, wider = [], []
        for row in rows:
            days = row.stock if row.stock is not None else stock
            need = Need(row.want.customer, tuple(row.sources), 1.0, days)
            needs.append(need)
            wider.append(replace(need, sources=(*row.sources, *row.more)))
        network = Network.of(outputs, needs, markets)
        steps_in = any(row.more for row in rows)
        return Woven(
            nodes=tuple(self._nodes),
            network=network,
            reach=Network.of(outputs, wider, markets) if steps_in else network,
            wants=tuple(row.want for row in rows),
            records=tuple(id_ for row in rows for id_ in (*row.records, *("" for _ in row.more))),
            maybe=maybe,
        )

    def _markets(self) -> list[int]:
        order = {product: at for at, product in enumerate(self._atlas.products)}
        made = (NodeKind.UNIT, NodeKind.PARTY)
        return [order.get(n.product, -1) if n.kind in made else -1 for n in self._nodes]


def _shorter(first: float | None, second: float | None) -> float | None:
    """The shorter of two stocks; unknown beside known tells nothing."""
    known: Collection[float] = [days for days in (first, second) if days is not None]
    return min(known, default=None)

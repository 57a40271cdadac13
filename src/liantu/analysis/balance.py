"""Supply and need of every product from operating capacities; what is unknown stays unknown.

Rectangular technology matrix (products × routes; inputs −, outputs +) applied to known
capacities × utilisation; recycled by-products are returned to the need of the same product, and
captive inputs are looked through. A firm that does not say how much it makes makes at least what
its own other products take of it (carried need); nothing is carried from one firm to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.recipes import Flow
from liantu.analysis.state import Maker, Situation, converted
from liantu.jobs import Progress
from liantu.model import Atlas, Basis, Byproduct, Product, Route, RouteKind
from liantu.model.scenario import DEFAULT, Switches


@dataclass(frozen=True, slots=True)
class Term:
    """One contribution in the product's capacity unit; ``amount`` ``None`` is unknown.

    ``kind``: ``maker``, ``byproduct``, ``group`` (supply), ``use`` (need) or ``return`` (recycled,
    lowers the need). ``other`` is the product whose route uses or yields it. ``carried``: at least
    so much, by what the same firm makes of it.
    """

    kind: str
    enterprise: str
    amount: float | None
    other: str = ""
    route: str = ""
    per_unit: float | None = None
    basis: Basis | None = None
    sources: tuple[str, ...] = ()
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Balance:
    """Sums of the known terms and counts of the unknown ones, in ``unit`` a year."""

    product: str
    unit: str
    supply: float
    supply_unknown: int
    need: float
    need_unknown: int
    terms: tuple[Term, ...]

    @property
    def cover(self) -> float | None:
        """Supply ÷ need where both are known and something is needed; else ``None``."""
        if self.supply_unknown or self.need_unknown or self.need <= 0:
            return None
        return self.supply / self.need

    @property
    def surplus(self) -> float | None:
        """Supply − need where both are known; negative is a deficit."""
        if self.supply_unknown or self.need_unknown:
            return None
        return self.supply - self.need

    @property
    def carried(self) -> bool:
        """Whether a part of the need is carried (推算)."""
        return any(t.carried for t in self.terms if t.kind == "use" and t.amount is not None)

    @property
    def deficit(self) -> float | None:
        """Known need − known supply, a lower bound; ``None`` if a maker did not say or no need is
        known. Negative where the supply is larger.
        """
        return None if self.supply_unknown or self.need <= 0 else self.need - self.supply

    @property
    def spare(self) -> float | None:
        """Known supply − known need; ``None`` if no supply is known. An upper bound where users
        did not say, a lower one where makers did not.
        """
        return self.supply - self.need if self.supply > 0 else None

    def is_thin(self, threshold: float) -> bool:
        """Whether the known need already exceeds the fully known supply (cover < threshold)."""
        return not self.supply_unknown and self.need > 0 and self.supply < threshold * self.need


def route_of(product: Product, maker: Maker) -> Route | None:
    """The route that a maker uses: the one its capacity names, else the product's first own one."""
    for route in product.routes:
        if route.id == maker.capacity.route:
            return route
    return next((r for r in product.routes if r.kind is RouteKind.MAKE), None)


@dataclass(frozen=True, slots=True)
class Unit:
    """A running plant: what an enterprise makes of a product on a route.

    ``amount`` in the product's unit, ``None`` unknown.
    """

    product: Product
    maker: Maker
    route: Route | None
    amount: float | None

    @property
    def firm(self) -> str:
        """The enterprise's id."""
        return self.maker.enterprise.id


def balances(
    atlas: Atlas,
    situation: Situation,
    switches: Switches = DEFAULT,
    progress: Progress | None = None,
) -> Mapping[str, Balance]:
    """The balance of every product that is made or needed locally, by product id. May raise
    ``Cancelled``.
    """
    each = (progress or Progress()).each
    units = list(each(running(atlas, situation, switches)))
    least = _carry(situation, units)
    terms: defaultdict[str, list[Term]] = defaultdict(list)
    for unit in each(units):
        sources = unit.maker.capacity.sources or unit.maker.enterprise.sources
        terms[unit.product.id].append(Term("maker", unit.firm, unit.amount, sources=sources))
        if unit.route is not None:
            amount, carried = unit.amount, False
            if amount is None:
                amount = least.get((unit.firm, unit.product.id))
                carried = amount is not None
            for key, term in _flows(atlas, situation, unit, unit.route, amount, carried):
                terms[key].append(term)
    silent = [p for p in situation.standings if p in situation.grouped or situation.is_late(p)]
    for product in silent:
        terms[product].append(Term("group", "", None))
    return {key: _sum(atlas.products[key], found) for key, found in each(terms.items())}


def running(atlas: Atlas, situation: Situation, switches: Switches = DEFAULT) -> Iterator[Unit]:
    """Every plant that runs and was told of in time, in the order of the atlas."""
    for product in atlas.products.values():
        for maker in _units(situation, product):
            amount = converted(atlas, maker.capacity, product)
            if amount is not None:
                amount *= switches.utilisation
            yield Unit(product, maker, route_of(product, maker), amount)


def _carry(situation: Situation, units: Sequence[Unit]) -> dict[tuple[str, str], float]:
    """(firm, product) → what the firm makes at least of a product of unknown amount: the sum of
    what its own other products take, to a fixpoint.
    """
    firms: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        firms[unit.firm].append(unit)
    found: dict[tuple[str, str], float] = {}
    for firm, own in firms.items():
        silent = {u.product.id: u.product for u in own if u.amount is None}
        if silent and len(own) > 1:
            for product, amount in _carried(situation, own, silent).items():
                found[firm, product] = amount
    return found


def _carried(
    situation: Situation, own: Sequence[Unit], silent: Mapping[str, Product]
) -> dict[str, float]:
    taken = [
        (unit, flow)
        for unit in own
        if unit.route is not None
        for flow in situation.recipes.flows(unit.product.id, unit.route)
        if flow.product in silent and flow.unit == silent[flow.product].base_unit
    ]
    least: dict[str, float] = {}
    for _ in range(len(silent)):
        sums: defaultdict[str, float] = defaultdict(float)
        for unit, flow in taken:
            amount = unit.amount if unit.amount is not None else least.get(unit.product.id)
            if amount and unit.product.id != flow.product:
                base = amount * unit.product.base_per_unit * flow.per_unit
                sums[flow.product] += base / silent[flow.product].base_per_unit
        if sums == least:
            break
        least = dict(sums)
    return least


def _units(situation: Situation, product: Product) -> list[Maker]:
    """Operating makers; an unknown row beside a known one of the same enterprise adds nothing.

    What was first told in a later year gives neither supply nor need.
    """
    running = [m for m in situation.makers(product.id) if m.operating and not m.late]
    known = {m.enterprise.id for m in running if m.capacity.amount is not None}
    seen: set[str] = set()
    units = []
    for maker in running:
        silent = maker.capacity.amount is None
        if silent and (maker.enterprise.id in known or maker.enterprise.id in seen):
            continue
        seen.add(maker.enterprise.id)
        units.append(maker)
    return units


def _flows(
    atlas: Atlas,
    situation: Situation,
    unit: Unit,
    route: Route,
    amount: float | None,
    carried: bool,
) -> Iterator[tuple[str, Term]]:
    """What a plant of ``amount`` (product's unit) uses and yields, in the unit of each product."""
    product = unit.product
    base = None if amount is None else amount * product.base_per_unit
    flows: list[tuple[str, Flow | Byproduct]] = [
        ("use", flow) for flow in situation.recipes.flows(product.id, route)
    ]
    flows += [("return" if b.recycle else "byproduct", b) for b in route.byproducts]
    for kind, flow in flows:
        other = atlas.products.get(flow.product)
        if other is None:
            continue
        value = None
        if base is not None and flow.unit == other.base_unit:
            value = base * flow.per_unit / other.base_per_unit
        yield (
            other.id,
            Term(
                kind=kind,
                enterprise=unit.firm,
                amount=value,
                other=product.id,
                route=route.id,
                per_unit=flow.per_unit,
                basis=flow.basis,
                sources=flow.sources,
                carried=carried,
            ),
        )


def _sum(product: Product, terms: list[Term]) -> Balance:
    supply = [t for t in terms if t.kind in ("maker", "byproduct", "group")]
    uses = [t for t in terms if t.kind == "use"]
    returns = sum([t.amount or 0.0 for t in terms if t.kind == "return"])
    need = sum([t.amount or 0.0 for t in uses])
    return Balance(
        product.id,
        product.unit,
        sum([t.amount or 0.0 for t in supply]),
        sum([t.amount is None for t in supply]),
        max(need - returns, 0.0),
        sum([t.amount is None for t in uses]),
        tuple(terms),
    )

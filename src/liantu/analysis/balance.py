"""Supply and need of every product from operating capacities; what is unknown stays unknown.

Rectangular technology matrix (products × routes; inputs −, outputs +) applied to known
capacities × utilisation; recycled by-products are returned to the need of the same product.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from liantu.analysis.state import Maker, Situation, converted
from liantu.model import Atlas, Basis, Byproduct, Input, Product, Route, RouteKind
from liantu.model.scenario import DEFAULT, Switches


@dataclass(frozen=True, slots=True)
class Term:
    """One contribution in the product's capacity unit; ``amount`` ``None`` is unknown.

    ``kind``: ``maker``, ``byproduct`` (supply), ``use`` (need) or ``return`` (recycled, lowers
    the need). ``other`` is the product whose route uses or yields it.
    """

    kind: str
    enterprise: str
    amount: float | None
    other: str = ""
    route: str = ""
    per_unit: float | None = None
    basis: Basis | None = None
    sources: tuple[str, ...] = ()


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

    def is_thin(self, threshold: float) -> bool:
        """Whether the known need already exceeds the fully known supply (cover < threshold)."""
        return not self.supply_unknown and self.need > 0 and self.supply < threshold * self.need


def route_of(product: Product, maker: Maker) -> Route | None:
    """The route that a maker uses: the one its capacity names, else the product's first own one."""
    for route in product.routes:
        if route.id == maker.capacity.route:
            return route
    return next((r for r in product.routes if r.kind is RouteKind.MAKE), None)


def balances(
    atlas: Atlas, situation: Situation, switches: Switches = DEFAULT
) -> Mapping[str, Balance]:
    """The balance of every product that is made or needed locally, by product id."""
    terms: defaultdict[str, list[Term]] = defaultdict(list)
    for product in atlas.products.values():
        for maker in _units(situation, product):
            amount = converted(atlas, maker.capacity, product)
            if amount is not None:
                amount *= switches.utilisation
            enterprise = maker.enterprise.id
            sources = maker.capacity.sources or maker.enterprise.sources
            terms[product.id].append(Term("maker", enterprise, amount, sources=sources))
            route = route_of(product, maker)
            if route is not None:
                for key, term in _flows(atlas, product, route, enterprise, amount):
                    terms[key].append(term)
    return {key: _sum(atlas.products[key], found) for key, found in terms.items()}


def _units(situation: Situation, product: Product) -> list[Maker]:
    """Operating makers; an unknown row beside a known one of the same enterprise adds nothing."""
    running = [m for m in situation.makers(product.id) if m.operating]
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
    atlas: Atlas, product: Product, route: Route, enterprise: str, amount: float | None
) -> Iterator[tuple[str, Term]]:
    """What a unit of ``amount`` (product's unit) uses and yields, in the unit of each product."""
    base = None if amount is None else amount * product.base_per_unit
    flows: list[tuple[str, Input | Byproduct]] = [("use", i) for i in route.inputs]
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
                kind,
                enterprise,
                value,
                product.id,
                route.id,
                flow.per_unit,
                flow.basis,
                flow.sources,
            ),
        )


def _sum(product: Product, terms: list[Term]) -> Balance:
    supply = [t for t in terms if t.kind in ("maker", "byproduct")]
    uses = [t for t in terms if t.kind == "use"]
    returns = sum(t.amount or 0.0 for t in terms if t.kind == "return")
    need = sum(t.amount or 0.0 for t in uses)
    return Balance(
        product.id,
        product.unit,
        sum(t.amount or 0.0 for t in supply),
        sum(t.amount is None for t in supply),
        max(need - returns, 0.0),
        sum(t.amount is None for t in uses),
        tuple(terms),
    )

"""What an input is for a product: its role and its share of what the product is made of.

Weights of main materials and parts of a route add up to 1: of m mains and k parts a part has
1 / (m + k), the mains share m / (m + k) by mass. A captive input, made in the plant on the way, is
looked through: it is replaced by what its own first route takes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from liantu.model import Atlas, Basis, Input, Product, Role, Route, RouteKind

MAIN = 0.10
"""Share of a route's mass from which an input is a main material."""
_CARRIED = 4
"""Steps over which the mass of a counted input is taken from its own inputs."""
_DEEPEST = 6
"""Captive inputs within captive inputs that are looked through."""
_SLIP = 1e-12


@dataclass(frozen=True, slots=True)
class Flow:
    """An input as it enters the plant: ``per_unit`` of ``unit`` for a base unit of the product.

    ``through``: the captive product that takes it there (empty: none). ``basis`` and ``sources``
    are those of the first coefficient on the way.
    """

    product: str
    per_unit: float
    unit: str
    role: Role | None
    key: bool
    reason: str
    basis: Basis
    sources: tuple[str, ...]
    through: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """What an input is for a route; ``weight`` is 0 unless it is a main material or a part."""

    role: Role
    key: bool
    weight: float
    per_unit: float
    unit: str

    @property
    def counts(self) -> bool:
        """Whether it is a main material or a part."""
        return self.role in (Role.MAIN, Role.PART)

    @property
    def matters(self) -> bool:
        """Whether lacking it is a need: a main material, a part, or a key auxiliary."""
        return self.counts or self.key


Shares = Mapping[str, Share]


class Recipes:
    """Routes of an atlas with their roles, each worked out once when asked for.

    ``on_record`` are the products with a maker of their own: bought or made, they are seen, and
    nothing is looked through.
    """

    def __init__(self, atlas: Atlas, on_record: Collection[str]) -> None:
        self._atlas = atlas
        self._own: dict[str, tuple[Route, ...]] = {}
        self._masses: dict[tuple[str, int], float | None] = {}
        self._flows: dict[tuple[str, str], tuple[Flow, ...]] = {}
        self._shares: dict[tuple[str, str], Shares] = {}
        self._through = _captives(atlas.products).difference(on_record)

    @classmethod
    def of(cls, atlas: Atlas, on_record: Collection[str], known: Recipes | None = None) -> Recipes:
        """The recipes; ``known`` where they are the same, with all that is worked out already:
        those of the same products, of which the same are looked through.
        """
        made = cls(atlas, on_record)
        same = known is not None and known._atlas.products is atlas.products
        return known if known is not None and same and known._through == made._through else made

    @property
    def products(self) -> Mapping[str, Product]:
        """Those of the atlas."""
        return self._atlas.products

    def own(self, product: str) -> tuple[Route, ...]:
        """Routes by which the product is made, the default first."""
        found = self._own.get(product)
        if found is None:
            routes = self._atlas.products[product].routes
            found = tuple(r for r in routes if r.kind is RouteKind.MAKE)
            self._own[product] = found
        return found

    def flows(self, product: str, route: Route) -> tuple[Flow, ...]:
        """Inputs of a route with the captive ones replaced, summed by product."""
        key = product, route.id
        found = self._flows.get(key)
        if found is None:
            found = _summed(self._walk(product, route, (product,)))
            self._flows[key] = found
        return found

    def is_captive(self, item: Input) -> bool:
        """Whether an input is looked through: marked, and nobody on record makes it."""
        return item.role is Role.CAPTIVE and item.product in self._through

    def _walk(self, product: str, route: Route, seen: tuple[str, ...]) -> Iterator[Flow]:
        for item in route.inputs:
            if item.product == product or item.product not in self._atlas.products:
                continue
            if not self.is_captive(item) or item.product in seen:
                yield _flow(item)
                continue
            inner = self.own(item.product)
            if inner and len(seen) <= _DEEPEST:
                for flow in self._walk(item.product, inner[0], (*seen, item.product)):
                    amount = flow.per_unit * item.per_unit
                    yield replace(flow, per_unit=amount, through=item.product)

    def shares(self, product: str, route: Route) -> Shares:
        """Roles and weights of the inputs of a route, utilities left out."""
        key = product, route.id
        found = self._shares.get(key)
        if found is None:
            found = self._shares[key] = self._work_out(product, route)
        return found

    def _work_out(self, product: str, route: Route) -> Shares:
        products = self._atlas.products
        flows = [f for f in self.flows(product, route) if not products[f.product].utility]
        masses = {f.product: self._mass_of(f) for f in flows}
        whole = sum(m for m in masses.values() if m)
        roles = {f.product: _role(f, masses[f.product], whole) for f in flows}
        if flows and not any(role in (Role.MAIN, Role.PART) for role in roles.values()):
            heaviest = max(roles, key=lambda q: masses[q] or 0.0)
            if masses[heaviest]:
                roles[heaviest] = Role.MAIN
        weights = _weights(roles, masses)
        return {
            f.product: Share(
                roles[f.product], f.key, weights.get(f.product, 0.0), f.per_unit, f.unit
            )
            for f in flows
        }

    def _mass_of(self, flow: Flow) -> float | None:
        """Tonnes of an input for a base unit; ``None`` for what is no mass (power, gas)."""
        if flow.unit == "t":
            return flow.per_unit
        product = self._atlas.products[flow.product]
        if flow.unit == "kWh" or (product.raw and flow.unit == "m3"):
            return None
        return (self._mass(product) or 0.0) * flow.per_unit

    def _mass(self, product: Product, depth: int = 0) -> float | None:
        """Tonnes of a base unit: 1 for t, else what its default route takes; ``None`` unknown."""
        if product.base_unit == "t":
            return 1.0
        key = product.id, depth
        if key not in self._masses:
            routes, found = self.own(product.id), None
            if routes and depth <= _CARRIED:
                found = self._sum(product, routes[0], depth) or None
            self._masses[key] = found  # only when known: another thread may ask meanwhile
        return self._masses[key]

    def _sum(self, product: Product, route: Route, depth: int) -> float:
        found = 0.0
        for item in route.inputs:
            taken = self._atlas.products.get(item.product)
            if taken is None or taken.utility or taken.id == product.id:
                continue
            if item.unit == "t":
                found += item.per_unit
            elif item.unit != "kWh" and not taken.raw:
                found += (self._mass(taken, depth + 1) or 0.0) * item.per_unit
        return found


def _captives(products: Mapping[str, Product]) -> frozenset[str]:
    """What some route takes as captive."""
    return frozenset(
        item.product
        for product in products.values()
        for route in product.routes
        for item in route.inputs
        if item.role is Role.CAPTIVE
    )


def _flow(item: Input) -> Flow:
    role = None if item.role is Role.CAPTIVE else item.role
    return Flow(
        product=item.product,
        per_unit=item.per_unit,
        unit=item.unit,
        role=role,
        key=item.key,
        reason=item.reason,
        basis=item.basis,
        sources=item.sources,
    )


def _summed(flows: Iterator[Flow]) -> tuple[Flow, ...]:
    found: dict[str, Flow] = {}
    for flow in flows:
        old = found.get(flow.product)
        if old is None:
            found[flow.product] = flow
        elif old.unit == flow.unit:
            found[flow.product] = replace(old, per_unit=old.per_unit + flow.per_unit)
    return tuple(found.values())


def _role(flow: Flow, mass: float | None, whole: float) -> Role:
    if flow.role is not None:
        return flow.role
    if mass is None:
        return Role.AUX
    if flow.unit != "t":
        return Role.PART
    return Role.MAIN if whole and mass / whole >= MAIN - _SLIP else Role.AUX


def _weights(roles: Mapping[str, Role], masses: Mapping[str, float | None]) -> dict[str, float]:
    mains = [q for q, role in roles.items() if role is Role.MAIN]
    parts = [q for q, role in roles.items() if role is Role.PART]
    number = len(mains) + len(parts)
    if not number:
        return {}
    heavy = sum(masses[q] or 0.0 for q in mains)
    found = dict.fromkeys(parts, 1 / number)
    for q in mains:
        portion = (masses[q] or 0.0) / heavy if heavy else 1 / len(mains)
        found[q] = len(mains) / number * portion
    return found

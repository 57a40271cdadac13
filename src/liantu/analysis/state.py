"""Which products are local at a date, who makes them, and how much is known of the supply.

A product is *local* if some enterprise has operating capacity for it, known or not, or if the
route of a local product yields it as a by-product that leaves the process.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from liantu.model import Atlas, Capacity, Enterprise, Product, Route, RouteKind, Status

OPERATING = frozenset({Status.OPERATING})


class State(enum.StrEnum):
    """How a product stands in the city; ``RAW`` is outside the chain's ambition and not local."""

    LOCAL = "local"
    ABSENT = "absent"
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class Maker:
    """One statement that an enterprise makes a product; ``operating`` holds at the date asked."""

    enterprise: Enterprise
    capacity: Capacity
    operating: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum with its honesty: ``known`` in ``unit``, and how many makers did not say."""

    known: float
    unknown_makers: int
    unit: str


@dataclass(frozen=True)
class Situation:
    """The state of every product at ``date`` (ISO text, as exact as it was asked)."""

    date: str
    states: Mapping[str, State]
    made: Mapping[str, tuple[Maker, ...]]
    by_routes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    supplies: Mapping[str, Amount] = field(default_factory=dict)

    @cached_property
    def running(self) -> frozenset[Capacity]:
        """Capacities that operate; equal rows do so together."""
        return frozenset(m.capacity for found in self.made.values() for m in found if m.operating)

    def is_local(self, product: str) -> bool:
        """Whether the product is local."""
        return self.states.get(product) is State.LOCAL

    def makers(self, product: str) -> tuple[Maker, ...]:
        """Statements about who makes the product: operating first, then the largest."""
        return self.made.get(product, ())

    def by_product_of(self, product: str) -> tuple[str, ...]:
        """Local products whose active route yields ``product`` beside them."""
        return self.by_routes.get(product, ())

    def supply(self, product: str) -> Amount | None:
        """Operating supply by enterprises; ``None`` if no enterprise operates it."""
        return self.supplies.get(product)


def survey(atlas: Atlas, date: str = "", counting: Collection[Status] = OPERATING) -> Situation:
    """State of every product of ``atlas`` at ``date``; an empty date means that of the edition.

    ``counting`` are the statuses that count as operating; a planner may ask what would be if
    capacities under construction counted, too.
    """
    asked = date or atlas.library.edition
    day = _last_day(asked)
    made = {
        product: _sorted(
            atlas, product, (Maker(e, c, is_operating(c, day, counting)) for e, c in pairs)
        )
        for product, pairs in atlas.makers.items()
    }
    operated = {p for p, makers in made.items() if any(m.operating for m in makers)}
    by_routes = _by_products(atlas, made, operated)
    local = operated | by_routes.keys()
    states = {p.id: _state(p, local) for p in atlas.products.values()}
    supplies = {
        p: _supply(atlas, atlas.products[p], made[p]) for p in operated if p in atlas.products
    }
    return Situation(asked, states, made, by_routes, supplies)


def is_operating(capacity: Capacity, day: str, counting: Collection[Status] = OPERATING) -> bool:
    """Whether a capacity operates on ``day`` (ISO); empty bounds and an empty day do not bind."""
    if capacity.contested or capacity.status not in counting:
        return False
    if not day:
        return not capacity.until
    return (not capacity.since or capacity.since <= day) and (
        not capacity.until or day < capacity.until
    )


def active_routes(product: Product, makers: tuple[Maker, ...]) -> tuple[Route, ...]:
    """Routes that local units of ``product`` use: those their capacities name, else the default."""
    named = {m.capacity.route for m in makers if m.operating and m.capacity.route}
    chosen = tuple(r for r in product.routes if r.id in named)
    anonymous = any(m.operating and m.capacity.route not in named for m in makers)
    if chosen and not anonymous:
        return chosen
    default = next((r for r in product.routes if r.kind is RouteKind.MAKE), None)
    return chosen if default is None or default in chosen else (*chosen, default)


def _last_day(date: str) -> str:
    """The last day of a partial date, so that a year includes all that began in it."""
    return date + {4: "-12-31", 7: "-31"}.get(len(date), "")


def _sorted(atlas: Atlas, product: str, makers: Iterable[Maker]) -> tuple[Maker, ...]:
    """Operating ones first, then by known amount and by number of honours, the largest first;
    equals stay in the order of the atlas.
    """

    def key(maker: Maker) -> tuple[bool, float, int]:
        item = atlas.products.get(product)
        amount = converted(atlas, maker.capacity, item) if item else None
        return not maker.operating, -(amount or 0.0), -len(maker.enterprise.honours)

    return tuple(sorted(makers, key=key))


def _state(product: Product, local: set[str]) -> State:
    if product.id in local:
        return State.LOCAL
    return State.RAW if product.raw or product.utility else State.ABSENT


def _by_products(
    atlas: Atlas, made: Mapping[str, tuple[Maker, ...]], operated: set[str]
) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for product in atlas.products.values():
        if product.id not in operated:
            continue
        for route in active_routes(product, made[product.id]):
            for item in route.byproducts:
                if not item.recycle and item.product in atlas.products:
                    found[item.product][product.id] = None
    return {key: tuple(value) for key, value in found.items()}


def _supply(atlas: Atlas, product: Product, makers: tuple[Maker, ...]) -> Amount:
    """Sum per enterprise: an unknown row beside a known one of the same maker adds no doubt."""
    known: dict[str, float] = {}
    silent: dict[str, None] = {}
    for maker in makers:
        if not maker.operating:
            continue
        amount = converted(atlas, maker.capacity, product)
        if amount is None:
            silent[maker.enterprise.id] = None
        else:
            known[maker.enterprise.id] = known.get(maker.enterprise.id, 0.0) + amount
    return Amount(sum(known.values()), len(silent.keys() - known.keys()), product.unit)


def converted(atlas: Atlas, capacity: Capacity, product: Product) -> float | None:
    """The capacity in the product's unit; ``None`` if unknown or not convertible."""
    if capacity.amount is None:
        return None
    if capacity.unit in ("", product.unit):
        return capacity.amount
    unit = atlas.library.units.get(capacity.unit)
    if unit is None or unit[0] != product.base_unit:
        return None
    return capacity.amount * unit[1] / product.base_per_unit

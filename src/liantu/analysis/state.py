"""How every product stands at a date, who makes it, and how much is known of the supply.

A product is *local* if some enterprise has operating capacity for it, known or not, if the route
of a local product yields it as a by-product that leaves the process, or if a cluster, a figure or
a county says that it is made here.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from liantu.analysis.recipes import Recipes
from liantu.analysis.replies import Replies
from liantu.jobs import Progress, check, each
from liantu.model import (
    Atlas,
    Capacity,
    Cluster,
    Enterprise,
    Figure,
    Product,
    Route,
    RouteKind,
    Status,
)
from liantu.model.gates import Effect, Gate
from liantu.model.scenario import DEFAULT, Switches
from liantu.model.standing import LOCAL, Standing
from liantu.model.statements import held, is_later
from liantu.once import once


class State(enum.StrEnum):
    """How a product stands in the city in short; ``RAW`` comes from outside by its nature."""

    LOCAL = "local"
    ABSENT = "absent"
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class Maker:
    """One statement that an enterprise makes a product; ``operating`` holds at the date asked.

    ``late``: it was first told in a later year and says nothing of the start, so it removes a gap
    but makes none.
    """

    enterprise: Enterprise
    capacity: Capacity
    operating: bool
    late: bool = False

    @property
    def sells(self) -> bool:
        """Whether it is made, and not for the maker's own products only."""
        return self.operating and not self.capacity.own_use


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum with its honesty: ``known`` in ``unit``, and how many makers did not say."""

    known: float
    unknown_makers: int
    unit: str


@dataclass(frozen=True)
class Situation:
    """The standing of every product at ``date`` (ISO text, as exact as it was asked).

    ``grouped``: products that a cluster, figure or county says are made here; ``gates``: those in
    force, the strongest first.
    """

    date: str
    standings: Mapping[str, Standing]
    made: Mapping[str, tuple[Maker, ...]]
    recipes: Recipes
    replies: Replies
    by_routes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    supplies: Mapping[str, Amount] = field(default_factory=dict)
    grouped: frozenset[str] = frozenset()
    gates: Mapping[str, tuple[Gate, ...]] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The last day of the date."""
        return last_day(self.date)

    def standing(self, product: str) -> Standing:
        """How a product stands."""
        return self.standings.get(product, Standing.UNSEEN)

    def state(self, product: str) -> State:
        """The standing in short."""
        found = self.standing(product)
        if found in LOCAL:
            return State.LOCAL
        return State.RAW if found is Standing.EXTERNAL else State.ABSENT

    @once
    def running(self) -> frozenset[Capacity]:
        """Capacities that operate; equal rows do so together."""
        return frozenset(m.capacity for found in self.made.values() for m in found if m.operating)

    def is_local(self, product: str) -> bool:
        """Whether the product is local."""
        return self.standings.get(product) in LOCAL

    def makers(self, product: str) -> tuple[Maker, ...]:
        """Statements about who makes the product: operating first, then the largest."""
        return self.made.get(product, ())

    def by_product_of(self, product: str) -> tuple[str, ...]:
        """Local products whose active route yields ``product`` beside them."""
        return self.by_routes.get(product, ())

    def firms(self, product: str) -> tuple[str, ...]:
        """Ids of the enterprises that operate the product, the largest first."""
        running = (m.enterprise.id for m in self.makers(product) if m.operating)
        return tuple(dict.fromkeys(running))

    def sellers(self, product: str) -> tuple[str, ...]:
        """Those of :meth:`firms` that do not make it for their own products only."""
        return tuple(dict.fromkeys(m.enterprise.id for m in self.makers(product) if m.sells))

    def is_late(self, product: str) -> bool:
        """Whether it is made, but every operating statement was first told in a later year."""
        return product in self._late

    @once
    def _late(self) -> frozenset[str]:
        return frozenset(product for product, makers in self.made.items() if _all_late(makers))

    def speaks(self, product: str) -> bool:
        """Whether the product is made at the date by a firm or a group, so that it has needs."""
        standing = self.standings.get(product)
        if standing is Standing.MADE:
            return not self.is_late(product)
        return standing is Standing.GROUP

    def routes(self, product: str) -> tuple[Route, ...]:
        """Own routes that local units use; of what nobody here makes the default."""
        makers = self.makers(product)
        if any(m.operating for m in makers):
            used = active_routes(self.recipes.products[product], makers)
            return tuple(r for r in used if r.kind is RouteKind.MAKE)
        return self.recipes.own(product)[:1]

    def supply(self, product: str) -> Amount | None:
        """Operating supply by enterprises; ``None`` if no enterprise operates it."""
        return self.supplies.get(product)


def _all_late(makers: Iterable[Maker]) -> bool:
    running = [m.late for m in makers if m.operating]
    return bool(running) and all(running)


def survey(
    atlas: Atlas,
    date: str = "",
    switches: Switches = DEFAULT,
    known: Recipes | None = None,
    progress: Progress | None = None,
) -> Situation:
    """Standing of every product of ``atlas`` at ``date``; an empty date means that of the edition.

    Of the switches, the statuses that count as operating and what may be bought matter. ``known``
    are recipes of another date, which may hold for this one. May raise ``Cancelled``.
    """
    go = (progress or Progress()).each
    asked = date or atlas.library.edition
    day = last_day(asked)
    check()
    makers = atlas.makers
    check()
    made = {
        product: _sorted(atlas, product, (_maker(atlas, *p, day, switches) for p in pairs), day)
        for product, pairs in go(makers.items())
    }
    operated = {p for p, makers in made.items() if any(m.operating for m in makers)}
    by_routes = _by_products(atlas, made, operated)
    replies = Replies(atlas, day)
    grouped = _grouped(atlas, replies, day)
    supplies = {
        p: _supply(atlas, atlas.products[p], made[p]) for p in go(operated) if p in atlas.products
    }
    recipes = Recipes.of(atlas, operated | by_routes.keys() | grouped, known)
    draft = Situation(
        date=asked,
        standings=_local(atlas, operated, by_routes, grouped),
        made=made,
        recipes=recipes,
        replies=replies,
        by_routes=by_routes,
        supplies=supplies,
        grouped=grouped,
        gates=_gates(atlas, day),
    )
    return replace(draft, standings=_standings(atlas, draft, switches))


def _maker(
    atlas: Atlas, enterprise: Enterprise, capacity: Capacity, day: str, switches: Switches
) -> Maker:
    operating = is_operating(capacity, day, switches.counting)
    late = operating and is_later(atlas, enterprise, capacity, day)
    return Maker(enterprise, capacity, operating, late)


def _local(
    atlas: Atlas, operated: Collection[str], beside: Collection[str], grouped: Collection[str]
) -> dict[str, Standing]:
    found = dict.fromkeys(grouped, Standing.GROUP)
    found |= dict.fromkeys(beside, Standing.BYPRODUCT)
    found |= dict.fromkeys(operated, Standing.MADE)
    return {p: found[p] for p in atlas.products if p in found}


def _standings(atlas: Atlas, local: Situation, switches: Switches) -> dict[str, Standing]:
    captive = _captive(local)
    found = {}
    for product in each(atlas.products.values()):
        if product.id in local.standings:
            found[product.id] = local.standings[product.id]
        elif product.id in captive:
            found[product.id] = Standing.CAPTIVE
        elif switches.buys(product):
            found[product.id] = Standing.EXTERNAL
        elif any(gate.effect is Effect.SHUT for gate in local.gates.get(product.id, ())):
            found[product.id] = Standing.SHUT
        else:
            found[product.id] = local.replies.standing(product.id)
    return found


def _captive(local: Situation) -> set[str]:
    """Products that every local user makes itself on the way, seen through captive ones, and those
    that a plant here returns into its process.
    """
    marks: dict[str, bool] = {}
    for user in each(local.standings):
        if local.speaks(user):
            for route in local.routes(user):
                _mark(local, user, route, marks, (user,))
                for item in route.byproducts:
                    if item.recycle:
                        marks.setdefault(item.product, True)
    return {p for p, captive in marks.items() if captive and p not in local.standings}


def _mark(
    local: Situation, user: str, route: Route, marks: dict[str, bool], seen: tuple[str, ...]
) -> None:
    for item in route.inputs:
        captive = local.recipes.is_captive(item)
        marks[item.product] = marks.get(item.product, True) and captive
        if captive and item.product not in seen:
            for inner in local.recipes.own(item.product)[:1]:
                _mark(local, item.product, inner, marks, (*seen, item.product))


def _grouped(atlas: Atlas, replies: Replies, day: str) -> frozenset[str]:
    """Products that a cluster, figure or county says are made here, not later than ``day``."""
    found: set[str] = set()
    statements: list[Cluster | Figure] = [*atlas.clusters.values(), *atlas.figures.values()]
    for told in statements:
        if told.products and told_by(atlas, told) <= day[:4]:
            found.update(told.products)
    found.update(r.product for r in atlas.answers if replies.standing(r.product) is Standing.GROUP)
    return frozenset(found & atlas.products.keys())


def told_by(atlas: Atlas, told: Cluster | Figure) -> str:
    """The year of a statement: its own, else that of its first dated source; empty if unknown."""
    dates = (atlas.sources[s].date for s in told.sources if s in atlas.sources)
    return (told.year or min((d for d in dates if d), default=""))[:4]


_STRENGTH = {effect: at for at, effect in enumerate(Effect)}


def _gates(atlas: Atlas, day: str) -> dict[str, tuple[Gate, ...]]:
    """Gates in force on ``day`` by product, the strongest first."""
    found: defaultdict[str, list[Gate]] = defaultdict(list)
    for product in atlas.products.values():
        own = [gate for gate in product.gates if gate.holds(day)]
        if own:
            found[product.id] += own
    rules = [gate for gate in atlas.gates.values() if gate.holds(day)]
    for gate in rules:
        for id_ in _covered(atlas, gate):
            found[id_].append(gate)
    return {id_: tuple(sorted(gates, key=_strength)) for id_, gates in found.items()}


def _strength(gate: Gate) -> int:
    return _STRENGTH[gate.effect]


def _covered(atlas: Atlas, gate: Gate) -> dict[str, None]:
    """Products that a rule speaks of."""
    found = dict.fromkeys(gate.products)
    for prefix in gate.gbt:
        found |= dict.fromkeys(atlas.classed.get(prefix, ()))
    for id_ in gate.exempt:
        found.pop(id_, None)
    return found


def is_operating(
    capacity: Capacity, day: str, counting: Collection[Status] = DEFAULT.counting
) -> bool:
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


def last_day(date: str) -> str:
    """The last day of a partial date, so that a year includes all that began in it."""
    return date + {4: "-12-31", 7: "-31"}.get(len(date), "")


def _sorted(atlas: Atlas, product: str, makers: Iterable[Maker], day: str) -> tuple[Maker, ...]:
    """Operating ones first, then by known amount and by number of honours, the largest first;
    equals stay in the order of the atlas.
    """

    def key(maker: Maker) -> tuple[bool, float, int]:
        item = atlas.products.get(product)
        amount = converted(atlas, maker.capacity, item) if item else None
        return not maker.operating, -(amount or 0.0), -len(held(maker.enterprise.honours, day))

    return tuple(sorted(makers, key=key))


def _by_products(
    atlas: Atlas, made: Mapping[str, tuple[Maker, ...]], operated: set[str]
) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for product in each(atlas.products.values()):
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
        if not maker.operating or maker.late:
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

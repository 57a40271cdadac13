"""Doubts about capacities: units, dates, doubles, routes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from liantu.issues import Issue
from liantu.library.checks.doubts import capacities, doubt
from liantu.model import Atlas, Capacity, Enterprise, Status
from liantu.model.statements import first_seen, is_later
from liantu.numerals import plain


def capacity_units(atlas: Atlas) -> Iterator[Issue]:
    """Capacities whose unit cannot be converted into that of their product."""
    units = atlas.library.units
    for enterprise, capacity in capacities(atlas):
        product = atlas.products[capacity.product]
        unit = capacity.unit or product.unit
        base = units.get(unit, (unit, 1.0))[0]
        if capacity.amount is not None and base != product.base_unit:
            params = {"product": product.name, "unit": unit, "wanted": product.unit}
            yield doubt(atlas, "library.capacity_unit", enterprise, **params)


def capacity_dates(atlas: Atlas) -> Iterator[Issue]:
    """Capacities that end before they begin."""
    for enterprise, capacity in capacities(atlas):
        if capacity.since and capacity.until and capacity.until < capacity.since:
            params = {"since": capacity.since, "until": capacity.until}
            yield doubt(atlas, "library.until_before_since", enterprise, **params)


def unitless_capacities(atlas: Atlas) -> Iterator[Issue]:
    """Amounts without a unit: they are read in the unit of the product."""
    for enterprise, capacity in capacities(atlas):
        if capacity.amount is not None and not capacity.unit:
            product = atlas.products[capacity.product]
            amount = plain(capacity.amount)
            params = {"product": product.name, "amount": amount, "unit": product.unit}
            yield doubt(atlas, "library.no_unit", enterprise, **params)


def overlapping_capacities(atlas: Atlas) -> Iterator[Issue]:
    """Operating amounts of one enterprise and product at one time: several plants, or one plant
    told twice by sources that disagree? They are added up, so a planner must know.
    """
    for enterprise in atlas.enterprises.values():
        groups: defaultdict[str, list[Capacity]] = defaultdict(list)
        for capacity in enterprise.capacities:
            running = capacity.status is Status.OPERATING and not capacity.contested
            if running and capacity.amount is not None:
                groups[capacity.product].append(capacity)
        for product, told in groups.items():
            both = [c for c in told if any(_meet(c, other) for other in told if other is not c)]
            if both:
                amounts = (f"{plain(c.amount or 0.0)} {c.unit}".strip() for c in both)
                params = {"product": atlas.products[product].name, "amounts": "、".join(amounts)}
                yield doubt(atlas, "library.overlap", enterprise, **params)


def contested(atlas: Atlas) -> Iterator[Issue]:
    """Capacities on which sources disagree: kept as a fact, not counted."""
    for enterprise, capacity in capacities(atlas):
        if capacity.contested:
            amount = "" if capacity.amount is None else f"{plain(capacity.amount)} {capacity.unit}"
            told = " ".join(w for w in (amount, capacity.note) if w)
            name = atlas.products[capacity.product].name
            yield doubt(atlas, "library.contested", enterprise, product=name, told=told)


def _meet(one: Capacity, other: Capacity) -> bool:
    def ends_before(a: Capacity, b: Capacity) -> bool:
        return bool(a.until and b.since and a.until <= b.since)

    return not (ends_before(one, other) or ends_before(other, one))


def unknown_routes(atlas: Atlas) -> Iterator[Issue]:
    """Capacities that name a route which their product does not have."""
    for enterprise, capacity in capacities(atlas):
        product = atlas.products[capacity.product]
        known = [route.id for route in product.routes]
        if capacity.route and capacity.route not in known:
            params = {"product": product.name, "route": capacity.route}
            names = "、".join(known) or "—"
            yield doubt(atlas, "library.unknown_route", enterprise, known=names, **params)


def later_statements(atlas: Atlas) -> Iterator[Issue]:
    """Operating capacities first told after the edition, without a day on which they began."""
    for enterprise, capacity in capacities(atlas):
        running = capacity.status is Status.OPERATING
        if running and is_later(atlas, enterprise, capacity, atlas.library.edition):
            name = atlas.products[capacity.product].name
            seen = first_seen(atlas, enterprise, capacity)
            yield doubt(atlas, "library.later", enterprise, product=name, seen=seen)


def idle_own_use(atlas: Atlas) -> Iterator[Issue]:
    """Capacities for the own use of a firm that makes nothing of it."""
    for enterprise, capacity in capacities(atlas):
        if capacity.own_use and not _uses(atlas, enterprise, capacity.product):
            name = atlas.products[capacity.product].name
            yield doubt(atlas, "library.own_use", enterprise, product=name)


def _uses(atlas: Atlas, enterprise: Enterprise, product: str) -> bool:
    users = atlas.consumers.get(product, ())
    return any(capacity.product in users for capacity in enterprise.capacities)

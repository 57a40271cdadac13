"""What reads well and is still doubtful: each check is one small function over the atlas."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from liantu.issues import Issue, Place, Severity
from liantu.model import Atlas, Capacity, Enterprise, Product, Route, RouteKind, Status

Check = Callable[[Atlas], Iterator[Issue]]
BALANCE_TOLERANCE = 0.02


def check(atlas: Atlas, told: Collection[Place] = ()) -> list[Issue]:
    """All doubts about ``atlas``, in the order of :data:`CHECKS`."""
    return [issue for one in CHECKS for issue in one(atlas) if issue.place not in told]


def _issue(atlas: Atlas, code: str, key: str, **params: str | float) -> Issue:
    return Issue(code, KINDS[code], atlas.places.get(key, Place(key)), params)


def _doubt(atlas: Atlas, code: str, enterprise: Enterprise, **params: str) -> Issue:
    return _issue(atlas, code, f"enterprise:{enterprise.id}", enterprise=enterprise.name, **params)


def _capacities(atlas: Atlas) -> Iterator[tuple[Enterprise, Capacity]]:
    for enterprise in atlas.enterprises.values():
        for capacity in enterprise.capacities:
            yield enterprise, capacity


def _routes(atlas: Atlas) -> Iterator[tuple[Product, Route]]:
    for product in atlas.products.values():
        for route in product.routes:
            yield product, route


def probable_duplicates(atlas: Atlas) -> Iterator[Issue]:
    """Ids that differ only in case or in ``-``/``_``/``.``."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in atlas.products:
        groups[id_.casefold().replace("-", "_").replace(".", "_")].append(id_)
    for ids in groups.values():
        if len(ids) > 1:
            key = f"product:{ids[1]}"
            yield _issue(atlas, "library.similar_ids", key, ids="、".join(ids[:5]))


def same_names(atlas: Atlas) -> Iterator[Issue]:
    """One name on several products, or on several enterprises of one county."""
    products = ((p.name, "product", p.id) for p in atlas.products.values())
    firms = ((f"{e.name}·{e.county}", "enterprise", e.id) for e in atlas.enterprises.values())
    for rows in (products, firms):
        yield from _repeated(atlas, rows)


def _repeated(atlas: Atlas, rows: Iterable[tuple[str, str, str]]) -> Iterator[Issue]:
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, kind, id_ in rows:
        groups[unicodedata.normalize("NFKC", name).casefold()].append((kind, id_))
    for name, things in groups.items():
        if len(things) > 1:
            kind, id_ = things[1]
            ids = "、".join(i for _, i in things[:5])
            params: dict[str, str | float] = {"name": name, "count": len(things), "ids": ids}
            yield _issue(atlas, "library.same_name", f"{kind}:{id_}", **params)


def self_loops(atlas: Atlas) -> Iterator[Issue]:
    """Routes that consume their own product."""
    for product, route in _routes(atlas):
        if any(flow.product == product.id for flow in route.inputs):
            yield _issue(
                atlas,
                "library.self_loop",
                f"product:{product.id}",
                product=product.name,
                route=route.name,
            )


def mass_balance(atlas: Atlas) -> Iterator[Issue]:
    """Routes that yield clearly more mass than goes in, where all flows are counted in t."""
    for product, route in _routes(atlas):
        if route.open_balance or not route.mass_in or not route.mass_out:
            continue
        if route.mass_out > route.mass_in * (1 + BALANCE_TOLERANCE):
            yield _issue(
                atlas,
                "library.mass_balance",
                f"product:{product.id}",
                product=product.name,
                route=route.name,
                mass_in=f"{route.mass_in:g}",
                mass_out=f"{route.mass_out:g}",
            )


def homeless_products(atlas: Atlas) -> Iterator[Issue]:
    """Products that no chain shows and that are no utilities."""
    for product in atlas.products.values():
        if not product.utility and product.id not in atlas.chains_of:
            yield _issue(
                atlas,
                "library.no_chain",
                f"product:{product.id}",
                product=product.name,
            )


def empty_chains(atlas: Atlas) -> Iterator[Issue]:
    """Chains without any product."""
    for chain in atlas.chains.values():
        if not chain.members():
            key = f"chain:{chain.id}"
            yield _issue(atlas, "library.empty_chain", key, chain=chain.name)


def capacity_units(atlas: Atlas) -> Iterator[Issue]:
    """Capacities whose unit cannot be converted into that of their product."""
    units = atlas.library.units
    for enterprise, capacity in _capacities(atlas):
        product = atlas.products[capacity.product]
        unit = capacity.unit or product.unit
        base = units.get(unit, (unit, 1.0))[0]
        if capacity.amount is not None and base != product.base_unit:
            params = {"product": product.name, "unit": unit, "wanted": product.unit}
            yield _doubt(atlas, "library.capacity_unit", enterprise, **params)


def capacity_dates(atlas: Atlas) -> Iterator[Issue]:
    """Capacities that end before they begin."""
    for enterprise, capacity in _capacities(atlas):
        if capacity.since and capacity.until and capacity.until < capacity.since:
            params = {"since": capacity.since, "until": capacity.until}
            yield _doubt(atlas, "library.until_before_since", enterprise, **params)


def unitless_capacities(atlas: Atlas) -> Iterator[Issue]:
    """Amounts without a unit: they are read in the unit of the product."""
    for enterprise, capacity in _capacities(atlas):
        if capacity.amount is not None and not capacity.unit:
            product = atlas.products[capacity.product]
            amount = f"{capacity.amount:g}"
            params = {"product": product.name, "amount": amount, "unit": product.unit}
            yield _doubt(atlas, "library.no_unit", enterprise, **params)


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
                amounts = (f"{c.amount:g} {c.unit}".strip() for c in both)
                params = {"product": atlas.products[product].name, "amounts": "、".join(amounts)}
                yield _doubt(atlas, "library.overlap", enterprise, **params)


def contested(atlas: Atlas) -> Iterator[Issue]:
    """Capacities on which sources disagree: kept as a fact, not counted."""
    for enterprise, capacity in _capacities(atlas):
        if capacity.contested:
            amount = "" if capacity.amount is None else f"{capacity.amount:g} {capacity.unit}"
            told = " ".join(w for w in (amount, capacity.note) if w)
            name = atlas.products[capacity.product].name
            yield _doubt(atlas, "library.contested", enterprise, product=name, told=told)


def _meet(one: Capacity, other: Capacity) -> bool:
    def ends_before(a: Capacity, b: Capacity) -> bool:
        return bool(a.until and b.since and a.until <= b.since)

    return not (ends_before(one, other) or ends_before(other, one))


def counties(atlas: Atlas) -> Iterator[Issue]:
    """Enterprises in a county that the region does not list."""
    known = atlas.library.region.counties
    for enterprise in atlas.enterprises.values():
        if known and enterprise.county not in known:
            params = {"county": enterprise.county}
            yield _doubt(atlas, "library.unknown_county", enterprise, **params)


def silent_enterprises(atlas: Atlas) -> Iterator[Issue]:
    """Enterprises of which no product is known."""
    for enterprise in atlas.enterprises.values():
        if not enterprise.capacities:
            key = f"enterprise:{enterprise.id}"
            name = enterprise.name
            yield _issue(atlas, "library.no_product", key, enterprise=name)


def orphan_products(atlas: Atlas) -> Iterator[Issue]:
    """Products to be made in the city that no enterprise makes, plans or yields beside others."""
    yielded = {b.product for _, route in _routes(atlas) for b in route.byproducts if not b.recycle}
    for product in atlas.products.values():
        bought = product.raw or product.utility
        if not (bought or product.id in atlas.makers or product.id in yielded):
            key = f"product:{product.id}"
            yield _issue(atlas, "library.no_maker", key, product=product.name)


def empty_routes(atlas: Atlas) -> Iterator[Issue]:
    """Own routes without any input: they would make something from nothing."""
    for product, route in _routes(atlas):
        if route.kind is RouteKind.MAKE and not route.inputs:
            yield _issue(
                atlas,
                "library.no_inputs",
                f"product:{product.id}",
                product=product.name,
                route=route.name,
            )


def backward_links(atlas: Atlas) -> Iterator[Issue]:
    """Routes that use a product of a later stage of the same chain: their lines run upstream."""
    for chain in atlas.chains.values():
        rank = {stage.id: at for at, stage in enumerate(chain.stages)}
        stage_of = {m.product: rank[m.stage] for m in chain.members()}
        for id_, at in stage_of.items():
            product = atlas.products[id_]
            for route in product.routes:
                for flow in route.inputs:
                    if stage_of.get(flow.product, at) > at:
                        yield _issue(
                            atlas,
                            "library.backward",
                            f"product:{id_}",
                            chain=chain.label,
                            product=product.name,
                            route=route.name,
                            input=atlas.products[flow.product].name,
                        )


def unknown_routes(atlas: Atlas) -> Iterator[Issue]:
    """Capacities that name a route which their product does not have."""
    for enterprise, capacity in _capacities(atlas):
        product = atlas.products[capacity.product]
        known = [route.id for route in product.routes]
        if capacity.route and capacity.route not in known:
            params = {"product": product.name, "route": capacity.route}
            names = "、".join(known) or "—"
            yield _doubt(atlas, "library.unknown_route", enterprise, known=names, **params)


def unmapped(atlas: Atlas) -> Iterator[Issue]:
    """Statements about products that no id fits yet."""
    for enterprise in atlas.enterprises.values():
        for item in enterprise.unmapped:
            yield _issue(
                atlas,
                "library.unmapped",
                f"enterprise:{enterprise.id}",
                enterprise=enterprise.name,
                claim=item.claim,
                reason=item.reason,
            )


def idle_sources(atlas: Atlas) -> Iterator[Issue]:
    """Sources that nothing cites."""
    cited = _cited(atlas) | _cited_by_records(atlas)
    for source in atlas.sources.values():
        if source.id not in cited:
            key = f"source:{source.id}"
            yield _issue(atlas, "library.idle_source", key, title=source.title)


def _cited(atlas: Atlas) -> set[str]:
    found: set[str] = set()
    for chain in atlas.chains.values():
        found.update(chain.sources)
    for enterprise in atlas.enterprises.values():
        found.update(enterprise.sources)
        for capacity in enterprise.capacities:
            found.update(capacity.sources)
    for product in atlas.products.values():
        for flag in product.flags:
            found.update(flag.sources)
    for _, route in _routes(atlas):
        for item in route.inputs:
            found.update(item.sources)
        for byproduct in route.byproducts:
            found.update(byproduct.sources)
    return found


def _cited_by_records(atlas: Atlas) -> set[str]:
    groups = (atlas.projects, atlas.supplies, atlas.clusters, atlas.figures, atlas.templates)
    return {source for group in groups for thing in group.values() for source in thing.sources}


CHECKS: tuple[Check, ...] = (
    probable_duplicates,
    same_names,
    self_loops,
    mass_balance,
    homeless_products,
    empty_chains,
    capacity_units,
    capacity_dates,
    unitless_capacities,
    overlapping_capacities,
    contested,
    counties,
    silent_enterprises,
    orphan_products,
    empty_routes,
    backward_links,
    unknown_routes,
    unmapped,
    idle_sources,
)
KINDS: Mapping[str, Severity] = {
    "library.similar_ids": Severity.WARNING,
    "library.same_name": Severity.WARNING,
    "library.self_loop": Severity.WARNING,
    "library.loop": Severity.INFO,
    "library.mass_balance": Severity.WARNING,
    "library.no_inputs": Severity.INFO,
    "library.backward": Severity.INFO,
    "library.unknown_route": Severity.WARNING,
    "library.no_chain": Severity.WARNING,
    "library.empty_chain": Severity.WARNING,
    "library.no_maker": Severity.INFO,
    "library.no_product": Severity.INFO,
    "library.unmapped": Severity.INFO,
    "library.no_unit": Severity.INFO,
    "library.capacity_unit": Severity.WARNING,
    "library.until_before_since": Severity.ERROR,
    "library.overlap": Severity.INFO,
    "library.contested": Severity.INFO,
    "library.unknown_county": Severity.WARNING,
    "library.idle_source": Severity.INFO,
}
"""What each check reports, and how grave it is, in the order of the panel 数据体检."""

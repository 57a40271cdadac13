"""What reads well and is still doubtful: each check is one small function over the atlas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast

from liantu.issues import Issue, Place
from liantu.jobs import Progress, each
from liantu.library.checks import (
    answer_checks,
    capacity_checks,
    chain_checks,
    judgement_checks,
    ledger_checks,
    name_checks,
    project_checks,
    route_checks,
    scenario_checks,
    story_checks,
    supply_checks,
)
from liantu.library.checks.doubts import KINDS, Check, at, doubt, issue, routes
from liantu.model import Atlas
from liantu.model.kinds import KINDS as KINDS_OF_THINGS

__all__ = ["CHECKS", "KINDS", "check"]


def check(
    atlas: Atlas, told: Collection[Place] = (), progress: Progress | None = None
) -> list[Issue]:
    """All doubts about ``atlas``, in the order of :data:`CHECKS`; may raise ``Cancelled``."""
    progress = progress or Progress()
    found: list[Issue] = []
    for one in CHECKS:
        progress.check()
        found += (i for i in progress.each(one(atlas)) if i.place not in told)
    return found


def homeless_products(atlas: Atlas) -> Iterator[Issue]:
    """Products that no chain shows and that are no utilities; what no chain owns may stand there
    for the routes that take or yield it.
    """
    routes = [route for product in atlas.products.values() for route in product.routes]
    used = {one.product for route in routes for one in route.inputs}
    used |= {one.product for route in routes for one in route.byproducts}
    for product in atlas.products.values():
        shared = not product.home and product.id in used
        if not (product.utility or shared or product.id in atlas.chains_of):
            yield issue(
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
            yield issue(atlas, "library.empty_chain", key, chain=chain.name)


def counties(atlas: Atlas) -> Iterator[Issue]:
    """Enterprises in a county that the region does not list."""
    known = atlas.library.region.counties
    for enterprise in atlas.enterprises.values():
        if known and enterprise.county not in known:
            params = {"county": enterprise.county}
            yield doubt(atlas, "library.unknown_county", enterprise, **params)


def grid(atlas: Atlas) -> Iterator[Issue]:
    """A plan of the counties that names others, or one twice, or leaves one out."""
    region = atlas.library.region
    placed = Counter(name for name, _, _ in region.places)
    flaws = {
        "unknown": [name for name in placed if name not in region.counties],
        "twice": [name for name, count in placed.items() if count > 1],
        "absent": [name for name in region.counties if placed and name not in placed],
    }
    for code, names in flaws.items():
        for name in names:
            yield at(f"library.grid_{code}", Place("library.yaml"), county=name)


def silent_enterprises(atlas: Atlas) -> Iterator[Issue]:
    """Enterprises of which no product is known."""
    for enterprise in atlas.enterprises.values():
        if not enterprise.capacities:
            key = f"enterprise:{enterprise.id}"
            name = enterprise.name
            yield issue(atlas, "library.no_product", key, enterprise=name)


def orphan_products(atlas: Atlas) -> Iterator[Issue]:
    """Products to be made in the city that no enterprise makes, plans or yields beside others."""
    yielded = {b.product for _, route in routes(atlas) for b in route.byproducts if not b.recycle}
    for product in each(atlas.products.values()):
        bought = product.raw or product.utility
        if not (bought or product.id in atlas.makers or product.id in yielded):
            key = f"product:{product.id}"
            yield issue(atlas, "library.no_maker", key, product=product.name)


def unmapped(atlas: Atlas) -> Iterator[Issue]:
    """Statements about products that no id fits yet."""
    for enterprise in atlas.enterprises.values():
        for item in enterprise.unmapped:
            yield issue(
                atlas,
                "library.unmapped",
                f"enterprise:{enterprise.id}",
                enterprise=enterprise.name,
                claim=item.claim,
                reason=item.reason,
            )


def idle_sources(atlas: Atlas) -> Iterator[Issue]:
    """Sources that nothing cites."""
    cited: set[str] = set()
    for kind in KINDS_OF_THINGS:
        for thing in each(getattr(atlas, kind.attribute).values()):
            _cited(thing, cited)
    for told in (*atlas.answers, *atlas.declarations):
        _cited(told, cited)
    for source in atlas.sources.values():
        if source.id not in cited:
            key = f"source:{source.id}"
            yield issue(atlas, "library.idle_source", key, title=source.title)


def _cited(thing: Any, found: set[str]) -> None:
    """Add the sources that a thing, or one inside it, cites."""
    for name in _names(cast("Hashable", type(thing))):
        value = getattr(thing, name)
        if name == "sources":
            found.update(value)
        elif isinstance(value, tuple):
            for part in value:
                _cited(part, found)
        elif value is not None:
            _cited(value, found)


_CITING = ("tuple", "Quantity", "Barrier", "Scale")
"""What the type of a field that may cite has in its name."""


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """The fields of a noun that may cite: texts and numbers have none."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return ()
    return tuple(f.name for f in fields(kind) if any(word in str(f.type) for word in _CITING))


CHECKS: tuple[Check, ...] = (
    name_checks.probable_duplicates,
    name_checks.same_names,
    name_checks.aliases,
    route_checks.self_loops,
    route_checks.mass_balance,
    route_checks.typed_masses,
    homeless_products,
    empty_chains,
    capacity_checks.capacity_units,
    capacity_checks.capacity_dates,
    capacity_checks.unitless_capacities,
    capacity_checks.overlapping_capacities,
    capacity_checks.contested,
    project_checks.states,
    project_checks.phases,
    project_checks.linked,
    project_checks.unlinked,
    counties,
    grid,
    silent_enterprises,
    orphan_products,
    route_checks.empty_routes,
    route_checks.backward_links,
    capacity_checks.unknown_routes,
    unmapped,
    judgement_checks.unreasoned_keys,
    judgement_checks.bought_roles,
    judgement_checks.sold_captives,
    judgement_checks.gates,
    judgement_checks.idle_gates,
    judgement_checks.unsourced,
    judgement_checks.scale_units,
    name_checks.wide_shorts,
    name_checks.same_shorts,
    chain_checks.key_links,
    chain_checks.groups,
    chain_checks.ungrouped,
    chain_checks.lines,
    chain_checks.leads,
    chain_checks.fields,
    capacity_checks.later_statements,
    capacity_checks.idle_own_use,
    answer_checks.answers,
    answer_checks.contradictions,
    answer_checks.declarations,
    answer_checks.registers,
    answer_checks.undated_groups,
    ledger_checks.progress,
    ledger_checks.counties,
    ledger_checks.repeated,
    ledger_checks.private,
    ledger_checks.terms,
    supply_checks.supplies,
    scenario_checks.scenarios,
    story_checks.stories,
    idle_sources,
)

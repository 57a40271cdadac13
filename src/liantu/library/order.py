"""One order for everything, whatever the order of the keys in a file: YAML mappings have none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from liantu.jobs import check, each
from liantu.model import Byproduct, Chain, Enterprise, Input, ListSet, Product, Region, Route

_DIGITS = re.compile(r"(\d+)", re.ASCII)

Key = tuple[Any, ...]
Thing = TypeVar("Thing")


def by_id(id_: str) -> Key:
    """Ids as people sort them: ``r2`` before ``r10``; case only breaks ties."""
    words = _DIGITS.split(id_.casefold())
    return tuple(int(w) if at % 2 else w for at, w in enumerate(words)), id_


def routes(found: tuple[Route, ...]) -> tuple[Route, ...]:
    """The default first, then by id; so the first own route is the one that units use which name
    none. Where none says ``default``, or several do, the smallest id of them is the default.
    """
    whole = (replace(r, inputs=flows(r.inputs), byproducts=flows(r.byproducts)) for r in found)
    return tuple(sorted(whole, key=lambda route: (not route.default, by_id(route.id))))


def flows(found: tuple[Any, ...]) -> tuple[Any, ...]:
    """Inputs or by-products: those in t first, of one unit the largest first, then by id."""
    return tuple(sorted(found, key=_flow_key))


def matter_first(route: Route, products: Mapping[str, Product]) -> Route:
    """Heat, power and what is had everywhere stand behind what the product is made of."""

    def is_energy(flow: Input) -> bool:
        needed = products[flow.product]
        return needed.energy or needed.utility

    inputs = tuple(sorted(route.inputs, key=is_energy))
    return route if inputs == route.inputs else replace(route, inputs=inputs)


def _flow_key(flow: Input | Byproduct) -> Key:
    return (flow.unit != "t", flow.unit, -flow.per_unit, by_id(flow.product))


def list_sets(found: tuple[ListSet, ...]) -> dict[str, ListSet]:
    """The default list template first, then by id."""
    return {s.id: s for s in sorted(found, key=lambda s: (not s.default, by_id(s.id)))}


def products(found: Mapping[str, Product], chains: Mapping[str, Chain]) -> dict[str, Product]:
    """By the chain that owns them, then as that chain lists them, then by id."""
    rank = {chain: at for at, chain in enumerate(chains)}
    listed: dict[tuple[str, str], int] = {}
    for chain in chains.values():
        for at, member in enumerate(chain.members()):
            listed[chain.id, member.product] = at

    def key(product: Product) -> Key:
        place = listed.get((product.home, product.id), len(listed))
        return (rank.get(product.home, len(rank)), place, by_id(product.id))

    return {p.id: p for p in _in_order(found.values(), key)}


def enterprises(found: Mapping[str, Enterprise], region: Region) -> dict[str, Enterprise]:
    """By county in the official order, then those with most capacities first, then by id."""
    rank = {county: at for at, county in enumerate(region.counties)}

    def key(one: Enterprise) -> Key:
        made = len(one.capacities)
        return (rank.get(one.county, len(rank)), one.county, -made, by_id(one.id))

    return {e.id: e for e in _in_order(found.values(), key)}


def _in_order(found: Iterable[Thing], key: Callable[[Thing], Key]) -> list[Thing]:
    """Sorted by their keys; while these are made somebody may give up."""
    things = list(found)
    keys = [key(thing) for thing in each(things)]
    check()
    return [things[at] for at in sorted(range(len(things)), key=keys.__getitem__)]


def records(found: Mapping[str, Any]) -> dict[str, Any]:
    """Other things: by id."""
    return {id_: found[id_] for id_ in _in_order(found, by_id)}

"""Verbs of a product: where it comes from, what it is for another, what the office holds of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from liantu.library.editing import Draft
from liantu.library.edits.chains import place
from liantu.library.edits.values import (
    YES,
    Values,
    changing,
    edit,
    gone,
    name_of,
    named,
    put,
    values_of,
)
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.wording import text

FLAGS = ("want", "generic", "raw", "utility")
"""What the office holds of a product in one word."""


@dataclass(frozen=True, slots=True)
class Link:
    """An input of a route: the other product, and what the file says of it (``per_unit``, ``unit``,
    ``basis`` …).
    """

    product: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProduct:
    """A product to be made: its values, and where it stands in ``chain``. ``takes`` are its inputs,
    ``gives`` the products that take it; the latter no longer take those in ``instead`` themselves.
    """

    id: str
    values: Mapping[str, Any]
    chain: str
    stage: str
    group: str = ""
    section: str = ""
    takes: tuple[Link, ...] = ()
    gives: tuple[Link, ...] = ()
    instead: tuple[str, ...] = ()


def make_product(atlas: Atlas, new: NewProduct, also: tuple[Draft, ...] = ()) -> Edit:
    """A new product of a chain, joined to its inputs and to those that take it."""

    def drafts(now: Atlas) -> tuple[Draft, ...]:
        values = dict(new.values)
        for link in new.takes:
            _take(values, link, name_of(now, "product", link.product))
        chain = values_of(now, "chain", new.chain)
        place(chain, new.id, new.stage, new.group, new.section)
        users = tuple(_user(now, new, link) for link in new.gives)
        own = Draft("product", new.id, values, new.chain)
        return (*also, own, Draft("chain", new.chain, chain), *users)

    return edit(_made(atlas, new), drafts)


def _user(atlas: Atlas, new: NewProduct, link: Link) -> Draft:
    values = values_of(atlas, "product", link.product)
    _take(values, Link(new.id, link.values), named(new.values))
    for route in values["routes"].values():
        if new.id in route.get("inputs", {}):
            route["inputs"] = {k: v for k, v in route["inputs"].items() if k not in new.instead}
    return Draft("product", link.product, values)


def add_input(
    atlas: Atlas,
    consumer: str,
    link: Link,
    route: str = "",
    also: tuple[Draft, ...] = (),
) -> Edit:
    """Let a product take another in a route, by default its first own one; one that is there is
    told anew.
    """
    there = any(
        i.product == link.product for r in atlas.products[consumer].routes for i in r.inputs
    )
    supplied = name_of(atlas, "product", link.product)
    drafts = changing("product", consumer, lambda values: _take(values, link, supplied, route))
    code = "edit.input.changed" if there else "edit.input.added"
    label = text(code, product=name_of(atlas, "product", consumer), input=supplied)
    return edit(label, lambda now: (*also, *drafts(now)))


def remove_input(atlas: Atlas, consumer: str, supplied: str, route: str = "") -> Edit:
    """A product takes another no longer, in a route or (empty) in all."""

    def alter(one: Values) -> None:
        put(one, "inputs", {k: v for k, v in one["inputs"].items() if k != supplied})

    return _of_input("edit.input.removed", atlas, consumer, supplied, route, alter)


def set_role(
    atlas: Atlas,
    consumer: str,
    supplied: str,
    role: str = "",
    key: bool | None = None,
    reason: str | None = None,
    route: str = "",
) -> Edit:
    """What an input is for the product (empty: its share of the mass decides), and whether it
    decides there, with the reason; ``None`` leaves these as they are.
    """

    def alter(one: Values) -> None:
        flow = dict(one["inputs"][supplied])
        told = {"role": role, "key": key if key is None else YES if key else "", "reason": reason}
        for name, value in told.items():
            if value is not None:
                put(flow, name, value)
        one["inputs"] = {**one["inputs"], supplied: flow}

    code = "edit.role.set" if role else "edit.role.cleared"
    words = text(f"standing.role.{role}") if role else ""
    return _of_input(code, atlas, consumer, supplied, route, alter, role=words)


def set_flag(atlas: Atlas, product: str, flag: str, held: bool) -> Edit:
    """Say of a product that it is wanted, had everywhere, a raw material or a utility, or not."""
    assert flag in FLAGS
    label = text(
        f"edit.flag.{flag}.{'yes' if held else 'no'}", product=name_of(atlas, "product", product)
    )
    return edit(label, changing("product", product, lambda v: put(v, flag, YES if held else "")))


def taking(values: Values, link: Link) -> Values:
    """Plain values of a product with one more input, as :func:`add_input` makes them."""
    _take(values, link, "")
    return values


def _take(values: Values, link: Link, supplied: str, route: str = "") -> None:
    """Put an input into a route of a product's values, a new one where it has none of its own."""
    routes = dict(values.get("routes", {}))
    key = route or _first(values, routes)
    if key not in routes:
        name = text("edit.route.name", upstream=supplied) if supplied else ""
        routes[key] = {"name": name or text("edit.route.plain")}
    inputs = {**routes[key].get("inputs", {}), link.product: dict(link.values)}
    routes[key] = {**routes[key], "inputs": inputs}
    values["routes"] = routes


def _first(values: Values, routes: Mapping[str, Any]) -> str:
    """The id of the route that an input goes into: the default, else the first own one, else a new
    one.
    """
    own = [key for key, one in routes.items() if one.get("kind", "make") == "make"]
    chosen = [key for key in own if routes[key].get("default") == YES]
    free = (f"r{n}" for n in range(1, len(routes) + 2) if f"r{n}" not in routes)
    return next(iter([*chosen, *own]), "") or next(free)


def _of_input(
    code: str,
    atlas: Atlas,
    consumer: str,
    supplied: str,
    route: str,
    alter: Callable[[Values], None],
    **more: str,
) -> Edit:
    def change(values: Values) -> None:
        found = [
            one
            for key, one in values.get("routes", {}).items()
            if supplied in one.get("inputs", {}) and route in ("", key)
        ]
        if not found:
            raise gone("product", consumer)
        for one in found:
            alter(one)

    names = {
        "product": name_of(atlas, "product", consumer),
        "input": name_of(atlas, "product", supplied),
    }
    return edit(text(code, **names, **more), changing("product", consumer, change))


def _made(atlas: Atlas, new: NewProduct) -> str:
    name = named(new.values)
    if len(new.takes) == len(new.gives) == 1:
        ends = (name_of(atlas, "product", one.product) for one in (new.takes[0], new.gives[0]))
        upstream, downstream = ends
        return text("edit.between", name=name, upstream=upstream, downstream=downstream)
    return text("edit.added", kind=text("library.kind.product"), name=name)

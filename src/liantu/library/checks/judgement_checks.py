"""Doubts about what a judgement rests on: roles, gates, scales, barriers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from liantu.issues import Issue
from liantu.library.checks.doubts import at, issue, place_of, routes
from liantu.model import Atlas, Input, Product, Role, Route, RouteKind, Status
from liantu.model.gates import Gate, GateKind

SELLERS = 2
"""So many firms that sell a product show that it is traded."""


def unreasoned_keys(atlas: Atlas) -> Iterator[Issue]:
    """Inputs that are said to decide, without a word why."""
    for product, _, flow in _marked(atlas):
        if flow.key and not flow.reason:
            yield _input(atlas, "library.key_reason", product, flow)


def bought_roles(atlas: Atlas) -> Iterator[Issue]:
    """Roles on a route that makes nothing."""
    for product, route, flow in _marked(atlas):
        if route.kind is RouteKind.BOUGHT:
            yield _input(atlas, "library.bought_role", product, flow)


def sold_captives(atlas: Atlas) -> Iterator[Issue]:
    """Captive inputs that several firms make without making what uses them: they are traded."""
    for product, _, flow in _marked(atlas):
        if flow.role is not Role.CAPTIVE:
            continue
        users = {firm.id for firm, _ in atlas.makers.get(product.id, ())}
        sellers = {
            firm.name: None
            for firm, row in atlas.makers.get(flow.product, ())
            if row.status is Status.OPERATING and not row.own_use and firm.id not in users
        }
        if len(sellers) >= SELLERS:
            yield _input(
                atlas, "library.captive_sold", product, flow, firms="、".join([*sellers][:3])
            )


def _marked(atlas: Atlas) -> Iterator[tuple[Product, Route, Input]]:
    for product, route in routes(atlas):
        for flow in route.inputs:
            if flow.key or flow.role is not None:
                yield product, route, flow


def _input(atlas: Atlas, code: str, product: Product, flow: Input, **more: str) -> Issue:
    place = flow.place or place_of(atlas, f"product:{product.id}")
    name = atlas.products[flow.product].name
    return at(code, place, product=product.name, input=name, **more)


def gates(atlas: Atlas) -> Iterator[Issue]:
    """Gates that lack what makes them hold, or that say two things."""
    for name, key, gate in _gates(atlas):
        place = gate.place or place_of(atlas, key)
        for code in _lacks(gate):
            yield at(f"library.{code}", place, name=name, since=gate.since, until=gate.until)


def _lacks(gate: Gate) -> Iterator[str]:
    listed = gate.kind is GateKind.CATALOGUE
    if not gate.sources:
        yield "gate_source"
    if not gate.since:
        yield "gate_since"
    if gate.since and gate.until and gate.until <= gate.since:
        yield "gate_until"
    if gate.catalogue is not None and not listed:
        yield "gate_class"
    if gate.catalogue is None and listed:
        yield "gate_no_class"
    if gate.inferred and not gate.why:
        yield "gate_why"


def _gates(atlas: Atlas) -> Iterator[tuple[str, str, Gate]]:
    for product in atlas.products.values():
        for gate in product.gates:
            yield product.name, f"product:{product.id}", gate
    for gate in atlas.gates.values():
        yield gate.text or gate.item or gate.id, f"gate:{gate.id}", gate


def idle_gates(atlas: Atlas) -> Iterator[Issue]:
    """Rules that speak of no product."""
    for gate in atlas.gates.values():
        named = (id_ for id_ in gate.products if id_ in atlas.products)
        classed = (id_ for prefix in gate.gbt for id_ in atlas.classed.get(prefix, ()))
        if all(id_ in gate.exempt for id_ in chain(named, classed)):
            name = gate.text or gate.item or gate.id
            yield issue(atlas, "library.gate_idle", f"gate:{gate.id}", name=name)


def unsourced(atlas: Atlas) -> Iterator[Issue]:
    """Barriers, flags and least scales that no source tells."""
    for product in atlas.products.values():
        here = place_of(atlas, f"product:{product.id}")
        for flag in product.flags:
            if not flag.sources:
                yield at("library.flag_source", here, product=product.name, text=flag.text)
        barrier, scale = product.barrier, product.scale_min
        if barrier and not barrier.sources:
            yield at("library.barrier_source", barrier.place or here, product=product.name)
        if scale and not scale.sources:
            yield at("library.scale_source", scale.place or here, product=product.name)


def scale_units(atlas: Atlas) -> Iterator[Issue]:
    """Least scales in a unit that cannot be converted into that of the product."""
    for product in atlas.products.values():
        scale = product.scale_min
        if scale is None:
            continue
        base = atlas.library.units.get(scale.unit, (scale.unit, 1.0))[0]
        if base != product.base_unit:
            place = scale.place or place_of(atlas, f"product:{product.id}")
            params = {"product": product.name, "unit": scale.unit, "wanted": product.unit}
            yield at("library.scale_unit", place, **params)

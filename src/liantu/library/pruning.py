"""Things as read → an atlas in which every reference holds and everything has its order."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from liantu.jobs import Progress
from liantu.library import order
from liantu.model import Atlas, Capacity, Chain, Enterprise, Library, Line, Product, Route
from liantu.model.drill import Measure, MeasureKind, ShockKind
from liantu.model.kind import Kind
from liantu.model.records import RECORDS
from liantu.model.scenario import Scenario

Things = Mapping[str, Mapping[str, Any]]
Thing = TypeVar("Thing")


def pruned(things: Things, library: Library, progress: Progress | None = None) -> Atlas:
    """What of ``things`` (by kind and id) holds.

    A route with an unknown input is left out whole, because without that input it would look
    easier to run than it is. May raise ``Cancelled``.
    """
    progress = progress or Progress()
    each = progress.each
    rank = {id_: at for at, id_ in enumerate(library.chain_order)}
    listed = sorted(things["chain"].values(), key=lambda c: rank.get(c.id, len(rank)))
    chains = {c.id: _sound_chain(c, things) for c in each(listed)}
    products = {id_: _sound_product(p, things) for id_, p in each(things["product"].items())}
    firms = {id_: _sound_enterprise(e, things) for id_, e in each(things["enterprise"].items())}
    records: dict[str, Any] = {
        kind.attribute: order.records(_linked(kind, things, progress)) for kind in RECORDS
    }
    progress.check()
    products = order.products(products, chains)
    progress.check()
    firms = order.enterprises(firms, library.region)
    progress.check()
    return Atlas(
        library=_sound_library(library, chains, things),
        chains=chains,
        products=products,
        enterprises=firms,
        **records,
    )


def _sound_library(library: Library, chains: Mapping[str, Chain], things: Things) -> Library:
    registered = library.registered if library.registered in things["figure"] else ""
    return replace(library, chain_order=tuple(chains), registered=registered)


def _linked(kind: Kind, things: Things, progress: Progress) -> dict[str, Any]:
    """Records without references that lead nowhere; their own words stay. What must name something
    and is left with nothing is left out.
    """
    named = progress.each(things[kind.name].items())
    found = {id_: _without(thing, kind, things) for id_, thing in named}
    if kind.type is Scenario:
        found = {id_: _sound_scenario(one, things) for id_, one in found.items()}
    whole = things[kind.name]
    left = progress.each(found.items())
    return {id_: thing for id_, thing in left if not _hollow(kind, whole[id_], thing)}


def _hollow(kind: Kind, whole: Any, left: Any) -> bool:
    """Whether a field that must name something has lost all that it named."""
    return any(getattr(whole, name) and not getattr(left, name) for name in kind.must)


def _without(thing: Thing, kind: Kind, things: Things) -> Thing:
    lost: dict[str, Any] = {}
    for path, named in kind.refers.items():
        name, _, inner = path.partition(".")
        value = lost.get(name, getattr(thing, name))
        if inner:
            lost[name] = tuple(_emptied(part, inner, things[named]) for part in value)
        elif isinstance(value, tuple):
            lost[name] = tuple(id_ for id_ in value if id_ in things[named])
        elif value and value not in things[named]:
            lost[name] = ""
    return replace(thing, **lost) if lost else thing  # type: ignore[type-var]


def _emptied(part: Any, name: str, known: Mapping[str, Any]) -> Any:
    value = getattr(part, name)
    return replace(part, **{name: ""}) if value and value not in known else part


def _sound_scenario(scenario: Scenario, things: Things) -> Scenario:
    """The scenario without what fails and is nowhere, and without what was to be done about it."""
    drill = scenario.drill
    known: dict[ShockKind, Mapping[str, Any]] = {
        ShockKind.ENTERPRISE: things["enterprise"],
        ShockKind.PRODUCT: things["product"],
        ShockKind.OUTSIDE: things["product"],
    }
    shocks = tuple(s for s in drill.shocks if s.kind not in known or s.id in known[s.kind])
    lost = {s.id for s in drill.shocks} - {s.id for s in shocks}
    told = (_sound_measure(m, lost, things) for m in drill.measures)
    sound = replace(drill, shocks=shocks, measures=tuple(m for m in told if m is not None))
    return scenario if sound == drill else replace(scenario, drill=sound)


def _sound_measure(measure: Measure, lost: Collection[str], things: Things) -> Measure | None:
    """The measure without what is nowhere; ``None`` where it cannot be without that."""
    if measure.kind is MeasureKind.RESTORE:
        return None if measure.id in lost else measure
    found = _emptied(_emptied(measure, "id", things["enterprise"]), "product", things["product"])
    same = found == measure or measure.kind is MeasureKind.NOTE
    return found if same else None


def _sound_chain(chain: Chain, things: Things) -> Chain:
    products, firms = things["product"], things["enterprise"]
    sections = tuple(
        replace(s, members=tuple(m for m in s.members if m.product in products))
        for s in chain.sections
    )
    return replace(
        chain,
        sections=sections,
        leads=tuple(i for i in chain.leads if i in firms),
        key=tuple(k for k in chain.key if k.product in products),
        groups=tuple(_known(g, "products", products) for g in chain.groups),
        lines=tuple(_sound_line(line, products) for line in chain.lines),
    )


def _sound_line(line: Line, products: Mapping[str, Any]) -> Line:
    via = {id_: why for id_, why in line.via.items() if id_ in products}
    return replace(_known(line, "trunk", products), via=via)


def _known(thing: Thing, name: str, products: Mapping[str, Any]) -> Thing:
    """``thing`` without products that nothing defines."""
    kept = tuple(id_ for id_ in getattr(thing, name) if id_ in products)
    return thing if kept == getattr(thing, name) else replace(thing, **{name: kept})  # type: ignore[type-var]


def _sound_product(product: Product, things: Things) -> Product:
    sound = tuple(
        order.matter_first(route, things["product"])
        for route in product.routes
        if _is_sound(route, things)
    )
    return product if sound == product.routes else replace(product, routes=sound)


def _is_sound(route: Route, things: Things) -> bool:
    named = [i.product for i in route.inputs] + [b.product for b in route.byproducts]
    return all(product in things["product"] for product in named)


def _sound_enterprise(enterprise: Enterprise, things: Things) -> Enterprise:
    chains = tuple(id_ for id_ in enterprise.chains if id_ in things["chain"])
    capacities = tuple(
        _linked_capacity(item, things)
        for item in enterprise.capacities
        if item.product in things["product"]
    )
    if chains == enterprise.chains and capacities == enterprise.capacities:
        return enterprise
    return replace(enterprise, chains=chains, capacities=capacities)


def _linked_capacity(item: Capacity, things: Things) -> Capacity:
    known = not item.project or item.project in things["project"]
    return item if known else replace(item, project="")

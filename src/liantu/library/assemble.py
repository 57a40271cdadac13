"""Parts of many files → one atlas. What refers to nothing is reported and left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from liantu.issues import Issue, Place, Severity
from liantu.library import order
from liantu.library.causes import Causes, unread
from liantu.library.context import Context, Reference, suggest
from liantu.library.members import StageMembers
from liantu.library.parts import Parts
from liantu.model import (
    Atlas,
    Capacity,
    Chain,
    Cluster,
    Enterprise,
    Figure,
    Library,
    ListTemplate,
    Member,
    Product,
    Project,
    Region,
    Route,
    Section,
    Source,
    Supply,
)

Linked = TypeVar("Linked", Project, Supply, Cluster)
RECORDS = (
    ("project", "projects"),
    ("supply", "supplies"),
    ("cluster", "clusters"),
    ("figure", "figures"),
    ("template", "templates"),
)

MENTIONS = 3
"""How many mentions of one unknown id in one file are told one by one."""
_FALLEN = frozenset({"route", "capacity"})
"""Records that are left out whole where they name something unknown."""
Units = Mapping[str, tuple[str, float]]


@dataclass
class Assembly:
    """Things by id while they are put together."""

    library: Library | None = None
    chains: dict[str, Chain] = field(default_factory=dict)
    products: dict[str, Product] = field(default_factory=dict)
    enterprises: dict[str, Enterprise] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)
    supplies: dict[str, Supply] = field(default_factory=dict)
    clusters: dict[str, Cluster] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    templates: dict[str, ListTemplate] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    causes: Causes = field(default_factory=Causes)
    issues: list[Issue] = field(default_factory=list)


def assemble(parts: Sequence[Parts], causes: Causes) -> tuple[Atlas, list[Issue]]:
    """The atlas and the problems that only show once all files are known."""
    assembly = Assembly(causes=causes)
    _take_library(parts, assembly)
    library = assembly.library or Library(Region(""), "")
    for part in parts:
        _take(part, assembly, library.units)
    _check_references(parts, assembly)
    return replace(_pruned(assembly, library), unread=unread(parts)), assembly.issues


def _take_library(parts: Sequence[Parts], assembly: Assembly) -> None:
    for part in parts:
        values = part.values.get("library")
        if values is None:
            continue
        if assembly.library is not None:
            assembly.issues.append(
                Issue("library.second_library", Severity.ERROR, Place(part.context.file))
            )
            continue
        assembly.library = _library(values)
    if assembly.library is None and parts:
        file = "library.yaml"
        assembly.issues.append(
            Issue("library.no_library", Severity.ERROR, Place(file), cause=assembly.causes.library)
        )


def _library(values: dict[str, Any]) -> Library:
    units = {name: (u["base"], u["factor"]) for name, u in values.get("units", {}).items()}
    return Library(
        Region(values["region"], values.get("counties", ())),
        values["edition"],
        values.get("statement", ""),
        values.get("chains", ()),
        int(values.get("stale_before", 0)),
        units,
        values.get("thin", 1.0),
        values.get("utilisation", 1.0),
        values.get("weights", {}),
        values.get("ladder", ()),
        order.list_sets(values.get("lists", ())),
        values.get("headline", ()),
    )


def _take(part: Parts, assembly: Assembly, units: Units) -> None:
    chain = part.values.get("chain")
    home = chain["id"] if chain else ""
    if chain:
        built = _chain(chain, part, assembly)
        place = Place(part.context.file, 1, 1)
        _add("chain", (built,), assembly.chains, {f"chain:{built.id}": place}, assembly)
    places = part.context.places
    products = [_product(p, home, units, part, assembly) for p in part.values.get("products", ())]
    _add("product", products, assembly.products, places, assembly)
    _add("source", part.values.get("sources", ()), assembly.sources, places, assembly)
    _add("enterprise", part.values.get("enterprises", ()), assembly.enterprises, places, assembly)
    for kind, key in RECORDS:
        _add(kind, part.values.get(key, ()), getattr(assembly, key), places, assembly)


def _add(
    kind: str,
    things: Iterable[Any],
    into: dict[str, Any],
    places: Mapping[str, Place],
    assembly: Assembly,
) -> None:
    for thing in things:
        key = f"{kind}:{thing.id}"
        first = assembly.places.get(key)
        if first is not None:
            params = {"id": thing.id, "first": str(first)}
            assembly.issues.append(
                Issue("library.duplicate_id", Severity.ERROR, places[key], params, "", (first,))
            )
            continue
        assembly.places[key] = places[key]
        into[thing.id] = thing


def _chain(values: dict[str, Any], part: Parts, assembly: Assembly) -> Chain:
    stages = values["stages"]
    known = [stage.id for stage in stages]
    drafts = values.pop("sections", None)
    whole = values.pop("members", None)
    if drafts is None:
        drafts = ({"id": "all", "name": "", "members": whole or ()},)
    elif whole:
        part.context.report_at("library.members_twice", whole[0].place, chain=values["id"])
    sections = tuple(
        Section(d["id"], d["name"], _members(d["members"], known, values["id"], part.context))
        for d in drafts
    )
    values.setdefault("short", values["name"])
    values.setdefault("field", "")
    return Chain(**values, sections=sections)


def _members(
    stages: tuple[StageMembers, ...], known: list[str], chain: str, context: Context
) -> tuple[Member, ...]:
    found: dict[str, Member] = {}
    rank = {stage: at for at, stage in enumerate(known)}
    for item in sorted(stages, key=lambda s: rank.get(s.stage, len(rank))):
        if item.stage not in known:
            near = suggest(item.stage, known) or "、".join(known)
            params = {"chain": chain, "stage": item.stage, "near": near}
            cause = context.why("stage")
            context.report_at("library.unknown_stage", item.place, cause=cause, **params)
            continue
        for product in item.products:
            found.setdefault(product, Member(product, item.stage))
    return tuple(found.values())


def _product(
    values: dict[str, Any], home: str, units: Units, part: Parts, assembly: Assembly
) -> Product:
    unit = values["unit"]
    if unit not in units:
        place = part.context.places[f"product:{values['id']}"]
        params = {"unit": unit, "known": "、".join(units) or "—"}
        cause = _no_units(assembly)
        assembly.issues.append(
            Issue("library.unknown_unit", Severity.ERROR, place, params, cause=cause)
        )
    base, factor = units.get(unit, (unit, 1.0))
    code, _, name = values.pop("gbt", "").partition(" ")
    values["routes"] = order.routes(values.get("routes", ()))
    return Product(
        **values, home=home, base_unit=base, base_per_unit=factor, gbt=code, gbt_name=name
    )


def _check_references(parts: Sequence[Parts], assembly: Assembly) -> None:
    known: dict[str, Mapping[str, Any]] = {
        "product": assembly.products,
        "chain": assembly.chains,
        "enterprise": assembly.enterprises,
        "source": assembly.sources,
        "figure": assembly.figures,
    }
    for part in parts:
        mentions: dict[tuple[str, str], list[Reference]] = {}
        for item in part.context.references:
            if item.id not in known[item.kind]:
                mentions.setdefault((item.kind, item.id), []).append(item)
        for (kind, id_), items in mentions.items():
            near = suggest(id_, known[kind])
            cause = assembly.causes.of(kind, id_)
            _report_unknown(items, near, cause, part.context)


def _report_unknown(
    items: Sequence[Reference], near: str, cause: Place | None, context: Context
) -> None:
    """Tell the first mentions of an id that nothing has, and how many more there are."""
    code = f"library.unknown_{items[0].kind}" + ("_near" if near else "")
    for item in items[:MENTIONS]:
        lost = tuple((kind, name or item.id) for kind, name in item.inside if kind in _FALLEN)
        spot = item.line, item.column
        context.report(code, *spot, cause=cause, lost=lost[:1], id=item.id, near=near)
    if len(items) > MENTIONS:
        more = items[MENTIONS]
        count = len(items) - MENTIONS
        place = cause or context.place(items[0].line, items[0].column)
        context.report(
            "library.unknown_more", more.line, more.column, cause=place, id=more.id, count=count
        )


def _no_units(assembly: Assembly) -> Place | None:
    """Why no unit is known; ``None`` where the settings were read."""
    if assembly.library is not None:
        return None
    return assembly.causes.library or Place("library.yaml")


def _pruned(assembly: Assembly, library: Library) -> Atlas:
    """Everything whose references hold; a route with an unknown input is left out whole,
    because without that input it would look easier to run than it is.
    """
    rank = {id_: at for at, id_ in enumerate(library.chain_order)}
    listed = sorted(assembly.chains.values(), key=lambda c: rank.get(c.id, len(rank)))
    chains = {c.id: _sound_chain(c, assembly) for c in listed}
    products = {p.id: _sound_product(p, assembly) for p in assembly.products.values()}
    firms = {e.id: _sound_enterprise(e, assembly) for e in assembly.enterprises.values()}
    return Atlas(
        library=replace(library, chain_order=tuple(chains)),
        chains=chains,
        products=order.products(products, chains),
        enterprises=order.enterprises(firms, library.region),
        sources=order.records(assembly.sources),
        places=assembly.places,
        projects=order.records(_all_linked(assembly.projects, assembly)),
        supplies=order.records(_all_linked(assembly.supplies, assembly)),
        clusters=order.records(_all_linked(assembly.clusters, assembly)),
        figures=order.records(assembly.figures),
        templates=order.records(assembly.templates),
    )


def _all_linked(things: Mapping[str, Linked], assembly: Assembly) -> dict[str, Linked]:
    return {id_: _linked(thing, assembly) for id_, thing in things.items()}


def _linked(thing: Linked, assembly: Assembly) -> Linked:
    """A record without references that lead nowhere; its own words stay."""
    known: dict[str, Mapping[str, Any]] = {
        "chain": assembly.chains,
        "product": assembly.products,
        "enterprise": assembly.enterprises,
        "supplier": assembly.enterprises,
        "customer": assembly.enterprises,
    }
    lost: dict[str, Any] = {
        name: ""
        for name, things in known.items()
        if getattr(thing, name, "") and getattr(thing, name) not in things
    }
    return replace(thing, **lost) if lost else thing


def _sound_chain(chain: Chain, assembly: Assembly) -> Chain:
    sections = tuple(
        replace(s, members=tuple(m for m in s.members if m.product in assembly.products))
        for s in chain.sections
    )
    leads = tuple(id_ for id_ in chain.leads if id_ in assembly.enterprises)
    return replace(chain, sections=sections, leads=leads)


def _sound_product(product: Product, assembly: Assembly) -> Product:
    if all(_is_sound(route, assembly) for route in product.routes):
        return product
    routes = tuple(route for route in product.routes if _is_sound(route, assembly))
    return replace(product, routes=routes)


def _is_sound(route: Route, assembly: Assembly) -> bool:
    named = [i.product for i in route.inputs] + [b.product for b in route.byproducts]
    return all(product in assembly.products for product in named)


def _sound_enterprise(enterprise: Enterprise, assembly: Assembly) -> Enterprise:
    def sound(capacity: Capacity) -> bool:
        return capacity.product in assembly.products

    chains = tuple(id_ for id_ in enterprise.chains if id_ in assembly.chains)
    if chains == enterprise.chains and all(map(sound, enterprise.capacities)):
        return enterprise
    capacities = tuple(filter(sound, enterprise.capacities))
    return replace(enterprise, chains=chains, capacities=capacities)

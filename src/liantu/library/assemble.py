"""Parts of many files → one atlas. What refers to nothing is reported and left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from liantu.issues import Issue, Place, Severity
from liantu.library.context import Context, suggest
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
    issues: list[Issue] = field(default_factory=list)


def assemble(parts: Sequence[Parts]) -> tuple[Atlas, list[Issue]]:
    """The atlas and the problems that only show once all files are known."""
    assembly = Assembly()
    _take_library(parts, assembly)
    library = assembly.library or Library(Region(""), "")
    for part in parts:
        _take(part, assembly, library.units)
    _check_references(parts, assembly)
    return _pruned(assembly, library), assembly.issues


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
        found = part.context.places.items()
        assembly.places.update((key, place) for key, place in found if key.startswith("list:"))
    if assembly.library is None and parts:
        file = "library.yaml"
        assembly.issues.append(Issue("library.no_library", Severity.ERROR, Place(file)))


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
        {item.id: item for item in values.get("lists", ())},
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
    known = {stage.id for stage in stages}
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
    stages: tuple[StageMembers, ...], known: set[str], chain: str, context: Context
) -> tuple[Member, ...]:
    found: dict[str, Member] = {}
    for item in stages:
        if item.stage not in known:
            near = suggest(item.stage, known) or "、".join(sorted(known))
            params = {"chain": chain, "stage": item.stage, "near": near}
            context.report_at("library.unknown_stage", item.place, **params)
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
        assembly.issues.append(Issue("library.unknown_unit", Severity.ERROR, place, params))
    base, factor = units.get(unit, (unit, 1.0))
    code, _, name = values.pop("gbt", "").partition(" ")
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
        told: dict[tuple[str, str], int] = {}
        for item in part.context.references:
            if item.id in known[item.kind]:
                continue
            key = (item.kind, item.id)
            told[key] = told.get(key, 0) + 1
            if told[key] <= 3:
                near = suggest(item.id, known[item.kind])
                code = f"library.unknown_{item.kind}" + ("_near" if near else "")
                part.context.report(code, item.line, item.column, id=item.id, near=near)


def _pruned(assembly: Assembly, library: Library) -> Atlas:
    """Everything whose references hold; a route with an unknown input is left out whole,
    because without that input it would look easier to run than it is.
    """
    order = {id_: at for at, id_ in enumerate(library.chain_order)}
    chains = sorted(assembly.chains.values(), key=lambda c: order.get(c.id, len(order)))
    return Atlas(
        replace(library, chain_order=tuple(c.id for c in chains)),
        {c.id: _sound_chain(c, assembly) for c in chains},
        {p.id: _sound_product(p, assembly) for p in assembly.products.values()},
        {e.id: _sound_enterprise(e, assembly) for e in assembly.enterprises.values()},
        assembly.sources,
        assembly.places,
        {key: _linked(p, assembly) for key, p in assembly.projects.items()},
        {key: _linked(s, assembly) for key, s in assembly.supplies.items()},
        {key: _linked(c, assembly) for key, c in assembly.clusters.items()},
        assembly.figures,
        assembly.templates,
    )


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

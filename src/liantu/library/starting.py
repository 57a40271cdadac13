"""The files of a new library: empty, or with the product structure of another one.

Structure is what holds in any city: products, routes, national gates, units, list templates,
stages, groups and lines of chains. Judgements, facts and figures of the other city stay there:
enterprises, projects, clusters, key links, evidence, closed capacities, rules of its province.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import dropwhile, takewhile
from typing import Any

from liantu.library.fields.format import FORMAT
from liantu.library.localities import Localities, is_provincial
from liantu.library.plain import plain_of
from liantu.library.writing import laying
from liantu.model import Atlas, Chain, Library, ListSet, Product, Region, Section, Stage
from liantu.model.chain import KeyLink, Line
from liantu.model.gates import Gate, GateKind
from liantu.wording import text

Plain = dict[str, Any]
MAIN_PRODUCT = "龙头主产品"
"""What a product is for a chain only where its leading firm makes it."""
KINDS = ("sources", "gates", "templates")
"""Kinds of records that are taken over, each in a file of its own."""
STAGES = ("up", "mid", "down")
"""The stages of a chain that an office names itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a new library is to be: ``chains`` with the id of one of the library that it is to be
    like take over its structure, others stand as they are. ``edition`` is a date (ISO).
    """

    region: str
    counties: tuple[str, ...] = ()
    edition: str
    chains: tuple[Chain, ...] = ()
    units: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    lists: tuple[ListSet, ...] = ()


def chosen(like: Atlas, wanted: Iterable[str]) -> tuple[Chain, ...]:
    """The chains for ids of ``like``, in its order, then an own one for every other name."""
    names = tuple(dict.fromkeys(filter(None, (name.strip() for name in wanted))))
    own = [name for name in names if name not in like.chains]
    taken = tuple(chain for id_, chain in like.chains.items() if id_ in names)
    return taken + tuple(own_chain(name, at) for at, name in enumerate(own, 1))


def own_chain(name: str, at: int) -> Chain:
    """A chain that an office names itself, the ``at``-th of its own, without products."""
    return Chain(
        id=f"own{at}",
        name=name,
        short=name.removesuffix("产业链") or name,
        field="",
        stages=tuple(Stage(id_, text(f"library.start.stage.{id_}")) for id_ in STAGES),
        sections=(Section("all", "", ()),),
    )


def bare(chain: Chain) -> Chain:
    """Name and stages of a chain, without what stands in it."""
    return Chain(
        id=chain.id,
        name=chain.name,
        short=chain.short,
        field=chain.field,
        stages=chain.stages,
        sections=(Section("all", "", ()),),
    )


def start(wanted: Start, like: Atlas | None) -> dict[str, bytes]:
    """The data files of a new library by name; ``like`` gives the structure of its chains."""
    if like is None:
        chains = {chain.id: bare(chain) for chain in wanted.chains}
        return _files(wanted, chains, {}, {})
    local = Localities.of(like)
    taken = {c.id: like.chains.get(c.id, c) for c in wanted.chains}
    members = frozenset(m.product for chain in taken.values() for m in chain.members())
    chains = {id_: _structure(chain, members, local) for id_, chain in taken.items()}
    products = _products(members, like)
    return _files(wanted, chains, _written(products, local), _records(products, like, local))


def _files(
    wanted: Start, chains: Mapping[str, Chain], products: Mapping[str, Plain], records: Plain
) -> dict[str, bytes]:
    found = {"library.yaml": _file("library", {"library": _library(wanted, taken=bool(products))})}
    for at, (id_, chain) in enumerate(chains.items(), 1):
        own = {p: v for p, v in products.items() if v["home"] == id_}
        parts = {"chain": plain_of("chain", chain), **_homeless(own)}
        found[f"{at:02d}-{id_}.yaml"] = _file("chain", parts, title=chain.name)
    shared = {p: v for p, v in products.items() if v["home"] not in chains}
    if shared:
        found["utilities.yaml"] = _file("shared", _homeless(shared))
    for name in KINDS:
        if records.get(name):
            found[f"{name}.yaml"] = _file(name, {name: records[name]})
    for name in ("enterprises", "projects", "verification"):
        found[f"{name}.yaml"] = _file(name, {})
    return found


def _homeless(products: Mapping[str, Plain]) -> Plain:
    kept = {p: {k: v for k, v in values.items() if k != "home"} for p, values in products.items()}
    return {"products": kept} if kept else {}


def _file(name: str, parts: Plain, **params: str) -> bytes:
    """A file with its comment, which tells how to go on."""
    head = text(f"library.start.file.{name}", **params).splitlines()
    body = laying.lines({"format": str(FORMAT), **parts})
    return ("".join(f"# {line}\n" for line in head) + body).encode()


def _library(wanted: Start, *, taken: bool) -> Plain:
    library = Library(
        region=Region(wanted.region, wanted.counties),
        edition=wanted.edition,
        statement=text("library.start.statement")
        + (text("library.start.structure") if taken else ""),
        chain_order=tuple(chain.id for chain in wanted.chains),
        units=wanted.units,
        lists={item.id: replace(item, sources=()) for item in wanted.lists},
    )
    return plain_of("library", library)


def _structure(chain: Chain, members: frozenset[str], local: Localities) -> Chain:
    cut = (_line(line, members, local) for line in chain.lines)
    lines = tuple(line for line in cut if len(line.trunk) > 1)
    return replace(
        bare(chain),
        sections=chain.sections,
        groups=chain.groups,
        lines=lines,
        key=tuple(_key(link) for link in chain.key),
    )


def _key(link: KeyLink) -> KeyLink:
    """A key link as a proposal: the other city's reasons and main products are its own."""
    return KeyLink(
        product=link.product,
        kind="" if link.kind == MAIN_PRODUCT else link.kind,
        why=text("library.start.key"),
        inferred=True,
    )


def _line(line: Line, members: frozenset[str], local: Localities) -> Line:
    """A line as far as its stations are in the chains taken."""
    inside = dropwhile(lambda p: p not in members, line.trunk)
    trunk = tuple(takewhile(lambda p: p in members, inside))
    via = {p: local.without(why) for p, why in line.via.items() if p in trunk}
    return replace(line, trunk=trunk, via={p: why for p, why in via.items() if why})


def _products(members: frozenset[str], like: Atlas) -> dict[str, Product]:
    """Members of the chains and what their routes take and yield. Of these only what no chain
    holds, as steam, keeps its routes: how it is made is not to be seen in another chain.
    """
    whole, beside = set(members), set[str]()
    todo = list(members)
    while todo:
        for id_ in _touched(like.products[todo.pop()]) - whole - beside:
            is_shared = id_ not in like.chains_of
            (whole if is_shared else beside).add(id_)
            todo += [id_] if is_shared else []
    return {
        id_: product if id_ in whole else replace(product, routes=())
        for id_, product in like.products.items()
        if id_ in whole or id_ in beside
    }


def _touched(product: Product) -> set[str]:
    """What its routes take and yield."""
    taken = {one.product for route in product.routes for one in route.inputs}
    return taken | {one.product for route in product.routes for one in route.byproducts}


def _written(products: Mapping[str, Product], local: Localities) -> dict[str, Plain]:
    return {
        id_: _product(product, local) | {"home": product.home} for id_, product in products.items()
    }


def _product(product: Product, local: Localities) -> Plain:
    gates = tuple(g for g in product.gates if not _is_local(g, local))
    kept = replace(product, gates=gates, want=False)
    found: Plain = local.scrubbed(plain_of("product", kept))
    return found


def _records(products: Mapping[str, Product], like: Atlas, local: Localities) -> Plain:
    gates = [_narrowed(g, products) for g in like.gates.values() if not _is_local(g, local)]
    found = {
        "gates": {g.id: local.scrubbed(plain_of("gate", g)) for g in gates if g is not None},
        "templates": {
            t.id: plain_of("template", t)
            for t in like.templates.values()
            if not any(map(local.within, (t.name, t.content, t.why, *_documents(t.sources, like))))
        },
    }
    cited = set(_cited(found)) | set(_cited([_product(p, local) for p in products.values()]))
    return found | {
        "sources": {s.id: plain_of("source", s) for s in like.sources.values() if s.id in cited}
    }


def _documents(sources: Iterable[str], like: Atlas) -> Iterable[str]:
    """What the documents are called that say so: those of the city tell of its own practice."""
    return (f"{like.sources[id_].title} {like.sources[id_].publisher}" for id_ in sources)


def _narrowed(gate: Gate, products: Mapping[str, Product]) -> Gate | None:
    """A gate of the products that there are; ``None`` where it spoke of others only."""
    kept = tuple(p for p in gate.products if p in products)
    exempt = tuple(p for p in gate.exempt if p in products)
    return replace(gate, products=kept, exempt=exempt) if kept or gate.gbt else None


def _is_local(gate: Gate, local: Localities) -> bool:
    """Whether a gate is no rule of the nation, or was read out of it for the city: closed
    capacities, rules of a province, and what is deduced with the city in the reason.
    """
    told = f"{gate.text} {gate.edition}"
    if (
        gate.kind is GateKind.EXIT
        or local.within(told)
        or (gate.inferred and local.within(gate.why))
    ):
        return True
    return is_provincial(gate.edition, gate.text)


def _cited(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            if key == "source":
                yield from one
            else:
                yield from _cited(one)
    elif isinstance(value, list):
        for one in value:
            yield from _cited(one)

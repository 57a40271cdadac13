"""Parts of many files → one atlas. What refers to nothing is reported and left out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from liantu.issues import Issue, Place, Severity
from liantu.jobs import Progress
from liantu.library import order
from liantu.library.causes import Causes, unread
from liantu.library.fields.judgement_fields import weights
from liantu.library.parsing.context import Context, Reference, suggest
from liantu.library.parsing.members import StageMembers
from liantu.library.parts import Parts
from liantu.library.pruning import pruned
from liantu.model import Atlas, Chain, Library, Member, Product, Region, Section
from liantu.model.kinds import KINDS
from liantu.model.records import RECORDS
from liantu.model.verification import Declaration, Reply
from liantu.wording import text

MENTIONS = 3
"""How many mentions of one unknown id in one file are told one by one."""
MANY = 5
"""So many members without a definition are no slips of the pen."""
_FALLEN = {
    "product": frozenset({"route", "capacity", "key_link", "answer"}),
    "chain": frozenset({"declaration"}),
}
"""Records that are left out whole where they name an unknown thing of a kind."""
Units = Mapping[str, tuple[str, float]]


@dataclass
class Assembly:
    """Things by kind and id while they are put together."""

    library: Library | None = None
    things: dict[str, dict[str, Any]] = field(default_factory=lambda: {k.name: {} for k in KINDS})
    answers: list[Reply] = field(default_factory=list)
    declarations: list[Declaration] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    causes: Causes = field(default_factory=Causes)
    issues: list[Issue] = field(default_factory=list)


def assemble(
    parts: Sequence[Parts], causes: Causes, progress: Progress
) -> tuple[Atlas, list[Issue]]:
    """The atlas and the problems that only show once all files are known; may raise
    ``Cancelled``.
    """
    assembly = Assembly(causes=causes)
    _take_library(parts, assembly)
    library = assembly.library or Library(Region(""), "")
    for part in parts:
        progress.check()
        _take(part, assembly, library.units)
    _check_references(parts, assembly, progress)
    atlas = pruned(assembly.things, library, progress)
    progress.check()
    assembly.issues += _left_out(assembly, atlas)
    progress.check()
    atlas = replace(
        atlas,
        answers=tuple(a for a in assembly.answers if a.product in atlas.products),
        declarations=tuple(
            d for d in assembly.declarations if not d.chain or d.chain in atlas.chains
        ),
        places=assembly.places,
        unread=unread(parts),
    )
    return atlas, assembly.issues


def _left_out(assembly: Assembly, atlas: Atlas) -> Iterator[Issue]:
    """Records that would say something else without what they name in vain."""
    for kind in RECORDS:
        kept = getattr(atlas, kind.attribute)
        for id_ in (key for key in assembly.things[kind.name] if key not in kept):
            key, params = f"{kind.name}:{id_}", {"kind": text(f"library.kind.{kind.name}")}
            place = assembly.places[key]
            yield Issue("library.left_out", Severity.ERROR, place, {**params, "id": id_})


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
        assembly.library = library_from(values)
        found = part.context.places.items()
        assembly.places.update((key, place) for key, place in found if key.startswith("list:"))
    if assembly.library is None and parts:
        file = "library.yaml"
        assembly.issues.append(
            Issue("library.no_library", Severity.ERROR, Place(file), cause=assembly.causes.library)
        )


def library_from(values: dict[str, Any]) -> Library:
    """The settings of a folder from the values of its record."""
    units = {name: (u["base"], u["factor"]) for name, u in values.get("units", {}).items()}
    return Library(
        region=Region(values["region"], values.get("counties", ()), values.get("grid", ())),
        edition=values["edition"],
        statement=values.get("statement", ""),
        chain_order=values.get("chains", ()),
        stale_before=int(values.get("stale_before", 0)),
        units=units,
        thin=values.get("thin", 1.0),
        utilisation=values.get("utilisation", 1.0),
        weights=weights(values.get("weights", {})),
        ladder=values.get("ladder", ()),
        lists=order.list_sets(values.get("lists", ())),
        headline=values.get("headline", ()),
        registered=values.get("registered", ""),
        complete=values.get("complete", False),
    )


def _take(part: Parts, assembly: Assembly, units: Units) -> None:
    chain = part.values.get("chain")
    home = chain["id"] if chain else ""
    places = part.context.places
    if chain:
        built = chain_from(chain, part.context)
        _add("chain", (built,), {f"chain:{built.id}": Place(part.context.file, 1, 1)}, assembly)
    products = [_product(p, home, units, part, assembly) for p in part.values.get("products", ())]
    _add("product", products, places, assembly)
    _add("enterprise", part.values.get("enterprises", ()), places, assembly)
    assembly.answers += part.values.get("answers", ())
    assembly.declarations += part.values.get("declarations", ())
    for kind in RECORDS:
        _add(kind.name, part.values.get(kind.attribute, ()), places, assembly)


def _add(
    kind: str,
    things: Iterable[Any],
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
        assembly.things[kind][thing.id] = thing


def chain_from(values: dict[str, Any], context: Context) -> Chain:
    """A chain from the values of its record; what its members say wrongly goes to ``context``."""
    stages = values["stages"]
    known = [stage.id for stage in stages]
    drafts = values.pop("sections", None)
    whole = values.pop("members", None)
    if drafts is None:
        drafts = ({"id": "all", "name": "", "members": whole or ()},)
    elif whole:
        context.report_at("library.members_twice", whole[0].place, chain=values["id"])
    sections = tuple(
        Section(d["id"], d["name"], _members(d["members"], known, values["id"], context))
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
    if values["unit"] not in units:
        place = part.context.places[f"product:{values['id']}"]
        params = unknown_unit(values["unit"], units)
        cause = _no_units(assembly)
        assembly.issues.append(
            Issue("library.unknown_unit", Severity.ERROR, place, params, cause=cause)
        )
    return product_from(values, home, units)


def unknown_unit(unit: str, units: Units) -> dict[str, str | int | float]:
    """What is told of a unit that the library does not have."""
    return {"unit": unit, "known": "、".join(units) or "—"}


def product_from(values: dict[str, Any], home: str, units: Units) -> Product:
    """A product from the values of its record; an unknown unit is its own base."""
    base, factor = units.get(values["unit"], (values["unit"], 1.0))
    code, _, name = values.pop("gbt", "").partition(" ")
    values["routes"] = order.routes(values.get("routes", ()))
    return Product(
        **values,
        home=home,
        base_unit=base,
        base_per_unit=factor,
        gbt=sys.intern(code),  # many products are of one class
        gbt_name=sys.intern(name),
    )


def _check_references(parts: Sequence[Parts], assembly: Assembly, progress: Progress) -> None:
    first: dict[tuple[str, str], Place] = {}
    for part in parts:
        progress.check()
        mentions: dict[tuple[str, str], list[Reference]] = {}
        for item in part.context.references:
            if item.id not in assembly.things[item.kind]:
                mentions.setdefault((item.kind, item.id), []).append(item)
        fresh = {key: items for key, items in mentions.items() if key not in first}
        cut = _cut_off(part, fresh, assembly)
        for (kind, id_), items in mentions.items():
            progress.check()
            near = suggest(id_, assembly.things[kind])
            spot = part.context.place(items[0].line, items[0].column)
            cause = assembly.causes.of(kind, id_) or first.get((kind, id_)) or cut
            first.setdefault((kind, id_), cause or spot)
            _report_unknown(items, near, cause, part.context)


def _cut_off(
    part: Parts, mentions: Mapping[tuple[str, str], Sequence[Reference]], assembly: Assembly
) -> Place | None:
    """Where to look if many members of a chain are defined nowhere: its file lost its end."""
    lost = [
        items[0]
        for (kind, id_), items in mentions.items()
        if any(name == "chain" for name, _ in items[0].inside)
        and kind == "product"
        and assembly.causes.of(kind, id_) is None
    ]
    if len(lost) < MANY:
        return None
    spot = lost[0].line, lost[0].column
    part.context.report("library.cut_off", *spot, count=len(lost))
    return part.context.place(*spot)


def _report_unknown(
    items: Sequence[Reference], near: str, cause: Place | None, context: Context
) -> None:
    """Tell the first mentions of an id that nothing has, and how many more there are."""
    code = f"library.unknown_{items[0].kind}" + ("_near" if near else "")
    here = context.place(items[0].line, items[0].column)
    for at, item in enumerate(items[:MENTIONS]):
        fallen = _FALLEN.get(item.kind, frozenset())
        lost = tuple((kind, name or item.id) for kind, name in item.inside if kind in fallen)
        spot = item.line, item.column
        why = cause or (here if at else None)
        context.report(code, *spot, cause=why, lost=lost[:1], id=item.id, near=near)
    if len(items) > MENTIONS:
        more = items[MENTIONS]
        count = len(items) - MENTIONS
        context.report(
            "library.unknown_more",
            more.line,
            more.column,
            cause=cause or here,
            id=more.id,
            count=count,
        )


def _no_units(assembly: Assembly) -> Place | None:
    """Why no unit is known; ``None`` where the settings were read."""
    if assembly.library is not None:
        return None
    return assembly.causes.library or Place("library.yaml")

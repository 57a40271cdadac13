"""Things of an atlas ↔ plain values, as the files of a folder hold them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.assemble import chain_from, library_from, product_from, unknown_unit
from liantu.library.fields.format import CHAIN, FILE, LIBRARY
from liantu.library.fields.judgement_fields import ANSWER, DECLARATION
from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import BAD
from liantu.library.parsing.record import Keyed, Record
from liantu.library.parsing.tree import Mapping as Tree
from liantu.library.parsing.tree import Node
from liantu.model import Atlas, Chain, Library, Product, Region, Section
from liantu.model.kinds import KINDS
from liantu.model.verification import Declaration, Reply

LIBRARY_KIND = "library"
"""The kind of the settings of a folder, and the id of the one thing of this kind."""
ATTRIBUTES = {kind.name: kind.attribute for kind in KINDS}
"""Kind → its key at the top of files, of the kinds that stand there by id."""
LISTED = {"answer": "answers", "declaration": "declarations"}
"""The same, of the kinds that stand there as lists; their ids are made of what they say."""
ALL = (LIBRARY_KIND, *ATTRIBUTES, *LISTED)
"""Every kind of thing that can be changed."""
WHOLE_CHAIN = "all"
"""The id of the section of a chain that has none."""

_USUAL = Library(Region(""), "")
_AS_THEY_ARE = (
    "statement",
    "stale_before",
    "thin",
    "utilisation",
    "weights",
    "ladder",
    "headline",
    "registered",
    "complete",
)
_CHAIN = Record(
    "chain", dict, tuple(f for f in CHAIN.fields if f.key not in ("members", "sections"))
)


def things(atlas: Atlas, kind: str) -> Mapping[str, Any]:
    """The things of a kind by id."""
    if kind == LIBRARY_KIND:
        return {LIBRARY_KIND: atlas.library}
    if kind == "answer":
        return _by_words(atlas.answers)
    if kind == "declaration":
        return _by_words(atlas.declarations)
    found: Mapping[str, Any] = getattr(atlas, ATTRIBUTES[kind])
    return found


def ids(atlas: Atlas, kind: str) -> tuple[str, ...]:
    """The ids of a kind in atlas order."""
    return tuple(things(atlas, kind))


def plain(atlas: Atlas, kind: str, id_: str) -> dict[str, Any] | None:
    """A thing as its file would hold it, of what may be left out only what is not as usual;
    ``None`` where there is no such thing.
    """
    thing = things(atlas, kind).get(id_)
    return None if thing is None else plain_of(kind, thing)


def plain_of(kind: str, thing: Any) -> dict[str, Any]:
    """The plain values of a thing itself."""
    if isinstance(thing, Library):
        return _library(thing)
    if isinstance(thing, Chain):
        return _chain(thing)
    found = record(kind).write(thing)
    assert isinstance(found, dict)
    if isinstance(thing, Product) and thing.gbt:
        found["gbt"] = f"{thing.gbt} {thing.gbt_name}".strip()
    return found


def read(
    kind: str, id_: str, node: Node, context: Context, library: Library, home: str = ""
) -> Any:
    """The thing that ``node`` tells of, or ``None`` after reporting to ``context`` why not.

    ``home`` is the chain that owns a product; units are those of ``library``.
    """
    declared = record(kind)
    keyed = kind in ATTRIBUTES and kind != "chain"
    found = declared(node, context, id=id_) if keyed else declared(node, context)
    if found is BAD:
        return None
    if kind == LIBRARY_KIND:
        return library_from(found)
    if kind == "chain":
        return chain_from(found, context)
    if kind == "product":
        return _product(found, node, home, library, context)
    return found


def record(kind: str) -> Record:
    """The declared fields of a kind."""
    if kind in _SINGLE:
        return _SINGLE[kind]
    keyed = FILE.by_key[ATTRIBUTES[kind]].read
    assert isinstance(keyed, Keyed)
    return keyed.record


_SINGLE = {LIBRARY_KIND: LIBRARY, "chain": CHAIN, "answer": ANSWER, "declaration": DECLARATION}


def words_of(thing: Reply | Declaration) -> str:
    """What tells an answer or a declaration from others; several may say the same."""
    subject = thing.product if isinstance(thing, Reply) else thing.chain
    return f"{subject}@{thing.county}@{thing.date}"


def _by_words(found: tuple[Any, ...]) -> dict[str, Any]:
    things_: dict[str, Any] = {}
    for thing in found:
        name = words = words_of(thing)
        count = 2
        while name in things_:
            name = f"{words}#{count}"
            count += 1
        things_[name] = thing
    return things_


def _product(
    values: dict[str, Any], node: Node, home: str, library: Library, context: Context
) -> Product:
    if values["unit"] not in library.units:
        at = node.values["unit"] if isinstance(node, Tree) else node
        params: dict[str, Any] = {**unknown_unit(values["unit"], library.units)}
        context.report("library.unknown_unit", at.line, at.column, **params)
    return product_from(values, home, library.units)


def _library(library: Library) -> dict[str, Any]:
    values: dict[str, Any] = {"region": library.region.name, "edition": library.edition}
    units = {name: {"base": b, "factor": f} for name, (b, f) in library.units.items()}
    optional = {
        "counties": library.region.counties,
        "grid": library.region.grid,
        "chains": library.chain_order,
        "units": units,
        "lists": tuple(library.lists.values()),
    }
    values |= {key: value for key, value in optional.items() if value}
    own = {name: getattr(library, name) for name in _AS_THEY_ARE}
    values |= {name: one for name, one in own.items() if one != getattr(_USUAL, name)}
    found = LIBRARY.write(values)
    assert isinstance(found, dict)
    return found


def _chain(chain: Chain) -> dict[str, Any]:
    found = _CHAIN.write(chain)
    assert isinstance(found, dict)
    for key, usual in (("short", chain.name), ("field", "")):
        if found.get(key) == usual:
            del found[key]
    whole = [s for s in chain.sections if s.id == WHOLE_CHAIN and not s.name]
    if len(whole) == len(chain.sections) == 1:
        found["members"] = _members(whole[0])
    else:
        found["sections"] = [
            {"id": s.id, "name": s.name, "members": _members(s)} for s in chain.sections
        ]
    return found


def _members(section: Section) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for member in section.members:
        found.setdefault(member.stage, []).append(member.product)
    return found

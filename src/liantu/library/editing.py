"""Edits: an atlas and drafts of things → the next atlas, by the rules of the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from liantu.issues import Issue, Place, Severity
from liantu.library.parsing.context import Context, Reference, suggest
from liantu.library.parsing.nodes import KeyPath, to_node
from liantu.library.plain import ATTRIBUTES, LIBRARY_KIND, LISTED, plain, plain_of, read, things
from liantu.library.pruning import pruned
from liantu.model import Atlas, Library, Product
from liantu.model.kinds import KINDS
from liantu.wording import text

_MUST = {kind.name: kind.must for kind in KINDS}
_PREFIXES = {kind.name: kind.prefix for kind in KINDS}
_SPLIT = re.compile(r"[^A-Za-z0-9_.\-]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a thing is to be in plain values; ``None``: taken away. ``home`` is the chain that owns
    a new product, where it is not yet owned by one.
    """

    kind: str
    id: str
    values: Mapping[str, Any] | None
    home: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a draft, and where in its values; an empty path is the draft itself."""

    draft: Draft
    path: KeyPath
    issue: Issue


class RefusedError(ValueError):
    """Nothing was changed, because of ``faults``."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f.issue.code for f in self.faults))


@dataclass
class _Draftbook(Context):
    """A context whose lines are those of no file."""

    def place(self, line: int, column: int) -> Place:
        """The draft as a whole."""
        return Place(self.file)


@dataclass(slots=True)
class _Read:
    draft: Draft
    thing: Any
    paths: tuple[KeyPath, ...] = ()
    issues: list[Issue] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def edited(atlas: Atlas, drafts: Iterable[Draft]) -> Atlas:
    """The atlas with all the drafts: in its order, without what leads nowhere.

    Raises :class:`RefusedError` where the reader would not take one of them whole, or where one
    names a thing that there is not.
    """
    asked = list(drafts)
    wanted = [*asked, *_mentions(atlas, asked)]
    settings = [_read(atlas, d, atlas.library) for d in wanted if d.kind == LIBRARY_KIND]
    library = next((one.thing for one in settings if one.thing), atlas.library)
    found = settings + [_read(atlas, d, library) for d in wanted if d.kind != LIBRARY_KIND]
    after = _things(atlas, found)
    own = {(d.kind, d.id) for d in asked}
    mine = (one for one in found if (one.draft.kind, one.draft.id) in own)
    faults = [fault for one in mine for fault in _faults(one, after)]
    if faults:
        raise RefusedError(faults)
    return _settled(atlas, library, after)


def trial(atlas: Atlas, draft: Draft) -> tuple[Fault, ...]:
    """What is wrong with one draft as things are now, warnings too."""
    found = _read(atlas, draft, atlas.library)
    after = _things(atlas, [found])
    return tuple(_faults(found, after, Severity.WARNING))


def new_id(atlas: Atlas, kind: str, hint: str = "") -> str:
    """An id that no thing of the kind has: ``hint`` where it can be one, else the prefix of the
    kind with the next number (``P119`` after ``P118``).
    """
    taken = {id_.casefold() for id_ in things(atlas, kind)}
    stem = _SPLIT.sub("-", hint).strip("-.").casefold()[:40]
    if stem and stem not in taken:
        return stem
    prefix = f"{stem}-" if stem else _PREFIXES[kind] or kind[:1]
    numbers = [id_[len(prefix) :] for id_ in taken if id_.startswith(prefix.casefold())]
    width = max((len(n) for n in numbers if n.isdecimal()), default=0 if stem else 3)
    start = max((int(n) for n in numbers if n.isdecimal()), default=1 if stem else 0) + 1
    names = (f"{prefix}{number:0{width}d}" for number in count(start))
    return next(name for name in names if name.casefold() not in taken)


def _mentions(atlas: Atlas, drafts: list[Draft]) -> list[Draft]:
    """Drafts of the things that list what is taken away: it leaves their lists. What cannot be
    without it is left to :func:`pruned`.
    """
    gone = {(d.kind, d.id) for d in drafts if d.values is None}
    if not gone:
        return []
    own = {(d.kind, d.id) for d in drafts}
    marks = {id_ for _, id_ in gone}
    others = (
        (kind, id_, thing)
        for kind in (LIBRARY_KIND, *ATTRIBUTES, *LISTED)
        for id_, thing in things(atlas, kind).items()
        if (kind, id_) not in own and any(mark in repr(thing) for mark in marks)
    )
    return [draft for other in others for draft in _without(atlas, *other, gone)]


def _without(
    atlas: Atlas, kind: str, id_: str, thing: Any, gone: set[tuple[str, str]]
) -> list[Draft]:
    values = plain_of(kind, thing)
    found = _read(atlas, Draft(kind, id_, values), atlas.library)
    paths = [
        found.paths[item.line - 1]
        for item in found.references
        if (item.kind, item.id) in gone and isinstance(found.paths[item.line - 1][-1], int)
    ]
    for path in sorted(paths, reverse=True):
        if not _must(kind, values, path):
            _drop(values, path)
    return [Draft(kind, id_, values)] if paths else []


def _must(kind: str, values: Any, path: KeyPath) -> bool:
    """Whether an item is the last of a list without which the thing would say something else."""
    return path[0] in _MUST.get(kind, ()) and len(values[path[0]]) == 1


def _drop(values: Any, path: KeyPath) -> None:
    """Take an item out of a list; an optional list that is left empty goes too."""
    for key in path[:-2]:
        values = values[key]
    held = values[path[-2]]
    del held[path[-1]]
    if not held and path[-2] in ("source", "chains", "leads", "headline"):
        del values[path[-2]]


def _read(atlas: Atlas, draft: Draft, library: Library) -> _Read:
    if draft.values is None:
        return _Read(draft, None)
    node, paths = to_node(dict(draft.values))
    context = _Draftbook(text("edit.unsaved"))
    old = things(atlas, draft.kind).get(draft.id)
    home = getattr(old, "home", "") or draft.home
    thing = read(draft.kind, draft.id, node, context, library, home)
    return _Read(draft, thing, paths, context.issues, context.references)


def _things(atlas: Atlas, found: Iterable[_Read]) -> dict[str, dict[str, Any]]:
    """All things as they are to be, by kind and id."""
    after = {kind: dict(things(atlas, kind)) for kind in (*ATTRIBUTES, *LISTED)}
    for one in found:
        if one.draft.kind == LIBRARY_KIND:
            continue
        if one.thing is None:
            after[one.draft.kind].pop(one.draft.id, None)
        else:
            after[one.draft.kind][one.draft.id] = one.thing
    return after


def _faults(
    one: _Read, after: Mapping[str, Mapping[str, Any]], least: Severity = Severity.ERROR
) -> list[Fault]:
    grave = {Severity.ERROR, least}
    found = [Fault(one.draft, _path(one, i.place), i) for i in one.issues if i.severity in grave]
    for item in one.references:
        if item.id in after[item.kind]:
            continue
        near = suggest(item.id, after[item.kind])
        place = Place(text("edit.unsaved"), item.line, item.column)
        code = f"library.unknown_{item.kind}" + ("_near" if near else "")
        params: dict[str, str | int | float] = {"id": item.id, "near": near}
        issue = Issue(code, Severity.ERROR, place, params)
        found.append(Fault(one.draft, _path(one, place), issue))
    return found


def _path(one: _Read, place: Place) -> KeyPath:
    return one.paths[place.line - 1] if 0 < place.line <= len(one.paths) else ()


def _settled(atlas: Atlas, library: Library, after: dict[str, dict[str, Any]]) -> Atlas:
    """What holds of ``after``, in order; what is said of things that are gone goes with them."""
    if library.units != atlas.library.units:
        after["product"] = {id_: _counted(p, library) for id_, p in after["product"].items()}
    found = pruned(after, library)
    places = {key: place for key, place in atlas.places.items() if _is_there(key, after)}
    answers = (a for a in after["answer"].values() if a.product in found.products)
    declarations = (
        d for d in after["declaration"].values() if not d.chain or d.chain in found.chains
    )
    return replace(
        found,
        answers=tuple(answers),
        declarations=tuple(declarations),
        places=places,
        unread=atlas.unread,
    )


def _counted(product: Product, library: Library) -> Product:
    base, factor = library.units.get(product.unit, (product.unit, 1.0))
    return replace(product, base_unit=base, base_per_unit=factor)


def _is_there(key: str, after: Mapping[str, Mapping[str, Any]]) -> bool:
    kind, _, id_ = key.partition(":")
    return kind not in after or id_ in after[kind]


@dataclass(frozen=True, slots=True)
class Use:
    """A thing that names another one: ``keys`` are those of its values that do. ``goes``: it would
    go with it, whole.
    """

    kind: str
    id: str
    keys: tuple[str, ...] = ()
    goes: bool = False


def uses(atlas: Atlas, kind: str, id_: str) -> tuple[Use, ...]:
    """What would change, or go, if a thing were taken away."""
    after = edited(atlas, [Draft(kind, id_, None)])
    found: list[Use] = []
    for other in (*ATTRIBUTES, *LISTED):
        now = things(after, other)
        for name, thing in things(atlas, other).items():
            if (other, name) == (kind, id_) or now.get(name) == thing:
                continue
            found.append(_use(atlas, after, other, name))
    return tuple(found)


def _use(atlas: Atlas, after: Atlas, kind: str, id_: str) -> Use:
    old, new = plain(atlas, kind, id_) or {}, plain(after, kind, id_)
    if new is None:
        return Use(kind, id_, goes=True)
    return Use(kind, id_, tuple(key for key in old if old[key] != new.get(key)))

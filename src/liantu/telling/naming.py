"""What somebody calls a thing: its id, a name of it, or a part of a name that fits no other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from liantu.model import Atlas, Enterprise, Product
from liantu.wording import text

Called = Mapping[str, Sequence[str]]
"""Ids, and the names of each; the first is the one that is shown."""

NEAR = 5
"""Names that are offered for a wrong one."""
LIKE = 0.45
"""Likeness from which a name is offered: of two characters one may be wrong."""
LIKE_LETTERS = 0.6
"""The same of Latin letters, of which any two words share some."""
FEW = 30
"""So many are all named where none is like what was written."""
MOST_COMPARED = 20_000
"""Of more names only those with the same first character are compared: it would take seconds."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The id that was meant, else what it may be: ``several`` fit, or some are only ``like`` it."""

    id: str = ""
    several: tuple[str, ...] = ()
    like: tuple[str, ...] = ()


def meant(asked: str, called: Called) -> Meant:
    """An id wins over a name, a whole name over a part of one; a part of an id is no name. Upper
    and lower case are alike.
    """
    if asked in called:
        return Meant(asked)
    word = asked.strip().casefold()
    names = {id_: [n.casefold() for n in known if n] for id_, known in called.items()}
    whole = [id_ for id_, known in names.items() if word in (id_.casefold(), *known)]
    found = whole or [i for i, known in names.items() if word and any(word in n for n in known)]
    if len(found) == 1:
        return Meant(found[0])
    if not found:
        return Meant(like=_like(word, names))
    found.sort(key=lambda id_: min((_far(word, n) for n in names[id_] if word in n), default=()))
    return Meant(several=tuple(found))


def _far(word: str, name: str) -> tuple[bool, int]:
    """A name that begins so is nearer than one that only has it somewhere, a short one nearer."""
    return not name.startswith(word), len(name)


def _like(word: str, names: Called) -> tuple[str, ...]:
    ids = {name: id_ for id_, known in names.items() for name in (id_.casefold(), *known)}
    known = list(ids)
    if len(known) > MOST_COMPARED:
        known = [name for name in known if name[:1] == word[:1]]
    close = get_close_matches(word, known, NEAR, LIKE_LETTERS if word.isascii() else LIKE)
    return tuple(dict.fromkeys(ids[name] for name in close))


def refusal(kind: str, asked: str, called: Called, *, here: bool = False) -> str:
    """That nothing is called so, or too much, and what was perhaps meant. ``here``: of what a
    chain has.
    """
    found, what = meant(asked, called), text(f"named.kind.{kind}")
    if found.several:
        names = shown(found.several[:NEAR], called)
        return text("named.several", name=asked, kind=what, names=names)
    code = "named.none_here" if here else "named.none"
    return text(code, name=asked, kind=what, instead=instead(found.like, called))


def instead(like: Sequence[str], called: Called) -> str:
    """What may be written in place of what nothing is called, in one sentence."""
    if like:
        return text("named.like", names=shown(like, called))
    if not called:
        return text("named.nothing")
    if len(called) > FEW:
        some = shown(list(called)[:NEAR], called)
        return text("named.more", names=some, count=len(called))
    return text("named.there", names=shown(called, called))


def shown(ids: Iterable[str], called: Called) -> str:
    """Names with their ids."""
    first = ((id_, next(filter(None, called[id_]), id_)) for id_ in ids)
    return "、".join(
        name if id_ == name else text("named.shown", name=name, id=id_) for id_, name in first
    )


# -- what things of a folder are called


def chains(atlas: Atlas) -> Called:
    """Chains: 铝, 铝产业链 or al."""
    return {
        id_: (c.label, c.name, c.short, text("named.chain", name=c.label))
        for id_, c in atlas.chains.items()
    }


def sections(atlas: Atlas, chain: str) -> Called:
    """板块 of a chain."""
    return {section.id: (section.name,) for section in atlas.chains[chain].sections}


def products(atlas: Atlas, among: Iterable[str] | None = None) -> Called:
    """Products, by default all but utilities."""
    ids = [p.id for p in atlas.products.values() if not p.utility] if among is None else among
    return {id_: _names(atlas.products[id_]) for id_ in ids}


def enterprises(atlas: Atlas) -> Called:
    """Enterprises by all their names."""
    return {id_: _names(firm) for id_, firm in atlas.enterprises.items()}


def projects(atlas: Atlas) -> Called:
    """Projects by their names."""
    return {id_: (project.name,) for id_, project in atlas.projects.items()}


def counties(atlas: Atlas) -> Called:
    """Counties have no ids."""
    return {name: (name,) for name in atlas.library.region.counties}


def _names(thing: Product | Enterprise) -> tuple[str, ...]:
    return (thing.label, thing.name, thing.short, *thing.aka)

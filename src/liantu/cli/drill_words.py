"""How drills are told on the command line: ``汇隆=50%``, ``汇隆=0.5@3``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from liantu.cli.usage import UsageError, known_county
from liantu.model import Atlas, Enterprise, Product
from liantu.model.drill import Measure, MeasureKind, Shock, ShockKind

_PER_CENT = 100.0
_NEAR = 5
"""Names that are offered for a wrong one."""
_LIKE = 0.45
"""Likeness from which a name is offered: of two characters one may be wrong."""


def shock(atlas: Atlas, kind: ShockKind, told: str) -> Shock:
    """``NAME``, ``ID`` or either with ``=share``; raises :class:`UsageError`."""
    name, _, share = told.partition("=")
    return Shock(kind, _id(atlas, kind, name.strip()), _share(told, share) if share else 1.0)


def measure(atlas: Atlas, shocks: Iterable[Shock], told: str) -> Measure:
    """``NAME=share@day``: from that day on it makes that share again; raises
    :class:`UsageError`.
    """
    name, _, rest = told.partition("=")
    share, _, day = rest.partition("@")
    if not rest or not (day or "0").isdecimal():
        raise UsageError("cli.usage.restore", value=told)
    for one in shocks:
        if name.strip() in _names(atlas, one):
            back = _share(told, share, least=0.0)
            kind = MeasureKind.RESTORE
            return Measure(kind, int(day or 0), id=one.id, share=1.0 - back)
    raise UsageError("cli.usage.restored", name=name)


def _share(told: str, words: str, least: float = 1e-9) -> float:
    number = words.strip().removesuffix("%")
    try:
        found = float(number) / (_PER_CENT if words.strip().endswith("%") else 1.0)
    except ValueError:
        found = -1.0
    if not least <= found <= 1.0:
        raise UsageError("cli.usage.share", value=told)
    return found


def _id(atlas: Atlas, kind: ShockKind, name: str) -> str:
    if kind is ShockKind.COUNTY:
        return known_county(atlas, name) or _unknown("county", name, ())
    if kind is ShockKind.ENTERPRISE:
        return enterprise(atlas, name)
    return product(atlas, name)


def enterprise(atlas: Atlas, name: str) -> str:
    """The id of an enterprise told by id or by name; raises :class:`UsageError`."""
    return _found("enterprise", atlas.enterprises, name)


def product(atlas: Atlas, name: str) -> str:
    """The id of a product told by id or by name; raises :class:`UsageError`."""
    return _found("product", atlas.products, name)


def _found(kind: str, things: Mapping[str, Enterprise] | Mapping[str, Product], name: str) -> str:
    if name in things:
        return name
    asked = name.casefold()
    called = {
        key: [each.casefold() for each in (thing.name, thing.short, *thing.aka) if each]
        for key, thing in things.items()
    }
    exact = [key for key, names in called.items() if asked in names]
    if exact:
        return exact[0]
    part = [key for key, names in called.items() if asked and any(asked in n for n in names)]
    if len(part) == 1:
        return part[0]
    near = part or _near(asked, called)
    return _unknown(kind, name, [things[key].label for key in near[:_NEAR]])


def _near(asked: str, called: Mapping[str, list[str]]) -> list[str]:
    """Ids of what is called much like it."""
    names = {each: key for key, known in called.items() for each in (*known, key)}
    close = get_close_matches(asked, names, _NEAR, _LIKE)
    return list(dict.fromkeys(names[each] for each in close))


def _unknown(kind: str, name: str, near: Iterable[str]) -> str:
    raise UsageError(f"cli.usage.{kind}_name", name=name, near="、".join(near) or "—")


def _names(atlas: Atlas, found: Shock) -> tuple[str, ...]:
    thing = atlas.enterprises.get(found.id) or atlas.products.get(found.id)
    return (found.id, thing.name, thing.short, thing.label, *thing.aka) if thing else (found.id,)

"""One id that both sides gave to different new things: theirs gets another, and so do the places
that refer to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.firm_names import folded
from liantu.library.pairing import common
from liantu.library.plain import ids, plain
from liantu.model import Atlas

NUMBERED = ("source", "enterprise", "project", "supply", "cluster", "figure", "template")
"""Kinds whose ids tell nothing of what they stand for."""
_NAMES = ("name", "title", "claim", "item")
_REFERRING = {
    "enterprise": frozenset({"leads", "supplier", "customer", "enterprise"}),
    "source": frozenset({"source"}),
    "project": frozenset({"project"}),
    "figure": frozenset({"headline", "registered"}),
}
"""The keys that hold ids of a kind."""
ALIKE = 0.5
"""Share of equal values above which two of another name are one that was renamed."""

Renamed = Mapping[tuple[str, str], str]
"""(kind, id of theirs) → its id in ours."""


def renaming(ours: Atlas, theirs: Atlas, base: Atlas | None) -> dict[tuple[str, str], str]:
    """New ids for things of theirs whose id ours gave to something else."""
    found: dict[tuple[str, str], str] = {}
    for kind in NUMBERED:
        known = {*ids(base, kind)} if base is not None else set()
        taken = {*ids(ours, kind), *ids(theirs, kind)}
        for id_ in ids(theirs, kind):
            mine, other = plain(ours, kind, id_), plain(theirs, kind, id_)
            if id_ in known or not _differ(mine, other, sure=base is not None):
                continue
            found[kind, id_] = _free(id_, taken)
            taken.add(found[kind, id_])
    return found


def renamed(values: dict[str, Any] | None, names: Renamed) -> dict[str, Any] | None:
    """Values of theirs with the new ids where they refer to renamed things."""
    if values is None or not names:
        return values
    return {key: _walked(key, value, names) for key, value in values.items()}


def _walked(key: str, value: Any, names: Renamed) -> Any:
    if isinstance(value, dict):
        return {inner: _walked(inner, one, names) for inner, one in value.items()}
    if isinstance(value, list):
        return [_walked(key, one, names) for one in value]
    for kind, keys in _REFERRING.items():
        if key in keys and (kind, value) in names:
            return names[kind, value]
    return value


def _differ(mine: Mapping[str, Any] | None, other: Mapping[str, Any] | None, *, sure: bool) -> bool:
    """Whether two things of one id are not the same thing; ``sure``: both are known to be new."""
    if mine is None or other is None or called(mine) == called(other):
        return False
    aliases = {folded(name) for one in (mine, other) for name in one.get("aka", ())}
    if called(mine) in aliases or called(other) in aliases:
        return False
    return sure or common(dict(mine), dict(other)) <= ALIKE


def called(values: Mapping[str, Any]) -> str:
    """The folded name of a thing; empty where it has none."""
    return folded(next((str(values[key]) for key in _NAMES if key in values), ""))


def _free(id_: str, taken: set[str]) -> str:
    number = 2
    while f"{id_}_{number}" in taken:
        number += 1
    return f"{id_}_{number}"

"""Which item of one list is which of another: capacities, phases, honours, inputs.

Items of lists have no ids. Two are the same thing if they name the same (product, text, name …);
of several of one name those that have most in common are.
"""

from __future__ import annotations

from collections.abc import Sequence

from liantu.library.parsing.convert import Plain

_NAMING = ("id", "product", "claim", "text", "title", "name", "level", "list", "county")
"""Keys that say what an item is about, the first that is there decides."""
_TELLING = ("status", "route", "project", "year", "since", "stage", "kind")
"""Keys in which two new items of one name differ when they are two things and no contradiction."""

Pair = tuple[Plain | None, Plain | None]


def about(item: Plain) -> str:
    """What an item is about: itself, or the value of its naming key; empty where it has none."""
    if isinstance(item, str):
        return item
    if isinstance(item, dict):
        found = next((item[key] for key in _NAMING if key in item), "")
        return found if isinstance(found, str) else ""
    return ""


def pairs(before: Sequence[Plain], after: Sequence[Plain]) -> list[Pair]:
    """Every item of ``after`` in its order with the one it was, then those that are gone."""
    left = list(before)
    partners: list[Plain | None] = [_taken(item, left, equal=True) for item in after]
    for at, item in enumerate(after):
        if partners[at] is None:
            partners[at] = _taken(item, left, equal=False)
    return [*zip(partners, after, strict=True), *((gone, None) for gone in left)]


def new_pairs(ours: Sequence[Plain], theirs: Sequence[Plain]) -> list[Pair]:
    """Items that two made apart: the same thing only if they also agree in what tells such things
    apart.
    """
    left = list(theirs)
    found: list[Pair] = []
    for item in ours:
        equal = [at for at, one in enumerate(left) if one == item]
        like = [at for at, one in enumerate(left) if _fine(one) == _fine(item)]
        found.append((item, left.pop((equal or like)[0]) if like else None))
    return [*found, *((None, one) for one in left)]


def _taken(item: Plain, left: list[Plain], *, equal: bool) -> Plain | None:
    """The best partner, which is taken out of ``left``."""
    like = [
        at for at, one in enumerate(left) if (one == item if equal else about(one) == about(item))
    ]
    if not like:
        return None
    return left.pop(max(like, key=lambda at: common(left[at], item)))


def common(one: Plain, other: Plain) -> float:
    """Share of the keys of both whose values agree."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return float(one == other)
    keys = {*one, *other}
    return sum(one.get(key) == other.get(key) for key in keys) / len(keys) if keys else 1.0


def _fine(item: Plain) -> tuple[object, ...]:
    told = item if isinstance(item, dict) else {}
    return (about(item), *(str(told.get(key, "")) for key in _TELLING))

"""Which products and which chain a changed thing is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from liantu.analysis.reading import Reading
from liantu.library.difference import Changed
from liantu.library.pairing import pairs

_LISTS = ("capacities", "phases")


def products_of(changed: Changed) -> set[str]:
    """The products that a change is about: itself, those of the capacities, phases and members that
    differ.
    """
    before, after = changed.before or {}, changed.after or {}
    if changed.kind == "product":
        return {changed.id}
    found = {*_items(before, after)}
    if before.get("product") != after.get("product") or changed.kind in ("supply", "answer"):
        found |= {str(one["product"]) for one in (before, after) if "product" in one}
    return found | (_members(before) ^ _members(after))


def _items(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for key in _LISTS:
        for old, new in pairs(before.get(key, []), after.get(key, [])):
            if old != new:
                sides = (one for one in (old, new) if isinstance(one, dict))
                yield from (str(one["product"]) for one in sides if "product" in one)


def _members(values: Mapping[str, Any]) -> set[str]:
    parts = [values, *values.get("sections", ())]
    return {p for part in parts for products in part.get("members", {}).values() for p in products}


def chain_of(changed: Changed, after: Reading, before: Reading) -> str:
    """The chain under which a change is told; empty where it belongs to none."""
    for reading in (after, before):
        if found := _chain(changed, reading):
            return found
    return ""


def _chain(changed: Changed, reading: Reading) -> str:
    values = changed.after or changed.before or {}
    if changed.kind == "chain":
        return changed.id
    if changed.kind == "product":
        return reading.chain_for(changed.id)
    if changed.kind == "enterprise" and changed.id in reading.atlas.enterprises:
        about = next(iter(sorted(products_of(changed))), "")
        return reading.chain_for(about) or reading.chain_of_enterprise(changed.id)
    named = str(values.get("chain", "")) if isinstance(values, Mapping) else ""
    if named in reading.atlas.chains:
        return named
    about = next(iter(sorted(products_of(changed))), "")
    return reading.chain_for(about) if about else ""

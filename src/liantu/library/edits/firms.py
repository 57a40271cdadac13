"""Verbs of an enterprise: its capacities, and whether it leads a chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from liantu.library.editing import Draft
from liantu.library.edits.values import (
    Values,
    amount_of,
    changing,
    edit,
    gone,
    name_of,
    put,
)
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.wording import text


def add_capacity(
    atlas: Atlas, firm: str, capacity: Mapping[str, Any], also: tuple[Draft, ...] = ()
) -> Edit:
    """A capacity of an enterprise, behind those it has."""

    def alter(values: Values) -> None:
        values["capacities"] = [*values.get("capacities", []), dict(capacity)]

    return _edit("edit.capacity.added", atlas, firm, capacity, alter, also)


def change_capacity(
    atlas: Atlas,
    firm: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    also: tuple[Draft, ...] = (),
) -> Edit:
    """``after`` in the place of the capacity that says ``before``; refused where none says so."""

    def alter(values: Values) -> None:
        at = _at(values, firm, before)
        values["capacities"][at] = dict(after)

    return _edit(_code(before, after), atlas, firm, after, alter, also)


def remove_capacity(atlas: Atlas, firm: str, before: Mapping[str, Any]) -> Edit:
    """Take away the capacity that says ``before``; refused where none says so."""

    def alter(values: Values) -> None:
        found = values.get("capacities", [])
        at = _at(values, firm, before)
        put(values, "capacities", found[:at] + found[at + 1 :])

    return _edit("edit.capacity.removed", atlas, firm, before, alter)


def told_capacity(
    atlas: Atlas,
    firm: str,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    also: tuple[Draft, ...] = (),
) -> Edit:
    """A capacity that is new (no ``before``), gone (no ``after``) or another one."""
    if before is None:
        assert after is not None
        return add_capacity(atlas, firm, after, also)
    if after is None:
        return remove_capacity(atlas, firm, before)
    return change_capacity(atlas, firm, before, after, also)


def set_lead(atlas: Atlas, chain: str, firm: str, lead: bool = True) -> Edit:
    """Count an enterprise among the 链主 of a chain, the last of them, or no longer."""

    def alter(values: Values) -> None:
        others = [one for one in values.get("leads", []) if one != firm]
        put(values, "leads", [*others, firm] if lead else others)

    label = text(
        "edit.lead.yes" if lead else "edit.lead.no",
        chain=name_of(atlas, "chain", chain),
        firm=name_of(atlas, "enterprise", firm),
    )
    return edit(label, changing("chain", chain, alter))


def _at(values: Values, firm: str, before: Mapping[str, Any]) -> int:
    found = values.get("capacities", [])
    if dict(before) not in found:
        raise gone("enterprise", firm)
    return int(found.index(dict(before)))


def _code(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """What a change of a capacity is called after."""
    other = {k for k in {*before, *after} if before.get(k) != after.get(k)}
    if other & {"amount", "unit", "product"}:
        return "edit.capacity.changed"
    return "edit.capacity.status" if "status" in other else "edit.capacity.told"


def _edit(
    code: str,
    atlas: Atlas,
    firm: str,
    capacity: Mapping[str, Any],
    alter: Callable[[Values], None],
    also: tuple[Draft, ...] = (),
) -> Edit:
    label = text(
        code,
        firm=name_of(atlas, "enterprise", firm),
        product=name_of(atlas, "product", str(capacity["product"])),
        amount=amount_of(capacity),
        status=text(f"ui.status.{capacity['status']}"),
    )
    drafts = changing("enterprise", firm, alter)
    return edit(label, lambda now: (*also, *drafts(now)))

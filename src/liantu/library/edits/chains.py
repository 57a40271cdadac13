"""Verbs of a chain: where a product stands in it, and which are its key links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.edits.values import Values, changing, edit, name_of, put
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.wording import text


def move_to_group(
    atlas: Atlas, chain: str, product: str, stage: str, group: str = "", section: str = ""
) -> Edit:
    """Let a product stand in a stage, and there in a 细分环节; without ``group`` it is put to its
    like by itself. ``section``: the 板块 that is to show it where none does yet.
    """

    def alter(values: Values) -> None:
        place(values, product, stage, group, section)

    name = name_of(atlas, "product", product)
    if group:
        label = text("edit.moved", product=name, group=group)
    else:
        label = text("edit.moved.auto", product=name, stage=_stage_name(atlas, chain, stage))
    return edit(label, changing("chain", chain, alter))


def place(values: Values, product: str, stage: str, group: str = "", section: str = "") -> None:
    """Put a product into the plain values of a chain, where it stands already or newly."""
    holders = values.get("sections", [values])
    inside = [h for h in holders if any(product in ids for ids in h.get("members", {}).values())]
    named = [h for h in holders if h.get("id") == section and "sections" in values]
    for holder in inside or named or holders[:1]:
        holder["members"] = _moved(holder.get("members", {}), product, stage, values["stages"])
    _regroup(values, product, stage, group)


def _moved(
    members: Mapping[str, Any], product: str, stage: str, stages: list[dict[str, str]]
) -> Values:
    """The members with the product last in its stage; as it stands where it is there already."""
    if product in members.get(stage, []):
        return dict(members)
    left = {at: [p for p in ids if p != product] for at, ids in members.items()}
    left[stage] = [*left.get(stage, []), product]
    order = [one["id"] for one in stages]
    return {at: left[at] for at in sorted(left, key=order.index) if left[at]}


def _regroup(values: Values, product: str, stage: str, group: str) -> None:
    groups = []
    for one in values.get("groups", []):
        here = (one["stage"], one["name"]) == (stage, group)
        if here and product in one["products"]:
            groups.append(one)
            continue
        rest = [p for p in one["products"] if p != product]
        groups.append({**one, "products": [*rest, product] if here else rest})
    if group and not any((g["stage"], g["name"]) == (stage, group) for g in groups):
        groups.append({"stage": stage, "name": group, "products": [product]})
    put(values, "groups", [g for g in groups if g["products"]])


def set_key(
    atlas: Atlas, chain: str, product: str, key: bool = True, kind: str = "", why: str = ""
) -> Edit:
    """Mark a key link of a chain, with what it is for the chain and why; or no longer. What was
    proposed and is confirmed so is the office's own word then.
    """

    def alter(values: Values) -> None:
        links = values.get("key", [])
        others = [one for one in links if _linked(one) != product]
        at = next((at for at, one in enumerate(links) if _linked(one) == product), len(links))
        known = links[at] if at < len(links) else product
        new = [_key_link(known, kind, why)] if key else []
        put(values, "key", [*others[:at], *new, *others[at:]])

    label = text(
        "edit.key.yes" if key else "edit.key.no",
        chain=name_of(atlas, "chain", chain),
        product=name_of(atlas, "product", product),
    )
    return edit(label, changing("chain", chain, alter))


def _key_link(known: Any, kind: str, why: str) -> Any:
    """The link as the office says it; what it leaves open stays as it was."""
    before = {"product": known} if isinstance(known, str) else known
    said = {"kind": kind or before.get("kind"), "why": why or before.get("why")}
    told = {name: value for name, value in said.items() if value}
    return {"product": before["product"], **told} if told else before["product"]


def _linked(one: Any) -> str:
    return one if isinstance(one, str) else str(one["product"])


def _stage_name(atlas: Atlas, chain: str, stage: str) -> str:
    stages = atlas.chains[chain].stages if chain in atlas.chains else ()
    return next((one.name for one in stages if one.id == stage), stage)

"""Taking things away, and whatever names them with them: nothing is left that leads nowhere."""

from __future__ import annotations

from typing import Any, Final

from liantu.library.editing import Draft, uses
from liantu.library.edits.values import (
    Values,
    amount_of,
    edit,
    gone,
    kind_name,
    name_of,
    values_of,
)
from liantu.library.fields.drill_fields import Recast
from liantu.library.fields.judgement_fields import Brief
from liantu.library.parsing.convert import IdValue, ListValue, MapValue
from liantu.library.parsing.members import MembersValue
from liantu.library.parsing.record import Keyed, Record, Spread
from liantu.library.plain import plain, record
from liantu.model import Atlas
from liantu.model.drill import ShockKind
from liantu.model.edits import Edit
from liantu.wording import text

GONE: Final = object()
"""What is left of a value that was nothing but the reference."""

_WORDS = {
    ("supply", "supplier"): "supplier_name",
    ("supply", "customer"): "customer_name",
    ("project", "enterprise"): "owner",
}
"""Where the name of an enterprise is kept in words when it is no longer on record."""


def remove(atlas: Atlas, kind: str, id_: str) -> Edit:
    """Take a thing away. Lists lose it, routes the input, projects and supplies keep its name in
    words, what an enterprise makes of it is kept as a statement without a product.
    """
    name = name_of(atlas, kind, id_)

    def drafts(now: Atlas) -> tuple[Draft, ...]:
        if plain(now, kind, id_) is None:
            raise gone(kind, id_)
        found = dict.fromkeys((use.kind, use.id) for use in uses(now, kind, id_))
        rest = (_without(now, user, kind, id_, name) for user in found)
        return (*rest, Draft(kind, id_, None))

    return edit(text("edit.removed", kind=kind_name(kind), name=name), drafts)


def _without(atlas: Atlas, user: tuple[str, str], kind: str, id_: str, name: str) -> Draft:
    values = values_of(atlas, *user)
    told = _kept(user[0], values, kind, id_, name)
    left = scrubbed(record(user[0]), told, kind, id_)
    return Draft(*user, None if left is GONE else left)


def _kept(user: str, values: Values, kind: str, id_: str, name: str) -> Values:
    """The values with what would be lost told in words."""
    for (owner, key), words in _WORDS.items():
        if (owner, kind) == (user, "enterprise") and values.get(key) == id_:
            values.setdefault(words, name)
    if user == "scenario" and "measures" in values.get("drill", {}):
        values["drill"]["measures"] = _unrestored(values["drill"], kind, id_)
    if (user, kind) == ("enterprise", "product"):
        made = [c for c in values.get("capacities", []) if c["product"] == id_]
        reason = text("edit.unmapped", product=name)
        told = [{"claim": f"{c.get('claim', name)} {amount_of(c)}", "reason": reason} for c in made]
        if told:
            values["unmapped"] = [*values.get("unmapped", []), *told]
    return values


def _unrestored(drill: Values, kind: str, id_: str) -> list[Values]:
    """What is done, but for what would restore the thing; unless something else of its id fails."""
    keys = {"product": ("product", "outside")}.get(kind, (kind,))
    rest = (s for s in drill.get("shocks", []) if not any(s.get(key) == id_ for key in keys))
    failing = {s.get(k.value) for s in rest for k in ShockKind}
    return [m for m in drill["measures"] if m.get("of") != id_ or id_ in failing]


def scrubbed(reader: Any, value: Any, kind: str, id_: str) -> Any:  # noqa: PLR0911  one a kind
    """``value`` without the references to a thing, by the declared fields; :data:`GONE` where it
    means nothing without.
    """
    match reader:
        case IdValue():
            return GONE if reader.refers == kind and value == id_ else value
        case ListValue():
            found = (scrubbed(reader.item, item, kind, id_) for item in value)
            return [item for item in found if item is not GONE]
        case Brief() if isinstance(value, str):
            return scrubbed(reader.record.fields[0].read, value, kind, id_)
        case Brief() | Spread():
            return scrubbed(reader.record, value, kind, id_)
        case Recast():
            left = scrubbed(reader.record, value, kind, id_)
            return GONE if left is GONE or reader.lack(left) else left
        case Record():
            return _record(reader, value, kind, id_)
        case MembersValue() if kind == "product":
            return {stage: [p for p in items if p != id_] for stage, items in value.items()}
        case Keyed() | MapValue():
            return _mapping(reader, value, kind, id_)
        case _:
            return value


def _record(declared: Record, value: Values, kind: str, id_: str) -> Any:
    found: Values = {}
    for key, inner in value.items():
        item = declared.by_key[key]
        left = scrubbed(item.read, inner, kind, id_)
        if left is GONE and item.spoils:
            return GONE
        if left is not GONE and (left == inner or left not in ([], {}) or item.required):
            found[key] = left
    return found


def _mapping(reader: Keyed | MapValue, value: Values, kind: str, id_: str) -> Values:
    inner = reader.record if isinstance(reader, Keyed) else reader.value
    kept = {k: v for k, v in value.items() if not (reader.refers == kind and k == id_)}
    found = {k: scrubbed(inner, v, kind, id_) for k, v in kept.items()}
    return {k: v for k, v in found.items() if v is not GONE}

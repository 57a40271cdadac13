"""Plain values of things, to be changed and given back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from liantu.issues import Issue, Place, Severity
from liantu.library.editing import Draft, Fault, RefusedError, edited
from liantu.library.plain import plain
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.wording import text

Values = dict[str, Any]
"""A mapping of a file: keys → texts, lists, mappings."""

YES = "yes"
_NAMED = ("short", "name", "title", "claim", "item", "text", "office", "date")


def values_of(atlas: Atlas, kind: str, id_: str) -> Values:
    """What the thing says, to be changed freely. Raises ``RefusedError`` where it is not there."""
    found = plain(atlas, kind, id_)
    if found is None:
        raise gone(kind, id_)
    return deepcopy(found)


def gone(kind: str, id_: str) -> RefusedError:
    """The error that says that what was to be changed is not there any more."""
    issue = Issue("edit.gone", Severity.ERROR, Place(""))
    return RefusedError([Fault(Draft(kind, id_, {}), (), issue)])


def meanwhile(kind: str, id_: str, key: str, field: str) -> RefusedError:
    """The error that says that a field was changed since it was looked at."""
    issue = Issue("edit.meanwhile", Severity.ERROR, Place(""), {"field": field})
    return RefusedError([Fault(Draft(kind, id_, {}), (key,), issue)])


def edit(label: str, drafts: Callable[[Atlas], tuple[Draft, ...]], merge: str = "") -> Edit:
    """The edit that makes these drafts of the atlas it is given."""
    return Edit(label, lambda atlas: edited(atlas, drafts(atlas)), merge)


def changing(
    kind: str, id_: str, change: Callable[[Values], None]
) -> Callable[[Atlas], tuple[Draft, ...]]:
    """Drafts of one thing whose values ``change`` alters in place."""

    def drafts(atlas: Atlas) -> tuple[Draft, ...]:
        values = values_of(atlas, kind, id_)
        change(values)
        return (Draft(kind, id_, values),)

    return drafts


def put(values: Values, key: str, value: Any) -> None:
    """Set a key; an empty value takes it away, so that it is unknown and not empty."""
    if value in ("", None, [], {}, ()):
        values.pop(key, None)
    else:
        values[key] = value


def name_of(atlas: Atlas, kind: str, id_: str) -> str:
    """What a planner calls a thing; an empty text where it is not there."""
    values = plain(atlas, kind, id_)
    return "" if values is None else named(values)


def named(values: Mapping[str, Any]) -> str:
    """The name in plain values; empty where they have none."""
    return next((str(values[key]) for key in _NAMED if values.get(key)), "")


def amount_of(capacity: Mapping[str, Any]) -> str:
    """``40 万吨/年``, or that it is not known."""
    if not capacity.get("amount"):
        return text("edit.amount.unknown")
    return f"{capacity['amount']} {capacity.get('unit', '')}".strip()


def kind_name(kind: str) -> str:
    """What a kind is called."""
    return text(f"library.kind.{kind}")

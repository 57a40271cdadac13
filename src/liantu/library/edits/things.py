"""Verbs of any kind of thing: add, change fields, write a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.editing import Draft
from liantu.library.edits.values import (
    Values,
    changing,
    edit,
    kind_name,
    meanwhile,
    name_of,
    named,
    put,
)
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.wording import table, text

BRIEF = 24
"""So many characters of a value stand in a label."""


def field_name(record: str, key: str) -> str:
    """What a planner calls a field of a record."""
    own = f"ui.field.{record}.{key}"
    return text(own) if own in table() else text(f"ui.field.{key}")


def add(kind: str, id_: str, values: Mapping[str, Any], also: tuple[Draft, ...] = ()) -> Edit:
    """A new thing; ``also``: things that come with it, as a source that is cited first here."""
    label = text("edit.added", kind=kind_name(kind), name=named(values))
    return edit(label, lambda _: (*also, Draft(kind, id_, dict(values))))


def change(
    atlas: Atlas,
    kind: str,
    id_: str,
    changes: Mapping[str, Any],
    also: tuple[Draft, ...] = (),
    before: Mapping[str, Any] | None = None,
) -> Edit:
    """Other values of some keys; an empty value takes the key away. All other keys stay as they
    are when the edit is made. Where ``before`` tells what they said, it is refused if they say
    something else by then.
    """

    def alter(values: Values) -> None:
        for key, value in changes.items():
            if before is not None and values.get(key) != before.get(key):
                raise meanwhile(kind, id_, key, field_name(kind, key))
            put(values, key, value)

    drafts = changing(kind, id_, alter)
    label = _told(atlas, kind, id_, changes)
    return edit(label, lambda now: (*also, *drafts(now)))


def set_note(atlas: Atlas, kind: str, id_: str, note: str) -> Edit:
    """The note of a thing; an empty one takes it away."""
    code = "edit.note.set" if note else "edit.note.cleared"
    label = text(code, name=name_of(atlas, kind, id_))
    return edit(label, changing(kind, id_, lambda values: put(values, "note", note)))


def _told(atlas: Atlas, kind: str, id_: str, changes: Mapping[str, Any]) -> str:
    name = name_of(atlas, kind, id_)
    if "name" in changes:
        return text("edit.renamed", old=name, name=changes["name"])
    if len(changes) == 1:
        key, value = next(iter(changes.items()))
        field = field_name(kind, key)
        if value in ("", None, [], {}):
            return text("edit.cleared", name=name, field=field)
        if isinstance(value, str) and len(value) <= BRIEF and value not in ("yes", "no"):
            return text("edit.set", name=name, field=field, value=_words(value))
    fields = text("edit.list.comma").join(field_name(kind, key) for key in changes)
    return text("edit.changed", name=name, fields=fields)


def _words(value: str) -> str:
    """A word of the file as it is called, any other text as it is."""
    return next((text(code) for code in (f"ui.status.{value}",) if code in table()), value)

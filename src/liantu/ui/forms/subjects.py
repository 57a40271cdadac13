"""What can be told in a form of a thing as a whole, or of some of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.editing import Draft, new_id
from liantu.library.edits import firms, products, things
from liantu.library.edits.values import kind_name, name_of, values_of
from liantu.library.plain import record
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.model.target import Target
from liantu.ui.forms.subject import Filled, Path, Subject
from liantu.wording import text

JUDGED = ("want", "generic", "raw", "utility", "energy", "gate", "barrier", "scale_min", "cost")
"""What the office judges of a product."""
_SEEN = frozenset({"chain", "product", "enterprise", "project"})
"""Kinds that can be selected in the window."""


def change(
    atlas: Atlas,
    kind: str,
    id_: str,
    *,
    title: str = "",
    keys: tuple[str, ...] = (),
    hint: str = "",
) -> Subject:
    """The fields of a thing that is there, all or some. Raises ``RefusedError`` where it is not."""
    values = values_of(atlas, kind, id_)
    name = name_of(atlas, kind, id_)

    def whole(_atlas: Atlas, told: Mapping[str, Any], _key: str) -> tuple[Draft, Path]:
        return Draft(kind, id_, told), ()

    def make(now: Atlas, filled: Filled) -> Edit:
        return told(now, kind, id_, values, filled)

    return Subject(
        title=title or text("ui.form.title.change", kind=kind_name(kind), name=name),
        record=record(kind),
        values=values,
        whole=whole,
        make=make,
        keys=keys,
        hint=hint,
        target=Target(kind, id_) if kind in _SEEN else None,
    )


def told(atlas: Atlas, kind: str, id_: str, before: Mapping[str, Any], filled: Filled) -> Edit:
    """The edit of some changed keys, called after what it means where it is just one of them."""
    changes, also = filled.changes, filled.also
    key, value = next(iter(changes.items())) if len(changes) == 1 else ("", "")
    if kind == "product" and key in products.FLAGS:
        return products.set_flag(atlas, id_, key, value == "yes")
    if key == "note":
        return things.set_note(atlas, kind, id_, str(value))
    if kind == "enterprise" and key == "capacities":
        one = _one_capacity(list(before.get(key, ())), list(value or ()))
        if one is not None:
            return firms.told_capacity(atlas, id_, *one, also)
    return things.change(atlas, kind, id_, changes, also, before)


def _one_capacity(before: list[Any], after: list[Any]) -> tuple[Any, Any] | None:
    """What was said and is said now where just one of the capacities differs; ``None`` in the place
    of one that is new or gone, and for several.
    """
    old = [one for one in before if one not in after]
    new_ = [one for one in after if one not in before]
    if len(old) > 1 or len(new_) > 1 or not (old or new_):
        return None
    return (old[0] if old else None), (new_[0] if new_ else None)


def new(atlas: Atlas, kind: str, values: Mapping[str, Any] | None = None) -> Subject:
    """A thing that is not there yet; ``values`` are proposed."""
    id_ = new_id(atlas, kind)

    def whole(_atlas: Atlas, told: Mapping[str, Any], _key: str) -> tuple[Draft, Path]:
        return Draft(kind, id_, told), ()

    def make(_now: Atlas, filled: Filled) -> Edit:
        return things.add(kind, id_, filled.values, filled.also)

    return Subject(
        title=text("ui.form.title.new", kind=kind_name(kind)),
        record=record(kind),
        values=dict(values or {}),
        whole=whole,
        make=make,
        fresh=True,
        target=Target(kind, id_) if kind in _SEEN else None,
    )


def note(atlas: Atlas, kind: str, id_: str) -> Subject:
    """The note of a thing alone."""
    title = text("ui.form.title.note", name=name_of(atlas, kind, id_))
    return change(atlas, kind, id_, title=title, keys=("note",))


def sources(atlas: Atlas, kind: str, id_: str) -> Subject:
    """The sources of a thing alone."""
    title = text("ui.form.title.source", name=name_of(atlas, kind, id_))
    return change(atlas, kind, id_, title=title, keys=("source",))


def standing(atlas: Atlas, product: str) -> Subject:
    """What the office holds of a product."""
    title = text("ui.form.title.standing", name=name_of(atlas, "product", product))
    hint = text("ui.form.hint.standing")
    return change(atlas, "product", product, title=title, keys=JUDGED, hint=hint)


def project(atlas: Atlas, firm: str, product: str, chain: str) -> Subject:
    """A project of what is looked at, with a phase of the product."""
    values: dict[str, Any] = {"phases": [{"status": "planned", "product": product}]}
    values |= {"enterprise": firm, "chain": chain}
    if firm in atlas.enterprises:
        values["county"] = atlas.enterprises[firm].county
    if not product:
        del values["phases"]
    return new(atlas, "project", {key: value for key, value in values.items() if value})

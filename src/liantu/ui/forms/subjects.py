"""What can be told in a form of a thing as a whole, or of some of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.editing import Draft, new_id
from liantu.library.edits import things
from liantu.library.edits.values import kind_name, name_of, values_of
from liantu.library.plain import record
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.model.target import Target
from liantu.ui.forms.subject import Filled, Path, Subject
from liantu.wording import text

JUDGED = ("want", "generic", "raw", "utility", "energy", "gate", "barrier", "scale_min")
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
        return things.change(now, kind, id_, filled.changes, filled.also)

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

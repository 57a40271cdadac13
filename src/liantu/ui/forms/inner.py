"""Pages of a form for what lies within a thing, and for a source that is not on record yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.editing import Draft
from liantu.library.plain import record
from liantu.model import Atlas
from liantu.ui.forms.panel import Panel
from liantu.ui.forms.several import Told
from liantu.ui.forms.subject import Path, Subject
from liantu.wording import text

_BY_PRODUCT = ("input", "byproduct")
"""Records that are told of by the product they name."""


def inner(outer: Subject, panel: Panel, told: Told, key: Any) -> Subject:
    """The page of one thing within another; ``key`` as :meth:`Told.put` has it."""
    field = next(k for k, one in panel.inputs.items() if one is told)
    values = told.rows().get(key, {}) if key is not None or told.one else {}
    if told.one:
        values = told.value()
    if not isinstance(values, Mapping):
        values = {told.record.fields[0].key: values}
    by_product = told.keyed and told.record.name in _BY_PRODUCT

    def whole(atlas: Atlas, inside: Mapping[str, Any], own: str) -> tuple[Draft, Path]:
        at, value = _placed(told, key, inside, own)
        around = {**panel.value(), field: value}
        draft, path = outer.whole(atlas, around, panel.key)
        return draft, (*path, field, *at)

    return Subject(
        title=text("ui.form.within", name=told.name),
        record=told.record,
        whole=whole,
        make=_never,
        values=dict(values),
        keyed_by="product" if by_product else "",
        key=str(key or "") if by_product else "",
    )


def take(told: Told, key: Any, values: Mapping[str, Any], own: str) -> None:
    """Let a page that was confirmed stand where it belongs."""
    told.put(key, dict(values), _fresh(told, key, own) if told.keyed else "")


def _placed(told: Told, key: Any, values: Mapping[str, Any], own: str) -> tuple[Path, Any]:
    """The value of the whole field with one thing told anew, and where that stands in it."""
    if told.one:
        return (), values
    if told.keyed:
        id_ = _fresh(told, key, own)
        return (id_,), {**{k: v for k, v in told.value().items() if k != key}, id_: values}
    rows = list(told.value())
    if key is None:
        return (len(rows),), [*rows, values]
    return (key,), [values if at == key else row for at, row in enumerate(rows)]


def _fresh(told: Told, key: Any, own: str) -> str:
    """The id of a thing of a mapping: the product it tells of, its own, or a new one."""
    if own or key is not None:
        return own or str(key)
    taken = told.value()
    return next(f"r{n}" for n in range(1, len(taken) + 2) if f"r{n}" not in taken)


def new_source(id_: str) -> Subject:
    """The page of a source that is cited before it is on record."""
    return Subject(
        title=text("ui.form.new.source"),
        record=record("source"),
        whole=lambda _atlas, values, _key: (Draft("source", id_, values), ()),
        make=_never,
    )


def _never(*_: Any) -> Any:
    """Only the first page of a form makes an edit."""
    raise NotImplementedError

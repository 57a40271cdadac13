"""What is on record as rows of a sheet, such that importing them again changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from liantu.library.firm_names import folded
from liantu.library.importing.cells import Cell
from liantu.library.importing.lookups import JOINT, Lookups
from liantu.library.importing.targets import (
    CAPACITY,
    ENTERPRISE,
    ID,
    PHASE,
    PRODUCTS,
    SOURCE,
    Column,
    Target,
)
from liantu.library.importing.values import parts
from liantu.library.plain import ids, plain

AND = "\uff1b"
"""Between the sources of one cell."""


def filled(look: Lookups, target: Target) -> Iterator[tuple[Cell, ...]]:
    """A row for each thing on record, in atlas order, by the columns of the target."""
    for id_ in ids(look.atlas, target.kind):
        values = plain(look.atlas, target.kind, id_) or {}
        for row in _rows(target, id_, values):
            yield tuple(_cell(look, column, row) for column in target.columns.values())


def _rows(target: Target, id_: str, values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if target.id == CAPACITY:
        firm = {"firm": values["name"], "county": values["county"]}
        yield from (firm | entry for entry in values.get("capacities", ()))
    elif target.id == ENTERPRISE:
        made = dict.fromkeys(entry["product"] for entry in values.get("capacities", ()))
        yield values | ({PRODUCTS: list(made)} if made else {})
    else:
        phases = values.get("phases", ())
        phase = phases[0] if len(phases) == 1 else {}
        yield values | {ID: id_} | {PHASE + key: value for key, value in phase.items()}


def _cell(look: Lookups, column: Column, values: dict[str, Any]) -> Cell:
    if column.key == SOURCE:
        return AND.join(source_name(look, id_) for id_ in values.get(SOURCE, ())) or None
    if column.key == PRODUCTS:
        return JOINT.join(_product(look, id_) for id_ in values.get(PRODUCTS, ())) or None
    if column.key in values:
        return column.reader.shown(values[column.key], look)
    return values.get(column.spare)


def source_name(look: Lookups, id_: str) -> str:
    """The title of a source, its id where the title would not lead back to it."""
    source = look.atlas.sources[id_]
    alone = look.called("source").get(folded(source.title), ()) == (id_,)
    return source.title if alone and not set(source.title) & set(";\uff1b\n") else id_


def _product(look: Lookups, id_: str) -> str:
    name = look.name("product", id_)
    alone = look.called("product").get(folded(name), ()) == (id_,)
    return name if alone and parts(name) == (name,) else id_

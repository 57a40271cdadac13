"""Rows about projects, supplies, ledgers and other records: a column for each declared field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.firm_names import folded
from liantu.library.importing.cells import Cell
from liantu.library.importing.compound import Quantity
from liantu.library.importing.lookups import JOINT
from liantu.library.importing.matching import Cells
from liantu.library.importing.projects import fitted, take_project
from liantu.library.importing.readers import Choice, Measured
from liantu.library.importing.rows import State
from liantu.library.importing.targets import ID, PHASE, PROJECT, SOURCE, Column, Target
from liantu.library.importing.trouble import Trouble
from liantu.library.importing.values import Amount, words
from liantu.library.importing.work import Step, add_sources, is_shown, merged
from liantu.library.plain import ids, plain
from liantu.numerals import plain as number

_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "supply": ("claim", "supplier", "customer"),
    "source": ("title",),
    "figure": ("item", "subject", "year"),
    "cluster": ("name",),
    "park": ("name",),
}
"""The columns that tell records of a kind from one another, where not the required ones do."""
_WHOSE = ("enterprise",)
_OWN = frozenset({"request", "finding", "visit", "meeting", "assignment", "memo"})
"""What the office itself notes: its own ledger is the source."""


def enter_record(step: Step, target: Target, cells: Cells, units: Mapping[str, str]) -> None:
    """A row of a kind of records: a new one, or more about one on record."""
    kind = target.kind
    step.name = next(filter(None, (_said(step, cells.get(c.key)) for c in target.required)), "")
    id_ = step.tried(lambda: _known(step, target, cells), ID)
    if step.bad:
        return
    values = step.values(kind, id_) if id_ else {}
    old = dict(values)
    for key, column in target.columns.items():
        if key in cells and key not in (ID, SOURCE) and not key.startswith(PHASE):
            _enter(step, target, values, column, cells, units)
    if kind == PROJECT:
        take_project(step, target, values, cells, units)
    _check(step, target, values)
    changed = values != old
    if id_ and changed and not step.work.update:
        step.remark("passed")
        return
    if changed or (id_ and SOURCE in cells):
        changed |= _sourced(step, target, values, cells)
    if changed and not step.bad:
        step.state = State.UPDATE if id_ else State.NEW
        _changes(step, target, old, values, known=bool(id_))
        id_ = id_ or step.new(kind)
        _remember(step, target, id_, cells)
        step.set(kind, id_, values)


def _enter(
    step: Step,
    target: Target,
    values: dict[str, Any],
    column: Column,
    cells: Cells,
    units: Mapping[str, str],
) -> None:
    cell, unit = cells[column.key], units.get(column.key, "")
    if isinstance(column.reader, Measured):
        _amount(step, target, values, cells, units)
    elif column.key == "unit" and isinstance(
        getattr(target.columns.get("amount"), "reader", None), Measured
    ):
        if "amount" not in cells:
            merged(step, values, column, cell)
    elif (
        isinstance(column.reader, Quantity)
        and isinstance(cell, float)
        and not is_shown(step.look, values, column, cell)
    ):
        _quantity(step, values, column, cell, unit)
    else:
        merged(step, values, column, cell)


def _quantity(step: Step, values: dict[str, Any], column: Column, cell: float, unit: str) -> None:
    """A bare number has its unit in the heading; without one it is no magnitude."""
    shown = number(cell, 12)
    if not unit:
        step.fail(Trouble("quantity_unit", column=column.label, value=shown), column.key)
        return
    if (
        "text" in (old := values.get(column.key, {}))
        and old.get("amount") == shown
        and old.get("unit") == unit
    ):
        return
    values[column.key] = {"text": f"{shown}{unit}", "amount": shown, "unit": unit}


def _amount(
    step: Step, target: Target, values: dict[str, Any], cells: Cells, units: Mapping[str, str]
) -> None:
    """An amount of a product in units of the library; one of anything else in its own words."""
    found: Amount | None = step.tried(lambda: Measured().read(cells["amount"], step.look), "amount")
    if found is None:
        return
    unit = words(cells.get("unit")) or units.get("amount", "")
    if "product" in target.columns:
        into = step.tried(lambda: fitted(step, values.get("product", ""), found, unit), "amount")
    else:
        into = step.tried(lambda: _free(found, unit), "amount")
    if into is not None:
        values |= {"amount": number(into[0], 12), "unit": into[1]}


def _free(found: Amount, unit: str) -> tuple[float, str]:
    said = found.unit or found.step + unit
    if not said:
        raise Trouble("no_unit_free")
    return found.number, said


def _check(step: Step, target: Target, values: dict[str, Any]) -> None:
    for column in target.required:
        if column.key not in values:
            step.fail(Trouble("missing", column=column.label), column.key)


def _sourced(step: Step, target: Target, values: dict[str, Any], cells: Cells) -> bool:
    """Cite the source of the row, where records of the kind do."""
    if SOURCE not in target.columns:
        return False
    if target.kind in _OWN and not (words(cells.get(SOURCE)) or step.work.origin.title):
        return False
    return add_sources(values, step.tried(lambda: step.sourced(cells.get(SOURCE)), SOURCE) or [])


def _known(step: Step, target: Target, cells: Cells) -> str:
    """The id of the record that a row is about; empty where it is a new one."""
    told = _said(step, cells.get(ID))
    if told and told in ids(step.look.atlas, target.kind):
        return told
    wanted = _identity(step, target, cells)
    if not any(wanted):
        return ""
    found = _index(step, target).get(wanted, [])
    if len(found) > 1:
        raise Trouble("records", ids=JOINT.join(found[:5]))
    return found[0] if found else ""


def _keys(target: Target) -> tuple[str, ...]:
    usual = [c.key for c in target.required if not isinstance(c.reader, Choice)]
    own = _IDENTITY.get(target.kind) or (*usual, *(k for k in _WHOSE if k not in usual))
    return tuple(key for key in own if key in target.columns)


def _identity(step: Step, target: Target, cells: Cells) -> tuple[str, ...]:
    """What a row says of itself, as the same record would be shown."""
    return tuple(_shape(step, target.columns[k], cells.get(k)) for k in _keys(target))


def _shape(step: Step, column: Column, cell: Cell) -> str:
    """A cell as the value that it means would be shown; as written where it means none."""
    told = _said(step, cell)
    if not told:
        return ""
    try:
        found = column.reader.read(cell, step.look)
        if column.spare and isinstance(found, tuple):
            found = found[0] or step.firm(found[1])
            return folded(str(step.look.name("enterprise", found))) if found else folded(told)
        return folded(words(column.reader.shown(found, step.look)))
    except Trouble:
        return folded(told)


def _index(step: Step, target: Target) -> dict[tuple[str, ...], list[str]]:
    """Identity → ids, of the records of a kind in the atlas and those read so far."""
    work = step.work
    if target.kind not in work.indexes:
        found: dict[tuple[str, ...], list[str]] = {}
        for id_ in ids(step.look.atlas, target.kind):
            values = plain(step.look.atlas, target.kind, id_) or {}
            shown = tuple(_stored(step, target.columns[k], values) for k in _keys(target))
            found.setdefault(shown, []).append(id_)
        work.indexes[target.kind] = found
    return work.indexes[target.kind]


def _stored(step: Step, column: Column, values: dict[str, Any]) -> str:
    if column.key in values:
        return folded(words(column.reader.shown(values[column.key], step.look)))
    return folded(values.get(column.spare, ""))


def _remember(step: Step, target: Target, id_: str, cells: Cells) -> None:
    """Rows below that say the same of themselves are about this record."""
    wanted = _identity(step, target, cells)
    if any(wanted) and id_ not in _index(step, target).get(wanted, []):
        _index(step, target).setdefault(wanted, []).append(id_)


def _changes(
    step: Step, target: Target, old: dict[str, Any], new: dict[str, Any], *, known: bool
) -> None:
    """Tell which values of a record on record become others."""
    for key, column in target.columns.items():
        if known and key in old and old[key] != new.get(key) and key in new and key != SOURCE:
            shown = [words(column.reader.shown(one[key], step.look)) for one in (old, new)]
            step.remark("change", key, column=column.label, old=shown[0], new=shown[1])


def _said(step: Step, cell: Cell) -> str:
    try:
        return words(cell)
    except Trouble:
        return ""

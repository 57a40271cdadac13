"""Which capacity of a firm a row is about, and whether it says anything else of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from liantu.library.importing.cells import Cell
from liantu.library.importing.readers import Measured
from liantu.library.importing.rows import State
from liantu.library.importing.targets import ENTERPRISE, SOURCE, Column, Target
from liantu.library.importing.trouble import Trouble
from liantu.library.importing.units import Units
from liantu.library.importing.values import day, words
from liantu.library.importing.work import Step, is_shown
from liantu.model import Product

Cells = Mapping[str, Cell]
"""The filled cells of a row by the key of their column."""
DATES = ("as_of", "since")
YEAR = 4
"""Characters of a date that are its year."""


def place(
    step: Step,
    target: Target,
    firm: tuple[str, list[dict[str, Any]]],
    product: str,
    given: Cells,
    units: Mapping[str, str],
) -> tuple[int, State]:
    """Which of the capacities of a firm a row is about: one that says the same, the one of the same
    year, or a new one behind all.
    """
    id_, known = firm
    mine = [at for at, item in enumerate(known) if item["product"] == product]
    for at in mine:
        if _says(step, target, known[at], given, units):
            return at, State.SAME
    at = _same_year(step, target, known, mine, given)
    if at < 0:
        return len(known), State.NEW
    if row := step.work.told.get((ENTERPRISE, id_, at)):
        step.fail(Trouble("twice", row=row), "product")
    return at, State.UPDATE


def _same_year(
    step: Step, target: Target, known: list[dict[str, Any]], mine: list[int], given: Cells
) -> int:
    """Which of the capacities ``mine`` is that of the same year and status; -1: none. What a firm
    builds stands beside what it runs.
    """
    year = _year(step, target, given)
    same = [at for at in mine if year and _told_in(known[at]) == year]
    reader = target.columns["status"].reader
    status = step.tried(lambda: reader.read(given.get("status"), step.look), "status")
    found = [at for at in same if status in (None, known[at]["status"])]
    found = found or [at for at in same if known[at]["status"] == "unknown"]
    if len(found) > 1:
        step.fail(Trouble("several", year=year, count=len(found)), "as_of")
    if same and not found:
        step.remark("beside", "status", year=year)
    return found[0] if found else -1


def _told_in(entry: Mapping[str, Any]) -> str:
    return str(entry.get("as_of", entry.get("since", "")))[:YEAR]


def _year(step: Step, target: Target, given: Cells) -> str:
    """The year of a statement, that of its source where the row names none."""
    for key in DATES:
        if found := _day(step, given.get(key), key):
            return found[:YEAR]
    return step.work.origin.date[:YEAR]


def _day(step: Step, cell: Cell, key: str) -> str:
    return step.tried(lambda: day(cell), key) or ""


def _says(
    step: Step, target: Target, entry: dict[str, Any], given: Cells, units: Mapping[str, str]
) -> bool:
    """Whether a capacity on record says all that a row says."""
    for key, cell in given.items():
        column = target.columns[key]
        if key == "unit":
            continue
        if key == SOURCE:
            if not _cites(step, entry, cell):
                return False
        elif isinstance(column.reader, Measured):
            if not is_as_much(step, entry, cell, unit_of(given, units)):
                return False
        elif not is_shown(step.look, entry, column, cell) and not _is_default(
            column, entry, cell, step
        ):
            return False
    return True


def _is_default(column: Column, entry: dict[str, Any], cell: Cell, step: Step) -> bool:
    """Whether a cell says what is not written because it is usual: no, or that all is unknown."""
    try:
        found = column.reader.read(cell, step.look)
    except Trouble:
        return False
    return (
        found is None
        or found == entry.get(column.key)
        or (found == "no" and column.key not in entry)
    )


def _cites(step: Step, entry: dict[str, Any], cell: Cell) -> bool:
    """Whether a capacity cites all the sources of a cell; those that are new it cannot."""
    last = dict(step.work.last)
    told = Step(step.work).sourced(cell)
    step.work.last = last
    return all(id_ in entry.get(SOURCE, ()) for id_ in told)


def is_as_much(step: Step, entry: dict[str, Any], cell: Cell, unit: str) -> bool:
    """Whether a capacity on record is as large as a cell says, in whatever unit."""
    product = step.look.atlas.products[entry["product"]]
    try:
        found = Measured().read(cell, step.look)
        if found is None:
            return True
        value, name = step.look.units.fitted(found, unit, product)
    except Trouble:
        return False
    if "amount" not in entry:
        return False
    old = float(entry["amount"]) * _factor(
        step.look.units, entry.get("unit", product.unit), product
    )
    return math.isclose(value * _factor(step.look.units, name, product), old, rel_tol=1e-9)


def _factor(units: Units, unit: str, product: Product) -> float:
    return units.known.get(unit, (product.base_unit, product.base_per_unit))[1]


def unit_of(given: Cells, units: Mapping[str, str]) -> str:
    """The unit outside of the cell of an amount: of its column, else of its heading."""
    return words(given.get("unit")) or units.get("amount", "")

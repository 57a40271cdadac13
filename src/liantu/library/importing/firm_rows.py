"""Rows about enterprises and about what they make."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from liantu.library.firm_names import name_key
from liantu.library.importing.cells import Cell
from liantu.library.importing.readers import Measured
from liantu.library.importing.rows import State
from liantu.library.importing.targets import ENTERPRISE, PRODUCTS, SOURCE, Column, Target
from liantu.library.importing.trouble import Trouble, listed
from liantu.library.importing.units import Units
from liantu.library.importing.values import Amount, day, parts, words
from liantu.library.importing.work import Step, add_sources, is_shown, merged
from liantu.model import Product
from liantu.numerals import plain
from liantu.wording import text

Cells = Mapping[str, Cell]
"""The filled cells of a row by the key of their column."""
_OF_FIRM = ("firm", "county")
_DATES = ("as_of", "since")
_YEAR = 4
_ALSO = "\uff1b"


def enter_enterprise(step: Step, target: Target, cells: Cells, units: Mapping[str, str]) -> None:
    """A row of enterprises: a new one, or more about one on record."""
    told = _named(step, target.columns["name"], cells)
    id_, values, fresh = _firm(step, told or "", cells.get("county"), cells.get("aka"))
    if not id_:
        return
    apart = ("name", "county", SOURCE, PRODUCTS, "status")
    changes = [
        merged(step, values, column, cells[key])
        for key, column in target.columns.items()
        if key in cells and key not in apart
    ]
    changes.append(_county(step, values, cells.get("county")))
    changes.append(_renamed(step, values, told or ""))
    changes += [_makes(step, values, target, one, cells) for one in parts(cells.get(PRODUCTS))]
    _settle(step, id_, values, fresh=fresh, changed=any(changes), cell=cells.get(SOURCE))


def enter_capacity(step: Step, target: Target, cells: Cells, units: Mapping[str, str]) -> None:
    """A row of capacities: what a firm, new or on record, makes of one product."""
    told = _named(step, target.columns["firm"], cells)
    id_, values, fresh = _firm(step, told or "", cells.get("county"), None)
    if not id_:
        return
    _county(step, values, cells.get("county"))
    column = target.columns["product"]
    product = step.tried(lambda: _product(step, column, cells), "product")
    if product is None:
        if not step.bad:
            _keep(step, id_, values, fresh, cells)
        return
    step.name = text(
        "library.import.of", firm=values["name"], product=step.look.name("product", product)
    )
    known = values.setdefault("capacities", [])
    given = {k: c for k, c in cells.items() if k not in (*_OF_FIRM, "product")}
    at, state = _place(step, target, (id_, known), product, given, units)
    if step.bad or state is State.SAME:
        return
    if state is State.UPDATE and not step.work.update:
        step.remark("passed")
        return
    entry = known[at] if at < len(known) else _entry(step, product, given)
    changed = _filled(step, target, entry, given, units) | (state is State.NEW)
    _dated(step, entry, state)
    ids = step.tried(lambda: step.sourced(cells.get(SOURCE)), SOURCE) or []
    changed |= _cited(step, entry, ids, state)
    if at == len(known):
        known.append(entry)
    if fresh:
        add_sources(values, ids)
    _finish(step, id_, values, state, changed=changed, at=at)


def _named(step: Step, column: Column, cells: Cells) -> str | None:
    """The name of the firm, ``None`` after noting why it is none."""
    found = step.tried(lambda: column.reader.read(cells.get(column.key), step.look), column.key)
    return str(found) if found else None


def _entry(step: Step, product: str, given: Cells) -> dict[str, Any]:
    if "status" not in given:
        step.remark("status", "status")
    return {"product": product, "status": "unknown"}


def _dated(step: Step, entry: dict[str, Any], state: State) -> None:
    """A new statement without a day of its own is as old as the source of the import."""
    if state is State.NEW and not any(key in entry for key in _DATES) and step.work.origin.date:
        entry["as_of"] = step.work.origin.date[:_YEAR]


def _firm(step: Step, told: str, county: Cell, former: Cell) -> tuple[str, dict[str, Any], bool]:
    """Id, values and newness of the firm of a row; an empty id after noting why there is none."""
    step.name = told
    if not name_key(told):
        step.fail(Trouble("no_name"), "name")
        return "", {}, False
    id_ = step.tried(lambda: _known(step, told, former), "name")
    if step.bad:
        return "", {}, False
    if id_:
        return id_, step.values(ENTERPRISE, id_), False
    if county is None:
        step.fail(Trouble("no_county", firm=told), "county")
        return "", {}, False
    values: dict[str, Any] = {"name": told}
    if not told.endswith(listed("library.import.legal")):
        values["kind"] = "abbreviated"
        step.remark("abbreviated", "name")
    id_ = step.new(ENTERPRISE)
    step.firms[name_key(told)] = id_
    return id_, values, True


def _known(step: Step, told: str, former: Cell) -> str:
    names = (told, *parts(former))
    return next((id_ for name in names if (id_ := step.firm(name))), "")


def _county(step: Step, values: dict[str, Any], cell: Cell) -> bool:
    """Put the county in; whether that changes it. Another one than on record is no slip."""
    told = step.tried(lambda: words(cell), "county")
    if not told:
        return False
    county = step.tried(lambda: step.look.county(told), "county")
    old = values.get("county", "")
    if county is None or county == old:
        return False
    if old and old not in listed("library.import.nowhere"):
        step.fail(Trouble("county_other", firm=values["name"], old=old, new=county), "county")
        return False
    values["county"] = county
    return True


def _renamed(step: Step, values: dict[str, Any], told: str) -> bool:
    """A firm on record that the sheet calls otherwise: the other name is kept beside its own."""
    names = [values["name"], values.get("short", ""), *values.get("aka", [])]
    if told in names:
        return False
    if values["name"] in values.get("aka", []):  # the sheet says that this was its name before
        step.remark("renamed", "name", old=values["name"])
        values["name"] = told
        return True
    step.remark("alias", "name", name=values["name"])
    if name_key(told) in map(name_key, names):
        return False
    values["aka"] = [*values.get("aka", []), told]
    return True


def _makes(step: Step, values: dict[str, Any], target: Target, told: str, cells: Cells) -> bool:
    """A product of a firm without its amount; one that is on record stays as it is."""
    known = values.get("capacities", [])
    product = step.tried(lambda: _matched(step, told), PRODUCTS)
    if product is None:
        return not step.bad and _claim(step, values, told, told)
    if any(item["product"] == product for item in known):
        return False
    entry: dict[str, Any] = {"product": product, "status": "unknown"}
    if "status" in cells:
        merged(step, entry, target.columns["status"], cells["status"])
    _dated(step, entry, State.NEW)
    ids = step.tried(lambda: step.sourced(cells.get(SOURCE)), SOURCE) or []
    add_sources(entry, ids)
    values["capacities"] = [*known, entry]
    return True


def _matched(step: Step, told: str) -> str | None:
    try:
        return step.look.thing("product", told)
    except Trouble:
        if step.work.keep:
            return None
        raise


def _product(step: Step, column: Column, cells: Cells) -> str | None:
    if "product" not in cells:
        raise Trouble("missing", column=column.label)
    return _matched(step, words(cells["product"]))


def _keep(step: Step, id_: str, values: dict[str, Any], fresh: bool, cells: Cells) -> None:
    """A product that nobody knows stays with the firm as the sheet tells it."""
    shown = (words(cells[key]) for key in ("product", "amount", "unit") if key in cells)
    told = words(cells["product"])
    changed = _claim(step, values, " ".join(shown), told)
    _settle(step, id_, values, fresh=fresh, changed=changed, cell=cells.get(SOURCE))


def _claim(step: Step, values: dict[str, Any], claim: str, product: str) -> bool:
    step.remark("unmapped", "product", value=product)
    known = values.get("unmapped", [])
    if any(item["claim"] == claim for item in known):
        return False
    reason = text("library.import.unmapped")
    values["unmapped"] = [*known, {"claim": claim, "reason": reason}]
    return True


def _place(
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
    return str(entry.get("as_of", entry.get("since", "")))[:_YEAR]


def _year(step: Step, target: Target, given: Cells) -> str:
    """The year of a statement, that of its source where the row names none."""
    for key in _DATES:
        if found := _day(step, given.get(key), key):
            return found[:_YEAR]
    return step.work.origin.date[:_YEAR]


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
            if not _is_as_much(step, entry, cell, _unit(given, units)):
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


def _is_as_much(step: Step, entry: dict[str, Any], cell: Cell, unit: str) -> bool:
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


def _unit(given: Cells, units: Mapping[str, str]) -> str:
    return words(given.get("unit")) or units.get("amount", "")


def _filled(
    step: Step, target: Target, entry: dict[str, Any], given: Cells, units: Mapping[str, str]
) -> bool:
    """Put the cells of a row into a capacity; whether that changes it."""
    changed = False
    for key, cell in given.items():
        column = target.columns[key]
        if key in ("unit", SOURCE):
            continue
        if isinstance(column.reader, Measured):
            changed |= _measured(step, entry, cell, _unit(given, units))
        else:
            old = entry.get(key)
            if merged(step, entry, column, cell):
                changed = True
                _told_change(step, column, old, entry.get(key))
    return changed


def _told_change(step: Step, column: Column, old: Any, new: Any) -> None:
    """Tell what becomes of a value on record; that of a new capacity is none."""
    if old not in (None, "unknown") and new is not None:
        shown = [words(column.reader.shown(one, step.look)) for one in (old, new)]
        step.remark("change", column.key, column=column.label, old=shown[0], new=shown[1])


def _measured(step: Step, entry: dict[str, Any], cell: Cell, unit: str) -> bool:
    if _is_as_much(step, entry, cell, unit):
        return False
    product = step.look.atlas.products[entry["product"]]
    found = step.tried(lambda: _positive(Measured().read(cell, step.look)), "amount")
    if found is None:
        return False
    fitted = step.tried(lambda: step.look.units.fitted(found, unit, product), "amount")
    if fitted is None:
        return False
    if "amount" in entry:
        old = f"{entry['amount']} {entry.get('unit', product.unit)}"
        label = text("library.import.amount")
        step.remark(
            "change", "amount", column=label, old=old, new=f"{plain(fitted[0], 12)} {fitted[1]}"
        )
    entry |= {"amount": plain(fitted[0], 12), "unit": fitted[1]}
    if found.rough:
        entry["note"] = _ALSO.join(filter(None, (entry.get("note", ""), _quoted(found))))
    return True


def _quoted(found: Amount) -> str:
    return text("library.import.rough", value=found.rough)


def _positive(found: Amount | None) -> Amount | None:
    if found is not None and found.number == 0:
        raise Trouble("zero")
    return found


def _cited(step: Step, values: dict[str, Any], ids: list[str], state: State) -> bool:
    added = add_sources(values, ids)
    if added and state is State.UPDATE:
        step.remark("source", SOURCE)
    return added


def _settle(
    step: Step, id_: str, values: dict[str, Any], *, fresh: bool, changed: bool, cell: Cell
) -> None:
    """Cite the source of a firm that is new or changed, or of which the row names one more."""
    if fresh or changed or cell is not None:
        ids = step.tried(lambda: step.sourced(cell), SOURCE) or []
        changed |= _cited(step, values, ids, State.NEW if fresh else State.UPDATE)
    _finish(step, id_, values, State.NEW if fresh else State.UPDATE, changed=changed)


def _finish(
    step: Step, id_: str, values: dict[str, Any], state: State, *, changed: bool, at: int = -1
) -> None:
    if changed and not step.bad:
        step.state = state
        step.set(ENTERPRISE, id_, values, at)

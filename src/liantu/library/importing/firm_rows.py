"""Rows about enterprises and about what they make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.importing.cells import Cell
from liantu.library.importing.firms import found_firm, renamed, take_county
from liantu.library.importing.matching import DATES, YEAR, Cells, is_as_much, place, unit_of
from liantu.library.importing.readers import Measured
from liantu.library.importing.rows import State
from liantu.library.importing.targets import ENTERPRISE, PRODUCTS, SOURCE, Column, Target
from liantu.library.importing.trouble import Trouble
from liantu.library.importing.values import Amount, parts, words
from liantu.library.importing.work import Step, add_sources, merged
from liantu.numerals import plain
from liantu.wording import text

_OF_FIRM = ("firm", "county")
_ALSO = "\uff1b"


def enter_enterprise(step: Step, target: Target, cells: Cells, units: Mapping[str, str]) -> None:
    """A row of enterprises: a new one, or more about one on record."""
    told = _named(step, target.columns["name"], cells)
    id_, values, fresh = found_firm(step, told or "", cells.get("county"), cells.get("aka"))
    if not id_:
        return
    apart = ("name", "county", SOURCE, PRODUCTS, "status")
    changes = [
        merged(step, values, column, cells[key])
        for key, column in target.columns.items()
        if key in cells and key not in apart
    ]
    changes.append(take_county(step, values, cells.get("county")))
    changes.append(renamed(step, values, told or ""))
    changes += [_makes(step, values, target, one, cells) for one in parts(cells.get(PRODUCTS))]
    _settle(step, id_, values, fresh=fresh, changed=any(changes), cell=cells.get(SOURCE))


def enter_capacity(step: Step, target: Target, cells: Cells, units: Mapping[str, str]) -> None:
    """A row of capacities: what a firm, new or on record, makes of one product."""
    told = _named(step, target.columns["firm"], cells)
    id_, values, fresh = found_firm(step, told or "", cells.get("county"), None)
    if not id_:
        return
    take_county(step, values, cells.get("county"))
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
    at, state = place(step, target, (id_, known), product, given, units)
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
    if state is State.NEW and not any(key in entry for key in DATES) and step.work.origin.date:
        entry["as_of"] = step.work.origin.date[:YEAR]


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
            changed |= _measured(step, entry, cell, unit_of(given, units))
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
    if is_as_much(step, entry, cell, unit):
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

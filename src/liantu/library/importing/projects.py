"""What a row of projects has beside its declared fields: a usual status, and one phase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.importing.cells import Cell
from liantu.library.importing.matching import Cells
from liantu.library.importing.readers import Measured
from liantu.library.importing.targets import PHASE, Column, Target
from liantu.library.importing.trouble import Trouble
from liantu.library.importing.values import Amount, words
from liantu.library.importing.work import Step
from liantu.model import ProjectState, Status
from liantu.numerals import plain as number

_STATUS = {
    ProjectState.BUILDING: Status.BUILDING,
    ProjectState.PARTIAL: Status.BUILDING,
    ProjectState.TRIAL: Status.BUILDING,
    ProjectState.DONE: Status.OPERATING,
    ProjectState.STALLED: Status.STOPPED,
    ProjectState.ENDED: Status.STOPPED,
    ProjectState.UNKNOWN: Status.UNKNOWN,
}
"""The usual status of a project in a state; before it is begun it is planned."""


def take_project(
    step: Step, target: Target, values: dict[str, Any], cells: Cells, units: Mapping[str, str]
) -> None:
    """The status where only the state is told, and the one phase that a row can hold."""
    if "status" not in values:
        state = values.get("state", str(ProjectState.UNKNOWN))
        values["status"] = str(_STATUS.get(ProjectState(state), Status.PLANNED))
    given = {k.removeprefix(PHASE): c for k, c in cells.items() if k.startswith(PHASE)}
    if not given:
        return
    phases = values.get("phases", [])
    if len(phases) > 1:
        step.remark("phases", f"{PHASE}product")
        return
    phase: dict[str, Any] = dict(phases[0]) if phases else {"status": values["status"]}
    for key in ("product", "since"):
        if key in given:
            _as(step, phase, target.columns[PHASE + key], key, given[key])
    if "amount" in given:
        _phase_amount(step, phase, given, units.get(f"{PHASE}amount", ""))
    values["phases"] = [phase]


def _as(step: Step, values: dict[str, Any], column: Column, key: str, cell: Cell) -> None:
    found = step.tried(lambda: column.reader.read(cell, step.look), column.key)
    if found is not None:
        values[key] = found


def _phase_amount(step: Step, phase: dict[str, Any], given: Cells, head: str) -> None:
    key = f"{PHASE}amount"
    found = step.tried(lambda: Measured().read(given["amount"], step.look), key)
    if found is None:
        return
    unit = words(given.get("unit")) or head
    said = number(found.number, 12), found.unit or found.step + unit
    if said == (phase.get("amount"), phase.get("unit", "")):
        return
    into = step.tried(lambda: fitted(step, phase.get("product", ""), found, unit), key)
    if into is not None:
        phase |= {"amount": number(into[0], 12), "unit": into[1]}


def fitted(step: Step, product: str, found: Amount, unit: str) -> tuple[float, str]:
    """An amount of a product in a unit of the library. Raises ``Trouble``."""
    known = step.look.atlas.products.get(product)
    if known is None:
        raise Trouble("amount_alone")
    return step.look.units.fitted(found, unit, known)

"""A request → a plan: every row on its own, then all of them by the rules of the reader."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from liantu import wording
from liantu.jobs import Progress
from liantu.library.editing import Draft, Fault, RefusedError, edited
from liantu.library.importing.cells import Cell
from liantu.library.importing.firm_rows import enter_capacity, enter_enterprise
from liantu.library.importing.headings import is_example
from liantu.library.importing.lookups import lookups
from liantu.library.importing.matching import Cells
from liantu.library.importing.record_rows import enter_record
from liantu.library.importing.rows import Note, Plan, Request, Row, State
from liantu.library.importing.targets import CAPACITY, ENTERPRISE, Target
from liantu.library.importing.values import words
from liantu.library.importing.work import Spot, Step, Work
from liantu.library.plain import plain
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.wording import text

_TRIES = 8
"""How often rows that the rules of the reader refuse are left out, until the rest is good."""
_EVERY = 20
"""Rows between two reports of progress."""
_Faulty = dict[int, tuple[Note, ...]]
_ENTER: Mapping[str, Callable[[Step, Target, Cells, Mapping[str, str]], None]] = {
    ENTERPRISE: enter_enterprise,
    CAPACITY: enter_capacity,
}


def plan(atlas: Atlas, request: Request, progress: Progress | None = None) -> Plan:
    """What the rows would change. Raises ``Cancelled`` only; a bad row never hides another."""
    shown = progress or Progress()
    faulty: _Faulty = {}
    for _ in range(_TRIES):
        found, work, spots = _planned(atlas, request, faulty, shown)
        drafts = tuple(Draft(kind, id_, values) for (kind, id_), values in work.changed.items())
        try:
            edited(atlas, drafts)
        except RefusedError as error:
            faulty = faulty | _blamed(error.faults, spots)
            continue
        return Plan(tuple(found), drafts, _things(atlas, work))
    return Plan(tuple(_spoilt(row) for row in found), (), {})


def edit_of(found: Plan, file: str) -> Edit:
    """The one step that takes the rows of a file in."""
    label = text("library.import.label", file=file, things=found.told)
    return Edit(label, lambda atlas: edited(atlas, found.drafts))


def _planned(
    atlas: Atlas, request: Request, faulty: _Faulty, progress: Progress
) -> tuple[list[Row], Work, dict[int, list[Spot]]]:
    work = Work(lookups(atlas), request.origin, request.update, request.keep)
    rows, spots = [], {}
    body = request.table.rows[request.header.first :]
    units = {key: request.header.unit(at) for at, key in request.columns.items()}
    for at, cells in enumerate(body):
        if at % _EVERY == 0:
            progress.step(at, len(body))
        number = request.header.first + at + 1
        row, found = _row(work, request, cells, units, number, faulty.get(number, ()))
        rows += [row] if row is not None else []
        spots[number] = found
    progress.step(len(body), len(body))
    return rows, work, spots


def _row(
    work: Work,
    request: Request,
    cells: Sequence[Cell],
    units: Mapping[str, str],
    number: int,
    faults: tuple[Note, ...],
) -> tuple[Row | None, list[Spot]]:
    """One row, ``None`` for an empty one, and what it changes."""
    filled = {cell for cell in cells if cell is not None}
    if not filled:
        return None, []
    if passed := _passed(tuple(cells), filled):
        name = str(next(cell for cell in cells if cell is not None))[:40]
        return Row(number, State.PASSED, name, (passed,)), []
    given = {key: cells[at] for at, key in request.columns.items() if cells[at] is not None}
    step, last = Step(work, number=number), dict(work.last)
    for key, cell in given.items():
        step.tried(partial(words, cell), key)
    if not step.bad:  # no text has anything in it that no file can hold
        enter = _ENTER.get(request.target.id, enter_record)
        enter(step, request.target, given, units)
    notes = (*step.notes, *faults)
    if step.bad or faults:
        work.last = last  # the ids of what is not taken are free again
        return Row(number, State.ERROR, step.name, notes), []
    step.take()
    return Row(number, step.state, step.name, notes), step.spots


def _passed(cells: tuple[Cell, ...], filled: Collection[Cell]) -> Note | None:
    """Why a row is none to be read: the example of a template, a remark over all columns."""
    if is_example(cells):
        return Note(text("library.import.note.example"))
    if len(filled) == 1 and len(cells) > 2 and sum(c is not None for c in cells) > 2:
        return Note(text("library.import.note.remark"))
    return None


def _blamed(faults: Sequence[Fault], spots: Mapping[int, list[Spot]]) -> _Faulty:
    """The rows that made what the reader refuses, by its sentences."""
    found: dict[int, list[Note]] = {}
    for fault in faults:
        numbers = _makers(fault, spots, exact=True) or _makers(fault, spots, exact=False)
        for number in numbers:
            found.setdefault(number, []).append(Note(wording.issue_text(fault.issue)))
    return {number: tuple(notes) for number, notes in found.items()}


def _makers(fault: Fault, spots: Mapping[int, list[Spot]], *, exact: bool) -> list[int]:
    thing = fault.draft.kind, fault.draft.id
    inside = fault.path[:1] == ("capacities",) and len(fault.path) > 1
    at = fault.path[1] if inside else -1
    return [
        number
        for number, touched in spots.items()
        if any(spot[:2] == thing and (spot[2] == at or not exact) for spot in touched)
    ]


def _spoilt(row: Row) -> Row:
    """A row of an import that cannot be taken however many others are left out."""
    return replace(row, state=State.ERROR) if row.state in (State.NEW, State.UPDATE) else row


def _things(atlas: Atlas, work: Work) -> Mapping[str, int]:
    """How many things of each kind are new or changed; capacities are counted one by one."""
    found: dict[str, int] = {}
    for (kind, id_), values in work.changed.items():
        old = plain(atlas, kind, id_) or {}
        before = old.get("capacities", [])
        made = [one for one in values.get("capacities", []) if one not in before]
        rest = {k: v for k, v in values.items() if k != "capacities"}
        if rest != {k: v for k, v in old.items() if k != "capacities"}:
            found[kind] = found.get(kind, 0) + 1
        if made:
            found[CAPACITY] = found.get(CAPACITY, 0) + len(made)
    order = (ENTERPRISE, CAPACITY, *(kind for kind in found if kind not in (ENTERPRISE, CAPACITY)))
    return {kind: found[kind] for kind in order if kind in found}

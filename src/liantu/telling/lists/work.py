"""诉求, 问题, 对接活动 and 落后产能退出: the ledgers whose matters are due on a day."""

from __future__ import annotations

from functools import partial

from liantu.analysis.reading import Reading
from liantu.analysis.work import Ledger, Task, ordered, tasks
from liantu.model.target import Target
from liantu.telling import work
from liantu.telling.lists.column import Column, List, Scope
from liantu.telling.lists.work_columns import (
    EXIT_COLUMNS,
    FINDING_COLUMNS,
    MEETING_COLUMNS,
    REQUEST_COLUMNS,
    WorkRow,
)
from liantu.wording import text

NAMED = 4
"""Departments and chains that are counted above a list."""


def rows_of(ledger: Ledger, reading: Reading, scope: Scope) -> list[WorkRow]:
    """The matters of a ledger within a scope, the most urgent first."""
    day = work.day_of(reading)
    found = within(tasks(reading, (ledger,)), scope)
    return [WorkRow(reading=reading, task=task, day=day) for task in ordered(found, day)]


def within(found: list[Task], scope: Scope) -> list[Task]:
    """Those of the chains; the city has also those of none."""
    return [task for task in found if scope.city or task.chain in scope.chains]


def _remark(ledger: Ledger, reading: Reading, scope: Scope) -> str:
    """How the matters stand, and whose they are."""
    found = within(tasks(reading, (ledger,)), scope)
    day = work.day_of(reading)
    live = [task for task in found if task.is_counted(day)]
    labels = {key: chain.label for key, chain in reading.atlas.chains.items()}
    chains = (labels.get(task.chain, text("work.none.chain")) for task in live)
    told = [
        work.standing(found, day),
        work.shares((t.matter.department for t in live), "work.departments", NAMED),
        work.shares(chains, "work.chains", NAMED) if len(scope.chains) > 1 else "",
    ]
    return "".join(told)


_FILTERS = "state department chain county"


def _target(row: WorkRow) -> Target | None:
    """The enterprise, else the product; of a finding the product first. A matter of neither is
    nowhere on the map.
    """
    firm = Target("enterprise", _firm(row)) if _firm(row) else None
    product = Target("product", row.task.product) if row.task.product else None
    return product or firm if row.task.ledger is Ledger.FINDING else firm or product


def _firm(row: WorkRow) -> str:
    return next(iter(row.task.enterprises), "")


def _ledger(
    ledger: Ledger, id_: str, columns: tuple[Column[WorkRow], ...], screen: str, sheet: str
) -> List[WorkRow]:
    told = partial(_remark, ledger)
    return List(
        id=id_,
        columns=columns,
        rows=partial(rows_of, ledger),
        key=lambda row: row.task.id,
        target=_target,
        screen=screen,
        sheet=sheet,
        filters=_FILTERS,
        remark=told,
        firm=_firm,
        aside=lambda reading, scope: told(reading, scope) or text("work.empty"),
        record=lambda row: Target(str(ledger), row.task.id),
        kind=str(ledger),
    )


_END = "department chain county raised due done result"

LISTS = (
    _ledger(
        Ledger.REQUEST,
        "requests",
        REQUEST_COLUMNS,
        f"matter state term enterprise request_kind {_END}",
        f"matter state term status enterprise request_kind {_END} note",
    ),
    _ledger(
        Ledger.FINDING,
        "findings",
        FINDING_COLUMNS,
        f"matter state term product enterprise {_END}",
        f"matter state term status product enterprise {_END} note",
    ),
    _ledger(
        Ledger.MEETING,
        "meetings",
        MEETING_COLUMNS,
        f"matter state term meeting_kind enterprise product {_END}",
        f"matter state term status meeting_kind enterprise product {_END} note",
    ),
    _ledger(
        Ledger.EXIT,
        "exits",
        EXIT_COLUMNS,
        f"matter state term enterprise product exit_amount rule {_END}",
        f"matter state term status enterprise product exit_amount rule {_END} source",
    ),
)

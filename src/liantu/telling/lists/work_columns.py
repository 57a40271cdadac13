"""A matter of a ledger as a row, and the columns of the ledgers whose matters are due on a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.work import Task
from liantu.model import Atlas
from liantu.model.ledgers import Exit, Meeting, Request
from liantu.telling import work
from liantu.telling.lists.column import Column, amount
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WorkRow:
    """A matter on ``day``."""

    reading: Reading
    task: Task
    day: str

    @property
    def atlas(self) -> Atlas:
        """The data."""
        return self.reading.atlas

    @property
    def left(self) -> int | None:
        """Days to the last one; ``None`` where it is done or none is set."""
        return self.task.left(self.day) if self.task.is_counted(self.day) else None


def _date(get: Callable[[Task], str], id_: str, title: str = "", edit: str = "") -> Column[WorkRow]:
    return Column(
        id_,
        lambda r: get(r.task) or text("ui.unknown"),
        title=title,
        edit=edit or id_,
        width=88,
    )


def _or_none(words: str) -> str:
    return words or text("ui.none")


def _kind(row: WorkRow) -> str:
    matter = row.task.matter
    if isinstance(matter, Request):
        return text(f"work.request.{matter.kind}")
    return text(f"work.meeting.{matter.kind}") if isinstance(matter, Meeting) else ""


def _product(row: WorkRow) -> str:
    found = row.atlas.products.get(row.task.product)
    return found.name if found else text("ui.none")


def _exit(row: WorkRow) -> Exit:
    assert isinstance(row.task.matter, Exit)
    return row.task.matter


def _rule(row: WorkRow) -> str:
    found = row.atlas.gates.get(_exit(row).gate)
    return _or_none("；".join(filter(None, (_exit(row).rule, found.text if found else ""))))


def _sources(row: WorkRow) -> str:
    found = (row.atlas.sources.get(key) for key in row.task.matter.sources)
    return "；".join(s.title for s in found if s) or text("ui.unknown")


STATE: Column[WorkRow] = Column(
    "state",
    lambda r: work.state(r.task, r.day),
    code=lambda r: str(r.task.term(r.day)),
    pill=lambda r: str(r.task.term(r.day)),
    title="ui.column.work_state",
    width=104,
)
STATUS: Column[WorkRow] = Column(
    "status",
    lambda r: text(f"work.progress.{r.task.matter.status}"),
    code=lambda r: str(r.task.matter.status),
    title="ui.column.work_status",
    edit="status",
    width=80,
)
TERM: Column[WorkRow] = Column(
    "term",
    lambda r: work.term(r.task, r.day),
    order=lambda r: r.left,
    width=190,
)
LEFT: Column[WorkRow] = amount(
    "days_left",
    lambda r: text("ui.none") if r.left is None else str(r.left),
    lambda r: r.left,
    0,
    width=80,
)
DEPARTMENT: Column[WorkRow] = Column(
    "department",
    lambda r: _or_none(r.task.matter.department),
    edit="department",
    width=140,
)
CHAIN: Column[WorkRow] = Column("chain", lambda r: work.chain_name(r.reading, r.task.chain))
COUNTY: Column[WorkRow] = Column("county", lambda r: _or_none(r.task.county), width=88)
RAISED = _date(lambda task: task.raised, "raised")
TAIL: tuple[Column[WorkRow], ...] = (
    _date(lambda task: task.matter.due, "due"),
    Column("done", lambda r: _or_none(r.task.matter.done), edit="done", width=88),
    Column("result", lambda r: _or_none(r.task.matter.result), edit="result", width=220),
    Column("note", lambda r: _or_none(r.task.matter.note), edit="note", width=180),
    Column("source", _sources, width=180),
    Column("id", lambda r: r.task.id, width=70),
)


def _matter(title: str, edit: str = "text") -> Column[WorkRow]:
    return Column(
        "matter", lambda r: work.what(r.task), title=title, edit=edit, width=260, grows=True
    )


def _who(title: str) -> Column[WorkRow]:
    return Column(
        "enterprise", lambda r: _or_none(work.who(r.reading, r.task)), title=title, width=190
    )


REQUEST_COLUMNS = (
    *(STATE, TERM, LEFT, STATUS, _matter("ui.column.request"), _who("ui.column.enterprise")),
    Column("request_kind", _kind, edit="kind", width=84),
    *(DEPARTMENT, CHAIN, COUNTY, RAISED, *TAIL),
)
FINDING_COLUMNS = (
    *(STATE, TERM, LEFT, STATUS, _matter("ui.column.finding")),
    Column("product", _product, width=130),
    *(_who("ui.column.concerned"), DEPARTMENT, CHAIN, COUNTY),
    _date(lambda task: task.raised, "raised", "ui.column.found_on"),
    *TAIL,
)
MEETING_COLUMNS = (
    *(STATE, TERM, LEFT, STATUS, _matter("ui.column.meeting", "name")),
    Column("meeting_kind", _kind, edit="kind", width=92),
    _who("ui.column.parties"),
    Column("product", _product, width=130),
    *(DEPARTMENT, CHAIN, COUNTY),
    _date(lambda task: task.raised, "raised", "ui.column.date", "date"),
    *TAIL,
)
EXIT_COLUMNS = (
    *(STATE, TERM, LEFT, STATUS, _matter("ui.column.exit"), _who("ui.column.enterprise")),
    Column("product", _product, width=110),
    Column("exit_amount", lambda r: work.amount(_exit(r)), width=110),
    Column("rule", _rule, width=220),
    *(DEPARTMENT, CHAIN, COUNTY, RAISED, *TAIL),
)

"""巡链诊链, 助企专员 and 政策匹配企业: the ledgers that have no last day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from liantu.analysis.aside import Aside
from liantu.analysis.reading import Reading
from liantu.analysis.support import Fit, Match, in_force, matches
from liantu.analysis.work import Ledger, Task, first_day, last_day, tasks
from liantu.model import Atlas, Enterprise
from liantu.model.ledgers import Assignment, Visit
from liantu.model.target import Target
from liantu.telling import support, work
from liantu.telling.dates import spoken
from liantu.telling.lists.column import Column, List, Scope, count
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class VisitRow:
    """A visit with the matters that came of it."""

    reading: Reading
    visit: Visit
    came: tuple[Task, ...]

    @property
    def open(self) -> int:
        """How many of them are not done on the day."""
        day = work.day_of(self.reading)
        return sum(not task.is_done(day) for task in self.came)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AssignmentRow:
    """An enterprise with the office that looks after it."""

    reading: Reading
    assignment: Assignment

    @property
    def firm(self) -> Enterprise:
        """The enterprise."""
        return self.reading.atlas.enterprises[self.assignment.enterprise]

    @property
    def state(self) -> str:
        """``now``, ``early`` or ``over`` on the day; without a day it is now."""
        day = work.day_of(self.reading)
        if self.assignment.until and day and last_day(self.assignment.until) < day:
            return "over"
        return "early" if day and first_day(self.assignment.since) > day else "now"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MatchRow:
    """A policy with an enterprise that it is for, or may be for."""

    reading: Reading
    match: Match
    officer: str


_FOUND = Aside[dict[object, list[Match]]]()
"""What was matched, by reading and scope."""


def _visits(reading: Reading, scope: Scope) -> list[VisitRow]:
    """The newest first."""
    found = {(task.ledger, task.id): task for task in tasks(reading)}
    rows = []
    for visit in reading.atlas.visits.values():
        if scope.city or visit.chain in scope.chains:
            keys = [(Ledger.FINDING, key) for key in visit.findings]
            keys += [(Ledger.REQUEST, key) for key in visit.requests]
            came = tuple(found[key] for key in keys)
            rows.append(VisitRow(reading=reading, visit=visit, came=came))
    return sorted(rows, key=lambda row: row.visit.date, reverse=True)


def _assignments(reading: Reading, scope: Scope) -> list[AssignmentRow]:
    firms = set(scope.firms(reading))
    found = reading.atlas.assignments.values()
    return [AssignmentRow(reading=reading, assignment=a) for a in found if a.enterprise in firms]


def _matched(reading: Reading, scope: Scope) -> list[Match]:
    """Every policy in force with every enterprise of the scope. Rows and the sentence below them
    ask alike, so what was found is kept as long as the reading.
    """
    kept = _FOUND.of(reading, dict)
    key = (scope.chains, scope.city)
    if key not in kept:
        day, firms = work.day_of(reading), set(scope.firms(reading))
        policies = (p for p in reading.atlas.policies.values() if in_force(p, day))
        found = (m for policy in policies for m in matches(reading, policy))
        kept[key] = [m for m in found if m.enterprise.id in firms]
    return kept[key]


def _matches(reading: Reading, scope: Scope) -> list[MatchRow]:
    """What is met before what may be met, in the order of the policies."""
    officers = _officers(reading)
    told = sorted(
        (m for m in _matched(reading, scope) if m.is_told), key=lambda m: m.fit is not Fit.MET
    )
    return [
        MatchRow(reading=reading, match=m, officer=officers.get(m.enterprise.id, "")) for m in told
    ]


def _unsettled(reading: Reading, scope: Scope) -> str:
    """By which date it is told, and of how many enterprises nothing can be said."""
    if not reading.atlas.policies:
        return ""
    left = Counter(m.fit for m in _matched(reading, scope) if not m.is_told)
    date, unknown = spoken(reading.date), left[Fit.UNKNOWN] + left[Fit.MET]
    return text("work.match.rest", date=date, unknown=unknown, unmet=left[Fit.UNMET])


def _officers(reading: Reading) -> dict[str, str]:
    """Who looks after an enterprise on the day."""
    rows = (AssignmentRow(reading=reading, assignment=a) for a in _all(reading.atlas))
    return {row.firm.id: _office(row.assignment) for row in rows if row.state == "now"}


def _all(atlas: Atlas) -> Sequence[Assignment]:
    return list(atlas.assignments.values())


def _office(assignment: Assignment) -> str:
    return " ".join(filter(None, (assignment.office, assignment.post)))


def _or_none(words: str) -> str:
    return words or text("ui.none")


def _valid(row: MatchRow) -> str:
    return row.match.policy.until or text("ui.unknown")


def _visited(row: VisitRow) -> str:
    atlas = row.reading.atlas
    names = [atlas.enterprises[key].name for key in row.visit.enterprises]
    return _or_none("、".join((*names, *row.visit.others)))


def _came(row: VisitRow) -> str:
    day = work.day_of(row.reading)
    told = (text("work.came", what=work.what(task), term=work.term(task, day)) for task in row.came)
    return _or_none("；".join(told))


VISIT_COLUMNS: tuple[Column[VisitRow], ...] = (
    Column("date", lambda r: r.visit.date, edit="date", width=88),
    Column("visit_kind", lambda r: text(f"work.visit.{r.visit.kind}"), edit="kind", width=64),
    Column("chain", lambda r: work.chain_name(r.reading, r.visit.chain)),
    Column("visit_office", lambda r: _or_none(r.visit.office), edit="office", width=150),
    Column("visited", _visited, width=240),
    Column("county", lambda r: _or_none(r.visit.county), edit="county", width=88),
    Column("visit_text", lambda r: _or_none(r.visit.text), edit="text", width=220),
    count("came", lambda r: len(r.came), 80, unit="record"),
    count("came_open", lambda r: r.open, 80, unit="record"),
    Column("came_words", _came, width=360),
    Column("note", lambda r: _or_none(r.visit.note), edit="note", width=180),
    Column("id", lambda r: r.visit.id, width=70),
)
ASSIGNMENT_COLUMNS: tuple[Column[AssignmentRow], ...] = (
    Column("enterprise", lambda r: r.firm.name, width=240),
    Column("county", lambda r: r.firm.county, width=88),
    Column("officer", lambda r: r.assignment.office, edit="office", width=200),
    Column("post", lambda r: _or_none(r.assignment.post), edit="post", width=150),
    Column(
        "state",
        lambda r: text(f"work.assigned.{r.state}"),
        title="ui.column.assigned",
        width=90,
    ),
    Column(
        "since",
        lambda r: r.assignment.since or text("ui.unknown"),
        title="ui.column.assigned_since",
        edit="since",
        width=90,
    ),
    Column("until", lambda r: _or_none(r.assignment.until), edit="until", width=90),
    Column("note", lambda r: _or_none(r.assignment.note), edit="note", width=200),
    Column("id", lambda r: r.assignment.id, width=70),
)
MATCH_COLUMNS: tuple[Column[MatchRow], ...] = (
    Column("policy", lambda r: r.match.policy.name, width=250),
    Column(
        "state",
        lambda r: support.fit(r.match),
        code=lambda r: str(r.match.fit),
        title="ui.column.fit",
        width=84,
    ),
    Column("enterprise", lambda r: r.match.enterprise.name, width=230),
    Column(
        "lacking",
        lambda r: _or_none(support.lacking(r.match)),
        title="ui.column.unsettled",
        width=150,
    ),
    Column("fit_why", lambda r: support.reasons(r.reading, r.match), width=360),
    Column("support", lambda r: text(f"work.support.{r.match.policy.support}"), width=84),
    Column("county", lambda r: r.match.enterprise.county, width=88),
    Column("officer", lambda r: _or_none(r.officer), title="ui.column.officer_now", width=170),
    Column("policy_office", lambda r: _or_none(r.match.policy.office), width=150),
    Column("until", _valid, title="ui.column.valid", width=90),
)

LISTS = (
    List(
        id="visits",
        columns=VISIT_COLUMNS,
        rows=_visits,
        key=lambda row: row.visit.id,
        target=lambda row: Target("chain", row.visit.chain) if row.visit.chain else None,
        screen="date visit_kind chain visit_office visited visit_text came came_open came_words",
        filters="visit_kind chain",
        aside=lambda reading, scope: "" if _visits(reading, scope) else text("work.empty"),
        record=lambda row: Target("visit", row.visit.id),
        kind="visit",
    ),
    List(
        id="assignments",
        columns=ASSIGNMENT_COLUMNS,
        rows=_assignments,
        key=lambda row: row.assignment.id,
        target=lambda row: Target("enterprise", row.firm.id),
        screen="enterprise county officer post state since until note",
        filters="county officer",
        aside=lambda reading, scope: "" if _assignments(reading, scope) else text("work.empty"),
        record=lambda row: Target("assignment", row.assignment.id),
        kind="assignment",
    ),
    List(
        id="policy_matches",
        columns=MATCH_COLUMNS,
        rows=_matches,
        key=lambda row: f"{row.match.policy.id} {row.match.enterprise.id}",
        target=lambda row: Target("enterprise", row.match.enterprise.id),
        filters="policy state county",
        remark=_unsettled,
        aside=lambda reading, scope: _unsettled(reading, scope) or text("work.empty"),
        record=lambda row: Target("policy", row.match.policy.id),
        kind="policy",
    ),
)

"""What the ledgers hold of a thing: matters, who looks after it, policies that are for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.reading import Reading
from liantu.analysis.support import Fit, in_force, match
from liantu.analysis.work import Task, Term, first_day, last_day, ordered, tasks
from liantu.model import Enterprise
from liantu.model.target import Target
from liantu.telling import support, work
from liantu.telling.line import Line, Part, folded, joined
from liantu.wording import text

MOST = 12
"""Matters that are named; the list has all."""


def of_chain(reading: Reading, chain: str) -> Iterator[Part]:
    """The matters of a chain, where it has any."""
    yield from _part(reading, [task for task in tasks(reading) if task.chain == chain])


def of_product(reading: Reading, product: str) -> Iterator[Part]:
    """The matters about a product, where there are any."""
    yield from _part(reading, [task for task in tasks(reading) if task.product == product])


def of_firm(reading: Reading, firm: Enterprise) -> Iterator[Part]:
    """The matters of an enterprise, and what it may ask for."""
    found = [task for task in tasks(reading) if firm.id in task.enterprises]
    yield from _part(reading, found, list(_officers(reading, firm)))
    policies = list(_policies(reading, firm))
    if policies:
        count = text("work.gist.policies", count=len(policies))
        yield folded("ui.part.policies", count, policies)


def _part(reading: Reading, found: Sequence[Task], first: Sequence[Line] = ()) -> Iterator[Part]:
    day = work.day_of(reading)
    there = [task for task in ordered(found, day) if task.is_there(day)]
    lines = [*first, *(_line(reading, task, day) for task in there[:MOST])]
    if len(there) > MOST:
        lines.append(Line(text("work.gist.more", count=len(there) - MOST)))
    if lines:
        yield folded("ui.part.work", _gist(there, day), lines)


def _gist(found: Sequence[Task], day: str) -> str:
    left = sum(task.is_counted(day) for task in found)
    late = sum(task.term(day) is Term.LATE for task in found)
    code = "work.gist.late" if late else "work.gist"
    return text(code, left=left, late=late) if found else text("work.gist.none")


def _line(reading: Reading, task: Task, day: str) -> Line:
    """Who is concerned and what, how it stands, and who sees to it."""
    department = task.matter.department or text("work.none.department")
    product = task.product
    return Line(
        work.what(task),
        work.term(task, day),
        joined(text(f"work.ledger.{task.ledger}"), work.who(reading, task), department),
        Target("product", product) if product else None,
        doubt=task.term(day) is Term.LATE,
        faded=task.is_done(day),
    )


def _officers(reading: Reading, firm: Enterprise) -> Iterator[Line]:
    day = work.day_of(reading)
    for one in reading.atlas.assignments.values():
        began = not (day and one.since) or first_day(one.since) <= day
        over = one.until and day and last_day(one.until) < day
        if one.enterprise == firm.id and began and not over:
            yield Line(text("work.officer", office=joined(one.office, one.post)))


def _policies(reading: Reading, firm: Enterprise) -> Iterator[Line]:
    """Those in force that it meets or may meet."""
    day = work.day_of(reading)
    for policy in reading.atlas.policies.values():
        found = match(reading, policy, firm)
        if in_force(policy, day) and found.is_told:
            why = support.reasons(reading, found)
            yield Line(policy.name, support.fit(found), why, doubt=found.fit is not Fit.MET)

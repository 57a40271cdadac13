"""``work``: what of the ledgers is late or due, and what of a month's matters was done."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.analysis.work import Task, Term, ordered, tasks
from liantu.analysis.work_month import Month
from liantu.cli.usage import data_code, emit, known_chain, reading_of, tell_scenario
from liantu.telling import work
from liantu.telling.dates import spoken
from liantu.telling.work_month import HEADS, Summary, cells, summary
from liantu.wording import text

_URGENT = (Term.LATE, Term.TODAY, Term.SOON)


def run(arguments: argparse.Namespace) -> int:
    """Print what is late or due soon and the summary of the month, as JSON where asked."""
    loaded, reading = reading_of(arguments)
    chain = known_chain(loaded.atlas, arguments.chain)
    found = [task for task in tasks(reading) if not chain or task.chain == chain]
    told = summary(reading, arguments.month, chain)
    if arguments.json:
        emit(_document(reading, found, told), reading)
    else:
        tell_scenario(reading)
        print("\n".join(_lines(reading, found, told, arguments.month)))
    return data_code(loaded)


def _lines(reading: Reading, found: list[Task], told: Summary | None, month: str) -> Iterator[str]:
    if not found:
        yield text("work.nothing")
        return
    day = work.day_of(reading)
    yield work.standing(found, day)
    for task in _urgent(found, day):
        names = work.who(reading, task)
        yield "\t".join(
            (
                text(f"work.ledger.{task.ledger}"),
                work.term(task, day),
                work.what(task),
                names or text("ui.none"),
                task.matter.department or text("work.none.department"),
            )
        )
    yield ""
    if told is None:
        yield text("work.nothing.month", month=spoken(month or day[:7]))
        return
    yield "".join(told.sentences)
    yield from _tables(told)
    yield from (f"{at}. {words}" for at, words in enumerate(told.oldest, 1))


def _tables(told: Summary) -> Iterator[str]:
    for groups in told.groups:
        heads = [text(f"work.head.{head}") for head in HEADS[1:]]
        yield "\t".join([text(f"work.head.group.{groups.by}"), *heads])
        yield from ("\t".join(cells(name, month)) for name, month in groups.rows)
    if told.oldest:
        yield text("work.month.oldest")


def _urgent(found: list[Task], day: str) -> list[Task]:
    return [task for task in ordered(found, day) if task.term(day) in _URGENT]


def _document(reading: Reading, found: list[Task], told: Summary | None) -> dict[str, object]:
    day = work.day_of(reading)
    return {
        "date": day,
        "matters": len(found),
        "urgent": [_task(task, day) for task in _urgent(found, day)],
        "month": _month(told.whole) if told else None,
        "groups": {
            groups.by: [{"name": name, **_month(month)} for name, month in groups.rows]
            for groups in (told.groups if told else ())
        },
        "oldest": [task.id for task in told.whole.oldest] if told else [],
    }


def _task(task: Task, day: str) -> dict[str, object]:
    return {
        "id": task.id,
        "ledger": str(task.ledger),
        "term": str(task.term(day)),
        "days_left": task.left(day),
        "department": task.matter.department or None,
        "chain": task.chain or None,
    }


def _month(month: Month) -> dict[str, object]:
    names = ("carried", "raised", "done", "left", "late", "held", "due", "kept", "undated")
    counts = {name: len(getattr(month, name)) for name in names}
    share = {"on_hand": month.on_hand, "rate": month.rate, "kept_rate": month.kept_rate}
    return {"month": month.month, "until": month.day, **counts, **share}

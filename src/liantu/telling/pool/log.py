"""What the ledgers hold of a project: meetings, visits, findings, requests; newest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.work import Ledger, Task, first_day, tasks
from liantu.model.ledgers import Exit, Visit
from liantu.model.target import Target
from liantu.telling import work
from liantu.wording import text

_LEDGERS = (Ledger.REQUEST, Ledger.FINDING, Ledger.MEETING)


@dataclass(frozen=True, slots=True)
class Entry:
    """A note with its record; ``state`` is how its matter stands on the day, empty for a visit."""

    date: str
    kind: str
    words: str
    state: str
    record: Target
    open: bool = False


def entries(reading: Reading, project: str) -> list[Entry]:
    """All about a project that were there by the day, the newest first; without a date last."""
    return logs(reading).get(project, [])


def logs(reading: Reading) -> dict[str, list[Entry]]:
    """:func:`entries` by project."""
    day = work.day_of(reading)
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for project, entry in (*_matters(reading, day), *_visits(reading, day)):
        found[project].append(entry)
    return {
        project: sorted(told, key=lambda entry: entry.date, reverse=True)
        for project, told in found.items()
    }


def open_counts(reading: Reading) -> Counter[str]:
    """Matters that are not done on the day, by the project that they are about."""
    day = work.day_of(reading)
    return Counter(_about(task) for task in tasks(reading, _LEDGERS) if task.is_counted(day))


def _about(task: Task) -> str:
    return "" if isinstance(task.matter, Exit) else task.matter.project


def _matters(reading: Reading, day: str) -> Iterator[tuple[str, Entry]]:
    for task in tasks(reading, _LEDGERS):
        project = _about(task)
        if project and task.is_there(day):
            words = "：".join(filter(None, (work.what(task), task.matter.result)))
            yield (
                project,
                Entry(
                    task.raised,
                    text(f"work.ledger.{task.ledger}"),
                    words,
                    work.term(task, day),
                    Target(str(task.ledger), task.id),
                    not task.is_done(day),
                ),
            )


def _visits(reading: Reading, day: str) -> Iterator[tuple[str, Entry]]:
    for visit in reading.atlas.visits.values():
        there = not day or first_day(visit.date) <= day
        told = Entry(visit.date, _kind(visit), _said(visit), "", Target("visit", visit.id))
        yield from ((project, told) for project in visit.projects if there)


def _kind(visit: Visit) -> str:
    return text(f"work.visit.{visit.kind}")


def _said(visit: Visit) -> str:
    return "：".join(filter(None, (visit.office, visit.text))) or text("ui.unknown")

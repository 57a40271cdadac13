"""What has happened and what follows: the dated events of the data, told in this one place.

An event is as exact as its source: of one that is told by the year nobody knows the day.
:attr:`Event.day` is only where it stands in the order of all, the first day on which it counts.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from liantu.analysis.aside import Aside
from liantu.analysis.reading import Reading
from liantu.model import Atlas, Capacity, Enterprise, Status
from liantu.model.records import Phase, Project
from liantu.telling import figures
from liantu.telling.names import brief
from liantu.wording import text


class Turn(enum.StrEnum):
    """What happens: a plant begins, goes on with another capacity, runs again, is begun to be
    built, stands still, is no longer told to run; a project or a step of it is given up.
    """

    BEGAN = "began"
    RESIZED = "resized"
    RESUMED = "resumed"
    BUILDING = "building"
    STOPPED = "stopped"
    ENDED = "ended"
    HALTED = "halted"
    HALTED_PARTLY = "halted_partly"


RUNS = (Turn.BEGAN, Turn.RESIZED, Turn.RESUMED)
"""From then on a plant runs."""
HALTS = (Turn.HALTED, Turn.HALTED_PARTLY)
STANDS = (Turn.STOPPED, Turn.ENDED, *HALTS)
"""From then on it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """``date`` is ISO text as exact as it is told (``2022``, ``2022-10``, ``2022-10-26``).

    ``enterprise``, ``product`` and ``project`` are ids, empty where the source names none;
    ``amount`` tells the capacity in words, empty if nobody says how much. ``supposed``: a scenario
    takes it to happen, it is no fact.
    """

    date: str
    turn: Turn
    enterprise: str = ""
    product: str = ""
    project: str = ""
    amount: str = ""
    supposed: bool = False

    @property
    def day(self) -> str:
        """The first day of the date, from which on it counts."""
        return self.date + {4: "-01-01", 7: "-01"}.get(len(self.date), "")


def events(reading: Reading) -> tuple[Event, ...]:
    """Those of the city in their order: what is on record, then what the scenario supposes."""
    return _KNOWN.of(reading, lambda: _ordered(reading))


def _ordered(reading: Reading) -> tuple[Event, ...]:
    same = (facts for one, facts in [*_FACTS.items()] if one.base is reading.base)
    facts = _FACTS[reading] = next(same, []) or _facts(reading.base)
    found = [*facts, *_supposed(reading, facts)]
    return tuple(sorted(found, key=lambda e: (e.day, e.date)))


_KNOWN = Aside[tuple[Event, ...]]()
_FACTS: WeakKeyDictionary[Reading, list[Event]] = WeakKeyDictionary()
"""What is on record: one for all readings of the same base."""


def of_chain(reading: Reading, chain: str) -> tuple[Event, ...]:
    """Those of what a chain shows, and of its projects; none for an unknown chain."""
    if chain not in reading.atlas.chains:
        return ()
    shown = {m.product for m in reading.atlas.chains[chain].members()}
    return tuple(e for e in events(reading) if _chain_of(reading, e) == chain or e.product in shown)


def of_firm(reading: Reading, enterprise: str) -> tuple[Event, ...]:
    """Those of one enterprise."""
    return tuple(e for e in events(reading) if e.enterprise == enterprise)


def days(found: Iterable[Event]) -> tuple[str, ...]:
    """The days of events in their order, each once."""
    return tuple(sorted({event.day for event in found}))


def whole_days(found: Iterable[Event]) -> tuple[str, ...]:
    """The days of those events that are told by the day."""
    return days(event for event in found if event.date == event.day)


def between(reading: Reading, early: str, late: str) -> tuple[Event, ...]:
    """What happens after the date ``early`` and up to ``late``."""
    return tuple(e for e in events(reading) if early < e.day <= late)


def is_later(reading: Reading, event: Event) -> bool:
    """Whether it comes after the 口径日期, and does not count at it."""
    return event.day > reading.situation.day


def words(reading: Reading, event: Event) -> str:
    """``2022-10-26 鲁西集团双酚A投产（20 万吨/年）``."""
    atlas = reading.atlas
    firm = atlas.enterprises.get(event.enterprise)
    product = atlas.products.get(event.product)
    project = atlas.projects.get(event.project)
    subject = (brief(firm) if firm else "") + (product.label if product else "")
    if project is not None and (product is None or event.turn in HALTS):
        subject = project.name
    said = text(f"ui.event.{event.turn}", subject=subject, amount=event.amount)
    if event.amount and event.turn is not Turn.RESIZED:
        said = text("ui.event.amount", words=said, amount=event.amount)
    return text("ui.event.supposed" if event.supposed else "ui.event", date=event.date, words=said)


def told(reading: Reading, event: Event) -> str:
    """:func:`words`, which say of what comes after the date that it does."""
    said = words(reading, event)
    return text("ui.event.later", words=said) if is_later(reading, event) else said


def _chain_of(reading: Reading, event: Event) -> str:
    """The chain of an event that names no product: that of its project."""
    project = reading.atlas.projects.get(event.project)
    return project.chain if project and not event.product else ""


# -- what is on record


def _facts(atlas: Atlas) -> list[Event]:
    """Of capacities, then of phases of projects that no capacity tells already."""
    found = [e for firm in atlas.enterprises.values() for e in _of_plants(atlas, firm)]
    alike: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for made in found:
        alike[made.enterprise, made.product].append(made)
    for project in atlas.projects.values():
        for phase in project.phases:
            event = _of_phase(project, phase)
            if event is None:
                continue
            known = alike[event.enterprise, event.product]
            if not any(_same(event, other) for other in known):
                known.append(event)
                found.append(event)
    return found


def _same(event: Event, other: Event) -> bool:
    """Whether two sources tell the same event of a firm and product, one of them it may be less
    exactly.
    """
    alike = event.turn is other.turn or any(
        {event.turn, other.turn} <= {*k} for k in (RUNS, STANDS)
    )
    exact = sorted((event.date, other.date), key=len)
    return alike and exact[1].startswith(exact[0])


def _of_plants(atlas: Atlas, firm: Enterprise) -> Iterator[Event]:
    rows = [c for c in firm.capacities if not c.contested and c.product in atlas.products]
    for row in rows:
        beside = [other for other in rows if other is not row and other.product == row.product]
        turn = _begins(row, beside)
        if turn is not None:
            yield _event(firm, row, row.since, turn)
        if row.until and row.status is Status.OPERATING and not _goes_on(row, beside):
            yield _event(firm, row, row.until, Turn.ENDED)


def turn(firm: Enterprise, row: Capacity) -> Turn | None:
    """What begins with a capacity of a firm; ``None`` where it is only told anew."""
    beside = [c for c in firm.capacities if c is not row and c.product == row.product]
    return _begins(row, beside)


def _begins(row: Capacity, beside: Sequence[Capacity]) -> Turn | None:
    """What its first day is; ``None`` where it is none, or is only told anew."""
    if not row.since:
        return None
    if row.status in _BEGINNINGS:
        return _BEGINNINGS[row.status]
    if row.status is not Status.OPERATING:
        return None
    before = [c for c in beside if c.until and c.until <= row.since]
    if any(c.status is Status.STOPPED for c in before):
        return Turn.RESUMED
    if any(c.status is Status.OPERATING for c in before) and not _runs_on(row, beside):
        return Turn.RESIZED if row.amount is not None else None
    return Turn.BEGAN


_BEGINNINGS = {Status.BUILDING: Turn.BUILDING, Status.STOPPED: Turn.STOPPED}


def _runs_on(row: Capacity, beside: Iterable[Capacity]) -> bool:
    """Whether another plant runs already when this one begins, so that it is one more."""
    return any(
        c.status is Status.OPERATING
        and c.since < row.since
        and (not c.until or c.until > row.since)
        for c in beside
    )


def _goes_on(ended: Capacity, beside: Iterable[Capacity]) -> bool:
    """Whether what follows is told by another row: more or less of it, or that it stands still."""
    told = (Status.OPERATING, Status.STOPPED)
    return any(c.status in told and c.since and c.since >= ended.until for c in beside)


def _event(
    firm: Enterprise, row: Capacity, date: str, turn: Turn, *, supposed: bool = False
) -> Event:
    return Event(
        date=date,
        turn=turn,
        enterprise=firm.id,
        product=row.product,
        project=row.project,
        amount="" if row.amount is None else figures.capacity(row),
        supposed=supposed,
    )


_PHASES = {Status.OPERATING: Turn.BEGAN, **_BEGINNINGS}


def _of_phase(project: Project, phase: Phase) -> Event | None:
    if not phase.since or phase.status not in _PHASES:
        return None
    turn = _PHASES[phase.status]
    if turn is Turn.STOPPED:
        turn = Turn.HALTED_PARTLY if len(project.phases) > 1 else Turn.HALTED
    return Event(
        date=phase.since,
        turn=turn,
        enterprise=project.enterprise,
        product=phase.product,
        project=project.id,
        amount="" if phase.amount is None else figures.amount(phase.amount, phase.unit),
    )


# -- what is supposed


def _supposed(reading: Reading, facts: Iterable[Event]) -> Iterator[Event]:
    """What begins or ends on a day that the scenario names; without a day it holds at any date and
    is no event.
    """
    asked = reading.scenario
    named = {c.since for c in asked.projects} | {c.since for c in asked.stops}
    named = (named | {c.since for c in asked.plants}) - {""}
    known = {(e.enterprise, e.product, e.date) for e in facts}
    for firm in reading.atlas.enterprises.values() if named else ():
        own = reading.base.enterprises.get(firm.id)
        kept = set(own.capacities) if own is not None else set()
        for row in firm.capacities:
            if row in kept or row.status is not Status.OPERATING:
                continue
            for date, turn in ((row.since, Turn.BEGAN), (row.until, Turn.ENDED)):
                if date in named and (firm.id, row.product, date) not in known:
                    yield _event(firm, row, date, turn, supposed=True)

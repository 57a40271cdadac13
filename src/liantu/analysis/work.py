"""The matters of the ledgers as of a day: whose they are, and when they are due.

Everything is told as of a day (ISO): what was raised later is not there yet, and what was done
later is still open. A year or a month stands for its last day where something is due, and for its
first where something is raised or done. An unknown date is never taken for one that is kept or
missed.
"""

from __future__ import annotations

import calendar
import datetime
import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model.ledgers import Matter, Meeting, Progress, Request


class Ledger(enum.StrEnum):
    """The ledgers whose matters are due on a day."""

    REQUEST = "request"
    FINDING = "finding"
    MEETING = "meeting"
    EXIT = "exit"


class Term(enum.StrEnum):
    """How a matter stands on a day, the most urgent first. ``UNSAID``: open, and no day was set.
    ``LATER``: raised only after the day.
    """

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    AHEAD = "ahead"
    UNSAID = "unsaid"
    HELD = "held"
    DONE = "done"
    LATER = "later"


SOON = 7
"""Days before the last one that are soon."""


@dataclass(frozen=True, slots=True)
class Task:
    """A matter with the one chain and the county that it counts for; empty: none is known."""

    ledger: Ledger
    matter: Matter
    chain: str
    county: str
    product: str = ""
    enterprises: tuple[str, ...] = ()
    raised: str = ""

    @property
    def id(self) -> str:
        """The id of the matter."""
        return self.matter.id

    def is_there(self, day: str) -> bool:
        """Whether it was raised by ``day``; one without a date is there."""
        return not (self.raised and day) or first_day(self.raised) <= day

    def is_done(self, day: str) -> bool:
        """Whether it was done by ``day``; where it says so without a date, it was."""
        if self.matter.status is not Progress.DONE:
            return False
        return not (self.matter.done and day) or first_day(self.matter.done) <= day

    @property
    def is_open(self) -> bool:
        """Whether the ledger says that it is open, on whatever day."""
        return self.matter.status is not Progress.DONE

    def is_counted(self, day: str) -> bool:
        """Whether its days are counted on ``day``: it is there, and open."""
        return self.is_there(day) and not self.is_done(day)

    def left(self, day: str) -> int | None:
        """Days from ``day`` to the last one, negative where it has passed; ``None``: not known."""
        if not (self.matter.due and day):
            return None
        return (_date(last_day(self.matter.due)) - _date(day)).days

    def term(self, day: str) -> Term:
        """How it stands on ``day``."""
        if not self.is_there(day):
            return Term.LATER
        if self.is_done(day):
            return Term.DONE
        if self.matter.status is Progress.HELD:
            return Term.HELD
        left = self.left(day)
        if left is None:
            return Term.UNSAID
        if left <= 0:
            return Term.LATE if left else Term.TODAY
        return Term.SOON if left <= SOON else Term.AHEAD


def tasks(reading: Reading, wanted: Iterable[Ledger] = Ledger) -> list[Task]:
    """The matters of some ledgers, as filed."""
    atlas = reading.atlas
    held: dict[Ledger, Mapping[str, Matter]] = {
        Ledger.REQUEST: atlas.requests,
        Ledger.FINDING: atlas.findings,
        Ledger.MEETING: atlas.meetings,
        Ledger.EXIT: atlas.exits,
    }
    return [_task(reading, ledger, one) for ledger in wanted for one in held[ledger].values()]


def ordered(found: Iterable[Task], day: str) -> list[Task]:
    """Those that are late the longest first, then by their last day; what is done stands below."""
    rank = list(Term)
    far = datetime.date.max.toordinal()

    def key(task: Task) -> tuple[int, int]:
        left = task.left(day)
        return rank.index(task.term(day)), far if left is None else left

    return sorted(found, key=key)


def _task(reading: Reading, ledger: Ledger, one: Matter) -> Task:
    atlas = reading.atlas
    firms = one.parties if isinstance(one, Meeting) else tuple(filter(None, (one.enterprise,)))
    product = "" if isinstance(one, Request) else one.product
    chain = one.chain or (reading.chain_for(product) if product else "")
    chain = chain or (reading.chain_of_enterprise(firms[0]) if firms else "")
    county = one.county or (atlas.enterprises[firms[0]].county if len(firms) == 1 else "")
    return Task(
        ledger=ledger,
        matter=one,
        chain=chain,
        county=county,
        product=product,
        enterprises=firms,
        raised=one.date if isinstance(one, Meeting) else one.raised,
    )


# -- days


def first_day(date: str) -> str:
    """The first day (ISO) of a year, a month or a day."""
    return date + "-01-01"[len(date) - 4 :] if date else ""


def last_day(date: str) -> str:
    """The last day (ISO) of a year, a month or a day; empty for an unknown date."""
    if len(date) == len("2024"):
        return f"{date}-12-31"
    if len(date) == len("2024-12"):
        return f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]:02d}"
    return date


def _date(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)

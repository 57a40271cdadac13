"""How a project stands on a day (ISO): begun and finished or not, in time or late, stuck or not.

What was told only after the day does not count: the project is ``LATER`` then, and nothing is said
of it. A year or a month stands for its last day, as for the matters of the ledgers. What is not
known is never taken for good news: a project of which nobody has told anything for a year is
``SILENT``, one that was still being built before its last day passed is in ``DOUBT``, not late.
"""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass

from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.units import Need, need
from liantu.analysis.work import first_day, last_day
from liantu.model import Project, ProjectState, Status

SOON = 60
"""Days before the last one that are soon: what a project lacks then can still be brought about."""
SILENT = 365
"""Days after which a statement about a building site tells nothing of today."""
_BEFORE = (ProjectState.PLANNED, ProjectState.SIGNED, ProjectState.PERMITTING)
_BEGUN = (ProjectState.BUILDING, ProjectState.PARTIAL, ProjectState.TRIAL, ProjectState.DONE)
_RUNNING = (Status.BUILDING, Status.OPERATING)


class Term(enum.StrEnum):
    """How a project stands to its last day, the most urgent first. ``DOUBT``: the day has passed,
    and what is known of the project is older. ``UNSAID``: no day was set.
    """

    LATE = "late"
    DOUBT = "doubt"
    SOON = "soon"
    AHEAD = "ahead"
    UNSAID = "unsaid"
    DONE = "done"
    ENDED = "ended"
    LATER = "later"


class Stuck(enum.StrEnum):
    """Whether it gets on, the worst first. ``STALLED``: the record says that it stands still.
    ``UNBEGUN``: it was to begin, and had not when it was told of after that day. ``SILENT``:
    nothing was told for a year. ``UNKNOWN``: state or day of the statement is not known.
    ``NONE``: it is over, or not there yet.
    """

    STALLED = "stalled"
    UNBEGUN = "unbegun"
    SILENT = "silent"
    UNKNOWN = "unknown"
    MOVING = "moving"
    NONE = "none"


STANDING_STILL = (Stuck.STALLED, Stuck.UNBEGUN)
"""What is stuck (停滞); whoever is only silent may get on well."""
OVER = (Term.DONE, Term.ENDED, Term.LATER)
"""Terms of projects that nobody presses."""
FIGURES = ("department", "due", "investment", "invested", "progress")
"""What an inspection asks of every project that is not over."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A project on ``day``, empty where the day is not known: then everything told counts."""

    project: Project
    day: str

    @property
    def is_later(self) -> bool:
        """Whether it is told of only after the day."""
        told = self.project.as_of or self.project.progress_at
        return bool(told and self.day) and first_day(told) > self.day

    @property
    def shows_progress(self) -> bool:
        """Whether progress and money spent are those of the day or of one before it."""
        told = self.project.progress_at or self.project.as_of
        return not self.is_later and not (told and self.day and first_day(told) > self.day)

    @property
    def told(self) -> str:
        """The newest day at which something was told of it by the day; empty: not known."""
        dates = [self.project.as_of, self.project.progress_at if self.shows_progress else ""]
        return max(filter(None, dates), key=last_day, default="")

    @property
    def state(self) -> ProjectState:
        """How far it has come; the status where no state is told."""
        found = self.project.state
        if self.is_later or found is ProjectState.UNKNOWN:
            return ProjectState.UNKNOWN
        return found or _BY_STATUS.get(self.project.status, ProjectState.UNKNOWN)

    @property
    def has_begun(self) -> bool | None:
        """Whether building has begun; ``None``: not known. One that ended counts for nothing."""
        if self.state in _BEGUN:
            return True
        if self.state in _BEFORE:
            return False
        if self.state is ProjectState.STALLED:
            return self._stalled_after_beginning()
        return None

    def _stalled_after_beginning(self) -> bool | None:
        statuses = (self.project.status, *(phase.status for phase in self.project.phases))
        if any(status in _RUNNING for status in statuses):
            return True
        return False if self.project.status is Status.PLANNED else None

    @property
    def is_finished(self) -> bool | None:
        """Whether all of it is built and runs; ``None``: not known."""
        if self.state in (ProjectState.UNKNOWN, ProjectState.ENDED):
            return None
        return self.state is ProjectState.DONE

    @property
    def left(self) -> int | None:
        """Days to the last one, negative where it has passed; ``None``: not known."""
        return _days(self.day, last_day(self.project.due))

    @property
    def term(self) -> Term:
        """How it stands to its last day."""
        if self.is_later:
            return Term.LATER
        if self.state in _ENDS:
            return _ENDS[self.state]
        left = self.left
        if left is None:
            return Term.UNSAID
        if left < 0:
            return Term.LATE if self._is_open_after(self.project.due) else Term.DOUBT
        return Term.SOON if left <= SOON else Term.AHEAD

    @property
    def stuck(self) -> Stuck:
        """Whether it gets on."""
        if self.term in OVER:
            return Stuck.NONE
        if self.state is ProjectState.STALLED:
            return Stuck.STALLED
        if self._is_overdue_to_begin:
            return Stuck.UNBEGUN
        if self.state is ProjectState.UNKNOWN or not self.told:
            return Stuck.UNKNOWN
        return Stuck.SILENT if self.is_silent else Stuck.MOVING

    @property
    def _is_overdue_to_begin(self) -> bool:
        ahead = _days(self.day, last_day(self.project.start))
        late = ahead is not None and ahead < 0
        return self.has_begun is False and late and self._is_open_after(self.project.start)

    @property
    def is_silent(self) -> bool:
        """Whether nothing was told of it for a year."""
        age = _days(last_day(self.told), self.day)
        return age is not None and age > SILENT

    def _is_open_after(self, date: str) -> bool:
        """Whether it is told of after a day that it had not kept; what has no date is of today."""
        known = self.state is not ProjectState.UNKNOWN
        return known and (not self.told or first_day(self.told) > last_day(date))

    @property
    def planned(self) -> Need:
        """The whole investment in 亿元."""
        return need(Resource.CAPITAL, self.project.investment)

    @property
    def spent(self) -> Need:
        """What was spent by the day in 亿元."""
        return need(Resource.CAPITAL, self.project.invested if self.shows_progress else None)

    @property
    def lacks(self) -> tuple[str, ...]:
        """The :data:`FIGURES` that are not known of one that is not over."""
        if self.term in OVER:
            return ()
        known = {
            "department": self.project.department,
            "due": self.project.due,
            "investment": self.planned.amount is not None,
            "invested": self.spent.amount is not None,
            "progress": self.project.progress if self.shows_progress else "",
        }
        return tuple(key for key in FIGURES if not known[key])


_ENDS = {ProjectState.DONE: Term.DONE, ProjectState.ENDED: Term.ENDED}
_BY_STATUS = {
    Status.PLANNED: ProjectState.PLANNED,
    Status.BUILDING: ProjectState.BUILDING,
    Status.OPERATING: ProjectState.DONE,
}


def _days(since: str, until: str) -> int | None:
    if not (since and until):
        return None
    return (datetime.date.fromisoformat(until) - datetime.date.fromisoformat(since)).days

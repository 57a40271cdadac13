"""What of the matters of a month was done, with what it is counted against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from liantu.analysis.work import Task, Term, first_day, last_day
from liantu.model.ledgers import Progress

OLDEST = 3
"""So many of the oldest matters are named."""


@dataclass(frozen=True, slots=True)
class Month:
    """The matters of a month (``2024-12``) as of ``day``, its last or the one that is looked at.

    On hand are those ``carried`` over from before and those ``raised`` in it: of these the rate is
    taken, held ones included. ``late`` and ``held`` are of those ``left``. ``due`` in the month
    until ``day``, of which ``kept`` were done by then. ``undated`` say that they are done and not
    when: they count nowhere else. ``unraised`` of those on hand do not say since when.
    """

    month: str
    day: str
    carried: tuple[Task, ...] = ()
    raised: tuple[Task, ...] = ()
    done: tuple[Task, ...] = ()
    left: tuple[Task, ...] = ()
    late: tuple[Task, ...] = ()
    held: tuple[Task, ...] = ()
    due: tuple[Task, ...] = ()
    kept: tuple[Task, ...] = ()
    undated: tuple[Task, ...] = ()
    unraised: tuple[Task, ...] = ()

    @property
    def on_hand(self) -> int:
        """The denominator of the rate."""
        return len(self.carried) + len(self.raised)

    @property
    def rate(self) -> float | None:
        """Done of those on hand; ``None`` where there are none."""
        return len(self.done) / self.on_hand if self.on_hand else None

    @property
    def kept_rate(self) -> float | None:
        """Done in time of those due; ``None`` where none was due."""
        return len(self.kept) / len(self.due) if self.due else None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.on_hand or self.due or self.undated)

    @property
    def oldest(self) -> list[Task]:
        """The matters left that were raised first; of those without a date nobody can say."""
        dated = (t for t in self.left if t.raised)
        return sorted(dated, key=lambda t: first_day(t.raised))[:OLDEST]


def month_of(found: Iterable[Task], month: str, today: str = "") -> Month:
    """What became of some matters in a month; looked at on ``today`` where that lies in it."""
    whole = last_day(month)
    day = today if today and month == today[:7] else whole
    every = list(found)
    undated = [t for t in every if _undated(t)]
    known = [t for t in every if not _undated(t)]
    on_hand = [t for t in known if t.is_there(day) and not _done_before(t, month)]
    left = [t for t in on_hand if not t.is_done(day)]
    due = [t for t in known if _in(t.matter.due, month) and last_day(t.matter.due) <= day]
    due = [t for t in due if t.is_there(day)]
    return Month(
        month=month,
        day=day,
        carried=tuple(t for t in on_hand if not _in(t.raised, month)),
        raised=tuple(t for t in on_hand if _in(t.raised, month)),
        done=tuple(t for t in on_hand if t.is_done(day)),
        left=tuple(left),
        late=tuple(t for t in left if t.term(day) is Term.LATE),
        held=tuple(t for t in left if t.term(day) is Term.HELD),
        due=tuple(due),
        kept=tuple(t for t in due if _kept(t)),
        undated=tuple(undated),
        unraised=tuple(t for t in on_hand if not t.raised),
    )


def split(
    found: Iterable[Task], by: Callable[[Task], str], month: str, today: str = ""
) -> Iterator[tuple[str, Month]]:
    """The month of each group that has one, those with most on hand first; the unknown last."""
    groups: dict[str, list[Task]] = {}
    for task in found:
        groups.setdefault(by(task), []).append(task)
    months = {name: month_of(group, month, today) for name, group in groups.items()}
    told = {name: one for name, one in months.items() if one.on_hand or one.due}
    order = partial(_group_key, told)
    yield from ((name, told[name]) for name in sorted(told, key=order))


def _group_key(months: dict[str, Month], name: str) -> tuple[bool, int, str]:
    return not name, -months[name].on_hand, name


def _undated(task: Task) -> bool:
    """Whether it says that it is done, and not in which month."""
    return task.matter.status is Progress.DONE and len(task.matter.done) < len("2024-12")


def _done_before(task: Task, month: str) -> bool:
    return task.is_done("") and task.matter.done[:7] < month


def _kept(task: Task) -> bool:
    return task.is_done("") and last_day(task.matter.done) <= last_day(task.matter.due)


def _in(date: str, month: str) -> bool:
    return date[:7] == month

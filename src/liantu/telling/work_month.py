"""The monthly summary of the ledgers in words: 办结率 with what it is counted against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.work import Task, last_day, tasks
from liantu.analysis.work_month import Month, month_of, split
from liantu.telling import work
from liantu.telling.dates import spoken
from liantu.telling.names import brief
from liantu.wording import text

HEADS = ("group", "carried", "raised", "done", "rate", "left", "late", "held")
"""The columns of the tables."""


@dataclass(frozen=True, slots=True)
class Groups:
    """A table of a month: a row a group, under :data:`HEADS`; ``by`` names what the groups are."""

    by: str
    rows: tuple[tuple[str, Month], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The month of all matters within a scope, and the same by ledger, chain and department."""

    reading: Reading
    whole: Month
    groups: tuple[Groups, ...]

    @property
    def sentences(self) -> list[str]:
        """What was on hand and done, what was due, what is left, and what is counted nowhere."""
        return list(_sentences(self.whole))

    @property
    def oldest(self) -> list[str]:
        """The matters that wait the longest, each in a sentence."""
        return [_oldest(self.reading, task, self.whole.day) for task in self.whole.oldest]


def summary(reading: Reading, month: str = "", chain: str = "") -> Summary | None:
    """The summary of a month (empty: that of the 口径日期), of a chain or of all matters; ``None``
    where there is nothing to tell.
    """
    today = last_day(reading.date)
    month = month or today[:7]
    found = [task for task in tasks(reading) if not chain or task.chain == chain]
    whole = month_of(found, month, today) if month else None
    if whole is None or whole.is_empty:
        return None
    by: dict[str, Callable[[Task], str]] = {
        "ledger": lambda task: text(f"work.ledger.{task.ledger}"),
        "chain": lambda task: task.chain,
        "department": lambda task: task.matter.department,
    }
    if chain:
        del by["chain"]
    groups = (_groups(reading, name, get, found, whole, today) for name, get in by.items())
    return Summary(reading=reading, whole=whole, groups=tuple(g for g in groups if g.rows))


def _groups(
    reading: Reading,
    name: str,
    get: Callable[[Task], str],
    found: Sequence[Task],
    whole: Month,
    today: str,
) -> Groups:
    rows = []
    for key, month in split(found, get, whole.month, today):
        words = key or text(f"work.none.{name}")
        chain = reading.atlas.chains.get(key) if name == "chain" else None
        rows.append((chain.label if chain else words, month))
    return Groups(name, tuple(rows))


def cells(name: str, month: Month) -> list[str]:
    """A row of a table."""
    counts = (month.carried, month.raised, month.done)
    ends = (month.left, month.late, month.held)
    return [
        name,
        *(str(len(found)) for found in counts),
        rate(month),
        *(str(len(found)) for found in ends),
    ]


def rate(month: Month) -> str:
    """``67%（2/3）``: never a share without what it is taken of."""
    if month.rate is None:
        return text("ui.none")
    done, whole = len(month.done), month.on_hand
    return text("work.rate", share=f"{month.rate:.0%}", part=done, whole=whole)


def _sentences(month: Month) -> Iterator[str]:
    yield _title(month)
    if month.on_hand:
        counts = {
            "carried": len(month.carried),
            "raised": len(month.raised),
            "whole": month.on_hand,
            "done": len(month.done),
            "share": f"{month.rate:.0%}",
            "left": len(month.left),
        }
        yield text("work.month.hand", **counts)
    if month.left:
        yield text("work.month.left", late=len(month.late), held=len(month.held))
    if month.kept_rate is not None:
        counts = {"due": len(month.due), "kept": len(month.kept)}
        yield text("work.month.due", **counts, share=f"{month.kept_rate:.0%}")
    if month.unraised:
        yield text("work.month.unraised", count=len(month.unraised))
    if month.undated:
        yield text("work.month.undated", count=len(month.undated))


def _title(month: Month) -> str:
    """Which month, and until when where it is not over."""
    over = month.day == last_day(month.month)
    code = "work.month" if over else "work.month.running"
    return text(code, month=spoken(month.month), day=spoken(month.day))


def _oldest(reading: Reading, task: Task, day: str) -> str:
    firms = [brief(reading.atlas.enterprises[key]) for key in task.enterprises]
    names = "、".join(firms) or work.who(reading, task)
    words = text("work.who", who=names, what=work.what(task)) if names else work.what(task)
    until = task.matter.due and text("work.month.until", date=spoken(task.matter.due))
    department = task.matter.department or text("work.none.department")
    since = text("work.month.since", date=spoken(task.raised))
    told = (since, department, until, work.term(task, day))
    return text("work.month.oldest.one", words=words, told="，".join(filter(None, told)))

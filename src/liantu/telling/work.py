"""Matters of the ledgers in words: how they stand on the 口径日期, and whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from liantu.analysis.reading import Reading
from liantu.analysis.work import Task, Term, last_day
from liantu.model.ledgers import Exit, Meeting, Request
from liantu.telling import figures
from liantu.telling.dates import spoken
from liantu.wording import text

_TOLD = (Term.LATE, Term.TODAY, Term.SOON, Term.HELD, Term.DONE)
"""What is counted above a list."""


def day_of(reading: Reading) -> str:
    """The day by which terms are counted: the last of the 口径日期; empty where it is not known."""
    return last_day(reading.date)


def state(task: Task, day: str) -> str:
    """Late or due today, else how far it is."""
    found = task.term(day)
    if found in (Term.LATE, Term.TODAY, Term.HELD, Term.DONE, Term.LATER):
        return text(f"work.state.{found}")
    return text(f"work.progress.{task.matter.status}") if task.is_open else text("work.state.open")


def term(task: Task, day: str) -> str:
    """``逾期 12 天``, ``还剩 3 天``, or why there are no days to count."""
    found, left = task.term(day), task.left(day)
    if found is Term.LATE:
        return text("work.term.late", days=-(left or 0))
    if found in (Term.SOON, Term.AHEAD):
        return text("work.term.ahead", days=left)
    if found is Term.HELD and left is not None and left < 0:
        return text("work.term.held_late", days=-left)
    if found is Term.DONE:
        return _done(task)
    return text(f"work.term.{found}")


def _done(task: Task) -> str:
    """When it was done, and how late; nothing is late where a day is not known."""
    done = task.matter.done
    over = -(task.left(last_day(done)) or 0) if done else 0
    if over > 0:
        return text("work.term.done_late", date=done, days=over)
    return text("work.term.done", date=done) if done else text("work.term.undated")


def who(reading: Reading, task: Task) -> str:
    """The enterprises by name, those on record before the others; empty where none is named."""
    matter = task.matter
    names = [reading.atlas.enterprises[key].name for key in task.enterprises]
    if isinstance(matter, Meeting):
        names += matter.others
    elif isinstance(matter, Request | Exit) and not names and matter.owner:
        names.append(matter.owner)
    return "、".join(names)


def what(task: Task) -> str:
    """The matter itself; what follows from a meeting by the name of the meeting."""
    matter = task.matter
    return matter.name if isinstance(matter, Meeting) else matter.text


def amount(matter: Exit) -> str:
    """How much is closed; not known where nothing is said."""
    if matter.amount is None:
        return text("ui.unknown")
    return f"{figures.number(matter.amount)} {matter.unit}".strip()


def chain_name(reading: Reading, chain: str) -> str:
    """The label of a chain, or that there is none."""
    found = reading.atlas.chains.get(chain)
    return found.label if found else text("ui.none")


def standing(found: Sequence[Task], day: str) -> str:
    """How many are late, due, done, by which date; empty where there are none."""
    if not found:
        return ""
    counts = Counter(task.term(day) for task in found)
    told = [text(f"work.count.{one}", count=counts[one]) for one in _TOLD if counts[one]]
    words = text("work.by", date=spoken(day))
    words += "，".join(told) + "。" if told else text("work.count.none")
    return words + (
        text("work.count.later", count=counts[Term.LATER]) if counts[Term.LATER] else ""
    )


def shares(found: Iterable[str], code: str, most: int) -> str:
    """``涉及部门：甲局 3、乙局 1``: how often each name stands, the commonest first."""
    counts = Counter(name for name in found if name)
    told = [text("work.share", name=name, count=n) for name, n in counts.most_common(most)]
    return text(code, names="、".join(told)) if told else ""

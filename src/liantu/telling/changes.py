"""What another date or other assumptions change: what was done, what happened, what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from liantu.analysis.compare import compare
from liantu.analysis.reading import Reading
from liantu.model.classes import ACTED_ON, Word
from liantu.telling import classes, events
from liantu.telling.done import done as what_was_done
from liantu.telling.done import same_but_date
from liantu.telling.line import joined
from liantu.telling.standing import stand
from liantu.telling.versions.balances import balance_rows
from liantu.telling.versions.comparison import Version, compared
from liantu.wording import text

MOVED = 2
"""Products of which it is told how much more or less there is or is needed."""
EVENTS = 3
"""Events that are named."""


@dataclass(frozen=True, slots=True)
class Changes:
    """``words`` say what was done and what came of it; ``rows`` name each product that changed,
    with its id: ``苯酚：疑似短链·向上 → 在产``.
    """

    words: str
    rows: tuple[tuple[str, str], ...]


def changes(before: Reading, now: Reading, step: str = "") -> Changes | None:
    """What differs; ``None`` where neither date nor assumptions do, or where another date or an
    edit changes nothing. ``step`` is what an edit is called.
    """
    edited = before.base is not now.base
    done = joined(step if edited else "", *what_was_done(before, now))
    if not done:
        return None
    found = compare(before.diagnosis, now.diagnosis)
    dated = before.date != now.date
    assumed = not same_but_date(before.scenario, now.scenario)
    if (dated or edited) and not found and not assumed and before.switches == now.switches:
        return None
    order = sorted(found, key=lambda c: (not c.gained, not c.lost))
    rows = tuple((c.product, _row(before, now, c.product)) for c in order)
    happened = "；".join(_events(before, now)) if dated else ""
    counts = joined(*_counts(before, now))
    gained, lost = sum(c.gained for c in found), sum(c.lost for c in found)
    code = "ui.changes" if found else "ui.changes.none"
    if not found and not edited and drilled(before, now):
        code = "ui.changes.drilled"
    said = text(code, done=done, changed=len(found), gained=gained, lost=lost)
    if happened:
        said += text("ui.changes.events", events=happened)
    if counts:
        said += text("ui.changes.counts", counts=counts)
    if assumed and not edited and (moved := "；".join(_moved(before, now))):
        said += text("ui.changes.moved", lines=moved)
    return Changes(said, rows)


def drilled(before: Reading, now: Reading) -> bool:
    """Whether nothing but the drill is another, which changes no diagnosis."""
    old, new = before.scenario, now.scenario
    alike = replace(old, drill=new.drill, date=new.date).alike(new) and before.date == now.date
    return before.base is now.base and old.drill != new.drill and alike


def _row(before: Reading, now: Reading, product: str) -> str:
    old, new = before.verdicts[product], now.verdicts[product]
    name = now.atlas.products[product].label
    return text("ui.changes.row", name=name, before=stand(old), after=stand(new))


def _counts(before: Reading, now: Reading) -> Iterator[str]:
    """``细链 +3``: how many more or fewer products each class has."""
    old, new = _tally(before), _tally(now)
    for word in ACTED_ON:
        more = new[word] - old[word]
        if more:
            yield text("ui.changes.count", word=classes.word(word), count=f"{more:+d}")


def _moved(before: Reading, now: Reading) -> list[str]:
    """``双酚A 余 1.9 → 101.9 万吨/年``: what moved most of supply and need."""
    rows = balance_rows(compared(Version("", before), Version("", now)))
    return [row.line for row in rows if row.line and not row.utility][:MOVED]


def _tally(reading: Reading) -> Counter[Word]:
    return Counter(word for verdict in reading.verdicts.values() for word in verdict.words)


def _events(before: Reading, now: Reading) -> list[str]:
    """What began or ended between the two dates, the first few by name."""
    early, late = sorted((before.situation.day, now.situation.day))
    words = [events.words(now, event) for event in events.between(now, early, late)]
    more = [text("ui.changes.events.more", count=len(words))] if len(words) > EVENTS else []
    return [*words[:EVENTS], *more]

"""What a key of the search costs with a hundred times the shipped names, ranking and grouping, too.

Names are the shipped ones with a number behind them, as those of a folder made by
``python -m tests.bench.generate``. The goal: 50 ms for what names something; a letter or digit
alone fits ten thousands and is looked for by a worker like all others.
"""

from __future__ import annotations

import time

from liantu.telling.searching import matching, search
from liantu.telling.searching.search import Entry, Index
from tests.bench.row import Row
from tests.helpers.readings import loaded

TIMES, QUICK = 100, 10
GOAL_MS = 50.0
TYPED = ("铝业", "聚碳酸酯", "sf", "sfa", "juan", "jutansuanzhi", "山东 铝", "铜 杆")
BROAD = ("有限公司", "s", "1")


def numbered(entry: Entry, number: int) -> Entry:
    """The entry of another copy."""
    names = tuple(f"{name}-{number}" for name in entry.names)
    keys = (matching.key((name,)) for name in names)
    made = Entry.of(entry.target, entry.weight, names, keys, entry.around)
    return made.spelling(entry.around)


def large(times: int) -> Index:
    """An index of so many copies."""
    known = search.with_pinyin(search.build(loaded().atlas))
    copies = (numbered(entry, n) for n in range(2, times + 1) for entry in known.entries)
    return search._index((*known.entries, *copies), known.called, spelt=True)


def timed(index: Index, typed: str) -> float:
    """Milliseconds to find it as it is shown."""
    start = time.thread_time()
    index.find(typed)
    return (time.thread_time() - start) * 1000


def rows(*, quick: bool = False) -> list[Row]:
    """For the table."""
    index = large(QUICK if quick else TIMES)
    count = f"search in {len(index.entries):,} names"
    return [
        *(Row(f"{count}: {typed}", timed(index, typed), "ms", goal=GOAL_MS) for typed in TYPED),
        *(Row(f"{count}, by a worker: {typed}", timed(index, typed), "ms") for typed in BROAD),
    ]


if __name__ == "__main__":
    for row in rows():
        print(f"{row.name}: {row.value:.0f} {row.unit}")

"""All rows of a list with what is made of them once, a piece at a time: blocks, classes, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from heapq import merge
from itertools import chain, islice
from typing import Any

from liantu.model.classes import Word
from liantu.telling.lists.column import Block, Cell, Column, List
from liantu.telling.lists.counted import worst
from liantu.telling.searching.search import Index
from liantu.ui.lists.sieve import Sifted
from liantu.ui.lists.texts import Texts
from liantu.ui.work.slices import Steps, pieces

PIECE = 500
"""Rows that are looked at between two events: some milliseconds."""
SPELT = 60
"""Rows whose keys are made between two events: each may have to be spelt in pinyin."""
RUN = 2000
"""Rows that are sorted by themselves before all are."""
Order = Generator[None, None, list[int]]
Sorting = tuple[str, bool]
"""The column, empty for the order of the list, and whether the greatest is first."""


class Stock:
    """``rows`` in the order of the list; ``blocks`` the block of each, ``whole`` and ``kinds``
    how many there are in each block and of each worst class.
    """

    def __init__(
        self,
        item: List[Any],
        rows: Sequence[Any] = (),
        columns: Sequence[Column[Any]] = (),
        index: Index | None = None,
    ) -> None:
        self.item, self.rows = item, tuple(rows)
        self.texts = Texts(item, columns, self.rows, index or Index())
        self.blocks: list[Block] = []
        self.whole = Counter[Block]()
        self.kinds: Counter[Word] = Counter()
        self._values: dict[str, dict[str, int]] = {}
        self._sorted: tuple[Sorting, list[int]] = (("", False), [])

    def values(self, column: str) -> dict[str, int]:
        """The values of a column by which rows may be filtered, the commonest first."""
        if column not in self._values:
            every = Counter(chain.from_iterable(self.texts.facets(column)))
            self._values[column] = dict(every.most_common())
        return self._values[column]

    def looking(self) -> Steps:
        """Find the blocks and the classes; nothing where that was done."""
        block, told = self.item.block, worst(self.item)
        while len(self.blocks) < len(self.rows):
            some = self.rows[len(self.blocks) : len(self.blocks) + PIECE]
            self.kinds.update(word for row in some if (word := told(row)))
            found = [block(row) if block else Block.SURE for row in some]
            self.blocks += found
            self.whole.update(found)
            yield

    def ordering(self, sorting: Sorting) -> Order:
        """The places of all rows as they are sorted; those sorted so the last time are known."""
        if self._sorted[0] != sorting or len(self._sorted[1]) < len(self.rows):
            id_, down = sorting
            places = list(range(len(self.rows)))
            if id_:
                places = yield from arranging(self.item.column(id_), self.rows, down)
            self._sorted = (sorting, places)
        return self._sorted[1]

    def keeping(self, order: Sequence[int], sifted: Sifted) -> Order:
        """What passes all filters, block by block, each in this order."""
        passed = sifted.without()
        found: dict[Block, list[int]] = {block: [] for block in Block}
        for some in pieces(len(order), RUN):
            for at in order[some.start : some.stop]:
                if at in passed:
                    found[self.blocks[at]].append(at)
            yield
        return [*chain.from_iterable(found.values())]


def arranging(column: Column[Any], rows: Sequence[Any], descending: bool) -> Order:
    """The places of rows sorted by a column: what is unknown last, what cannot be compared apart,
    the commonest kind first.
    """
    keys: list[Cell | None] = []
    for some in pieces(len(rows), SPELT):
        keys += [column.key(row) for row in rows[some.start : some.stop]]
        yield
    known = [at for at, key in enumerate(keys) if key is not None]
    known = yield from _by(keys, known, descending)
    if column.kind is not None:
        known = yield from _apart(column, rows, known)
    return known + [at for at, key in enumerate(keys) if key is None]


def _by(keys: list[Cell | None], places: list[int], descending: bool) -> Order:
    """The places by their keys, equal ones as they were: runs are sorted, then merged."""
    key: Callable[[int], Any] = keys.__getitem__
    runs = []
    for some in pieces(len(places), RUN):
        runs.append(sorted(places[some.start : some.stop], key=key, reverse=descending))
        yield
    if len(runs) < 2:
        return [*chain.from_iterable(runs)]
    found: list[int] = []
    merged = merge(*runs, key=key, reverse=descending)
    while piece := [*islice(merged, PIECE)]:
        found += piece
        yield
    return found


def _apart(column: Column[Any], rows: Sequence[Any], known: list[int]) -> Order:
    """The same with what can be compared together."""
    assert column.kind is not None
    found: dict[str, list[int]] = {}
    for some in pieces(len(known), RUN):
        for at in known[some.start : some.stop]:
            found.setdefault(column.kind(rows[at]), []).append(at)
        yield
    common = sorted(found, key=lambda kind: (-len(found[kind]), kind))
    return [at for kind in common for at in found[kind]]

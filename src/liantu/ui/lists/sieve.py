"""Which rows of a list are shown: by words, by values chosen, by values and blocks hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from dataclasses import dataclass, field

from liantu.model.verification import WHOLE
from liantu.telling.lists.column import Block
from liantu.telling.searching import matching
from liantu.ui.lists.texts import Texts
from liantu.ui.work.slices import pieces

PIECE = 2000
"""Rows that are looked through between two events: some milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """``words`` as typed; ``chosen`` column → the value that a cell must name; ``hidden`` column →
    values of which a row must have another; ``blocks`` are hidden.
    """

    words: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    hidden: Mapping[str, Collection[str]] = field(default_factory=dict)
    blocks: Collection[Block] = frozenset()

    @property
    def active(self) -> int:
        """How many filters hold anything back, without the words."""
        chosen = sum(bool(value) for value in self.chosen.values())
        return chosen + sum(bool(values) for values in self.hidden.values()) + bool(self.blocks)


@dataclass(frozen=True, slots=True)
class Sifted:
    """Rows by their places: what each filter lets pass, so that any one may be left out."""

    count: int
    passed: Mapping[str, frozenset[int]]

    def without(self, name: str = "") -> Collection[int]:
        """The rows that pass all filters but one."""
        found = [rows for key, rows in self.passed.items() if key != name]
        return frozenset.intersection(*found) if found else range(self.count)


WORDS, BLOCK = "words", "block"
"""Filters beside those of columns."""
Passing = Generator[None, None, frozenset[int]]


def sifting(sieve: Sieve, texts: Texts, blocks: list[Block]) -> Generator[None, None, Sifted]:
    """What of so many rows passes each filter, a piece at a time."""
    passed: dict[str, frozenset[int]] = {}
    query = matching.asked(sieve.words)
    if query:
        yield from texts.folding()
        keys = texts.keys
        passed[WORDS] = yield from _passing(len(blocks), lambda at: matching.holds(query, keys[at]))
    for column, value in sieve.chosen.items():
        if value:
            yield from texts.naming(column)
            passed[column] = yield from _naming(texts.named(column), value)
    for column, values in sieve.hidden.items():
        if values:
            yield from texts.sorting_out(column)
            passed[column] = yield from _left(texts.facets(column), frozenset(values))
    if sieve.blocks:
        hidden = frozenset(sieve.blocks)
        passed[BLOCK] = yield from _passing(len(blocks), lambda at: blocks[at] not in hidden)
    return Sifted(len(blocks), passed)


def _naming(cells: list[tuple[str, ...]], value: str) -> Passing:
    """Those that name a value; 全市 stands for every county."""
    return _passing(len(cells), lambda at: value in cells[at] or WHOLE in cells[at])


def _left(facets: list[tuple[str, ...]], values: frozenset[str]) -> Passing:
    """Those that have another value than the hidden ones, or none."""
    return _passing(len(facets), lambda at: not facets[at] or not values.issuperset(facets[at]))


def _passing(count: int, passes: Callable[[int], bool]) -> Passing:
    found: list[int] = []
    for some in pieces(count, PIECE):
        found += [at for at in some if passes(at)]
        yield
    return frozenset(found)


def counted(sifted: Sifted, facets: list[tuple[str, ...]], column: str) -> Counter[str]:
    """How many rows have each value of a column, of those that pass every other filter."""
    return Counter(_values(facets, sifted.without(column)))


def _values(facets: list[tuple[str, ...]], rows: Iterable[int]) -> Iterable[str]:
    return (value for at in rows for value in facets[at])


def counting(
    sifted: Sifted, facets: list[tuple[str, ...]], column: str
) -> Generator[None, None, Counter[str]]:
    """:func:`counted`, a piece at a time."""
    found: Counter[str] = Counter()
    rows = sorted(sifted.without(column))
    yield
    for some in pieces(len(rows), PIECE):
        found.update(_values(facets, rows[some.start : some.stop]))
        yield
    return found


def counting_blocks(sifted: Sifted, blocks: list[Block]) -> Generator[None, None, Counter[Block]]:
    """How many rows stand in each block, of those that pass every other filter, a piece at a
    time.
    """
    found: Counter[Block] = Counter()
    rows = list(sifted.without(BLOCK))
    for some in pieces(len(rows), PIECE):
        found.update(map(blocks.__getitem__, rows[some.start : some.stop]))
        yield
    return found

"""Which rows of a list are shown: by words, by values chosen, by values and blocks hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from liantu.telling import matching
from liantu.telling.lists.column import Block, names
from liantu.ui.lists.texts import Texts


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

    def without(self, name: str = "") -> set[int]:
        """The rows that pass all filters but one."""
        kept = set(range(self.count))
        for key, rows in self.passed.items():
            if key != name:
                kept &= rows
        return kept


WORDS, BLOCK = "words", "block"
"""Filters beside those of columns."""


def sift(sieve: Sieve, texts: Texts, blocks: list[Block]) -> Sifted:
    """What of so many rows passes each filter."""
    every = range(len(blocks))
    passed: dict[str, frozenset[int]] = {}
    query = matching.asked(sieve.words)
    if query:
        keys = texts.keys
        passed[WORDS] = frozenset(at for at in every if matching.holds(query, keys[at]))
    for column, value in sieve.chosen.items():
        if value:
            cells = texts.of(column)
            passed[column] = frozenset(at for at in every if names(cells[at], value))
    for column, values in sieve.hidden.items():
        if values:
            facets = texts.facets(column)
            passed[column] = frozenset(
                at for at in every if not facets[at] or set(facets[at]) - set(values)
            )
    if sieve.blocks:
        passed[BLOCK] = frozenset(at for at in every if blocks[at] not in sieve.blocks)
    return Sifted(len(blocks), passed)


def counted(sifted: Sifted, texts: Texts, column: str) -> Counter[str]:
    """How many rows have each value of a column, of those that pass every other filter."""
    facets = texts.facets(column)
    return Counter(value for at in sifted.without(column) for value in facets[at])


def counted_blocks(sifted: Sifted, blocks: list[Block]) -> Counter[Block]:
    """How many rows stand in each block, of those that pass every other filter."""
    return Counter(blocks[at] for at in sifted.without(BLOCK))

"""All that is told of two sides: one sentence, the figures, what they share and what passes."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.telling.beside import chain_ties, chains, counties, county_ties, sentence
from liantu.telling.beside.figures import Figure
from liantu.telling.beside.pair import CHAIN, Pair, name
from liantu.telling.beside.ties import Group
from liantu.telling.standing import coverage_sentence


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Beside:
    """``names`` are those of both sides in words; ``notes`` what holds for all of it."""

    reading: Reading
    pair: Pair
    names: tuple[str, str]
    sentence: str
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    notes: tuple[str, ...]

    def group(self, code: str) -> Group:
        """The ties of a kind; raises ``StopIteration`` for one that this pair has not."""
        return next(group for group in self.groups if group.code == code)


def beside(reading: Reading, pair: Pair) -> Beside:
    """Everything about a pair that there is; raises ``KeyError`` for an unknown chain."""
    names = name(reading, pair)
    if pair.kind == CHAIN:
        values = tuple(chains.values(reading, chain) for chain in (pair.left, pair.right))
        groups = chain_ties.groups(reading, pair)
    else:
        values = tuple(counties.values(reading, county) for county in (pair.left, pair.right))
        groups = county_ties.groups(reading, pair)
    figures = chains.rows(*values)
    return Beside(
        reading=reading,
        pair=pair,
        names=names,
        sentence=sentence.sentence(pair.kind, names, figures, groups),
        figures=figures,
        groups=groups,
        notes=(sentence.note(pair.kind), coverage_sentence(reading)),
    )

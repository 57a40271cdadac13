"""The classes of a product, told once: code, list on which it stands, whether gaps are ranked.

Words, letters, remedies and the sentences of each class stand in ``wording/classes.json`` under
its code; its colours in ``diagram/theme.py``; the rule that gives it in ``analysis/diagnosis.py``.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass


class Word(enum.StrEnum):
    """The five words of the city with their kinds; the order is that of urgency. ``OPEN`` (未布局)
    is what the chains show and nobody needs, feeds or wants.
    """

    BROKEN = "broken"
    SHORT_UP = "short_up"
    SHORT_DOWN = "short_down"
    THIN = "thin"
    WEAK = "weak"
    BLANK = "blank"
    STEADY = "steady"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ClassRow:
    """``on``: the list of the class, empty where nothing is to be done; ``ranked``: the class is a
    gap whose products get a score.
    """

    word: Word
    on: str
    ranked: bool = False


CLASSES = (
    ClassRow(Word.BROKEN, "broken", ranked=True),
    ClassRow(Word.SHORT_UP, "short", ranked=True),
    ClassRow(Word.SHORT_DOWN, "short", ranked=True),
    ClassRow(Word.THIN, "thin"),
    ClassRow(Word.WEAK, "weak"),
    ClassRow(Word.BLANK, "blank"),
    ClassRow(Word.STEADY, ""),
    ClassRow(Word.OPEN, ""),
)
ORDER: Mapping[Word, int] = {row.word: at for at, row in enumerate(CLASSES)}
"""Urgency of a class: 0 comes first."""
ACTED_ON = tuple(row.word for row in CLASSES if row.on)
"""Classes that ask for action: shown as badges, counted on tiles and paper."""
RANKED = frozenset(row.word for row in CLASSES if row.ranked)
LISTS: Mapping[str, frozenset[Word]] = {
    on: frozenset(row.word for row in CLASSES if row.on == on)
    for on in dict.fromkeys(row.on for row in CLASSES if row.on)
}
"""List → the classes that stand on it, in the order of urgency."""
SINGLY = tuple(on for on in LISTS if on != "blank")
"""Lists on which products stand one by one; what is blank is told stage by stage."""
ASKED = tuple(row.word for row in CLASSES if row.on in SINGLY and not row.ranked)
"""Classes of local products, each asked about on a visit; gaps are asked about by their score."""


def by_list(counts: Mapping[Word, int]) -> dict[str, int]:
    """Counts of classes summed for each list."""
    return {on: sum(counts.get(word, 0) for word in words) for on, words in LISTS.items()}

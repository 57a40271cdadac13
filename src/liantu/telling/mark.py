"""The letter that stands before the name of a product wherever it is named: inspector, lists,
dialogs, search.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.classes import Word
from liantu.model.standing import LOCAL, Certainty, Standing
from liantu.telling import classes
from liantu.telling.standing import class_word, standing_word
from liantu.wording import text


class Look(enum.StrEnum):
    """How a mark is coloured where no class gives the colour: made here, from outside, policy."""

    HERE = "here"
    OUTSIDE = "outside"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Mark:
    """One letter; ``look`` gives colour and shape. ``hollow``: only suspected. ``words`` say the
    same to who cannot see it.
    """

    letter: str
    look: Word | Look
    words: str
    hollow: bool = False


_LOOKS = {
    **dict.fromkeys((*LOCAL, Standing.CAPTIVE), Look.HERE),
    Standing.EXTERNAL: Look.OUTSIDE,
    Standing.SHUT: Look.POLICY,
}


def mark(reading: Reading, product: str) -> Mark:
    """How a product stands, else the worst of its classes."""
    return marks(reading, product)[0]


def marks(reading: Reading, product: str) -> tuple[Mark, ...]:
    """The mark of a product, and what is weak or thin about one that is made here."""
    verdict = reading.verdicts.get(product)
    standing = reading.situation.standing(product)
    if standing not in _LOOKS:
        return (_gap(verdict),)
    words = text(f"standing.standing.{standing}")
    found = [Mark(text(f"standing.letter.{standing}"), _LOOKS[standing], words)]
    if verdict is not None and standing is not Standing.SHUT:
        told = (w for w in verdict.words if w in (Word.THIN, Word.WEAK))
        found += [Mark(classes.letter(word), word, classes.word(word)) for word in told]
    return tuple(found)


def _gap(verdict: Verdict | None) -> Mark:
    """What nobody here is known to make; 未布局 is neither suspected nor confirmed."""
    if verdict is None or verdict.worst is None:
        words = standing_word(verdict) if verdict else classes.word(Word.OPEN)
        return Mark(classes.letter(Word.OPEN), Word.OPEN, words)
    word = verdict.worst
    hollow = verdict.certainty is Certainty.SUSPECTED and word is not Word.OPEN
    return Mark(classes.letter(word), word, class_word(verdict, word), hollow)

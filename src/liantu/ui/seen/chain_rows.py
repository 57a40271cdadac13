"""What the rows of the chain list tell, made with the reading and not while they are drawn."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.aside import Aside
from liantu.analysis.certain import Tally, chain_tallies
from liantu.analysis.reading import Reading
from liantu.diagram.segment.graph import kinds
from liantu.diagram.segment.model import Kind
from liantu.model import Chain
from liantu.model.classes import Word
from liantu.telling import classes, completeness
from liantu.wording import text

COLUMNS = (Word.BROKEN, Word.SHORT_UP)
"""The classes that are counted beside a name."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of a chain: its products by kind, and what is lacking of each class."""

    mix: Mapping[Kind, int]
    tallies: Mapping[Word, Tally]


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells of its chain; ``tip`` is plain text as HTML."""

    numbers: Numbers
    spoken: str
    tip: str


_TOLD = Aside[dict[str, Told]]()


def told(reading: Reading, key: str) -> Told:
    """The row of a chain, told once, so that a worker may do it ahead."""
    known = _TOLD.of(reading, dict)
    if key not in known:
        known[key] = _tell(reading, reading.atlas.chains[key])
    return known[key]


def _tell(reading: Reading, chain: Chain) -> Told:
    found = chain_tallies(reading, chain.id)
    counts = [
        text(
            "ui.chains.tally",
            word=classes.word(word),
            known=found[word].known,
            suspected=found[word].suspected,
        )
        for word in COLUMNS
    ]
    lines = [chain.name, *counts, completeness.numbers_in_full(reading, chain.id)]
    numbers = completeness.numbers(reading, chain.id)
    return Told(
        numbers=Numbers(kinds(reading, chain.id), found),
        spoken=text("ui.chains.spoken", name=chain.name, numbers=numbers),
        tip=html.escape("\n".join(lines)).replace("\n", "<br>"),
    )

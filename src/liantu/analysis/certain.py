"""Counts that keep what is confirmed apart from what nobody has looked into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.classes import ACTED_ON, Word
from liantu.model.standing import Certainty

GAPS = (Board.FILL, Board.EXTEND)
"""Boards of what is absent; what stands on 强链榜 is made here."""


@dataclass(frozen=True, slots=True)
class Tally:
    """``known`` products are confirmed to be absent, or made here; of ``suspected`` ones there is
    no record and no answer.
    """

    known: int = 0
    suspected: int = 0

    @property
    def whole(self) -> int:
        """Both."""
        return self.known + self.suspected


def tallies(reading: Reading, products: Iterable[str]) -> dict[Word, Tally]:
    """Products by each of their classes that ask for action; what policy closes is left out."""
    verdicts = [reading.verdicts[p] for p in dict.fromkeys(products) if p in reading.verdicts]
    known = _counted(v for v in verdicts if v.certainty in (None, Certainty.CONFIRMED))
    suspected = _counted(v for v in verdicts if v.certainty is Certainty.SUSPECTED)
    return {word: Tally(known[word], suspected[word]) for word in ACTED_ON}


def chain_tallies(reading: Reading, chain: str) -> Mapping[Word, Tally]:
    """:func:`tallies` of what a chain shows."""
    return tallies(reading, (m.product for m in reading.atlas.chains[chain].members()))


def gaps(reading: Reading, chain: str = "") -> Tally:
    """Products on 补链榜 or 延链榜 of the city, or of what the page of a chain lists."""
    ids = {row.product for board in GAPS for row in reading.rows(board, chain)}
    sure = sum(reading.verdicts[p].certainty is Certainty.CONFIRMED for p in ids)
    return Tally(sure, len(ids) - sure)


def _counted(verdicts: Iterable[Verdict]) -> Counter[Word]:
    return Counter(word for verdict in verdicts for word in verdict.words)

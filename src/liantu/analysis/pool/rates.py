"""开工率, 竣工率 and 投资完成率 of some projects, each with what it is counted over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liantu.analysis.pool.standing import Standing, Term
from liantu.analysis.portfolio.units import Exactness
from liantu.model import ProjectState


@dataclass(frozen=True, slots=True)
class Rate:
    """``part`` of ``whole``, over the ``known`` of ``of`` projects of which that is known; of
    ``rough`` of them a source gives only a bound or 约.
    """

    part: float
    whole: float
    known: int
    of: int
    rough: int = 0

    @property
    def value(self) -> float | None:
        """0 to 1, more where more was spent than planned; ``None``: a rate of nothing."""
        return self.part / self.whole if self.whole > 0 else None

    @property
    def missing(self) -> int:
        """Projects of which it is not known."""
        return self.of - self.known


@dataclass(frozen=True, slots=True)
class Rates:
    """Of ``count`` projects ``later`` are told of only after the day, ``ended`` were given up; the
    others are what rates are counted over.
    """

    count: int
    later: int
    ended: int
    begun: Rate
    finished: Rate
    spent: Rate


def rates(found: Sequence[Standing]) -> Rates:
    """Projects begun and finished ÷ those of which the state is known; money spent ÷ money planned
    over those of which both are known.
    """
    later = sum(one.term is Term.LATER for one in found)
    ended = sum(one.state is ProjectState.ENDED for one in found)
    left = [one for one in found if one.term not in (Term.LATER, Term.ENDED)]
    return Rates(
        count=len(found),
        later=later,
        ended=ended,
        begun=_share([one.has_begun for one in left]),
        finished=_share([one.is_finished for one in left]),
        spent=_spent(left),
    )


def _share(found: Sequence[bool | None]) -> Rate:
    known = [one for one in found if one is not None]
    return Rate(sum(known), len(known), len(known), len(found))


def _spent(found: Sequence[Standing]) -> Rate:
    pairs = [(one.spent, one.planned) for one in found]
    known = [(a, b) for a, b in pairs if a.amount is not None and b.amount is not None]
    return Rate(
        part=sum(a.amount or 0.0 for a, _ in known),
        whole=sum(b.amount or 0.0 for _, b in known),
        known=len(known),
        of=len(found),
        rough=sum(any(n.exactness is not Exactness.EXACT for n in pair) for pair in known),
    )

"""Which missing figures to ask for first: those of the bids that would be worth most."""

from __future__ import annotations

from dataclasses import dataclass, replace

from liantu.analysis.portfolio.nouns import Problem
from liantu.analysis.portfolio.sound import Lack, lacks


@dataclass(frozen=True, slots=True)
class Asked:
    """A bid that lacks figures and the points that it brings with what it needs; where its value
    is unknown, those of its goals.
    """

    lack: Lack
    points: float


def asked(problem: Problem) -> tuple[Asked, ...]:
    """The bids that lack figures, the most worth asking first; of equals in the order given."""
    known = replace(
        problem, bids=tuple(replace(bid, value=bid.value or 0.0) for bid in problem.bids)
    )
    found = [
        Asked(lack, known.value(known.with_before(lack.bid)) - _before(known, lack.bid))
        for lack in lacks(problem)
    ]
    return tuple(sorted(found, key=lambda one: -one.points))


def _before(problem: Problem, bid: str) -> float:
    """What the bids that it needs bring by themselves."""
    return problem.value([id_ for id_ in problem.with_before(bid) if id_ != bid])

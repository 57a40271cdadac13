"""Closing plans of a target under a reading, and the ladder from buying to making.

Strictly, everything that is not bought as a rule is to be made here: for 环氧树脂 that is two
links. For a bus it would be eighty, so a plan may leave up to ``allowed`` gaps to be bought, each
counted; the ladder shows what every further link saves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite

from liantu.analysis.plans.blocking import Block, Why, blocked
from liantu.analysis.plans.city import City, Reach
from liantu.analysis.plans.describing import Describer, usual_demand
from liantu.analysis.plans.plan import Plan, Plans, Wish
from liantu.analysis.plans.problem import Problem, ProblemError
from liantu.analysis.plans.solving import SECONDS, Found, cheapest
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model.standing import Standing

COUNT = 5
"""Plans, or rungs of a ladder, where no other number is asked for."""


def closing_plans(
    reading: Reading,
    wish: Wish,
    count: int = COUNT,
    progress: Progress | None = None,
    seconds: float = SECONDS,
) -> Plans:
    """The ``count`` cheapest plans. Raises ``KeyError`` for an unknown product,
    :class:`ProblemError` for figures that cannot be, and ``Cancelled`` between two plans.
    """
    search = _Search(reading, wish)
    found = cheapest(search.problem(wish.allowed), count, progress, seconds)
    return search.answer(search.plans(found), found.complete, wish.allowed)


def ladder(
    reading: Reading,
    wish: Wish,
    count: int = COUNT,
    progress: Progress | None = None,
    seconds: float = SECONDS,
) -> Plans:
    """At most ``count`` rungs, from buying whatever is lacking to making all of it: each is the
    cheapest that buys fewer gaps than the one before, the last makes as much as can be made. Of the
    wish ``allowed`` does not matter. Raises as :func:`closing_plans` does.
    """
    progress = progress or Progress()
    search = _Search(reading, wish)
    rungs: list[Plan] = []
    allowed = len(reading.atlas.products)
    complete = False
    while not complete and len(rungs) < count:
        progress.step(len(rungs), count)
        if 1 < count == len(rungs) + 1:
            allowed = search.fewest(allowed, seconds)
        found = cheapest(search.problem(allowed), 1, seconds=seconds)
        rungs += search.plans(found)
        if not found.solutions and not found.complete:
            break
        allowed = len(rungs[-1].imports) - 1 if rungs else -1
        complete = not found.solutions or allowed < 0
    progress.step(count, count)
    return search.answer(tuple(rungs), complete or len(rungs) == count > 1, 0)


@dataclass(frozen=True)
class _Search:
    """What is asked of a reading, as a problem, and its answers as plans."""

    reading: Reading
    wish: Wish

    @cached_property
    def city(self) -> City:
        """The reading as units; raises ``KeyError`` for an unknown target."""
        target = self.reading.atlas.products[self.wish.target]
        _check(self.wish)
        local = self.reading.situation.is_local(target.id)
        reach = self.wish.reach or (Reach.CHAIN if local else Reach.READY)
        return City(
            reading=self.reading,
            target=target.id,
            reach=reach,
            costs=self.wish.costs,
            stand_in=self.wish.stand_in,
            within=self.wish.within,
            buying=self.wish.buying,
        )

    @cached_property
    def _describer(self) -> Describer:
        demand = self.wish.demand
        return Describer(self.city, usual_demand(self.city) if demand is None else demand)

    def problem(self, allowed: int) -> Problem:
        """That in which so many gaps may be bought."""
        return replace(self.city.problem, allowed=allowed)

    def plans(self, found: Found) -> tuple[Plan, ...]:
        """Solutions with all that follows from them."""
        return tuple(self._describer.plan(solution) for solution in found.solutions)

    def fewest(self, most: int, seconds: float) -> int:
        """How few gaps a plan can buy, at most ``most``."""
        for allowed in range(most):
            if cheapest(self.problem(allowed), 1, seconds=seconds).solutions:
                return allowed
        return most

    def answer(self, plans: tuple[Plan, ...], complete: bool, allowed: int) -> Plans:
        """What was asked, and the plans or what blocks them."""
        return Plans(
            target=self.city.target,
            date=self.reading.date,
            reach=self.city.reach,
            allowed=allowed,
            costs=self.wish.costs,
            demand=self._describer.demand,
            plans=plans,
            complete=complete,
            block=self._block() if complete and not plans else None,
        )

    def _block(self) -> Block:
        if self.reading.situation.standing(self.city.target) is Standing.SHUT:
            return Block(((self.city.target, Why.SHUT),))
        found = blocked(self.city.problem)
        beside = {root: self.city.parents(root) for root, _ in found.roots}
        return replace(found, beside={root: p for root, p in beside.items() if p})


def _check(wish: Wish) -> None:
    """Raise :class:`ProblemError` for a demand that nobody can have."""
    if wish.demand is not None and not (isfinite(wish.demand) and wish.demand > 0):
        raise ProblemError("demand", wish.target)

"""Closing plans of a target under a reading, and the ladder from buying to making.

Strictly, everything that is not bought as a rule is to be made here: for 环氧树脂 that is two
links. For a bus it would be eighty, so a plan may leave up to ``allowed`` gaps to be bought, each
counted; the ladder shows what every further link saves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from liantu.analysis.plans.amounts import Fit
from liantu.analysis.plans.blocking import Block, Why, blocked
from liantu.analysis.plans.city import City, Reach
from liantu.analysis.plans.describing import Describer, usual_demand
from liantu.analysis.plans.plan import Plan, Plans, Wish
from liantu.analysis.plans.problem import Problem, ProblemError
from liantu.analysis.plans.solving import SECONDS, Found, cheapest
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model.standing import Standing
from liantu.once import once

COUNT = 5
"""Plans, or rungs of a ladder, where no other number is asked for."""
_ROUNDS = 3
"""Times that a question is asked again without what turned out to be a trifle."""


def closing_plans(
    reading: Reading,
    wish: Wish,
    count: int = COUNT,
    progress: Progress | None = None,
    seconds: float = SECONDS,
) -> Plans:
    """The ``count`` cheapest plans. Raises ``KeyError`` for an unknown product,
    :class:`ProblemError` for figures that cannot be, and ``Cancelled``.
    """

    def ask(trifles: frozenset[str]) -> Plans:
        search = _Search(reading, wish, trifles)
        found = cheapest(search.problem(wish.allowed), count, progress, seconds)
        told = search.answer(search.plans(found), found.complete, wish.allowed)
        return replace(told, stopped=found.stopped)

    return _sensible(ask)


def ladder(
    reading: Reading,
    wish: Wish,
    count: int = COUNT,
    progress: Progress | None = None,
    seconds: float = SECONDS,
) -> Plans:
    """At most ``count`` rungs, from buying whatever is lacking to making all of it, in even steps:
    each is the cheapest that buys no more gaps than its step, the last makes as much as can be
    made. Of the wish ``allowed`` does not matter. Raises as :func:`closing_plans` does.
    """
    told = progress or Progress()
    return _sensible(lambda t: _rungs(_Search(reading, wish, t), count, told, seconds))


def _sensible(ask: Callable[[frozenset[str]], Plans]) -> Plans:
    """Ask again with that bought of which plans build a plant for next to nothing."""
    trifles: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        found = ask(trifles)
        more = _trifles(found)
        if not more:
            break
        trifles |= more
    return found


def _trifles(found: Plans) -> frozenset[str]:
    """Links, but for the target, that no plan builds for more than a trifle."""
    links = [link for plan in found.plans for link in plan.links]
    worth = {link.product for link in links if link.need.fit is not Fit.TRIFLE}
    return frozenset({link.product for link in links} - worth - {found.target})


def _rungs(search: _Search, count: int, progress: Progress, seconds: float) -> Plans:
    rungs: list[Plan] = []
    allowed, least = len(search.reading.atlas.products), 0
    complete = stopped = False
    while not complete and len(rungs) < count:
        progress.step(len(rungs), count)
        found = cheapest(search.problem(allowed), 1, progress.quiet(), seconds)
        rungs += search.plans(found)
        if not found.solutions:
            complete, stopped = found.complete, found.stopped
            break
        if len(rungs) == 1:
            least = search.fewest(len(rungs[0].imports), progress.quiet(), seconds)
        complete = len(rungs[-1].imports) <= least
        allowed = max(least, _next(rungs, least, count))
    progress.step(count, count)
    told = search.answer(tuple(rungs), complete, 0)
    return replace(told, ladder=True, stopped=stopped)


def _next(rungs: Sequence[Plan], least: int, count: int) -> int:
    """How many gaps the next rung may buy: steps as even as the number of rungs asks for."""
    first, last = len(rungs[0].imports), len(rungs[-1].imports)
    step = (first - least) / max(count - 1, 1)
    return min(last - 1, round(first - step * len(rungs)))


@dataclass(frozen=True)
class _Search:
    """What is asked of a reading, as a problem, and its answers as plans."""

    reading: Reading
    wish: Wish
    trifles: frozenset[str] = frozenset()

    @once
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
            trifles=self.trifles,
        )

    @once
    def _describer(self) -> Describer:
        demand = self.wish.demand
        return Describer(self.city, usual_demand(self.city) if demand is None else demand)

    def problem(self, allowed: int) -> Problem:
        """That in which so many gaps may be bought."""
        return replace(self.city.problem, allowed=allowed)

    def plans(self, found: Found) -> tuple[Plan, ...]:
        """Solutions with all that follows from them."""
        return tuple(self._describer.plan(solution) for solution in found.solutions)

    def fewest(self, most: int, progress: Progress, seconds: float) -> int:
        """How few gaps a plan can buy, at most ``most``."""
        for allowed in range(most):
            if cheapest(self.problem(allowed), 1, progress, seconds).solutions:
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
            within=self.wish.within,
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

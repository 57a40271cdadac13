"""One question of a planner with its answer: the portfolio first, then all that explains it.

Both halves are plain work with progress and cancel, so that the choice is seen before the many
solves that explain it are done.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from liantu.analysis.portfolio.blocking import Block, Regret, blocks, regrets
from liantu.analysis.portfolio.candidates import COMPETING, Pool, Stage
from liantu.analysis.portfolio.front import Front, front
from liantu.analysis.portfolio.nouns import Limits, Problem, Resource
from liantu.analysis.portfolio.plan import LIMITS, Plan, Refusal, best
from liantu.analysis.portfolio.question import NOTHING, POINTS, Told, Worth, question
from liantu.analysis.portfolio.swings import Swing, swings
from liantu.analysis.reading import Reading
from liantu.jobs import Progress

SWIFT = 2.0
"""Seconds of each solve that only explains: their gap is told as a doubt."""
EXPLAINING = 60.0
"""Seconds for all 遗憾值; what is not reached by then is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a planner asks: ``budgets`` in the units of :func:`units.unit`, what is ``told`` beside
    the records, the ``worth`` of what changes; ``begun``: projects that are being built compete
    too; ``chain``: those of one chain alone.
    """

    budgets: Mapping[Resource, float] = field(default_factory=dict)
    told: Told = NOTHING
    worth: Worth = POINTS
    begun: bool = False
    chain: str = ""
    limits: Limits = LIMITS

    @property
    def competing(self) -> frozenset[Stage]:
        """Stages that compete."""
        return COMPETING | {Stage.BEGUN} if self.begun else COMPETING

    @property
    def limited(self) -> tuple[Resource, ...]:
        """Resources of which there is so much and no more, in the order of :class:`Resource`."""
        return tuple(r for r in Resource if math.isfinite(self.budgets.get(r, math.inf)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``plan`` is the portfolio that is looked at: the best one, or a point of the front.

    ``regrets`` by project are those of the best one; empty, like ``swings``, until it is explained.
    """

    wishes: Wishes
    pool: Pool
    problem: Problem
    plan: Plan | Refusal
    blocks: tuple[Block, ...] = ()
    swings: tuple[Swing, ...] = ()
    regrets: Mapping[str, Regret] = field(default_factory=dict)
    front: Front | None = None
    best: Plan | None = None

    @property
    def is_best(self) -> bool:
        """Whether the portfolio looked at is the one of the greatest value."""
        return self.plan is self.best

    def looking_at(self, plan: Plan) -> Answer:
        """The same question with another portfolio of the front, or the best one again."""
        return replace(self, plan=plan, blocks=blocks(self.problem, plan))


def basis(reading: Reading) -> Reading:
    """The reading without the projects that its scenario chooses: that is what is asked here."""
    if not reading.scenario.projects:
        return reading
    return reading.under(replace(reading.scenario, projects=()))


def posed(pool: Pool, wishes: Wishes) -> Answer:
    """The question before it is solved."""
    asked = question(
        pool, wishes.budgets, wishes.told, wishes.worth, wishes.competing, wishes.chain
    )
    return Answer(wishes=wishes, pool=pool, problem=asked, plan=Refusal(()))


def solved(pool: Pool, wishes: Wishes, progress: Progress | None = None) -> Answer:
    """The best portfolio, or why there is none; raises ``Cancelled``."""
    found = posed(pool, wishes)
    plan = best(found.problem, wishes.limits, progress)
    if isinstance(plan, Refusal):
        return replace(found, plan=plan)
    return replace(found, plan=plan, blocks=blocks(found.problem, plan), best=plan)


def explained(
    answer: Answer, against: Resource | None = None, progress: Progress | None = None
) -> Answer:
    """With what swaps, what each project costs or gives, and the front between the value and
    ``against`` (``None``: the goals that are reached); raises ``Cancelled``.
    """
    plan = answer.best
    if plan is None:
        return answer
    limits = _swift(answer)
    turned = swings(answer.problem, plan, limits, progress)
    costs = regrets(answer.problem, plan, limits, progress, EXPLAINING)
    by_bid = {one.bid: one for one in costs}
    return fronted(replace(answer, swings=turned, regrets=by_bid), against, progress)


def fronted(
    answer: Answer, against: Resource | None = None, progress: Progress | None = None
) -> Answer:
    """With another front; raises ``Cancelled``."""
    found = front(answer.problem, against, _swift(answer), progress)
    return replace(answer, front=None if isinstance(found, Refusal) else found)


def _swift(answer: Answer) -> Limits:
    limits = answer.wishes.limits
    return replace(limits, seconds=min(limits.seconds, SWIFT))

"""Why no portfolio keeps all budgets: which budget cannot be kept whatever is chosen."""

from __future__ import annotations

import math
from dataclasses import replace

from liantu.analysis.portfolio.matrix import programme
from liantu.analysis.portfolio.nouns import Limits, Problem, Resource, slack
from liantu.analysis.portfolio.solver import Found, maximise
from liantu.analysis.portfolio.sound import Code, Trouble
from liantu.jobs import Progress


def reasons(
    problem: Problem, limits: Limits, progress: Progress | None = None
) -> tuple[Trouble, ...]:
    """The reasons why a sound question has no answer; raises ``Cancelled``."""
    goals = _goals(problem, limits, progress)
    if goals:
        return goals
    over = [_over(problem, r, limits, progress) for r, b in problem.budgets.items() if b < math.inf]
    told = tuple(trouble for trouble in over if trouble is not None)
    if told:
        return told
    if not _solve(problem, limits, progress).infeasible:
        return (Trouble(Code.TIME, {"seconds": limits.seconds}),)
    return (Trouble(Code.OVER_TOGETHER, {"resources": tuple(problem.budgets)}),)


def _goals(problem: Problem, limits: Limits, progress: Progress | None) -> tuple[Trouble, ...]:
    """That fewer goals can be reached than are wanted."""
    if not problem.goals_wanted:
        return ()
    counted = replace(
        problem,
        goals_wanted=0,
        bids=tuple(replace(bid, value=0.0) for bid in problem.bids),
        goals=tuple(replace(goal, worth=float(goal.counts)) for goal in problem.goals),
    )
    found = _solve(counted, limits, progress)
    if found.values is None or found.bound >= problem.goals_wanted:
        return ()
    most = math.floor(found.bound + 1e-6)
    return (Trouble(Code.GOALS, {"wanted": problem.goals_wanted, "most": most}),)


def _over(
    problem: Problem, resource: Resource, limits: Limits, progress: Progress | None
) -> Trouble | None:
    """That the least use of one resource, whatever the others, is more than there is."""
    thrifty = replace(
        problem,
        bids=tuple(replace(b, value=-(b.needs.get(resource) or 0.0)) for b in problem.bids),
        goals=tuple(replace(goal, worth=0.0) for goal in problem.goals),
        budgets={},
    )
    found = _solve(thrifty, limits, progress)
    budget = problem.budgets[resource]
    least = -found.bound
    if not math.isfinite(least) or least <= budget + slack(budget):
        return None
    short = least - budget
    return Trouble(
        Code.OVER, {"resource": resource, "least": least, "budget": budget, "short": short}
    )


def _solve(problem: Problem, limits: Limits, progress: Progress | None) -> Found:
    return maximise(programme(problem)[0], limits.seconds, 0.0, progress)

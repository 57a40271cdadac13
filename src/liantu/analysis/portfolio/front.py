"""The front between the value of a portfolio and a second aim: more goals, or less of a resource.

ε-constraint: the best value at each step of the second aim; what another point beats in both is
left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from liantu.analysis.portfolio.nouns import Limits, Problem, Resource, slack
from liantu.analysis.portfolio.plan import LIMITS, Plan, Refusal, best
from liantu.analysis.portfolio.sound import complete
from liantu.jobs import Progress

POINTS = 12
"""How many points a reader can compare."""


@dataclass(frozen=True, slots=True)
class Point:
    """A portfolio of the front; ``aim``: its goals, or what it uses of the resource."""

    plan: Plan
    aim: float


@dataclass(frozen=True, slots=True)
class Front:
    """At most :data:`POINTS` points, the greatest value first; ``against``: the resource of which
    less is better, ``None`` where more goals are; ``whole``: no level was left out.
    """

    points: tuple[Point, ...]
    against: Resource | None
    whole: bool


def front(
    problem: Problem,
    against: Resource | None = None,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
) -> Front | Refusal:
    """The front; a solve for each point. Raises ``Cancelled``, ``KeyError`` for a resource
    without a budget.
    """
    first = best(problem, limits, progress)
    if isinstance(first, Refusal):
        return first
    if against is None:
        asked, whole = _goals(problem, first, limits, progress)
    else:
        asked, whole = _budgets(problem, first, against), False
    found = [_point(problem, first, against)]
    for at, question in enumerate(asked):
        if progress is not None:
            progress.step(at, len(asked))
        answer = best(question, limits, progress)
        if isinstance(answer, Plan):
            plan = replace(answer, budgets=dict(problem.budgets), unlimited=first.unlimited)
            found.append(_point(problem, plan, against))
    return Front(_best(found, against), against, whole)


def _point(problem: Problem, plan: Plan, against: Resource | None) -> Point:
    aim = float(problem.count(plan.chosen)) if against is None else plan.used[against]
    return Point(plan, aim)


def _goals(
    problem: Problem, first: Plan, limits: Limits, progress: Progress | None
) -> tuple[list[Problem], bool]:
    """The same with more and more goals wanted, and whether no level is left out."""
    most = _most_goals(problem, limits, progress)
    levels = range(problem.count(first.chosen) + 1, most + 1)
    chosen = _spread([float(n) for n in levels], POINTS - 1)
    asked = [replace(problem, goals_wanted=int(n)) for n in chosen]
    return asked, len(asked) == len(levels)


def _most_goals(problem: Problem, limits: Limits, progress: Progress | None) -> int:
    """How many goals can be reached at once."""
    counted = replace(
        problem,
        bids=tuple(b if b.value is None else replace(b, value=0.0) for b in problem.bids),
        goals=tuple(replace(goal, worth=float(goal.counts)) for goal in problem.goals),
    )
    found = best(counted, limits, progress)
    return problem.count(found.chosen) if isinstance(found, Plan) else 0


def _budgets(problem: Problem, first: Plan, against: Resource) -> list[Problem]:
    """The same with less and less of a resource, down to the least that can be used."""
    used = first.used[against]
    whole = complete(problem)
    needs = [bid.needs.get(against) or 0.0 for bid in whole.bids]
    low = min(0.0, sum(n for n in needs if n < 0))
    step = (used - low) / (POINTS - 1)
    levels = [used - step * n for n in range(1, POINTS)] if step > 0 else []
    return [replace(problem, budgets={**problem.budgets, against: level}) for level in levels]


def _spread(levels: list[float], count: int) -> list[float]:
    """At most ``count`` of the levels, evenly spread, the last among them."""
    if len(levels) <= count:
        return levels
    last = len(levels) - 1
    return [levels[round(n * last / (count - 1))] for n in range(count)]


def _best(found: Iterable[Point], against: Resource | None) -> tuple[Point, ...]:
    """Those that no other beats in both, the greatest value first, each once."""
    sign = 1.0 if against is None else -1.0
    ordered = sorted(found, key=lambda p: (-p.plan.value, -sign * p.aim, p.plan.chosen))
    kept: list[Point] = []
    for point in ordered:
        if not kept or sign * point.aim > sign * kept[-1].aim + slack(kept[-1].aim):
            kept.append(point)
    return tuple(kept)

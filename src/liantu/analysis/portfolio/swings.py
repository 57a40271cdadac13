"""What changes when a budget is a tenth smaller or larger: which bids swap."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from liantu.analysis.portfolio.nouns import Limits, Problem, Resource
from liantu.analysis.portfolio.plan import LIMITS, Plan, Refusal, best
from liantu.analysis.portfolio.sound import Trouble
from liantu.jobs import Progress

FACTORS = (0.9, 1.1)


@dataclass(frozen=True, slots=True)
class Swing:
    """A budget at ``factor`` of itself: the ``value`` then (``None``: nothing keeps it), and which
    bids come and go against the plan.
    """

    resource: Resource
    factor: float
    value: float | None
    chosen: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def swings(
    problem: Problem, plan: Plan, limits: Limits = LIMITS, progress: Progress | None = None
) -> tuple[Swing, ...]:
    """One for each budget that limits and each of :data:`FACTORS`; raises ``Cancelled``."""
    limited = [r for r, budget in problem.budgets.items() if math.isfinite(budget)]
    asked = [(r, factor) for r in limited for factor in FACTORS]
    found = []
    for at, (resource, factor) in enumerate(asked):
        if progress is not None:
            progress.step(at, len(asked))
        found.append(_swing(problem, plan, resource, factor, limits, progress))
    return tuple(found)


def _swing(
    problem: Problem,
    plan: Plan,
    resource: Resource,
    factor: float,
    limits: Limits,
    progress: Progress | None,
) -> Swing:
    budget = problem.budgets[resource] * factor
    if plan.proven and _is_idle(problem, plan, resource, budget):
        return Swing(resource, factor, plan.value, plan.chosen)
    turned = replace(problem, budgets={**problem.budgets, resource: budget})
    other = best(turned, limits, progress)
    if isinstance(other, Refusal):
        return Swing(resource, factor, None, troubles=other.troubles)
    if other.value <= plan.value and not turned.excess(plan.chosen):
        return Swing(resource, factor, plan.value, plan.chosen)
    return Swing(
        resource=resource,
        factor=factor,
        value=other.value,
        chosen=other.chosen,
        joined=tuple(id_ for id_ in other.chosen if id_ not in plan.chosen),
        dropped=tuple(id_ for id_ in plan.chosen if id_ not in other.chosen),
    )


def _is_idle(problem: Problem, plan: Plan, resource: Resource, budget: float) -> bool:
    """Whether a smaller budget still holds the plan, so that it stays the best."""
    smaller = budget <= problem.budgets[resource]
    return smaller and plan.used[resource] <= budget

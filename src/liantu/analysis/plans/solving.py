"""The k cheapest sets of new links of a problem, the cheapest first.

Equal costs: fewer links, fewer imports, fewer doubts, more merit,
fewer purchases.
"""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.plans.integer import Status
from liantu.analysis.plans.maximal import shrink
from liantu.analysis.plans.problem import Problem
from liantu.analysis.plans.programme import Model
from liantu.analysis.plans.solution import Solution
from liantu.jobs import Progress

SECONDS = 10.0
"""For one level of one plan."""


@dataclass(frozen=True, slots=True)
class Found:
    """``solutions``, the cheapest first. ``complete``: there are no others; otherwise more were
    not asked for, or the time was out (``stopped``).
    """

    solutions: tuple[Solution, ...]
    complete: bool
    stopped: bool = False


def cheapest(
    problem: Problem, count: int, progress: Progress | None = None, seconds: float = SECONDS
) -> Found:
    """At most ``count`` plans. Raises :class:`ProblemError` for figures that cannot be and
    ``Cancelled``.
    """
    problem.check()
    progress = progress or Progress()
    small = shrink(problem)
    if small is None:
        return Found((), True)
    if problem.demand is None and problem.target in problem.outside:
        return Found((Solution((), (), 0.0),), True)
    model = Model(small, progress)
    found: list[Solution] = []
    for at in range(count):
        progress.step(at, count)
        answer = model.next(seconds)
        if not answer.values:
            none = answer.status is Status.INFEASIBLE
            return Found(tuple(found), none, stopped=not none)
        found.append(model.solution(answer))
        if not found[-1].links:
            return Found(tuple(found), True)
        model.forbid(found[-1].links)
    progress.step(count, count)
    return Found(tuple(found), False)

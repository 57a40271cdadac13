"""The maximal structure: what any plan could use at all (MSG; Friedler et al. 1993).

From the raw side: units whose inputs can all be reached if everything is built. From the target:
of these, units from whose products a way leads to it. Linear in the problem.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from liantu.analysis.closure import close
from liantu.analysis.plans.problem import Problem, Unit


def shrink(problem: Problem) -> Problem | None:
    """The problem with the units of the maximal structure alone; ``None`` if not even all units
    together reach the target.
    """
    closure = close(problem.units, problem.outside | problem.importable)
    if problem.target not in closure.reached:
        return None
    fired = [problem.units[at] for at in sorted(closure.fired)]
    return replace(problem, units=_towards(problem, fired))


def _towards(problem: Problem, units: list[Unit]) -> tuple[Unit, ...]:
    makers: defaultdict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        for product in unit.yields:
            makers[product].append(at)
    kept: set[int] = set()
    seen, queue = {problem.target}, [problem.target]
    while queue:
        product = queue.pop()
        if product in problem.outside and product != problem.target and problem.demand is None:
            continue
        for at in makers[product]:
            kept.add(at)
            new = units[at].needs - seen
            seen |= new
            queue += sorted(new)
    return tuple(unit for at, unit in enumerate(units) if at in kept)

"""The best portfolio, exact to a proven gap, and the same for the same question.

Among portfolios of the same value the one is taken that uses the least share of the budgets, then
the one of the smaller ids.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from liantu.analysis.portfolio.matrix import Programme, programme
from liantu.analysis.portfolio.nouns import Limits, Problem, Resource, slack
from liantu.analysis.portfolio.refusing import reasons
from liantu.analysis.portfolio.solver import Found, glance, maximise
from liantu.analysis.portfolio.sound import Code, Lack, Trouble, complete, lacks, troubles
from liantu.jobs import Progress

LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Plan:
    """A portfolio: ``chosen`` bids in the order of the question, their ``value`` and what no
    portfolio can exceed (``bound``). ``used`` by resource with a budget; ``reached``: goals;
    ``left_out``: bids that lack figures. ``unlimited``: no budget limits anything.
    """

    chosen: tuple[str, ...]
    value: float
    bound: float
    used: Mapping[Resource, float]
    budgets: Mapping[Resource, float]
    reached: tuple[str, ...]
    left_out: tuple[Lack, ...]
    unlimited: bool = False

    @property
    def proven(self) -> bool:
        """Whether nothing can be better."""
        return self.bound - self.value <= 1e-7 * max(1.0, abs(self.value))

    @property
    def gap(self) -> float | None:
        """What may at most be gained, as a share of the value (最多还能好); ``None`` where the
        value is not positive.
        """
        if self.proven:
            return 0.0
        return (self.bound - self.value) / self.value if self.value > 0 else None

    @property
    def left(self) -> dict[Resource, float]:
        """What is left of each budget."""
        return {r: budget - self.used[r] for r, budget in self.budgets.items()}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no portfolio."""

    troubles: tuple[Trouble, ...]
    left_out: tuple[Lack, ...] = ()


def best(
    problem: Problem, limits: Limits = LIMITS, progress: Progress | None = None
) -> Plan | Refusal:
    """The best portfolio, or why there is none; raises ``Cancelled``."""
    found = troubles(problem)
    if found:
        return Refusal(found)
    whole = complete(problem)
    missing = lacks(problem)
    if not whole.bids:
        return Refusal((Trouble(Code.ALL_LACK, {"count": len(missing)}),), missing)
    answer = _solved(whole, limits, progress)
    if answer is None:
        return Refusal(reasons(whole, limits, progress), missing)
    chosen, bound = answer
    return _plan(problem, whole, chosen, bound, missing)


def _plan(
    problem: Problem,
    whole: Problem,
    chosen: Collection[str],
    bound: float,
    missing: tuple[Lack, ...],
) -> Plan:
    value = whole.value(chosen)
    return Plan(
        chosen=tuple(bid.id for bid in problem.bids if bid.id in chosen),
        value=value,
        bound=max(bound, value),
        used=whole.used(chosen),
        budgets=dict(problem.budgets),
        reached=whole.reached(chosen),
        left_out=missing,
        unlimited=all(math.isinf(budget) for budget in problem.budgets.values()),
    )


def _solved(
    problem: Problem, limits: Limits, progress: Progress | None
) -> tuple[frozenset[str], float] | None:
    """Chosen bids and the bound; ``None`` where there is no portfolio, or none in time."""
    table, ids = programme(problem)
    found = maximise(table, limits.seconds, limits.gap, progress)
    if found.values is None:
        return None
    if found.exact:
        found = _between_equals(problem, table, found, limits, progress)
    chosen = _kept(problem, ids, found, limits, progress)
    return (frozenset(_filled(problem, chosen)), found.bound) if chosen is not None else None


def _kept(
    problem: Problem,
    ids: tuple[str, ...],
    found: Found,
    limits: Limits,
    progress: Progress | None,
) -> frozenset[str] | None:
    """The bids of a solution; solved anew with a little held back where rounding to whole bids
    uses more than there is.
    """
    chosen = _chosen(ids, found)
    if chosen is None or problem.allows(chosen):
        return chosen
    held = {r: 1e-6 * max(1.0, abs(budget)) for r, budget in problem.budgets.items()}
    again = maximise(programme(problem, held)[0], limits.seconds, limits.gap, progress)
    chosen = _chosen(ids, again)
    return chosen if chosen is not None and problem.allows(chosen) else None


def _chosen(ids: tuple[str, ...], found: Found) -> frozenset[str] | None:
    if found.values is None:
        return None
    return frozenset(id_ for id_, x in zip(ids, found.values, strict=False) if x > 0.5)


def _between_equals(
    problem: Problem,
    table: Programme,
    found: Found,
    limits: Limits,
    progress: Progress | None,
) -> Found:
    """Of the solutions as good as ``found`` one that uses less: the least one, but for questions
    of so many equals that they cannot all be looked at.
    """
    equal = replace(table, gain=list(_thrift(problem, len(table.gain))), rows=list(table.rows))
    least = found.gain - 1e-7 * max(1.0, abs(found.gain))
    equal.row(dict(enumerate(table.gain)), least, math.inf)
    other = glance(equal, limits.seconds, progress)
    return found if other.values is None else replace(found, values=other.values)


def _thrift(problem: Problem, columns: int) -> Iterator[float]:
    """Less for what uses a larger share of the budgets; a trace less for a later id."""
    ids = sorted(problem.by_id)
    limited = [(r, b) for r, b in problem.budgets.items() if 0 < b < math.inf]
    for at, id_ in enumerate(ids):
        needs = problem.by_id[id_].needs
        share = sum((needs.get(r) or 0.0) / budget for r, budget in limited)
        yield -share - 1e-4 * (1 + at / len(ids))
    yield from (0.0 for _ in range(columns - len(ids)))


def _filled(problem: Problem, chosen: Collection[str]) -> set[str]:
    """With whatever still fits and adds something: a solve that stopped early may leave it."""
    taken = set(chosen)
    for id_ in sorted(problem.by_id):
        wider = taken | set(problem.with_before(id_))
        if wider > taken and problem.allows(wider):
            value = problem.value(taken)
            if problem.value(wider) - value > slack(value):
                taken = wider
    return taken

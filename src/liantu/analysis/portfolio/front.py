"""The front between the value of a portfolio and a second aim: more goals, or less of a resource.

ε-constraint: the best value at each step of the second aim; what another point beats in both is
left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from liantu.analysis.portfolio.nouns import Limits, Problem, Resource, slack
from liantu.analysis.portfolio.plan import LIMITS, Plan, Refusal, best
from liantu.analysis.portfolio.sound import complete
from liantu.jobs import Progress

POINTS = 12
"""How many points a reader can compare."""
SOLVES = 3 * POINTS
"""How many solves are spent on them."""


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
    start = _point(problem, first, against)
    if against is None:
        found, whole = _by_goals(problem, start, limits, progress)
    else:
        found, whole = _by_use(problem, start, against, limits, progress)
    return Front(_best(found, against), against, whole)


def _point(problem: Problem, plan: Plan, against: Resource | None) -> Point:
    aim = float(problem.count(plan.chosen)) if against is None else plan.used[against]
    return Point(plan, aim)


def _by_goals(
    problem: Problem, start: Point, limits: Limits, progress: Progress | None
) -> tuple[list[Point], bool]:
    """The best value with more and more goals wanted, and whether no level is left out."""
    most = _most_goals(problem, limits, progress)
    levels = range(int(start.aim) + 1, most + 1)
    asked = _spread(levels, POINTS - 1)
    found = [start]
    for at, wanted in enumerate(asked):
        if progress is not None:
            progress.step(at, len(asked))
        answer = best(replace(problem, goals_wanted=wanted), limits, progress)
        if isinstance(answer, Plan):
            found.append(_point(problem, answer, None))
    return found, len(asked) == len(levels)


def _most_goals(problem: Problem, limits: Limits, progress: Progress | None) -> int:
    """How many goals can be reached at once."""
    counted = replace(
        problem,
        bids=tuple(b if b.value is None else replace(b, value=0.0) for b in problem.bids),
        goals=tuple(replace(goal, worth=float(goal.counts)) for goal in problem.goals),
    )
    found = best(counted, limits, progress)
    return problem.count(found.chosen) if isinstance(found, Plan) else 0


def _by_use(
    problem: Problem,
    start: Point,
    against: Resource,
    limits: Limits,
    progress: Progress | None,
) -> tuple[list[Point], bool]:
    """The best value with less and less of a resource: always in the widest span of levels in
    which a point may still lie. Whole where none is left.
    """
    found = {start.aim: start}
    spans = [_Span(_least(problem, against), start.aim)]
    for at in range(SOLVES):
        span = max(spans, key=lambda one: one.high - one.low, default=None)
        if span is None or len(found) == POINTS:
            break
        if progress is not None:
            progress.step(at, SOLVES)
        spans.remove(span)
        level = span.low if at == 0 else span.level
        point = _at(problem, start, against, level, limits, progress)
        aim = span.low
        if point is not None:
            aim = found.setdefault(point.aim, point).aim
        missed = aim - span.low <= _fine(span.high) and at > 0
        spans += [] if missed else _wide(_Span(span.low, aim))
        spans += [] if span.from_top else _wide(_Span(max(level, aim), span.high, missed))
    return list(found.values()), not spans


def _at(
    problem: Problem,
    start: Point,
    against: Resource,
    level: float,
    limits: Limits,
    progress: Progress | None,
) -> Point | None:
    """The best point at a level of the resource; ``None`` where nothing keeps it."""
    held = {**problem.budgets, against: level}
    answer = best(replace(problem, budgets=held), limits, progress)
    if isinstance(answer, Refusal):
        return None
    plan = replace(answer, budgets=dict(problem.budgets), unlimited=start.plan.unlimited)
    return _point(problem, plan, against)


@dataclass(frozen=True, slots=True)
class _Span:
    """Levels between a point that is known, or a level at which nothing can be had, and one.

    ``from_top``: there is nothing below its middle, so the next point from above is asked for.
    """

    low: float
    high: float
    from_top: bool = False

    @property
    def level(self) -> float:
        """The level to ask for."""
        return self.high - _fine(self.high) if self.from_top else (self.low + self.high) / 2


def _wide(span: _Span) -> list[_Span]:
    """The span, unless nothing can lie in it."""
    return [span] if span.high - span.low > 2 * _fine(span.high) else []


def _fine(level: float) -> float:
    return 1e-6 * max(1.0, abs(level))


def _least(problem: Problem, against: Resource) -> float:
    """What is used at least, if that much can be freed."""
    needs = (bid.needs.get(against) or 0.0 for bid in complete(problem).bids)
    return min(0.0, sum(need for need in needs if need < 0))


def _spread(levels: Sequence[int], count: int) -> list[int]:
    """At most ``count`` of the levels, evenly spread, the last among them."""
    if len(levels) <= count:
        return list(levels)
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

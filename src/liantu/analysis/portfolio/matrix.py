"""A portfolio as a linear programme over 0 and 1.

Columns: a bid each (in the order of their ids, so that the order of the files does not matter),
one for every way of several bids, a goal each. A goal is at most the sum of its ways, so it counts
once however many reach it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from liantu.analysis.portfolio.nouns import Problem, Resource

INFINITY = math.inf


@dataclass(slots=True)
class Programme:
    """Maximise ``gain`` · x with 0 ≤ x ≤ 1, whole where ``whole``, and ``low`` ≤ row ≤ ``high``.

    ``rows``: (low, high, coefficient by column).
    """

    gain: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[float, float, dict[int, float]]] = field(default_factory=list)

    def column(self, gain: float, *, whole: bool, low: float = 0.0, high: float = 1.0) -> int:
        """Add a column; its place."""
        self.gain.append(gain)
        self.low.append(low)
        self.high.append(high)
        self.whole.append(whole)
        return len(self.gain) - 1

    def row(self, coefficients: Mapping[int, float], low: float, high: float) -> None:
        """Add a row, divided by its largest number: what is kept to a tolerance is of size 1."""
        held = {at: c for at, c in coefficients.items() if c}
        size = max((abs(c) for c in held.values()), default=1.0)
        self.rows.append((low / size, high / size, {at: c / size for at, c in held.items()}))


def programme(
    problem: Problem, tighter: Mapping[Resource, float] | None = None
) -> tuple[Programme, tuple[str, ...]]:
    """The programme of a sound problem and the bids of its first columns; ``tighter``: what is
    kept back of a budget.
    """
    found = Programme()
    ids = tuple(sorted(problem.by_id))
    at = {id_: _column(found, problem, id_) for id_ in ids}
    for resource, budget in problem.budgets.items():
        if budget < math.inf:
            held = budget - (tighter or {}).get(resource, 0.0)
            needs = {at[b.id]: b.needs.get(resource) or 0.0 for b in problem.bids}
            found.row(needs, -INFINITY, held)
    for clash in problem.exclusive:
        if len(clash) > 1:
            found.row({at[id_]: 1.0 for id_ in sorted(clash)}, -INFINITY, 1.0)
    for id_ in ids:
        for other in sorted(set(problem.before[id_])):
            found.row({at[id_]: 1.0, at[other]: -1.0}, -INFINITY, 0.0)
    _goals(found, problem, at)
    return found, ids


def _column(found: Programme, problem: Problem, id_: str) -> int:
    low = 1.0 if id_ in problem.inside else 0.0
    high = 0.0 if id_ in problem.outside else 1.0
    return found.column(problem.by_id[id_].value or 0.0, whole=True, low=low, high=high)


def _goals(found: Programme, problem: Problem, at: Mapping[str, int]) -> None:
    goals = sorted(problem.goals, key=lambda g: g.id)
    told = goals if problem.goals_wanted else [g for g in goals if g.worth]
    places = []
    for goal in told:
        place = found.column(goal.worth, whole=False)
        if goal.counts:
            places.append(place)
        ways = [_way(found, sorted(way), at) for way in sorted(goal.ways, key=sorted)]
        found.row({place: 1.0} | dict.fromkeys(ways, -1.0), -INFINITY, 0.0)
    if problem.goals_wanted:
        found.row(dict.fromkeys(places, 1.0), problem.goals_wanted, INFINITY)


def _way(found: Programme, way: list[str], at: Mapping[str, int]) -> int:
    """The column of a way: that of its bid, or one that is no more than each of its bids."""
    if len(way) == 1:
        return at[way[0]]
    place = found.column(0.0, whole=False)
    for id_ in way:
        found.row({place: 1.0, at[id_]: -1.0}, -INFINITY, 0.0)
    return place

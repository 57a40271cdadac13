"""Sets of products that live of themselves in a choice of units, so that they can be cut off.

Whatever makes one of such a set and takes none of it would found it; as long as no such unit runs
and none of the set is bought, none of it is had (loop formulas of answer sets; Lin & Zhao 2004).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from liantu.analysis.closure import close
from liantu.analysis.plans.problem import Problem, Unit

Makers = Mapping[str, Sequence[Unit]]


def unfounded(
    problem: Problem, makers: Makers, running: Sequence[Unit], bought: Collection[str]
) -> list[frozenset[str]]:
    """Sets that nothing founds, some on the way to the target; none if it is reached. With a demand
    every unit that runs must be reached, too.
    """
    had = problem.outside | set(bought)
    reached = had | close(running, had).reached.keys()
    idle = [u for u in running if not u.needs <= reached]
    lost = problem.target not in reached
    if not lost and not (idle and problem.demand is not None):
        return []
    found = [frozenset(g) for g in _rings(idle, reached)]
    if lost:
        found.append(cone(problem.target, makers, reached, {u.id: 1.0 for u in running}))
    return list(dict.fromkeys(found))


def founders(members: Collection[str], makers: Makers) -> list[Unit]:
    """Units that make one of a set and take none of it."""
    units = {u.id: u for p in sorted(members) for u in makers[p] if not u.needs & set(members)}
    return list(units.values())


def _rings(idle: Sequence[Unit], reached: Set[str]) -> Iterator[set[str]]:
    """Loops of units that wait for each other and for nobody else."""
    import networkx as nx  # noqa: PLC0415  costs half a second, so only when asked for

    flows = nx.DiGraph()
    for unit in idle:
        made = [product for product in unit.yields if product not in reached]
        waits = sorted(unit.needs - reached)
        flows.add_edges_from((needed, product) for needed in waits for product in made)
    knots = nx.condensation(flows)
    for at in sorted(n for n in knots if knots.in_degree(n) == 0):
        yield knots.nodes[at]["members"]


def cone(
    start: str, makers: Makers, reached: Set[str], worth: Mapping[str, float]
) -> frozenset[str]:
    """A product with, for each unit that could make any of it and is not ready to, one product
    that it waits for: of these that whose ready makers are worth least, so that little founds it.
    """
    members, queue = {start}, [start]
    while queue:
        for unit in makers[queue.pop()]:
            waits = unit.needs - reached
            if waits and not waits & members:
                first = min(waits, key=lambda p: (*_ready(p, makers, reached, worth), p))
                members.add(first)
                queue.append(first)
    return frozenset(members)


def _ready(
    product: str, makers: Makers, reached: Set[str], worth: Mapping[str, float]
) -> tuple[float, int]:
    """What units that could make a product at once are worth, and how many they are."""
    found = [worth.get(u.id, 0.0) for u in makers[product] if u.needs <= reached]
    return sum(found), len(found)

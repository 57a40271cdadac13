"""Sets of products that live of themselves in a choice of units, so that they can be cut off.

Whatever makes one of such a set and takes none of it would found it; as long as no such unit runs
and none of the set is bought, none of it is had (loop formulas of answer sets; Lin & Zhao 2004).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

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
        found.append(_cone(problem.target, makers, running, reached))
    return list(dict.fromkeys(found))


def founders(members: Collection[str], makers: Makers) -> list[Unit]:
    """Units that make one of a set and take none of it."""
    units = {u.id: u for p in sorted(members) for u in makers[p] if not u.needs & set(members)}
    return list(units.values())


def _rings(idle: Sequence[Unit], reached: Collection[str]) -> Iterator[set[str]]:
    """Loops of units that wait for each other and for nobody else."""
    import networkx as nx  # noqa: PLC0415  costs half a second, so only when asked for

    flows = nx.DiGraph()
    for unit in idle:
        made = [product for product in unit.yields if product not in reached]
        waits = sorted(unit.needs - set(reached))
        flows.add_edges_from((needed, product) for needed in waits for product in made)
    knots = nx.condensation(flows)
    for at in sorted(n for n in knots if knots.in_degree(n) == 0):
        yield knots.nodes[at]["members"]


def _cone(
    target: str, makers: Makers, running: Sequence[Unit], reached: Collection[str]
) -> frozenset[str]:
    """The target with, for each unit that could make any of it and is not ready to, one product
    that it waits for: few, so that few units found it.
    """
    active = {unit.id for unit in running}
    uses: defaultdict[str, int] = defaultdict(int)
    for unit in running:
        for needed in unit.needs:
            uses[needed] += 1
    members, queue = {target}, [target]
    while queue:
        for unit in makers[queue.pop()]:
            waits = unit.needs - set(reached)
            if waits and not waits & members:
                first = min(waits, key=lambda p: (unit.id not in active, -uses[p], p))
                members.add(first)
                queue.append(first)
    return frozenset(members)

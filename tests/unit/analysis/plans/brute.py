"""Closing plans by trying every set of links, and seeded random problems to try it on."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

from liantu.analysis.closure import close
from liantu.analysis.plans.integer import Program
from liantu.analysis.plans.problem import Problem, Unit

Key = tuple[float, ...]


def cost(problem: Problem, links: Sequence[str]) -> Key | None:
    """Unknown links, money, links, imports and doubts of the best units for a set of links in which
    each is used; ``None`` if the target is not reached.
    """
    groups = [[u for u in problem.units if u.link == link] for link in links]
    existing = [u for u in problem.units if not u.is_new]
    best: Key | None = None
    for chosen in itertools.product(*map(_subsets, groups)):
        new = [unit for group in chosen for unit in group]
        bought = _imports(problem, [*existing, *new])
        if bought is None:
            continue
        if problem.stand_in is None:
            unknown = len({u.link for u in new if u.fixed is None})
            money = sum(u.fixed or 0.0 for u in new)
        else:
            unknown = 0
            money = sum(problem.stand_in if u.fixed is None else u.fixed for u in new)
        key = (unknown, money, len(links), bought, sum(u.doubts for u in new))
        best = key if best is None else min(best, key)
    return best


def _imports(problem: Problem, units: list[Unit]) -> int | None:
    """The fewest imports with which the units reach the target; ``None`` if none allowed do."""
    for size in range(problem.allowed + 1):
        for bought in itertools.combinations(sorted(problem.importable), size):
            if problem.target in close(units, problem.outside | set(bought)).reached:
                return size
    return None


def _subsets(units: list[Unit]) -> list[tuple[Unit, ...]]:
    sizes = range(1, len(units) + 1)
    return [s for size in sizes for s in itertools.combinations(units, size)]


def plans(problem: Problem, count: int) -> list[tuple[Key, set[tuple[str, ...]]]]:
    """The keys of the ``count`` cheapest plans with the sets of links that have each key; a set
    that builds more than a better one is none.
    """
    names = sorted({u.link for u in problem.units if u.is_new})
    everything = []
    for size in range(len(names) + 1):
        for links in itertools.combinations(names, size):
            key = cost(problem, links)
            if key is not None:
                everything.append((key, links))
    everything.sort(key=lambda found: (found[0], found[1]))
    kept: list[tuple[Key, tuple[str, ...]]] = []
    for key, links in everything:
        if not any(set(old) <= set(links) for _, old in kept):
            kept.append((key, links))
    found = []
    for key, _ in kept[:count]:
        found.append((key, {links for other, links in kept if other == key}))
    return found


def invented(seed: int) -> Problem:
    """A small problem with loops, joint products, several routes to a link and unknown costs."""
    dice = random.Random(seed)
    names = "abcdefghij"[: dice.randint(4, 10)]
    units = []
    for at in range(dice.randint(8, 14)):
        made = dice.choice(names)
        inputs = dice.sample(names, dice.choice((0, 1, 1, 1, 2, 2)))
        beside = dice.sample(names, dice.choice((0, 0, 0, 1)))
        known = dice.random() < 0.6
        units.append(
            Unit(
                f"u{at}",
                dict.fromkeys((i for i in inputs if i != made), 1.0),
                dict.fromkeys((made, *beside), 1.0),
                link=made if dice.random() < 0.85 else "",
                fixed=float(dice.randint(0, 9)) if known else None,
                doubts=dice.choice((0, 0, 1, 2)),
            )
        )
    raws = dice.sample(names[1:], dice.randint(1, 2))
    return Problem(
        names[0],
        tuple(units),
        at_hand=frozenset(raws[:1]),
        prices=dict.fromkeys(raws[1:]),
        imports=frozenset(dice.sample(names, 4)),
        allowed=dice.choice((0, 0, 1, 2)),
        stand_in=dice.choice((None, None, 1.0)),
    )


def priced(seed: int) -> Problem:
    """A small problem with amounts, capacities and prices: a way of steps and what goes beside."""
    dice = random.Random(1000 + seed)
    names = "abcdef"
    units = []
    for at, made in enumerate(names[:-1]):
        for turn in range(dice.choice((1, 1, 2))):
            inputs = dice.sample(names[at + 1 :], min(dice.choice((1, 1, 2)), 5 - at))
            units.append(
                Unit(
                    f"{made}{turn}",
                    {i: dice.choice((0.5, 1.0, 1.5)) for i in inputs},
                    {made: 1.0} | ({dice.choice("bcd"): 0.3} if dice.random() < 0.2 else {}),
                    link=f"{made}{turn}" if dice.random() < 0.7 else "",
                    fixed=float(dice.randint(1, 9)),
                    variable=dice.choice((0.0, 0.1)),
                    capacity=float(dice.choice((4, 8, 30, 60))),
                )
            )
    prices = {"f": 0.3} | {p: float(dice.randint(1, 4)) for p in dice.sample("bcde", 2)}
    return Problem("a", tuple(units), prices=prices, demand=5.0)


def cheapest_of_all(problem: Problem) -> float | None:
    """The least cost over all sets of links, each with the amounts of a linear programme."""
    new = [u for u in problem.units if u.is_new]
    costs = []
    for size in range(len(new) + 1):
        for chosen in itertools.combinations(new, size):
            running = [u for u in problem.units if not u.is_new or u in chosen]
            least = _running_cost(problem, running)
            if least is not None:
                costs.append(least + sum(u.fixed or 0.0 for u in chosen))
    return min(costs, default=None)


def _running_cost(problem: Problem, units: list[Unit]) -> float | None:
    program, costs = Program(), {}
    runs = {u.id: program.column(0.0, u.capacity or 0.0) for u in units}
    buys = {p: program.column(0.0, 1e6) for p in problem.prices}
    for unit in units:
        costs[runs[unit.id]] = unit.variable
    for product, price in problem.prices.items():
        costs[buys[product]] = price or 0.0
    for product in {p for u in units for p in (*u.inputs, *u.outputs)} | {problem.target}:
        terms = {
            runs[u.id]: (u.outputs.get(product) or 0.0) - (u.inputs.get(product) or 0.0)
            for u in units
        }
        if product in buys:
            terms[buys[product]] = 1.0
        program.row(terms, low=(problem.demand or 0.0) if product == problem.target else 0.0)
    answer = program.minimise([costs], 10.0)
    return answer.levels[0] if answer.values else None

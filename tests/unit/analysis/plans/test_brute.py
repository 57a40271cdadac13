"""The solver against trying every set of links, on a few hundred small problems."""

from __future__ import annotations

import pytest

from liantu.analysis.closure import close
from liantu.analysis.plans.problem import Problem
from liantu.analysis.plans.solution import Solution
from liantu.analysis.plans.solving import cheapest
from tests.unit.analysis.plans.brute import cheapest_of_all, cost, invented, plans, priced

COUNT = 4


def key_of(problem: Problem, solution: Solution) -> tuple[float, ...]:
    units = [u for u in problem.units if u.id in solution.units and u.is_new]
    last = len(solution.links), len(solution.imports), sum(u.doubts for u in units)
    unknown = len(solution.unknown)
    if problem.stand_in is None:
        return unknown, solution.cost, *last
    return 0, solution.cost + problem.stand_in * unknown, *last


@pytest.mark.parametrize("block", range(8))
def test_the_same_plans_as_by_trying_all(block: int) -> None:
    for seed in range(block * 50, block * 50 + 50):
        problem = invented(seed)
        wanted = plans(problem, COUNT)
        found = cheapest(problem, COUNT)
        got = [key_of(problem, s) for s in found.solutions]
        assert got == [pytest.approx(key) for key, _ in wanted], seed
        for solution, (_, sets) in zip(found.solutions, wanted, strict=True):
            assert tuple(sorted(solution.links)) in sets, seed


def test_the_problems_are_worth_trying() -> None:
    found = [plans(invented(seed), COUNT) for seed in range(200)]
    assert sum(not f for f in found) >= 20
    assert sum(len(f) >= 2 for f in found) >= 30
    assert sum(len(sets) > 1 for f in found for _, sets in f) >= 1
    assert sum(key[2] >= 3 for f in found for key, _ in f) >= 15


def test_every_plan_really_reaches_the_target_and_wastes_nothing() -> None:
    for seed in range(400, 460):
        problem = invented(seed)
        for solution in cheapest(problem, COUNT).solutions:
            running = [u for u in problem.units if u.id in solution.units]
            assert (
                problem.target in close(running, problem.outside | set(solution.imports)).reached
            ), seed
            for left in solution.links:
                rest = tuple(link for link in solution.links if link != left)
                key = cost(problem, rest)
                assert key is None or key > key_of(problem, solution), seed


def test_the_same_problem_has_the_same_plans() -> None:
    for seed in range(20):
        assert cheapest(invented(seed), COUNT) == cheapest(invented(seed), COUNT)


def test_costs_with_amounts_are_those_of_the_best_set_of_links() -> None:
    kinds: set[int] = set()
    for seed in range(60):
        problem = priced(seed)
        wanted = cheapest_of_all(problem)
        found = cheapest(problem, 1).solutions
        if wanted is None:
            assert not found, seed
            continue
        assert found[0].cost == pytest.approx(wanted, abs=1e-4), seed
        kinds.add(len(found[0].links))
    assert kinds >= {0, 1, 2}

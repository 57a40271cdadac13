"""Portfolios against the search through all choices, and what always holds."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from liantu.analysis.portfolio import solver
from liantu.analysis.portfolio.blocking import blocks
from liantu.analysis.portfolio.front import Front, front
from liantu.analysis.portfolio.nouns import Bid, Limits, Problem, Resource
from liantu.analysis.portfolio.plan import Plan, Refusal, best
from liantu.analysis.portfolio.sound import complete, lacks, troubles
from tests.helpers.portfolios import choices, randomly

EXACT = Limits(seconds=60.0, gap=0.0)
BLOCK = 50


def agrees(problem: Problem) -> None:
    """Whether the answer is that of the search through all choices."""
    found = best(problem, EXACT)
    if troubles(problem):
        assert isinstance(found, Refusal) and found.troubles == troubles(problem)
        return
    whole = complete(problem)
    values = [whole.value(chosen) for chosen in choices(whole)]
    if not values:
        assert isinstance(found, Refusal) and found.troubles
        return
    assert isinstance(found, Plan)
    assert found.value == pytest.approx(max(values), abs=1e-9)
    assert found.proven and whole.allows(found.chosen)
    assert {b.bid for b in blocks(problem, found)} == {b.id for b in problem.bids} - set(
        found.chosen
    )


@pytest.mark.parametrize("block", range(6))
def test_small_questions_against_all_choices(block: int) -> None:
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        agrees(randomly(seed))


SIZE = 16
"""Bids of which numpy can weigh all choices at once."""


def dense(seed: int) -> Problem:
    """Bids that are worth about what they take: no bound closes at the root."""
    dice = random.Random(seed)
    bids = []
    for n in range(SIZE):
        needs: dict[Resource, float | None] = {r: float(dice.randint(1, 100)) for r in Resource}
        mean = sum(need or 0.0 for need in needs.values()) / len(needs)
        bids.append(Bid(f"b{n:02}", round(mean) + dice.randint(0, 20), needs))
    budgets = {r: float(round(0.4 * sum(b.needs[r] or 0.0 for b in bids))) for r in Resource}
    return Problem(tuple(bids), budgets)


def greatest(problem: Problem) -> float:
    """The greatest value of all choices."""
    choice = ((np.arange(2**SIZE)[:, None] >> np.arange(SIZE)) & 1).astype(float)
    kept = np.ones(len(choice), dtype=bool)
    for resource, budget in problem.budgets.items():
        kept &= choice @ np.array([b.needs[resource] for b in problem.bids], dtype=float) <= budget
    values = choice @ np.array([b.value for b in problem.bids], dtype=float)
    return float(values[kept].max())


@pytest.mark.parametrize("gap", [0.0, 0.01, 0.05])
def test_the_second_run_loses_nothing_better(monkeypatch: pytest.MonkeyPatch, gap: float) -> None:
    """It only looks for what is better than the first found by the gap."""
    monkeypatch.setattr(solver, "FIRST_NODES", 1)
    monkeypatch.setattr(solver, "_OPTIONS", solver._OPTIONS | {"mip_heuristic_effort": 0.0})
    runs, run = [], solver._run
    monkeypatch.setattr(solver, "_run", lambda *a: runs.append(len(a)) or run(*a))
    for seed in range(8):
        problem = dense(seed)
        found, right = best(problem, Limits(seconds=60.0, gap=gap)), greatest(problem)
        assert isinstance(found, Plan) and problem.allows(found.chosen)
        assert found.value <= right <= found.bound + 1e-6
        assert right <= found.value * (1 + gap) + 1e-6
    assert max(runs) == 6 and runs.count(6) > (4 if gap < 0.02 else 0)


def middling(seed: int, count: int = 40) -> Problem:
    """A larger question with rules, for which all choices are too many."""
    dice = random.Random(seed)
    bids = tuple(
        Bid(
            id=f"b{n:02}",
            value=round(dice.uniform(1, 100), 1),
            needs={r: round(dice.uniform(1, 100), 1) for r in Resource},
            requires=(f"b{n - 1:02}",) if n % 7 == 3 else (),
            project=f"p{n // 10}" if n % 10 < 2 else "",
            phase=n,
        )
        for n in range(count)
    )
    budgets = dict.fromkeys(Resource, 100.0 * count / 6)
    ids = [bid.id for bid in bids]
    return Problem(bids, budgets, tuple(frozenset(dice.sample(ids, 3)) for _ in range(4)))


@pytest.mark.parametrize("seed", range(6))
def test_budgets_and_rules_always_hold(seed: int) -> None:
    problem = middling(seed)
    found = best(problem, Limits(seconds=60.0, gap=0.01))
    assert isinstance(found, Plan)
    assert problem.allows(found.chosen) and not problem.excess(found.chosen)
    for id_ in found.chosen:
        assert set(problem.with_before(id_)) <= set(found.chosen)
    gap = found.gap
    assert gap is not None and gap <= 0.01 + 1e-9


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_the_bids_changes_nothing(seed: int) -> None:
    problem = randomly(seed)
    shuffled = list(problem.bids)
    random.Random(seed).shuffle(shuffled)
    one, other = best(problem, EXACT), best(replace(problem, bids=tuple(shuffled)), EXACT)
    if isinstance(one, Plan):
        assert isinstance(other, Plan)
        assert set(one.chosen) == set(other.chosen) and one.value == other.value
    else:
        assert isinstance(other, Refusal)
        assert {t.code for t in one.troubles} == {t.code for t in other.troubles}


@pytest.mark.parametrize("seed", range(15))
def test_no_point_of_a_front_is_beaten(seed: int) -> None:
    problem = replace(randomly(seed, 7), goals_wanted=0)
    found = front(problem, None, EXACT)
    if isinstance(found, Refusal):
        assert troubles(problem) or not list(choices(complete(problem)))
        return
    assert isinstance(found, Front) and len(found.points) <= 12
    whole = complete(problem)
    pairs = {(whole.value(c), whole.count(c)) for c in choices(whole)}
    best_of = {p for p in pairs if not any(beats(other, p) for other in pairs)}
    assert found.whole
    assert {(p.plan.value, p.aim) for p in found.points} == best_of


@pytest.mark.parametrize("seed", range(30))
def test_no_choice_beats_a_point_in_value_and_land(seed: int) -> None:
    problem = replace(randomly(seed, 7), goals_wanted=0)
    problem = replace(problem, budgets=problem.budgets | {Resource.LAND: 20.0})
    found = front(problem, Resource.LAND, EXACT)
    whole = complete(problem)
    if isinstance(found, Refusal):
        assert troubles(problem) or not list(choices(whole))
        return
    pairs = {(whole.value(c), -round(whole.used(c)[Resource.LAND], 6)) for c in choices(whole)}
    best_of = {p for p in pairs if not any(beats(other, p) for other in pairs)}
    points = {(p.plan.value, -round(p.aim, 6)) for p in found.points}
    assert points <= best_of and len(found.points) == len(points) <= 12
    assert points == best_of or not found.whole


def beats(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one != other and one[0] >= other[0] - 1e-9 and one[1] >= other[1]


def test_what_lacks_a_figure_is_named_and_never_chosen() -> None:
    seen = 0
    for seed in range(60):
        problem = randomly(seed)
        found = best(problem, EXACT)
        if isinstance(found, Plan):
            named = {lack.bid for lack in found.left_out}
            assert named == {lack.bid for lack in lacks(problem)}
            assert not named & set(found.chosen)
            bare = {b.id for b in problem.bids if b.value is None}
            assert bare <= named
            seen += len(named)
    assert seen > 10

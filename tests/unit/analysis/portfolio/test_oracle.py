"""The small portfolio with known answers: choice, budgets, swaps, regrets, blocks and front."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.portfolio.blocking import Why, blocks, regret, regrets
from liantu.analysis.portfolio.front import Front, front
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.plan import Plan, Refusal, best
from liantu.analysis.portfolio.sound import Code
from liantu.analysis.portfolio.swings import swings
from tests.helpers.portfolios import NAMES, case, choices, oracle

TOLD = oracle()
CASE = case(TOLD)


@pytest.fixture(scope="module")
def plan() -> Plan:
    found = best(CASE)
    assert isinstance(found, Plan)
    return found


def places(chosen: tuple[str, ...]) -> list[int]:
    return [int(id_) for id_ in chosen]


def test_the_best_choice(plan: Plan) -> None:
    assert (plan.value, places(plan.chosen)) == (TOLD["optimum"], TOLD["chosen"])
    assert plan.proven and plan.gap == 0.0 and not plan.unlimited


def test_used_and_left_of_each_budget(plan: Plan) -> None:
    assert list(plan.used.values()) == TOLD["used"]
    assert plan.left == {
        Resource.LAND: 30,
        Resource.CAPITAL: 13,
        Resource.ENERGY: 1,
        Resource.EMISSION: 0,
    }


@pytest.mark.parametrize(("bid", "value"), list(TOLD["forced"].items()))
def test_what_it_costs_to_force_a_project_in(plan: Plan, bid: str, value: float | None) -> None:
    found = regret(CASE, plan, bid)
    assert not found.taken
    assert found.loss == (None if value is None else TOLD["optimum"] - value)


def test_forcing_the_first_fails_for_energy(plan: Plan) -> None:
    (trouble,) = regret(CASE, plan, "0").troubles
    assert trouble.code is Code.OVER
    assert dict(trouble.params) == {
        "resource": "energy",
        "least": 13.0,
        "budget": 12,
        "short": 1.0,
    }


def test_what_it_costs_to_leave_a_project_out(plan: Plan) -> None:
    found = {r.bid: r for r in regrets(CASE, plan)}
    assert {id_: r.loss for id_, r in found.items() if r.taken} == {"1": 2, "2": 3, "4": 1}
    assert (found["1"].joined, found["1"].dropped) == (("3",), ())
    assert (found["5"].joined, found["5"].dropped) == ((), ("4",))


@pytest.mark.parametrize(
    ("budget", "factor"),
    [("env", 1.1), ("env", 0.9), ("land", 0.9), ("energy", 0.9), ("capital", 0.9)],
)
def test_what_swaps_at_a_tenth_more_or_less(plan: Plan, budget: str, factor: float) -> None:
    value, chosen = TOLD[f"{budget}_x{factor:.2f}"]
    found = {(s.resource, s.factor): s for s in swings(CASE, plan)}[NAMES[budget], factor]
    assert (found.value, places(found.chosen)) == (value, chosen)
    before, after = set(plan.chosen), {str(n) for n in chosen}
    assert (set(found.joined), set(found.dropped)) == (after - before, before - after)


def test_there_is_a_swing_for_both_sides_of_each_budget(plan: Plan) -> None:
    assert [(s.resource, s.factor) for s in swings(CASE, plan)] == [
        (r, f) for r in Resource for f in (0.9, 1.1)
    ]


def test_what_blocks_the_others(plan: Plan) -> None:
    found = {b.bid: b for b in blocks(CASE, plan)}
    assert list(found) == ["0", "3", "5"]
    assert (found["0"].why, found["0"].short) == (Why.TOO_LARGE, {Resource.ENERGY: 1.0})
    assert (found["3"].why, found["3"].others) == (Why.CLASH, ("1",))
    assert found["5"].why is Why.NO_ROOM
    assert found["5"].short == pytest.approx({Resource.LAND: 30, Resource.EMISSION: 0.2})


@pytest.mark.parametrize(("least", "value"), list(TOLD["pareto_min_gaps_to_value"].items()))
def test_value_at_a_least_number_of_gaps(least: str, value: float | None) -> None:
    found = best(replace(CASE, goals_wanted=int(least)))
    if value is None:
        assert isinstance(found, Refusal)
        assert [(t.code, dict(t.params)) for t in found.troubles] == [
            (Code.GOALS, {"wanted": 5, "most": 4})
        ]
    else:
        assert isinstance(found, Plan) and found.value == value
        assert len(found.reached) >= int(least)


def test_the_front_between_value_and_gaps() -> None:
    found = front(CASE)
    assert isinstance(found, Front) and found.whole
    assert [(p.plan.value, p.aim) for p in found.points] == [(17, 2), (15, 3), (12, 4)]


def test_the_front_between_value_and_land() -> None:
    pairs = {(CASE.value(c), CASE.used(c)[Resource.LAND]) for c in choices(CASE)}
    right = [p for p in pairs if not any(q != p and q[0] >= p[0] and q[1] <= p[1] for q in pairs)]
    found = front(CASE, Resource.LAND)
    assert isinstance(found, Front)
    assert [(p.plan.value, p.aim) for p in found.points] == sorted(right, reverse=True)
    assert all(p.plan.budgets == CASE.budgets for p in found.points)

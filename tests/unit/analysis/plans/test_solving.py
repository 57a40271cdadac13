"""Costs, unknown costs, loops, cuts and figures that cannot be, on problems worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from liantu.analysis.plans.blocking import Why, blocked
from liantu.analysis.plans.problem import Problem, ProblemError, Unit
from liantu.analysis.plans.solving import cheapest
from liantu.jobs import Cancelled, Progress


def unit(told: str, **more: Any) -> Unit:
    """``a b -> c d``; new, named after its first product, unless ``link`` says otherwise."""
    before, after = told.split("->")
    made = after.split()
    more.setdefault("link", made[0])
    inputs, outputs = dict.fromkeys(before.split(), 1.0), dict.fromkeys(made, 1.0)
    return Unit(more.pop("id", told), inputs, outputs, **more)


UNKNOWN = Unit("u", {"a": None}, {"t": 1.0}, capacity=1.0)


def links(problem: Problem, count: int = 9) -> list[tuple[str, ...]]:
    return [solution.links for solution in cheapest(problem, count).solutions]


def test_without_costs_the_fewest_links_come_first() -> None:
    units = (unit("b ->t"), unit("c ->t", link="t'"), unit("->b"), unit("d->c"), unit("->d"))
    assert links(Problem("t", units)) == [("t", "b"), ("t'", "c", "d")]


def test_a_planners_numbers_decide_where_all_are_known() -> None:
    units = (
        unit("->t", fixed=9.0),
        unit("b->t", id="2", link="u", fixed=1.0),
        unit("->b", fixed=2.0),
    )
    found = cheapest(Problem("t", units), 9)
    assert [(s.links, s.cost, s.unknown) for s in found.solutions] == [
        (("u", "b"), 3.0, ()),
        (("t",), 9.0, ()),
    ]


def test_an_unknown_cost_is_never_cheaper_than_a_known_one() -> None:
    units = (unit("->t"), unit("->t", id="2", link="u", fixed=500.0))
    problem = Problem("t", units)
    assert links(problem) == [("u",), ("t",)]
    assert cheapest(problem, 9).solutions[1].unknown == ("t",)
    # Unless the planner says what it stands for: 1 a link, as where no number is known.
    assert links(replace(problem, stand_in=1.0)) == [("t",), ("u",)]


def test_a_loop_does_not_live_of_itself() -> None:
    ring = (unit("a->b"), unit("b->a"), unit("a->t"))
    assert links(Problem("t", ring)) == []
    found = blocked(Problem("t", ring))
    assert {why for _, why in found.roots} == {Why.LOOP}
    assert found.buying == ("a",)
    started = (*ring, unit("->a", id="start", link="start"))
    assert links(Problem("t", started)) == [("t", "start")]


def test_what_exists_costs_nothing_but_must_be_fed() -> None:
    units = (unit("b->t", link=""), unit("->b"))
    assert links(Problem("t", units)) == [("b",)]
    assert links(Problem("t", units[:1])) == []


def test_a_plan_that_builds_more_than_a_better_one_is_none() -> None:
    found = cheapest(Problem("t", (unit("->t"), unit("->b"))), 9)
    assert [s.links for s in found.solutions] == [("t",)]
    assert found.complete
    assert not cheapest(Problem("t", (unit("->t"), unit("->t", id="2", link="u"))), 1).complete


def test_a_joint_product_comes_with_its_unit() -> None:
    units = (unit("p q->t", link=""), unit("->p q"), unit("->q"))
    assert links(Problem("t", units)) == [("p",)]


def test_of_equal_plans_fewer_doubts_then_more_merit_are_better() -> None:
    doubtful = unit("->t", id="1", link="x", doubts=1, merit=0.9)
    plain, better = unit("->t", id="2", link="y"), unit("->t", id="3", link="z", merit=0.1)
    assert links(Problem("t", (doubtful, plain, better))) == [("z",), ("y",), ("x",)]


def test_imports_are_counted_and_limited() -> None:
    units = (unit("a b->t", link=""), unit("->a"), unit("->b"))
    problem = Problem("t", units, imports=frozenset("ab"))
    assert links(problem) == [("a", "b")]
    one = cheapest(replace(problem, allowed=1), 9).solutions
    assert {(s.links, s.imports) for s in one} == {(("a",), ("b",)), (("b",), ("a",))}
    two = cheapest(replace(problem, allowed=2), 9).solutions
    assert [(s.links, s.imports) for s in two] == [((), ("a", "b"))]


def test_what_is_at_hand_needs_no_plan() -> None:
    found = cheapest(Problem("t", (), at_hand=frozenset("t")), 3)
    assert [s.links for s in found.solutions] == [()]
    assert found.complete


@pytest.mark.parametrize(
    ("problem", "reason"),
    [
        (Problem("t", (unit("->t", fixed=-1.0),)), "cost"),
        (Problem("t", (unit("->t", fixed=float("nan")),)), "cost"),
        (Problem("t", (unit("->t", variable=-0.1),)), "cost"),
        (Problem("t", (unit("->t"), unit("->t"))), "twice"),
        (Problem("t", (), prices={"a": -1.0}), "price"),
        (Problem("t", (), demand=0.0), "demand"),
        (Problem("t", (), demand=float("inf")), "demand"),
        (Problem("t", (), prices={"a": None}, demand=1.0), "no price"),
        (Problem("t", (unit("->t"),), demand=1.0), "no capacity"),
        (
            Problem("t", (Unit("u", {"a": None}, {"t": 1.0}, capacity=1.0),), demand=1.0),
            "no amount",
        ),
    ],
)
def test_figures_that_cannot_be_are_named(problem: Problem, reason: str) -> None:
    with pytest.raises(ProblemError) as caught:
        cheapest(problem, 1)
    assert caught.value.reason == reason


def test_a_plan_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        cheapest(Problem("t", (unit("->t"),)), 1, progress)


def test_what_has_no_route_is_named_with_what_to_buy() -> None:
    found = blocked(Problem("t", (unit("a b->t"), unit("c->a"))))
    assert set(found.roots) == {("b", Why.NO_ROUTE), ("c", Why.NO_ROUTE)}
    assert set(found.buying) == {"b", "c"}


def test_nothing_is_written_to_the_console(capfd: pytest.CaptureFixture[str]) -> None:
    cheapest(Problem("t", (unit("->t"),)), 1)
    assert capfd.readouterr() == ("", "")


def test_a_search_without_time_finds_nothing_and_says_that_it_was_stopped() -> None:
    problem = Problem("t", (unit("b ->t"), unit("->b")))
    found = cheapest(problem, 3, seconds=0.0)
    assert (found.solutions, found.complete, found.stopped) == ((), False, True)
    assert not cheapest(problem, 3).stopped

"""What is wrong with a question, and what lacks figures, as codes with values."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from liantu.analysis.portfolio.asking import asked
from liantu.analysis.portfolio.blocking import Why, blocks
from liantu.analysis.portfolio.nouns import Bid, Goal, Problem, Resource
from liantu.analysis.portfolio.plan import Plan, Refusal, best
from liantu.analysis.portfolio.sound import Code, Lack, Trouble

LAND, CAPITAL = Resource.LAND, Resource.CAPITAL


def bid(id_: str, value: float | None = 1.0, land: float | None = 1.0, *requires: str) -> Bid:
    return Bid(id_, value, {LAND: land}, requires)


def ask(*bids: Bid, land: float = 10.0) -> Problem:
    return Problem(bids, {LAND: land})


A, B, C = bid("a"), bid("b"), bid("c")


def refused(problem: Problem) -> list[tuple[Code, dict[str, object]]]:
    found = best(problem)
    assert isinstance(found, Refusal)
    return [(t.code, dict(t.params)) for t in found.troubles]


@pytest.mark.parametrize(
    ("problem", "code", "params"),
    [
        (ask(), Code.NOBODY, {}),
        (ask(A, A), Code.TWICE, {"bid": "a"}),
        (ask(bid("a", 1.0, 1.0, "x")), Code.UNKNOWN, {"bid": "x", "by": "a"}),
        (replace(ask(A), inside=frozenset("x")), Code.UNKNOWN, {"bid": "x", "by": "inside"}),
        (
            replace(ask(A), exclusive=(frozenset("ax"),)),
            Code.UNKNOWN,
            {"bid": "x", "by": "exclusive"},
        ),
        (
            replace(ask(A), goals=(Goal("g", (frozenset("x"),)),)),
            Code.UNKNOWN,
            {"bid": "x", "by": "g"},
        ),
        (
            ask(bid("a", 1, 1, "b"), bid("b", 1, 1, "a"), C),
            Code.CIRCLE,
            {"bids": ("a", "b")},
        ),
        (ask(bid("a", 1, 1, "a")), Code.CIRCLE, {"bids": ("a",)}),
        (ask(bid("a", math.nan)), Code.NO_NUMBER, {"of": "a", "what": "value"}),
        (ask(bid("a", 1.0, math.nan)), Code.NO_NUMBER, {"of": "a", "what": "land"}),
        (ask(A, land=math.nan), Code.NO_NUMBER, {"of": "", "what": "land"}),
        (ask(bid("a", math.inf)), Code.UNBOUNDED, {"of": "a", "what": "value"}),
        (
            replace(ask(A), goals=(Goal("g", (frozenset("a"),), math.inf),)),
            Code.UNBOUNDED,
            {"of": "g", "what": "value"},
        ),
        (
            replace(ask(A), goals=(Goal("g", (frozenset("a"),), -1.0),)),
            Code.NEGATIVE_WORTH,
            {"of": "g"},
        ),
        (
            replace(ask(A), inside=frozenset("a"), outside=frozenset("a")),
            Code.IN_AND_OUT,
            {"bid": "a"},
        ),
        (
            replace(ask(bid("a", 1, None), B), inside=frozenset("a")),
            Code.INSIDE_LACKS,
            {"bid": "a"},
        ),
        (
            replace(ask(bid("a", 1, 1, "b"), B), inside=frozenset("a"), outside=frozenset("b")),
            Code.INSIDE_NEEDS,
            {"bid": "a", "other": "b"},
        ),
        (
            replace(ask(A, B), inside=frozenset("ab"), exclusive=(frozenset("ab"),)),
            Code.INSIDE_CLASH,
            {"bids": ("a", "b")},
        ),
        (ask(bid("a", 1, None), bid("b", None)), Code.ALL_LACK, {"count": 2}),
        (
            replace(ask(A, B, land=1.5), inside=frozenset("ab")),
            Code.OVER,
            {"resource": "land", "least": 2.0, "budget": 1.5, "short": 0.5},
        ),
        (
            ask(A, land=-1.0),
            Code.OVER,
            {"resource": "land", "least": 0.0, "budget": -1.0, "short": 1},
        ),
        (
            replace(ask(A, B), goals=(Goal("g", (frozenset("ab"),)),), goals_wanted=2),
            Code.GOALS,
            {"wanted": 2, "most": 1},
        ),
    ],
)
def test_a_question_without_an_answer_is_explained(
    problem: Problem, code: Code, params: dict[str, object]
) -> None:
    assert refused(problem) == [(code, params)]


def test_budgets_that_can_be_kept_one_by_one_only() -> None:
    """To keep one the one must be taken, to keep the other the other; both exclude each other."""
    saves = {LAND: -1.0, CAPITAL: 0.0}, {LAND: 0.0, CAPITAL: -1.0}
    bids = Bid("a", 1.0, saves[0]), Bid("b", 1.0, saves[1])
    problem = Problem(bids, {LAND: -1.0, CAPITAL: -1.0}, (frozenset("ab"),))
    assert refused(problem) == [(Code.OVER_TOGETHER, {"resources": ("land", "capital")})]
    assert isinstance(best(replace(problem, exclusive=())), Plan)


def test_every_fault_of_names_and_numbers_is_told_at_once() -> None:
    codes = [code for code, _ in refused(ask(bid("a", math.nan), A, bid("c", 1, 1, "x")))]
    assert codes == [Code.TWICE, Code.UNKNOWN, Code.NO_NUMBER]


def test_unknown_figures_are_asked_for_and_what_needs_them_waits() -> None:
    problem = ask(bid("a", 5, None), bid("b", 3, 1, "a"), C, bid("d", None), bid("e", 0.5, None))
    found = best(problem)
    assert isinstance(found, Plan) and found.chosen == ("c",)
    assert found.left_out == (
        Lack("a", (LAND,)),
        Lack("b", before=("a",)),
        Lack("d", value=True),
        Lack("e", (LAND,)),
    )
    assert [(b.bid, b.why, b.others) for b in blocks(problem, found)] == [
        ("a", Why.LACKS, ()),
        ("b", Why.LACKS, ("a",)),
        ("d", Why.LACKS, ()),
        ("e", Why.LACKS, ()),
    ]
    assert [(one.lack.bid, one.points) for one in asked(problem)] == [
        ("a", 5.0),
        ("b", 3.0),
        ("e", 0.5),
        ("d", 0.0),
    ]


def test_only_a_budget_that_is_given_is_asked_for() -> None:
    bids = (Bid("a", 1.0, {LAND: 1.0}), Bid("b", 1.0, {CAPITAL: 1.0}))
    found = best(Problem(bids, {LAND: 5.0}))
    assert isinstance(found, Plan)
    assert found.chosen == ("a",) and found.left_out == (Lack("b", (LAND,)),)


@pytest.mark.parametrize("budgets", [{}, {LAND: math.inf}])
def test_without_a_limit_all_that_adds_something_is_taken(budgets: dict[Resource, float]) -> None:
    found = best(Problem((A, bid("b", 0.0), bid("c", -1.0)), budgets))
    assert isinstance(found, Plan)
    assert found.unlimited and found.chosen == ("a",) and found.proven


def test_a_later_phase_needs_the_earlier() -> None:
    one = Bid("one", 1.0, {LAND: 6.0}, project="p", phase=1)
    two = Bid("two", 9.0, {LAND: 6.0}, project="p", phase=2)
    other = Bid("other", 2.0, {LAND: 6.0})
    found = best(Problem((two, one, other), {LAND: 10.0}))
    assert isinstance(found, Plan) and found.chosen == ("other",)
    found = best(Problem((two, one, other), {LAND: 12.0}))
    assert isinstance(found, Plan) and found.chosen == ("two", "one")


def test_a_gap_counts_once_however_many_close_it() -> None:
    goals = (Goal("g", (frozenset("a"), frozenset("b")), 10.0), Goal("h", (frozenset("bc"),), 4.0))
    free = tuple(bid(id_, 0.0, 5.0) for id_ in "abc")
    found = best(Problem(free, {LAND: 20.0}, goals=goals))
    assert isinstance(found, Plan)
    assert (found.value, found.chosen, found.reached) == (14.0, ("b", "c"), ("g", "h"))
    (left,) = blocks(Problem(free, {LAND: 20.0}, goals=goals), found)
    assert (left.bid, left.why, left.others) == ("a", Why.NO_GAIN, ("b",))


def test_what_saves_a_resource_makes_room_for_others() -> None:
    saver = bid("saver", -1.0, -5.0)
    found = best(ask(saver, bid("a", 4.0, 12.0), land=10.0))
    assert isinstance(found, Plan)
    assert (found.chosen, found.value, found.used) == (("saver", "a"), 3.0, {LAND: 7.0})


def test_of_equals_the_one_that_uses_least_then_the_smaller_id() -> None:
    found = best(ask(bid("b", 5, 4), bid("a", 5, 4), bid("c", 5, 6), land=9))
    assert isinstance(found, Plan) and set(found.chosen) == {"a", "b"}
    found = best(ask(bid("c", 5, 4), bid("b", 5, 4), bid("a", 5, 5), land=5))
    assert isinstance(found, Plan) and found.chosen == ("b",)


def test_sums_of_decimals_are_not_over_by_their_last_digit() -> None:
    found = best(ask(bid("a", 1, 0.1), bid("b", 1, 0.2), land=0.3))
    assert isinstance(found, Plan) and found.chosen == ("a", "b")
    found = best(ask(bid("a", 1, 0.1), bid("b", 1, 0.2001), land=0.3))
    assert isinstance(found, Plan) and len(found.chosen) == 1


def test_a_block_names_what_would_have_to_come_along() -> None:
    problem = ask(bid("a", 1.0, 8.0), bid("b", -3.0, 1.0), bid("c", 2.0, 1.0, "b"))
    found = best(problem)
    assert isinstance(found, Plan) and found.chosen == ("a",)
    blocked = {b.bid: b for b in blocks(problem, found)}
    assert blocked["b"].why is Why.NO_GAIN
    assert (blocked["c"].why, blocked["c"].along) == (Why.DEARER, ("b",))


def test_a_block_by_the_planners_own_word() -> None:
    problem = replace(ask(A, bid("b", 1, 1, "a"), C), outside=frozenset("a"))
    found = best(problem)
    assert isinstance(found, Plan) and found.chosen == ("c",)
    assert [(b.bid, b.why, b.others) for b in blocks(problem, found)] == [
        ("a", Why.OUTSIDE, ()),
        ("b", Why.NEEDS_OUTSIDE, ("a",)),
    ]


def test_a_trouble_is_told_by_its_code() -> None:
    assert Trouble(Code.NOBODY) == Trouble(Code.NOBODY, {})

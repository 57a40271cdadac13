"""What projects ask for and change, on small atlases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.portfolio.candidates import (
    Stage,
    candidates,
    stage_of,
)
from liantu.analysis.portfolio.effects import Kind, effects
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.plan import Plan, best
from liantu.analysis.portfolio.question import Told, Worth, overlaps, question
from liantu.analysis.portfolio.sound import Lack
from liantu.analysis.portfolio.supposing import coming, operating
from liantu.analysis.portfolio.units import Exactness, exactness, needs_of, unit
from liantu.analysis.reading import Reading
from liantu.jobs import Cancelled, Progress
from liantu.model import Atlas, Capacity, Status
from liantu.model.classes import Word
from liantu.model.gates import Effect as GateEffect
from liantu.model.gates import Gate, GateKind
from liantu.model.records import Phase, Project, ProjectState, Quantity
from liantu.model.standing import Certainty
from tests.helpers.atlases import atlas, declared, maker, product, route

CAPITAL = Resource.CAPITAL


def project(id_: str, *products: str, money: float | None = None, **more: object) -> Project:
    phases = tuple(Phase(Status.PLANNED, p, 10.0, "万吨/年") for p in products)
    text = Quantity(f"{money}亿元", money, "亿元") if money is not None else None
    found = Project(id_, f"项目{id_}", Status.PLANNED, phases=phases, investment=text)
    return replace(found, **more)


def city(*projects: Project) -> Atlas:
    """``a`` is made of raw ``r``; ``a`` and ``b`` make ``c``; ``d`` is made of ``c``."""
    found = atlas(
        [
            product("r", raw=True),
            product("a", route("r")),
            product("b", route("r")),
            product("c", route("a b")),
            product("d", route("c")),
        ],
        [maker("firm", "a", 5.0), maker("user", "c", 20.0)],
    )
    return replace(declared(found), projects={p.id: p for p in projects})


def kinds(atlas_: Atlas, *projects: Project) -> dict[str, list[str]]:
    found = effects(Reading.of(atlas_), projects)
    assert found is not None
    return {
        e.product: [o.kind for o in found.changes if o.product == e.product] for e in found.changes
    }


def test_a_gap_is_closed_by_what_makes_it() -> None:
    one = project("P1", "b", "b")
    found = effects(Reading.of(city(one)), (one,))
    assert found is not None and found.products == ("b",)
    (change,) = found.changes
    assert (change.kind, change.product, change.goal) == (Kind.CLOSED, "b", "closed:b")
    assert (change.before, change.certainty) == ((Word.SHORT_UP,), Certainty.CONFIRMED)
    before, after = found.balances["b"]
    assert before is not None and before.supply == 0.0
    assert after is not None and after.supply == 20.0


def test_a_gap_that_is_not_covered_is_narrowed() -> None:
    one = project("P1", "b")
    assert kinds(city(one), one) == {"b": [Kind.NARROWED]}


def test_more_of_what_is_thin_thickens_it() -> None:
    """20 of ``c`` take 20 of ``a``; 5 are made, 10 more are not enough, 15 are."""
    one = project("P1", "a")
    assert kinds(city(one), one) == {}
    one = project("P1", "a", "a")
    assert kinds(city(one), one) == {"a": [Kind.THICKENED]}


def test_a_new_user_opens_needs_and_unlocks_what_follows() -> None:
    base = atlas(
        [product("r", raw=True), product("m", route("r")), product("x", route("m"))],
        [],
    )
    one = project("P1", "x")
    data = replace(base, projects={"P1": one})
    assert kinds(data, one) == {"m": [Kind.OPENED], "x": [Kind.ADDED]}
    one = project("P1", "m")
    assert kinds(replace(base, projects={"P1": one}), one)["m"] == [Kind.ADDED]


def test_a_plant_told_twice_runs_once() -> None:
    row = Capacity("b", Status.BUILDING, 7.0, "万吨/年", project="P1")
    data = city(project("P1", "b", status=Status.BUILDING, enterprise="firm"))
    firm = data.enterprises["firm"]
    firm = replace(firm, capacities=(*firm.capacities, row))
    data = replace(data, enterprises={**data.enterprises, "firm": firm})
    one = data.projects["P1"]
    later = operating(data, (one,), "2022").enterprises["firm"]
    assert coming(data, one) == ("b",)
    assert [(c.product, c.status, c.amount) for c in later.capacities] == [
        ("a", Status.OPERATING, 5.0),
        ("b", Status.OPERATING, 7.0),
    ]


def test_a_project_without_a_firm_runs_under_its_own_name() -> None:
    one = project("P1", "b", "d", county="甲县")
    later = operating(city(one), (one,), "2022").enterprises
    assert later["P1"].name == "项目P1"
    assert [(c.product, c.amount, c.project) for c in later["P1"].capacities] == [
        ("b", 10.0, "P1"),
        ("d", 10.0, "P1"),
    ]


def test_what_runs_already_and_what_no_product_is_named_for_is_not_to_come() -> None:
    phases = (Phase(Status.OPERATING, "b", 1.0, "万吨/年"), Phase(Status.PLANNED, "", 3.0))
    one = project("P1", phases=phases)
    assert coming(city(one), one) == ()
    assert effects(Reading.of(city(one)), (one,)) is None


@pytest.mark.parametrize(
    ("state", "status", "stage"),
    [
        (ProjectState.SIGNED, Status.BUILDING, Stage.OPEN),
        (ProjectState.PARTIAL, Status.OPERATING, Stage.BEGUN),
        (ProjectState.DONE, Status.BUILDING, Stage.SETTLED),
        (ProjectState.STALLED, Status.PLANNED, Stage.HELD),
        (ProjectState.ENDED, Status.STOPPED, Stage.ENDED),
        (ProjectState.UNKNOWN, Status.PLANNED, Stage.OPEN),
        (None, Status.BUILDING, Stage.BEGUN),
        (None, Status.UNKNOWN, Stage.UNKNOWN),
    ],
)
def test_the_stage_follows_the_state_then_the_status(
    state: ProjectState | None, status: Status, stage: Stage
) -> None:
    assert stage_of(project("P1", state=state, status=status)) is stage


@pytest.mark.parametrize(
    ("text", "amount", "unit", "read", "exact"),
    [
        ("33亿元", 33.0, "亿元", 33.0, Exactness.EXACT),
        ("5500万元", 5500.0, "万元", 0.55, Exactness.EXACT),
        ("50亿元以上", 50.0, "亿元", 50.0, Exactness.LEAST),
        ("超140亿元", 140.0, "亿元", 140.0, Exactness.LEAST),
        ("募集不超过6.5亿元", 6.5, "亿元", 6.5, Exactness.MOST),
        ("约3亿元", 3.0, "亿元", 3.0, Exactness.ABOUT),
        ("3000万美元", 3000.0, "万美元", None, Exactness.EXACT),
        ("239亿元（6年累计）", None, "", None, Exactness.EXACT),
    ],
)
def test_what_the_words_of_an_investment_say(
    text: str, amount: float | None, unit: str, read: float | None, exact: Exactness
) -> None:
    one = project("P1", investment=Quantity(text, amount, unit))
    need = needs_of(one)[CAPITAL]
    assert (need.amount, need.exactness, need.text) == (read, exact, text)
    assert exactness(text) is exact


def test_what_nobody_says_is_unknown_and_not_zero() -> None:
    needs = needs_of(project("P1"))
    assert [n.amount for n in needs.values()] == [None] * 4
    land = needs_of(project("P1", land=Quantity("2公顷", 2.0, "公顷")))[Resource.LAND]
    assert land.amount == 30.0
    energy = Quantity("1.2万吨标准煤", 12000.0, "吨标准煤")
    assert needs_of(project("P1", energy=energy))[Resource.ENERGY].amount == pytest.approx(1.2)


def test_the_units_of_budgets() -> None:
    assert [unit(r) for r in Resource] == ["亩", "亿元", "万吨标准煤", "吨"]


def test_the_question_of_a_pool() -> None:
    data = city(
        project("P1", "b", money=5.0),
        project("P2", "b", money=4.0),
        project("P3", "d", money=2.0),
        project("P4", money=1.0),
        project("P5", "a", "a"),
        project("P6", "d", money=1.0, state=ProjectState.BUILDING),
    )
    pool = candidates(Reading.of(data))
    assert [c.stage for c in pool.candidates].count(Stage.BEGUN) == 1
    asked = question(pool, {CAPITAL: 10.0})
    assert [b.id for b in asked.bids] == ["P1", "P2", "P3", "P4", "P5"]
    ways = {g.id: {frozenset(w) for w in g.ways} for g in asked.goals}
    assert ways["narrowed:b"] == {frozenset({"P1"}), frozenset({"P2"})}
    assert {g.id: g.worth for g in asked.goals}["narrowed:b"] == pool.scores["b"] / 2 > 0
    found = best(asked)
    assert isinstance(found, Plan)
    assert "P2" in found.chosen and "P1" not in found.chosen
    assert found.left_out == (Lack("P4", value=True), Lack("P5", (CAPITAL,)))


def test_a_gap_that_one_narrows_and_another_closes_counts_as_closed() -> None:
    one, other = project("P1", "b", money=1.0), project("P2", "b", "b", money=1.0)
    pool = candidates(Reading.of(city(one, other)))
    asked = question(pool, {CAPITAL: 5.0})
    score = pool.scores["b"]
    assert asked.value({"P1"}) == pytest.approx(score / 2)
    assert asked.value({"P2"}) == asked.value({"P1", "P2"}) == pytest.approx(score)
    found = best(asked)
    assert isinstance(found, Plan) and found.chosen == ("P2",)
    assert (asked.count({"P1"}), asked.count({"P2"}), asked.count({"P1", "P2"})) == (1, 1, 1)


def test_what_the_planner_adds() -> None:
    data = city(project("P1", "b"), project("P4", money=1.0), project("P6", "d", money=1.0))
    data = replace(
        data, projects={**data.projects, "P9": project("P9", state=ProjectState.BUILDING)}
    )
    pool = candidates(Reading.of(data))
    told = Told(
        needs={"P1": {CAPITAL: 6.0}},
        values={"P4": 3.0},
        requires={"P1": ("P4", "P9")},
        outside=frozenset({"P6"}),
    )
    asked = question(pool, {CAPITAL: 7.0}, told)
    assert {b.id: b.requires for b in asked.bids}["P1"] == ("P4",)
    found = best(asked)
    assert isinstance(found, Plan) and found.chosen == ("P1", "P4") and not found.left_out
    assert found.value == pytest.approx(3.0 + pool.scores["b"] / 2)
    inside = question(pool, {CAPITAL: 7.0}, Told(inside=frozenset({"P9"})))
    assert "P9" in inside.by_id


def test_what_policy_closes_is_left_out_unless_it_is_wanted() -> None:
    gate = Gate(GateKind.BAN, "g", stated=GateEffect.SHUT, products=("b",))
    data = replace(city(project("P1", "b", money=1.0)), gates={"g": gate})
    pool = candidates(Reading.of(data))
    assert pool.candidates[0].shut == ("b",)
    assert question(pool, {CAPITAL: 9.0}).outside == {"P1"}
    wanted = question(pool, {CAPITAL: 9.0}, Told(inside=frozenset({"P1"})))
    assert not wanted.outside and wanted.inside == {"P1"}


def test_worth_counts_the_points_of_the_boards() -> None:
    data = city(project("P1", "b", "b", money=1.0))
    pool = candidates(Reading.of(data))
    half = question(pool, {CAPITAL: 9.0}, worth=Worth(closed=0.5))
    assert [g.worth for g in half.goals] == [pytest.approx(pool.scores["b"] / 2)]


def test_projects_that_may_be_one_are_told() -> None:
    data = city(
        project("P1", "b", county="甲县"),
        project("P2", "b", "d", county="甲县", enterprise="firm"),
        project("P3", "b", county="乙县"),
        project("P4", "b", county="甲县", enterprise="user"),
    )
    pool = candidates(Reading.of(data))
    assert overlaps(pool) == (frozenset({"P1", "P2"}), frozenset({"P1", "P4"}))


def test_good_that_comes_only_together_is_told() -> None:
    """``c`` lacks ``a`` and ``b``: neither alone makes it ready."""
    base = atlas(
        [
            product("r", raw=True),
            product("a", route("r", id_="ra")),
            product("b", route("r", id_="rb")),
            product("c", route("a b")),
            product("d", route("c")),
        ],
        [maker("user", "d", 20.0)],
    )
    both = (project("P1", "a"), project("P2", "b"))
    pool = candidates(Reading.of(replace(base, projects={p.id: p for p in both})))
    assert [(e.kind, e.product) for e in pool.together] == [(Kind.UNLOCKED, "c")]


def test_candidates_can_be_cancelled_and_tell_how_far_they_are() -> None:
    reading = Reading.of(city(project("P1", "b"), project("P2", "d")))
    told: list[tuple[int, int, str]] = []
    candidates(reading, Progress(lambda *step: told.append(step)))
    assert told == [(0, 2, "项目P2"), (1, 2, "项目P1")]
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        candidates(reading, progress)

"""What is told of a portfolio, on a small city: each sentence once, with its numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.portfolio.answer import Answer, Wishes, basis, explained, solved
from liantu.analysis.portfolio.candidates import candidates, refreshed
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.plan import Plan
from liantu.analysis.portfolio.question import Told
from liantu.analysis.portfolio.sound import Code, Trouble
from liantu.analysis.reading import Reading
from liantu.model import Atlas, Status
from liantu.model.records import Phase, Project, ProjectState, Quantity
from liantu.model.scenario import ProjectChoice, Scenario
from liantu.telling.portfolio import headline, missing, swaps
from liantu.telling.portfolio.adopting import adopted
from liantu.telling.portfolio.chart import tradeoff
from liantu.telling.portfolio.projects import Row, State, rows
from liantu.telling.portfolio.troubles import trouble
from tests.helpers.atlases import atlas, declared, maker, product, route

CAPITAL = Resource.CAPITAL


def project(id_: str, *products: str, money: float | None = None, **more: object) -> Project:
    phases = tuple(Phase(Status.PLANNED, p, 30.0, "万吨/年") for p in products)
    told = Quantity(f"{money}亿元", money, "亿元") if money is not None else None
    found = Project(id_, f"项目{id_}", Status.PLANNED, phases=phases, investment=told)
    return replace(found, **more)


def city(*projects: Project) -> Atlas:
    """``c`` of ``a`` and ``b``, ``e`` of ``c``: nobody makes ``a`` and ``b``, both are needed."""
    found = atlas(
        [
            product("r", raw=True),
            product("a", route("r", id_="ra")),
            product("b", route("r", id_="rb")),
            product("c", route("a b")),
            product("e", route("c")),
        ],
        [maker("user", "c", 20.0)],
    )
    return replace(declared(found), projects={p.id: p for p in projects})


def ask(data: Atlas, total: float, told: Told | None = None, **wishes: object) -> Answer:
    pool = candidates(Reading.of(data))
    asked = Wishes(budgets={CAPITAL: total}, told=told or Told(), **wishes)  # type: ignore[arg-type]
    return explained(solved(pool, asked), CAPITAL)


def row(data: Atlas, answer: Answer, id_: str) -> Row:
    return next(one for one in rows(data, answer) if one.project == id_)


TWO = city(
    project("P1", "a", money=5.0),
    project("P2", "b", money=4.0),
    project("P3", "c", money=1.0),
    project("P4", "a", money=900.0),
    project("P5", "b"),
    project("P6", money=2.0, owner="某公司"),
    project("P7", "e", money=1.0, state=ProjectState.BUILDING),
)


def test_the_headline_says_what_is_chosen_and_that_nothing_is_better() -> None:
    answer = ask(TWO, 100.0)
    said = headline.headline(TWO, answer)
    assert said.startswith("在资金 100 亿元以内，从 6 个待定项目中选 2 个：补上 2 个缺口，合计 ")
    assert said.endswith("。已证明没有更好的选法。")
    assert headline.used(answer) == ("资金总额 100 亿元：用 9 亿元，余 91 亿元。",)
    assert headline.left_out(answer) == (
        "没有选上的 4 个：缺数字 2 个、单独就超出总额 1 个、不新补缺口 1 个。"
    )
    assert headline.apart(answer) == "不参加选择的：已开工（要素已经占用）1 个。"
    assert headline.tight(answer) == "资金总额再加一成也选不出更好的：先把缺的数字问全。"


def test_a_gap_is_told_rounded_up_and_never_as_none() -> None:
    answer = ask(TWO, 100.0)
    assert answer.best is not None
    loose = replace(answer.best, bound=answer.best.value * 1.000001)
    assert headline.proven(replace(answer, plan=loose, best=loose), loose) == "最多还能好 0.01%。"
    loose = replace(answer.best, bound=answer.best.value * 1.034)
    assert headline.proven(replace(answer, plan=loose, best=loose), loose) == "最多还能好 3.4%。"


def test_each_project_says_why_and_what_it_costs() -> None:
    answer = ask(TWO, 8.0)
    chosen, left = row(TWO, answer, "P1"), row(TWO, answer, "P2")
    if chosen.state is not State.CHOSEN:
        chosen, left = left, chosen
    assert (chosen.state, left.state) == (State.CHOSEN, State.LEFT)
    assert chosen.gains.startswith("补上") and chosen.reason == ""
    assert left.reason == "放不下：加上它，超出资金 1 亿元"
    assert left.regret.startswith(f"硬要选，改选“{left.name}”") is False
    assert f"须放弃“{chosen.name}”" in left.regret
    assert row(TWO, answer, "P4").why == "单独就超出总额：资金要 900 亿元，总额只有 8 亿元"
    assert row(TWO, answer, "P3").reason == "产品本地已有，也不细不弱，不算补缺口"
    assert row(TWO, answer, "P5").reason == "缺投资额"
    assert row(TWO, answer, "P6").reason == "缺投产后的产品"
    assert row(TWO, answer, "P5").needs[CAPITAL] == "不详"


def test_swaps_name_who_comes_and_goes() -> None:
    answer = ask(TWO, 8.5)
    more = [line for line in swaps.swaps(TWO, answer) if line.startswith("资金增一成")]
    (said,) = more
    assert said.startswith("资金增一成（9.35 亿元），加上“项目P") and "，多 " in said
    assert headline.tight(answer) == "卡在资金：再多一成，就能选出更好的。"
    steady = swaps.swaps(TWO, ask(TWO, 100.0))
    assert steady == ("资金减一成或增一成，选法都不变。",)


def test_what_is_missing_is_told_by_name_and_by_whom_to_ask() -> None:
    answer = ask(TWO, 100.0)
    found = {one.project: one for one in missing.missings(TWO, answer.pool, answer.problem)}
    assert (found["P5"].figures, found["P6"].figures) == ("投资额", "投产后的产品")
    assert found["P6"].whom == "某公司" and found["P5"].whom.endswith("发展改革委")
    said = missing.sentence(tuple(found.values()), headline.among(answer))
    assert said.startswith(
        "6 个待定项目中，2 个缺数字，没有进入选择：缺投资额 1 个，不知投产后产什么 1 个。"
    )
    assert "先问：项目P5（" in said


def test_what_excludes_and_requires_in_the_records_is_kept_and_told() -> None:
    data = city(
        project("P1", "a", money=5.0, excludes=("P2",)),
        project("P2", "b", money=4.0),
        project("P3", "c", money=1.0, requires=("P8",)),
        project("P4", "b", money=1.0, excludes=("P7",)),
        project("P7", "e", money=1.0, state=ProjectState.BUILDING),
        project("P8", "e", money=1.0, state=ProjectState.ENDED),
    )
    answer = ask(data, 100.0)
    states = {one.project: one for one in rows(data, answer)}
    assert set(states) == {"P1", "P2", "P3", "P4"}
    clash = next(one for one in states.values() if one.project in "P1P2" and one.reason)
    assert clash.reason.startswith("不能与已选的“项目P")
    assert states["P3"].reason == "须先有“项目P8”，而它不选"
    assert states["P4"].reason == "不能与已开工的“项目P7”同时上"
    assert {states[p].state for p in ("P3", "P4")} == {State.BARRED}


def test_what_the_planner_insists_on_says_what_it_costs() -> None:
    told = Told(inside=frozenset({"P3"}), outside=frozenset({"P1"}))
    answer = ask(TWO, 4.5, told)
    wanted = row(TWO, answer, "P3")
    assert wanted.state is State.CHOSEN
    assert wanted.reason == "已设为必选"
    assert "不选它，改选“项目P2”，多 " in wanted.regret
    assert row(TWO, answer, "P1").reason == "已设为不选"


def test_a_question_without_an_answer_says_why() -> None:
    answer = ask(TWO, 3.0, Told(inside=frozenset({"P1"})))
    said = headline.headline(TWO, answer)
    assert said == "资金总额 3 亿元不够：必选的和少不了的至少要 5 亿元，还差 2 亿元。"
    states = {one.state for one in rows(TWO, answer)}
    assert states == {State.OPEN, State.LACKS}
    assert swaps.swaps(TWO, answer) == ()


@pytest.mark.parametrize("code", list(Code))
def test_every_trouble_has_a_sentence(code: Code) -> None:
    params: dict[Code, dict[str, str | float | tuple[str, ...]]] = {
        Code.TWICE: {"bid": "P1"},
        Code.ALL_LACK: {"count": 3},
        Code.UNKNOWN: {"bid": "x", "by": "inside"},
        Code.CIRCLE: {"bids": ("P1", "P2")},
        Code.NO_NUMBER: {"of": "P1", "what": "capital"},
        Code.UNBOUNDED: {"of": "P1", "what": "value"},
        Code.NEGATIVE_WORTH: {"of": "closed:a"},
        Code.IN_AND_OUT: {"bid": "P1"},
        Code.INSIDE_LACKS: {"bid": "P1"},
        Code.INSIDE_NEEDS: {"bid": "P1", "other": "P2"},
        Code.INSIDE_CLASH: {"bids": ("P1", "P2")},
        Code.OVER: {"resource": "capital", "least": 5.0, "budget": 3.0, "short": 2.0},
        Code.OVER_TOGETHER: {"resources": ("land", "capital")},
        Code.GOALS: {"wanted": 5, "most": 4},
        Code.TIME: {"seconds": 10.0},
    }
    said = trouble(TWO, Trouble(code, params.get(code, {})))
    assert said.endswith("。") and "{" not in said and "P1" not in said.replace("项目P1", "")


def test_projects_that_close_the_same_gap_are_told_once() -> None:
    data = city(project("P1", "a", money=5.0), project("P2", "a", money=4.0))
    answer = ask(data, 100.0)
    assert list(swaps.shared(data, answer.problem)) == [
        "A缺口，“项目P1”、“项目P2”都能补，只算一次。"
    ]
    assert row(data, answer, "P1").reason == "它要补的缺口已由“项目P2”补上"


def test_the_chart_has_a_dot_a_choice_and_marks_the_one_looked_at() -> None:
    answer = ask(TWO, 100.0)
    found = tradeoff(TWO, answer)
    assert [dot.aim for dot in found.dots] == sorted(dot.aim for dot in found.dots)
    assert [dot.seen for dot in found.dots].count(True) == 1 and found.dots[-1].seen
    assert answer.front is not None
    first = found.dots[0]
    assert first.to.at is not None
    other = answer.looking_at(answer.front.points[first.to.at].plan)
    assert tradeoff(TWO, other).dots[0].seen and not other.is_best
    assert "比分值最高的选法少 " in headline.headline(TWO, other)
    assert found.finding.endswith("共 2 种选法。") or "最不划算" in found.finding


def test_what_a_scenario_chooses_is_asked_anew() -> None:
    scenario = Scenario(projects=(ProjectChoice("P1"),))
    reading = Reading.of(TWO, scenario)
    assert basis(reading).atlas is TWO
    plain = Reading.of(TWO)
    assert basis(plain) is plain


def test_a_portfolio_becomes_a_scenario() -> None:
    answer = ask(TWO, 100.0)
    start = Scenario(id="s", name="旧", date="2024", projects=(ProjectChoice("P7"),))
    found = adopted(TWO, start, answer)
    assert found is not None and isinstance(answer.plan, Plan)
    assert (found.id, found.name, found.date) == ("", "要素统筹：资金 100 亿元", "2024")
    assert tuple(choice.project for choice in found.projects) == answer.plan.chosen
    assert found.note.startswith("在资金 100 亿元以内")
    assert adopted(TWO, start, ask(TWO, 3.0, Told(inside=frozenset({"P1"})))) is None


def test_the_pool_is_worked_out_anew_only_where_more_than_figures_differ() -> None:
    before = Reading.of(TWO)
    pool = candidates(before)
    money = Quantity("7亿元", 7.0, "亿元")
    told = replace(TWO.projects["P5"], investment=money, note="某人说")
    data = replace(TWO, projects={**TWO.projects, "P5": told})
    found = refreshed(pool, before, Reading.of(data))
    assert found is not None
    (one,) = [c for c in found.candidates if c.id == "P5"]
    assert one.needs[CAPITAL].amount == 7.0
    assert one.effects is next(c.effects for c in pool.candidates if c.id == "P5")
    other = replace(TWO.projects["P5"], status=Status.OPERATING)
    for changed in (
        replace(TWO, projects={**TWO.projects, "P5": other}),
        replace(TWO, projects={k: p for k, p in TWO.projects.items() if k != "P5"}),
        replace(TWO, enterprises={}),
    ):
        assert refreshed(pool, before, Reading.of(changed)) is None
    assert refreshed(pool, before, Reading.of(TWO, Scenario(thin=1.5))) is None

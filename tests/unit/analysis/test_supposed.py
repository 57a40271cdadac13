"""What a scenario supposes: which plants run, which stand still, and that all of it says so."""

from __future__ import annotations

import weakref
from dataclasses import replace

import pytest

from liantu.analysis import reading as module
from liantu.analysis import room
from liantu.analysis.reading import Reading
from liantu.analysis.supposed import affects, supposed
from liantu.model import Atlas, Capacity, Enterprise, Status
from liantu.model.drill import Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.model.records import Phase, Project
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
from liantu.model.standing import Standing
from liantu.telling.assumed import assumed, named
from tests.helpers.atlases import atlas, product, route

RUNNING = Capacity("a", Status.OPERATING, 20.0, "万吨/年", since="2022-10-26")
COMING = Capacity("a", Status.PLANNED, 100.0, "万吨/年", project="P1", as_of="2025")
PHASES = (
    Phase(Status.OPERATING, "a", 20.0, "万吨/年", "2022-10-26"),
    Phase(Status.PLANNED, "a", 100.0, "万吨/年"),
    Phase(Status.PLANNED, "b", 5.0, "万吨/年"),
)


def city() -> Atlas:
    """A firm with a plant of ``a`` and one to come, and a project that also tells of ``b``."""
    made = atlas([product("r", raw=True), product("a", route("r")), product("b", route("a"))])
    firm = Enterprise("firm", "某厂", "东县", capacities=(RUNNING, COMING))
    project = Project("P1", "某项目", Status.BUILDING, enterprise="firm", phases=PHASES)
    return replace(made, enterprises={"firm": firm}, projects={"P1": project})


def amounts(scenario: Scenario, date: str = "2022-12-31") -> dict[str, float]:
    """Known operating supply by product."""
    found = Reading.of(city(), replace(scenario, date=date)).situation.supplies
    return {id_: amount.known for id_, amount in found.items()}


def test_without_a_supposition_the_atlas_is_the_same_object() -> None:
    data = city()
    assert supposed(data, Scenario(date="2022", thin=1.5, external=("a",))) is data


def test_a_project_that_is_on_runs_with_all_that_it_still_has_to_build() -> None:
    scenario = Scenario(projects=(ProjectChoice("P1"),))
    assert amounts(Scenario()) == {"a": 20.0}
    assert amounts(scenario) == {"a": 120.0, "b": 5.0}
    firm = supposed(city(), replace(scenario, date="2022")).enterprises["firm"]
    fresh = [row for row in firm.capacities if row != RUNNING]
    assert {row.product for row in fresh} == {"a", "b"}
    assert all(row.inferred and row.supposed for row in fresh)
    assert {row.why for row in fresh} == {"情景假定“某项目”投产，不是事实"}


def test_choosing_twice_builds_once() -> None:
    twice = Scenario(projects=(ProjectChoice("P1"), ProjectChoice("P1", phase=3)))
    assert amounts(twice) == {"a": 120.0, "b": 5.0}


@pytest.mark.parametrize(
    ("phase", "found"),
    [(1, {"a": 20.0}), (2, {"a": 120.0}), (3, {"a": 20.0, "b": 5.0}), (9, {"a": 20.0})],
)
def test_one_phase_alone_runs(phase: int, found: dict[str, float]) -> None:
    assert amounts(Scenario(projects=(ProjectChoice("P1", phase=phase),))) == found
    assert affects(city(), ProjectChoice("P1", phase=phase)) == (phase in (2, 3))


def test_a_choice_holds_from_its_day_on() -> None:
    scenario = Scenario(projects=(ProjectChoice("P1", since="2024-07"),))
    assert amounts(scenario, "2024-06-30") == {"a": 20.0}
    assert amounts(scenario, "2024-07-01") == {"a": 120.0, "b": 5.0}


def test_a_project_that_is_off_takes_its_plants_away_even_those_that_run() -> None:
    assert amounts(Scenario(projects=(ProjectChoice("P1", on=False),))) == {}
    only = Scenario(projects=(ProjectChoice("P1", on=False, phase=2),))
    assert amounts(only) == {"a": 20.0}
    counted = replace(only, counting=(Status.PLANNED,))
    assert amounts(Scenario(counting=(Status.PLANNED,)), "2026") == {"a": 120.0}
    assert amounts(counted, "2026") == {"a": 20.0}


def test_a_firm_that_stops_makes_nothing_from_the_day_on() -> None:
    assert amounts(Scenario(stops=(Stop("firm"),))) == {}
    stop = Scenario(stops=(Stop("firm", "2024"),))
    assert amounts(stop, "2023-12-31") == {"a": 20.0}
    assert amounts(stop, "2024-01-01") == {}
    reading = Reading.of(city(), replace(stop, date="2024-06"))
    assert reading.situation.standing("a") is Standing.UNSEEN


def test_what_is_only_planned_stays_a_plan_where_the_firm_stops() -> None:
    date = Scenario(date="2026", stops=(Stop("firm"),))
    running, coming = supposed(city(), date).enterprises["firm"].capacities
    assert coming == COMING
    assert (running.status, running.since, running.supposed) == (Status.STOPPED, "", True)
    assert amounts(replace(date, counting=(Status.PLANNED,)), "2026") == {}


def test_a_stop_stops_what_was_supposed_too() -> None:
    both = Scenario(projects=(ProjectChoice("P1"),), stops=(Stop("firm"),))
    assert amounts(both) == {}


def test_a_supposed_plant_stands_instead_of_what_is_on_record() -> None:
    plant = Plant("firm", "a", 30.0, "万吨/年")
    assert amounts(Scenario(plants=(plant,))) == {"a": 30.0}
    later = Scenario(plants=(replace(plant, since="2024"),))
    assert amounts(later, "2023-12-31") == {"a": 20.0}
    assert amounts(later, "2024-02-01") == {"a": 30.0}
    unsaid = Reading.of(city(), Scenario(plants=(Plant("firm", "b"),)))
    assert unsaid.situation.supply("b") is not None
    assert unsaid.situation.supply("b").unknown_makers == 1  # type: ignore[union-attr]


def test_what_is_not_there_is_passed_over() -> None:
    data = city()
    wild = Scenario(
        projects=(ProjectChoice("gone"), ProjectChoice("")),
        stops=(Stop("nobody"),),
        plants=(Plant("firm", "gone", 1.0), Plant("nobody", "a", 1.0)),
    )
    assert supposed(data, wild).enterprises == data.enterprises
    assert not affects(data, ProjectChoice("gone"))


def test_a_reading_keeps_what_the_files_say() -> None:
    data = city()
    reading = Reading.of(data, Scenario(date="2022-12-31", stops=(Stop("firm"),)))
    assert reading.base is data
    assert reading.base.enterprises["firm"].capacities == (RUNNING, COMING)
    back = reading.under(Scenario(date="2022-12-31"))
    assert back.atlas is data
    assert back.situation.is_local("a")


def test_weights_alone_diagnose_nothing_anew_but_a_stop_does() -> None:
    first = Reading.of(city(), Scenario(date="2022-12-31"))
    turned = first.under(replace(first.scenario, weights={"fill": {"demand": 55.0}}))
    assert turned.diagnosis.situation is first.diagnosis.situation
    stopped = first.under(replace(first.scenario, stops=(Stop("firm"),)))
    assert stopped.diagnosis.situation is not first.diagnosis.situation
    named_ = stopped.under(replace(stopped.scenario, name="停产"))
    assert named_.diagnosis.situation is stopped.diagnosis.situation


def test_a_drill_is_diagnosed_never_and_makes_nothing_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = Reading.of(city(), Scenario(date="2022-12-31", stops=(Stop("firm"),)))
    made = first.boards, first.markets, first.questions
    first.beside(Scenario())
    monkeypatch.setattr(module, "diagnose", None)
    monkeypatch.setattr(module, "boards", None)
    shock = Shock(ShockKind.ENTERPRISE, "firm")
    drill = Drill(shocks=(shock,), measures=(Measure(MeasureKind.NOTE, note="报告"),), days=7)
    then = first.under(replace(first.scenario, drill=drill))
    assert then.diagnosis is first.diagnosis and then.atlas is first.atlas
    assert then.boards is made[0] and then.markets is made[1] and then.questions is made[2]
    assert then.serial != first.serial and then.scenario.drill == drill
    assert "_beside" not in vars(then)
    back = then.under(first.scenario)
    assert back.boards is first.boards and back.scenario == first.scenario


def test_what_was_looked_at_is_compared_with_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Reading.of(city(), Scenario(date="2022-12-31"))
    second = first.at("2021-12-31")
    third = second.under(replace(second.scenario, thin=1.3))
    assert third.beside(first.scenario) is first
    assert first.beside(third.scenario) is third
    own = first.beside(first.scenario)
    assert own is not first and own.diagnosis is first.diagnosis
    edited = Reading.of(replace(first.base), first.scenario, first)
    assert edited.beside(third.scenario) is not third, "the data are other ones"
    monkeypatch.setattr(room, "HELD", 1)
    last, gone = third.at("2020-12-31"), weakref.ref(second)
    assert last.beside(second.scenario) is second
    del second
    assert gone() is None, "a large folder does not hold what it is compared with"


def test_another_drill_under_other_weights_orders_anew() -> None:
    first = Reading.of(city(), Scenario(date="2022-12-31"))
    assert first.boards
    drill = Drill(shocks=(Shock(ShockKind.ENTERPRISE, "firm"),))
    both = replace(first.scenario, drill=drill, weights={"fill": {"demand": 55.0}})
    assert first.under(both).boards is not first.boards


def test_the_name_says_whether_it_is_kept_and_whether_it_was_changed() -> None:
    kept = Scenario(id="s1", name="全部投产", projects=(ProjectChoice("P1"),))
    data = replace(city(), scenarios={"s1": kept})
    assert named(Reading.of(data)) == "现状"
    assert named(Reading.of(data, Scenario(date="2020"))) == "现状"
    assert named(Reading.of(data, Scenario(thin=1.2))) == "未保存的情景"
    assert named(Reading.of(data, kept)) == "全部投产"
    assert named(Reading.of(data, replace(kept, date="2024"))) == "全部投产"
    assert named(Reading.of(data, replace(kept, thin=1.2))) == "全部投产（有改动）"
    dated = replace(kept, date="2023")
    data = replace(data, scenarios={"s1": dated})
    assert named(Reading.of(data, replace(dated, date="2024"))) == "全部投产（有改动）"


def test_what_is_supposed_is_told_in_one_line() -> None:
    scenario = Scenario(
        name="试算",
        projects=(ProjectChoice("P1", phase=2, since="2025"),),
        stops=(Stop("firm"),),
        plants=(Plant("firm", "b", 30.0, "万吨/年"),),
        utilisation=0.8,
    )
    assert assumed(Reading.of(city(), scenario)) == (
        "情景“试算”：假定投产：某项目第2步（2025起）；假定产能：某厂B30万吨/年；"
        "假定停产：某厂；产能利用率 80%"
    )

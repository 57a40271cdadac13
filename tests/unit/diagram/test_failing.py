"""What the lens 断供 takes of a reading: its drill, or what hangs on each product."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.diagram.failing import failure_of
from liantu.diagram.strikes import Failure
from liantu.model.drill import Drill, Shock, ShockKind
from liantu.model.records import Supply, SupplyMode
from liantu.model.scenario import Scenario
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import shipped_at

ORE, X = product("ore", raw=True), product("x", route("ore"))
Y, Z = product("y", route("x")), product("z", route("y"))
DEAL = Supply("S1", "甲", SupplyMode.DIRECT, "x", "a", "b", share=1.0, stock_days=5.0)
FIRMS = (maker("a", "x"), maker("b", "y"), maker("c", "z"), maker("d", "z"))
CITY = replace(atlas((ORE, X, Y, Z), FIRMS), supplies={"S1": DEAL})


def drilled(*shocks: Shock) -> Failure:
    return failure_of(Reading.of(CITY, Scenario(drill=Drill(shocks))))


def test_a_stop_is_followed_with_what_is_known_of_each_step() -> None:
    found = drilled(Shock(ShockKind.ENTERPRISE, "a"))
    told = {p: (s.step, s.line, s.recorded) for p, s in found.strikes.items()}
    assert told == {
        "x": (0, "全部停产", True),
        "y": (1, "5天 −100%", True),
        "z": (2, "≥5天 结构", False),
    }
    assert set(found.ways) == {("x", "y"), ("y", "z")}
    assert found.steps == 2
    assert found.title == "a停产"


def test_one_of_two_makers_is_a_part_and_a_share_no_stop() -> None:
    some = drilled(Shock(ShockKind.ENTERPRISE, "c"))
    assert {p: s.line for p, s in some.strikes.items()} == {"z": "停产 1/2 家"}
    part = drilled(Shock(ShockKind.ENTERPRISE, "a", share=0.4))
    assert part.strikes["x"].line == "减产 40%"
    assert part.strikes["y"].line == "5天 −40%"


def test_what_comes_from_outside_and_several_stops() -> None:
    both = (Shock(ShockKind.OUTSIDE, "ore"), Shock(ShockKind.PRODUCT, "z"))
    found = drilled(*both)
    assert found.strikes["ore"].line == "市外断供"
    assert found.strikes["z"].line == "全部停产"
    assert found.strikes["x"].step == 1
    assert found.title.endswith("等 2 项")


def test_without_a_stop_it_tells_what_hangs_on_each() -> None:
    found = failure_of(Reading.of(CITY))
    assert (found.title, dict(found.strikes)) == ("", {})
    assert found.behind == {"ore": 4, "x": 3, "y": 2}


def test_a_by_product_goes_with_what_it_comes_from() -> None:
    reading = shipped_at("2022-12-31")
    drill = Drill((Shock(ShockKind.PRODUCT, "broiler"),))
    found = failure_of(reading.under(replace(reading.scenario, drill=drill)))
    assert "manure" not in found.strikes, "others may have some"
    strike = found.way("broiler", "mushroom")
    assert strike is not None
    assert not strike.recorded

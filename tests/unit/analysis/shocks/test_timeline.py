"""A drill day by day: stocks run out, half a shift comes back, others step in."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.timeline import Timeline
from liantu.model.drill import Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.model.records import Supply, SupplyMode
from liantu.model.scenario import Scenario
from tests.helpers.atlases import atlas, maker, product, route

A = Shock(ShockKind.ENTERPRISE, "a")
DEAL = Supply("S1", "甲", SupplyMode.DIRECT, "x", "a", "b", share=1.0, stock_days=2.0)


def played(drill: Drill, deal: Supply = DEAL) -> Timeline:
    products = (product("ore", raw=True), product("x", route("ore")), product("y", route("x")))
    found = atlas(products, (maker("a", "x"), maker("b", "y")))
    found = replace(found, supplies={"S1": deal})
    timeline = Reading.of(found, Scenario(drill=drill)).timeline
    assert timeline is not None
    return timeline


def losses(found: Timeline) -> list[tuple[float, float]]:
    return [(round(day.loss.low, 6), round(day.loss.high, 6)) for day in found.days]


def test_stock_runs_out_and_half_a_shift_comes_back() -> None:
    restored = Measure(MeasureKind.RESTORE, 4, "a", share=0.5)
    found = played(Drill((A,), (restored,), days=6))
    assert losses(found) == [(0, 0), (0, 0), (1, 1), (1, 1), (0.5, 0.5), (0.5, 0.5)]
    assert [day.still for day in found.days] == [(0, 0), (0, 0), (1, 1), (1, 1), (0, 0), (0, 0)]
    assert [len(day.begins) for day in found.days] == [0, 0, 1, 0, 0, 0]
    assert found.days[4].measures == (restored,)


def test_an_unknown_stock_is_empty_at_worst_and_endless_at_best() -> None:
    found = played(Drill((A,), days=3), replace(DEAL, stock_days=None))
    assert losses(found) == [(0, 1)] * 3


def test_a_stop_of_some_days_is_over_then() -> None:
    found = played(Drill((replace(A, start=1, days=3),), days=6))
    assert losses(found) == [(0, 0), (0, 0), (0, 0), (1, 1), (0, 0), (0, 0)]


def test_bought_stock_and_another_supplier_carry_on() -> None:
    stock = Measure(MeasureKind.STOCK, 1, product="x", days=1.0)
    bought = Measure(MeasureKind.BUY, 4, product="x", share=0.75)
    found = played(Drill((A,), (stock, bought), days=6))
    assert losses(found) == [(0, 0), (0, 0), (0, 0), (1, 1), (0.25, 0.25), (0.25, 0.25)]


def test_what_is_restored_elsewhere_changes_nothing() -> None:
    other = Measure(MeasureKind.RESTORE, 0, "b", share=0.0)
    assert losses(played(Drill((A,), (other,), days=3))) == [(0, 0), (0, 0), (1, 1)]

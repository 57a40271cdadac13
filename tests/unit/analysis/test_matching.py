"""Possible deals, what several chains lack, and what a date changes."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.compare import compare
from liantu.analysis.diagnosis import diagnose
from liantu.analysis.matching import city_gaps, markets
from liantu.analysis.reading import Reading
from liantu.model import Capacity, Enterprise, Status, Supply, SupplyMode
from liantu.model.classes import Word
from liantu.model.scenario import Scenario
from liantu.telling.assumed import assumed
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.pairs import matches


def test_a_maker_with_something_left_meets_a_user() -> None:
    small = atlas(
        [product("x"), product("y", route("x"))], [maker("a", "x", 9.0), maker("b", "y", 5.0)]
    )
    (found,) = matches(small, diagnose(small))
    assert (found.product, found.supplier, found.customer, found.use) == ("x", "a", "b", "y")
    assert found.surplus == 4.0


def test_no_deal_where_it_is_recorded_or_nothing_is_left() -> None:
    small = atlas(
        [product("x"), product("y", route("x"))], [maker("a", "x", 9.0), maker("b", "y", 5.0)]
    )
    done = Supply("s", "x", SupplyMode.PIPE, "x", "a", "b")
    assert matches(replace(small, supplies={"s": done}), diagnose(small)) == ()
    short = atlas(
        [product("x"), product("y", route("x"))], [maker("a", "x", 1.0), maker("b", "y", 5.0)]
    )
    assert matches(short, diagnose(short)) == ()


def test_a_market_counts_its_pairs_without_listing_them() -> None:
    sellers = [maker(f"s{n}", "x", 9.0) for n in range(3)]
    users = [maker("u0", "y", 1.0), maker("u1", "y", 1.0), maker("u2", "z", 1.0)]
    small = atlas(
        [product("x"), product("y", route("x")), product("z", route("x"))], [*sellers, *users]
    )
    done = Supply("s", "x", SupplyMode.PIPE, "x", "s1", "u0")
    elsewhere = Supply("t", "x", SupplyMode.PIPE, "x", "s1", "nobody")
    small = replace(small, supplies={"s": done, "t": elsewhere})
    first, second = markets(small, diagnose(small))
    assert (first.product, first.use, first.surplus) == ("x", "y", 24.0)
    assert first.suppliers == ("s0", "s1", "s2")
    assert first.customers == ("u0", "u1")
    assert first.count == 5
    pairs = [("s0", "u0"), ("s2", "u0"), ("s0", "u1"), ("s1", "u1"), ("s2", "u1")]
    assert list(first.pairs()) == pairs
    assert (second.use, second.count) == ("z", 3)
    assert len(matches(small, diagnose(small))) == 8


def test_only_the_products_asked_for() -> None:
    small = atlas(
        [product("x"), product("y", route("x")), product("z", route("y"))],
        [maker("a", "x", 9.0), maker("b", "y", 5.0), maker("c", "z", 1.0)],
    )
    found = diagnose(small)
    assert [m.product for m in matches(small, found)] == ["x", "y"]
    assert [m.product for m in matches(small, found, {"y"})] == ["y"]
    assert matches(small, found, ()) == ()


def test_a_foundry_for_its_own_machines_sells_to_nobody() -> None:
    own = Capacity("x", Status.OPERATING, 9.0, "万吨/年", own_use=True)
    small = atlas(
        [product("x"), product("y", route("x"))],
        [Enterprise("a", "A", "甲县", capacities=(own,)), maker("b", "y", 5.0)],
    )
    assert matches(small, diagnose(small)) == ()
    sells = maker("c", "x", 9.0)
    small = replace(small, enterprises={**small.enterprises, "c": sells})
    assert [(m.supplier, m.customer) for m in matches(small, diagnose(small))] == [("c", "b")]


def test_a_user_that_makes_it_itself_looks_for_no_supplier() -> None:
    both = (
        Capacity("x", Status.OPERATING, 9.0, "万吨/年"),
        Capacity("y", Status.OPERATING, 5.0, "万吨/年"),
    )
    small = atlas(
        [product("x"), product("y", route("x"))],
        [Enterprise("b", "B", "甲县", capacities=both), maker("a", "x", 9.0), maker("c", "y", 1.0)],
    )
    (market,) = markets(small, diagnose(small))
    assert set(market.suppliers) == {"a", "b"}
    assert (market.customers, market.count) == (("c",), 2)


def test_who_makes_all_of_it_itself_has_nobody_to_deal_with() -> None:
    both = [Capacity("x", Status.OPERATING, 9.0, "万吨/年")]
    both.append(Capacity("y", Status.OPERATING, 1.0, "万吨/年"))
    small = atlas(
        [product("x"), product("y", route("x"))],
        [Enterprise("a", "A", "甲县", capacities=tuple(both))],
    )
    assert list(markets(small, diagnose(small))) == []


def test_gaps_of_several_chains() -> None:
    small = atlas([product("x"), product("y", route("x"))], [maker("b", "y", 5.0)])
    second = replace(small.chains["c"], id="d")
    both = replace(small, chains={**small.chains, "d": second})
    (gap,) = city_gaps(both, diagnose(both))
    assert (gap.product, gap.chains, gap.needed_by) == ("x", ("c", "d"), ("y",))
    assert city_gaps(small, diagnose(small)) == ()


def test_what_a_date_changes() -> None:
    small = atlas(
        [product("x"), product("y", route("x"))],
        [maker("a", "x", 9.0, since="2022-10-26"), maker("b", "y", 5.0)],
    )
    found = compare(diagnose(small, "2022-10-25"), diagnose(small, "2022-10-26"))
    change = next(c for c in found if c.product == "x")
    assert change.gained
    assert change.before == (Word.SHORT_UP,)
    assert change.after == (Word.STEADY,)
    same = diagnose(small, "2022-10-26")
    assert compare(same, same) == ()


def test_assumptions_are_told_only_where_they_differ() -> None:
    small = atlas([product("x")])
    assert assumed(Reading.of(small, Scenario())) == ""
    told = assumed(Reading.of(small, Scenario(external=("x",), utilisation=0.8)))
    assert told == "未保存的情景：允许外购 X；产能利用率 80%"


def test_no_deal_where_supply_and_need_are_equal() -> None:
    even = atlas(
        [product("x"), product("y", route("x"))], [maker("a", "x", 5.0), maker("b", "y", 5.0)]
    )
    assert diagnose(even).balances["x"].surplus == 0
    assert matches(even, diagnose(even)) == ()


def test_nobody_deals_with_himself() -> None:
    made, used = maker("a", "x", 9.0), maker("a", "y", 5.0)
    both = replace(made, capacities=made.capacities + used.capacities)
    small = atlas([product("x"), product("y", route("x"))], [both])
    assert diagnose(small).balances["x"].surplus == 4.0
    assert matches(small, diagnose(small)) == ()


def test_what_is_lost_at_a_later_date_is_told() -> None:
    small = atlas([product("x")], [maker("a", "x", 9.0, until="2022-10-26")])
    (change,) = compare(diagnose(small, "2022-10-25"), diagnose(small, "2022-10-26"))
    assert (change.lost, change.gained) == (True, False)

"""Possible deals, what several chains lack, and what a date changes."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.compare import compare
from liantu.analysis.diagnosis import Word, diagnose
from liantu.analysis.matching import city_gaps, matches
from liantu.analysis.switches import Switches
from liantu.model import Supply, SupplyMode
from tests.helpers.atlases import atlas, maker, product, route


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
    assert change.after == (Word.WEAK,)
    same = diagnose(small, "2022-10-26")
    assert compare(same, same) == ()


def test_assumptions_are_told_only_where_they_differ() -> None:
    small = atlas([product("x")])
    assert Switches().told(small) == ""
    told = Switches(external=frozenset({"x"}), utilisation=0.8).told(small)
    assert told == "允许外购 X；产能利用率 80%"


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

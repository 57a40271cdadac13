"""Amounts in words: what is unknown is said, and what is at least so much is marked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.analysis.reading import Reading
from liantu.analysis.state import Amount
from liantu.model.scenario import year_before
from liantu.telling import figures
from liantu.telling.dates import is_stale
from liantu.telling.why.grounds import ground
from liantu.telling.why.reasons import reasons
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading


def deal(supply: float | None, need: float | None) -> Reading:
    """X is made by one enterprise and used by another."""
    small = atlas(
        [product("x"), product("y", route("x"))], [maker("a", "x", supply), maker("b", "y", need)]
    )
    return reading(small)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.0, "0"),
        (1234567.0, "1234567"),
        (0.905, "0.905"),
        (1e-7, "0.0000001"),
        (1e9, "1000000000"),
    ],
)
def test_numbers_have_six_digits_and_no_exponent(value: float, shown: str) -> None:
    assert figures.number(value) == shown


@given(
    st.floats(-1e15, 1e15, allow_subnormal=False),
    st.integers(1, 9),
    st.sampled_from(["吨/年", "万吨/年", "亿千瓦时/年", "辆/年", "GWh/年", "t", ""]),
)
def test_no_amount_has_an_exponent_or_hides_what_it_is(
    value: float, digits: int, unit: str
) -> None:
    shown = figures.amount(value, unit, digits)
    number, _, told = shown.partition(" ")
    assert re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", number), shown
    factor = {"万": 1e4, "亿": 1e8}
    before = value * factor.get(unit[:1], 1.0)
    after = float(number) * factor.get(told[:1], 1.0)
    assert after == pytest.approx(before, rel=0.6 * 10 ** (1 - digits))
    if unit and value and told[:1] in factor:
        assert abs(float(number)) >= 0.99, "too few of a large unit"
        assert told[:1] == "亿" or abs(float(number)) <= 10_000


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (17290.0, "吨/年", "1.729 万吨/年"),
        (25812.0, "吨/年", "2.5812 万吨/年"),
        (9999.0, "吨/年", "9999 吨/年"),
        (24000.0, "万平方米/年", "2.4 亿平方米/年"),
        (0.77, "万吨/年", "7700 吨/年"),
        (0.3, "万台/年", "3000 台/年"),
        (0.5, "亿千瓦时/年", "5000 万千瓦时/年"),
        (36458.0, "吨/年", "3.6458 万吨/年"),
        (0.0, "万吨/年", "0 万吨/年"),
        (304.94, "万吨/年", "304.94 万吨/年"),
    ],
)
def test_an_amount_has_the_unit_in_which_it_is_read(value: float, unit: str, shown: str) -> None:
    assert figures.amount(value, unit) == shown
    assert figures.least(value, 1, unit) == (f"≥ {shown}" if value else "不详")


@pytest.mark.parametrize(
    ("amount", "bare", "whole"),
    [
        (None, "—", ""),
        (Amount(0.0, 1, "万吨/年"), "不详", "产能不详"),
        (Amount(20.0, 0, "万吨/年"), "20", "20 万吨/年"),
        (Amount(20.0, 2, "万吨/年"), "≥ 20", "≥ 20 万吨/年，2 家产能不详"),
    ],
)
def test_a_sum_with_unknown_terms_is_a_lower_bound(
    amount: Amount | None, bare: str, whole: str
) -> None:
    assert figures.bare(amount) == bare
    assert figures.supply(amount) == whole


@pytest.mark.parametrize(
    ("as_of", "stale"), [("2016", True), ("2017", False), ("2016-12-31", True), ("", False)]
)
def test_the_year_of_the_bound_is_not_stale(as_of: str, stale: bool) -> None:
    small = atlas([])
    bound = replace(small, library=replace(small.library, stale_before=2017))
    assert is_stale(bound, as_of) == stale


@pytest.mark.parametrize(
    ("supply", "words"),
    [(5.0, "供大于求 0 万吨/年"), (7.0, "供大于求 2 万吨/年"), (3.0, "缺 2 万吨/年")],
)
def test_a_supply_that_just_covers_lacks_nothing(supply: float, words: str) -> None:
    found = deal(supply, 5.0)
    assert words in ground(found, found.verdicts["x"])


def test_need_and_supply_are_not_mixed_up() -> None:
    found = deal(7.0, 5.0)
    told = [reason.text for reason in reasons(found, "x")]
    assert any("供给 7，需求 5" in line and "+2" in line for line in told), told


@pytest.mark.parametrize(
    ("date", "before"), [("2022-10-26", "2021-10-26"), ("2024-02-29", "2023-02-28"), ("", "")]
)
def test_the_year_before(date: str, before: str) -> None:
    assert year_before(date) == before


def test_a_supply_of_which_nothing_is_known_is_never_zero() -> None:
    told_later = Amount(0, 0, "万吨/年")
    assert figures.supply(told_later) == "产能不详"
    assert figures.bare(told_later) == "不详"


@pytest.mark.parametrize(
    ("supply", "need", "told"),
    [
        (0.77, 1.2, ("0.77", "1.2", "万吨/年")),
        (0.05, 0.1, ("500", "1000", "吨/年")),
        (12_000.0, 3.0, ("1.2", "0.0003", "亿吨/年")),
        (0.0, 0.0, ("0", "0", "万吨/年")),
    ],
)
def test_both_sides_of_a_balance_have_one_unit(
    supply: float, need: float, told: tuple[str, str, str]
) -> None:
    balance = deal(1.0, 1.0).verdicts["x"].balance
    assert balance is not None
    shown = figures.sums(replace(balance, supply=supply, need=need), 4)
    assert (shown["supply"], shown["need"], shown["unit"]) == told


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (17.6952, "万吨/年", "17.7万吨"),
        (30.0, "辆/年", "30辆"),
        (1723.4, "万吨/年", "1720万吨"),
        (0.77, "万吨/年", "7700吨"),
        (1809.6, "吨/年", "1810吨"),
        (9999.6, "t", "1万吨"),
        (3e6, "m2", "300万平方米"),
        (12000.0, "万只/年", "1.2亿只"),
        (3.0, "GWh/年", "3GWh"),
        (2.5, "万瓶(支)/年", "2.5万瓶"),
        (0.0002025, "万吨/年", "2.02吨"),
        (4.0, "亿千瓦时/年", "4亿千瓦时"),
        (0.0, "t", "0吨"),
    ],
)
def test_a_compact_amount_counts_by_ten_thousands(value: float, unit: str, shown: str) -> None:
    assert figures.compact(value, unit) == shown
    assert figures.compact(value, unit, least=True) == "≥" + shown


def test_a_sum_of_which_nothing_is_known_has_no_unit() -> None:
    small = atlas([product("x"), product("y", route("x"))], [maker("b", "y")])
    told = [reason.text for reason in reasons(reading(small), "x")]
    assert "本地未见供给，需求 不详" in told
    assert "1 处用户产能不详，未计入需求" in told
    both = [reason.text for reason in reasons(deal(None, 5.0), "x")]
    assert "供给 不详，需求 5 万吨/年，余缺未知" in both


def test_what_is_short_by_what_is_known_is_not_told_as_unknown() -> None:
    small = atlas(
        [product("x"), product("y", route("x")), product("z", route("x"))],
        [maker("a", "x", 3.0), maker("b", "y", 5.0), maker("c", "z")],
    )
    told = [reason.text for reason in reasons(reading(small), "x")]
    assert "供给 3 万吨/年，需求 ≥ 5 万吨/年，缺 ≥ 2 万吨/年" in told

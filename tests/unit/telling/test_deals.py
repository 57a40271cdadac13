"""A list of possible deals stays readable however many firms there are."""

from __future__ import annotations

from liantu.model import Atlas
from liantu.telling.deals import MOST_PAIRS, deals
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading


def market(sellers: int, users: int) -> Atlas:
    """So many makers of x over against so many makers of y, which needs it."""
    return atlas(
        [product("x"), product("y", route("x"))],
        [
            *(maker(f"s{n}", "x", 9.0) for n in range(sellers)),
            *(maker(f"u{n}", "y", 1.0) for n in range(users)),
        ],
    )


def test_few_firms_are_listed_pair_by_pair() -> None:
    small = market(2, 2)
    rows = list(deals(reading(small)))
    pairs = [("s0", "u0"), ("s1", "u0"), ("s0", "u1"), ("s1", "u1")]
    assert [(r.suppliers, r.customers) for r in rows] == pairs
    assert [r.key for r in rows] == ["x/s0/u0/y", "x/s1/u0/y", "x/s0/u1/y", "x/s1/u1/y"]
    assert {(r.product, r.use, r.surplus) for r in rows} == {("x", "y", 16.0)}


def test_many_firms_are_one_row_with_both_sides() -> None:
    small = market(7, 3)
    (row,) = deals(reading(small))
    assert row.suppliers == "s0、s1、s2、s3等 7 家"
    assert row.customers == "u0、u1、u2"
    assert row.surplus == 60.0


def test_the_bound_itself_is_still_listed() -> None:
    assert MOST_PAIRS == 20
    small = market(5, 4)
    assert len(list(deals(reading(small)))) == 20


def test_only_the_products_asked_for() -> None:
    small = market(2, 2)
    assert list(deals(reading(small), {"y"})) == []
    assert len(list(deals(reading(small), {"x"}))) == 4

"""What a firm makes at a date: running, later, earlier and contested told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.model import Capacity, Enterprise, Status
from liantu.model.scenario import Scenario
from liantu.telling import making
from liantu.telling.making import When
from tests.helpers.atlases import atlas, product
from tests.helpers.readings import reading

FIRM = Enterprise(
    "f",
    "甲厂",
    "甲县",
    capacities=(
        Capacity("a", Status.OPERATING, 5.0, "万吨/年", until="2020-06"),
        Capacity("a", Status.OPERATING, 9.0, "万吨/年", since="2020-06"),
        Capacity("b", Status.OPERATING, 3.0, "万吨/年", since="2022-05-01"),
        Capacity("c", Status.OPERATING, 4.0, "万吨/年", until="2021-03"),
        Capacity("c", Status.OPERATING, 7.0, "万吨/年", contested=True),
        Capacity("d", Status.PLANNED),
        Capacity("elsewhere", Status.OPERATING, 1.0, "万吨/年"),
    ),
)
ATLAS = atlas([product(id_) for id_ in "abcd"], [FIRM])


def at(date: str) -> Reading:
    return reading(ATLAS, date)


def whens(date: str) -> list[tuple[str, str]]:
    return [(m.product, m.when.value) for m in making.made(at(date), FIRM)]


@pytest.mark.parametrize(
    ("date", "a5", "a9", "b", "c"),
    [
        ("2020-01-01", "now", "later", "later", "now"),
        ("2022-04-30", "earlier", "now", "later", "earlier"),
        ("2022-05-01", "earlier", "now", "now", "earlier"),
        ("2022", "earlier", "now", "now", "earlier"),
        ("2020", "earlier", "now", "later", "now"),
    ],
)
def test_how_a_capacity_stands_to_the_date(date: str, a5: str, a9: str, b: str, c: str) -> None:
    assert whens(date) == [("a", a5), ("a", a9), ("b", b), ("c", c), ("d", "not")]


def test_what_is_contested_or_unknown_to_the_atlas_is_left_out() -> None:
    found = making.made(at("2022-12-31"), FIRM)
    assert all(not m.item.contested for m in found)
    assert {m.product for m in found} == {"a", "b", "c", "d"}


def test_a_product_that_runs_is_named_without_its_past() -> None:
    found = making.made(at("2021-12-31"), FIRM)
    words = making.names(at("2021-12-31"), found)
    assert words == ["A", "B（起于 2022-05-01）", "C（止于 2021-03）", "D"]


def test_standings_have_no_days_and_what_runs_comes_first() -> None:
    found = making.made(at("2021-12-31"), FIRM)
    assert making.standings(found) == ["在产", "口径日期后起", "规划", "口径日期前止"]


def test_paper_leaves_out_what_has_ended() -> None:
    now = at("2021-12-31")
    words = making.spoken(now, making.made(now, FIRM))
    assert words == [
        "A（在产，9 万吨/年）",
        "B（起于 2022-05-01，3 万吨/年）",
        "D（规划，产能不详）",
    ]
    assert making.stated(now, making.made(now, FIRM)[0]) == "A 止于 2020-06 5 万吨/年"


def test_what_is_assumed_to_count_runs() -> None:
    built = replace(FIRM, capacities=(Capacity("a", Status.BUILDING, 2.0, "万吨/年"),))
    found = Reading.of(
        atlas([product("a")], [built]),
        Scenario(date="2022-12-31", counting=(Status.BUILDING,)),
    )
    assert [m.when for m in making.made(found, built)] == [When.NOW]

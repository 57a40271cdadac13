"""What the lists say of a city small enough to know it by heart."""

from __future__ import annotations

from dataclasses import replace
from math import log10

from liantu.model import Atlas, Status
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading


def cells(small: Atlas, id_: str) -> list[dict[str, str]]:
    """The text of every cell by the id of its column."""
    item = find(id_)
    rows = item.rows(reading(small), Scope(chains=("c",)))
    return [{column.id: column.text(row) for column in item.columns} for row in rows]


def test_a_contested_capacity_is_not_made() -> None:
    other = maker("a", "y", 30.0)
    doubted = replace(other.capacities[0], contested=True)
    firm = replace(other, capacities=(*maker("a", "x", status=Status.PLANNED).capacities, doubted))
    small = atlas([product("x"), product("y")], [replace(firm, chains=("c",))])
    (row,) = cells(small, "enterprises")
    assert (row["products"], row["product_count"], row["status"]) == ("X", "1", "规划")


def test_supply_need_and_what_is_left() -> None:
    small = atlas(
        [product("x"), product("y", route("x"))],
        [maker("a", "x", 7.0), maker("a2", "x"), maker("b", "y", 5.0), maker("c", "y")],
    )
    x, y = cells(small, "balance")
    ids = ("supply_sum", "need_sum", "surplus", "cover")
    assert [x[id_] for id_ in ids] == ["≥ 7", "≥ 5", "不详", "不详"]
    assert [y[id_] for id_ in ids] == ["≥ 5", "0", "≥ +5", "不详"]


def test_a_lack_is_a_lower_bound_where_a_need_is_unknown() -> None:
    small = atlas([product("x"), product("y", route("x"))], [maker("b", "y", 5.0), maker("c", "y")])
    (row,) = cells(small, "short")
    assert row["deficit"] == "≥ 5 万吨/年"
    demand, exposure = 30 * (log10(50_000) - 2) / 4, 15 * 1 / 10
    assert row["score"] == f"{demand + exposure:.1f}"

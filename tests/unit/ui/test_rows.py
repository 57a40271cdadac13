"""What the lists of the window say of a city small enough to know it by heart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from liantu.document.session import Opened, Session
from liantu.model import Atlas, Status
from liantu.ui.models import gap_rows, rows
from liantu.ui.models.table import Column, Row
from liantu.wording import text
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading


def opened(small: Atlas) -> Session:
    made = Session(Path())
    made.accept(Opened(Path(), reading(small)))
    return made


def cells(columns: Sequence[Column[Row]], found: Iterable[Row]) -> list[dict[str, str]]:
    """The text of every cell by the words of its column; the last of two equal words counts."""
    return [{text(c.code): c.show(row) for c in columns} for row in found]


def test_a_contested_capacity_is_not_made() -> None:
    other = maker("a", "y", 30.0)
    doubted = replace(other.capacities[0], contested=True)
    firm = replace(other, capacities=(*maker("a", "x", status=Status.PLANNED).capacities, doubted))
    space = opened(atlas([product("x"), product("y")], [replace(firm, chains=("c",))]))
    (row,) = cells(rows.ENTERPRISE_COLUMNS, rows.enterprise_rows(space, "c", None))
    assert (row["产品"], row["产品数"], row["状态"]) == ("X", "1", "规划")


def test_supply_need_and_what_is_left() -> None:
    small = atlas(
        [product("x"), product("y", route("x"))],
        [maker("a", "x", 7.0), maker("a2", "x"), maker("b", "y", 5.0), maker("c", "y")],
    )
    space = opened(small)
    x, y = cells(gap_rows.BALANCE_COLUMNS, gap_rows.balance_rows(space, "c", None))
    heads = [text(f"ui.column.{name}") for name in ("supply_sum", "need_sum", "surplus", "cover")]
    assert [x[head] for head in heads] == ["≥ 7", "≥ 5", "不详", "不详"]
    assert [y[head] for head in heads] == ["≥ 5", "0", "不详", "不详"]


def test_a_lack_is_a_lower_bound_where_a_need_is_unknown() -> None:
    small = atlas([product("x"), product("y", route("x"))], [maker("b", "y", 5.0), maker("c", "y")])
    space = opened(small)
    (row,) = cells(gap_rows.GAP_COLUMNS, gap_rows.gap_rows(space, "c", None)["short"])
    assert row[text("ui.column.deficit")] == "≥ 5 万吨/年"
    assert row[text("ui.column.score")] == f"{6 + 0 + 0 + 1.5:.1f}"

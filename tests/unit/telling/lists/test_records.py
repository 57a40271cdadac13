"""Projects, supplies and sources as they were recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.model import Project, ProjectState, Quantity, Status
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.project_columns import ProjectRow
from tests.helpers.atlases import atlas, product
from tests.helpers.readings import reading, shipped_at


@pytest.mark.parametrize(
    ("money", "shown", "value", "sheet"),
    [
        (None, "—", None, "不详"),
        (Quantity("约 3 亿元", 3.0, "亿元"), "3", 3.0, "约 3 亿元"),
        (Quantity("5000万元", 5000.0, "万元"), "0.5", 0.5, "5000万元"),
        (Quantity("8000元", 8000.0, "元"), "0.00008", 0.00008, "8000元"),
        (Quantity("3700万美元", 3700.0, "万美元"), "3700万美元", None, "3700万美元"),
        (Quantity("数亿元"), "数亿元", None, "数亿元"),
    ],
)
def test_money_is_a_number_where_the_source_gives_one(
    money: Quantity | None, shown: str, value: float | None, sheet: str
) -> None:
    item = Project("p", "甲", Status.PLANNED, chain="c", investment=money)
    found = reading(replace(atlas([product("a")]), projects={"p": item}))
    (row,) = find("projects").rows(found, Scope(chains=("c",)))
    column = find("projects").column("money")
    assert (column.text(row), column.amount(row)) == (shown, value)
    assert find("projects").column("investment").cell(row) == sheet


def test_a_project_without_words_has_its_status() -> None:
    bare = Project("p", "甲", Status.PLANNED, chain="c")
    row = ProjectRow(reading=reading(atlas([product("a")])), project=bare)
    assert find("projects").column("state").text(row) == "规划"
    assert find("projects").target(row) is None


def test_a_state_is_a_word_for_people_and_a_code_for_programs() -> None:
    item = Project("p", "甲", Status.BUILDING, ProjectState.TRIAL, chain="c")
    row = ProjectRow(reading=reading(atlas([product("a")])), project=item)
    column = find("projects").column("state")
    assert (column.text(row), column.cell(row), column.plain(row)) == ("试生产", "试生产", "trial")
    old = replace(row, project=replace(item, state=None, state_text="试产中"))
    assert (column.text(old), column.plain(old)) == ("试产中", "试产中")


def test_resources_have_a_party_outside() -> None:
    found = shipped_at("2022-12-31")
    rows = find("resources").rows(found, Scope(chains=tuple(found.atlas.chains)))
    assert rows
    assert all(not (row.supply.supplier and row.supply.customer) for row in rows)

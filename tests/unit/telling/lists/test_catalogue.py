"""All lists: every column of every list can be told, and numbers are numbers."""

from __future__ import annotations

import pytest

from liantu.model import SHEET_LISTS
from liantu.model.classes import LISTS as CLASSES
from liantu.telling.lists.catalogue import FAMILIES, LISTS, find
from liantu.telling.lists.column import Scope, UnknownIdError
from tests.helpers.readings import loaded, shipped_at

SCOPE = Scope(chains=("pc-nylon", "cu"), issues=loaded().issues[:20])


def test_every_list_stands_in_one_family() -> None:
    assert len(LISTS) == sum(len(family.LISTS) for family in FAMILIES)
    assert set(SHEET_LISTS) <= set(LISTS)
    assert set(CLASSES) <= set(LISTS)


@pytest.mark.parametrize("id_", LISTS)
def test_every_column_of_every_row_can_be_told(id_: str) -> None:
    item = find(id_)
    rows = item.rows(shipped_at("2022-10-26"), SCOPE)
    assert len({column.id for column in item.columns}) == len(item.columns)
    assert item.title
    for row in rows:
        for column in item.columns:
            value, key = column.amount(row), column.key(row)
            assert column.head
            assert column.text(row) or not column.numeric
            assert isinstance(value, int | float) or not column.numeric or value is None
            assert isinstance(value, str) or column.numeric
            assert key is None or isinstance(key, str | int | float | tuple)
        target = item.target(row)
        assert target is None or target.id


@pytest.mark.parametrize("id_", LISTS)
def test_filters_and_choices_name_columns(id_: str) -> None:
    item = find(id_)
    assert item.on_screen
    assert item.on_sheet
    assert set(item.filters.split()) <= {column.id for column in item.columns}


@pytest.mark.parametrize("id_", LISTS)
def test_no_two_columns_that_stand_together_are_called_the_same(id_: str) -> None:
    item = find(id_)
    for shown in (item.on_screen, item.on_sheet, item.offered):
        heads = [column.head for column in shown]
        assert len(heads) == len(set(heads)), heads
    assert set(item.on_screen) <= set(item.offered)


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(UnknownIdError) as error:
        find("projekts")
    assert error.value.near == ["projects"]

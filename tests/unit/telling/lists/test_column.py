"""Columns: what is read, what is calculated with, and what sorts."""

from __future__ import annotations

import pytest

from liantu.telling.collation import order
from liantu.telling.lists.column import Column, List, UnknownIdError, amount, count, several

SPARE: Column[float | None] = amount(
    "spare", lambda v: "不详" if v is None else f"{v} 吨", lambda v: v, 2
)
NAME: Column[str] = Column("product", lambda v: f"<{v}>")


def test_a_number_is_rounded_and_what_is_unknown_is_said_so() -> None:
    assert SPARE.amount(1.239) == 1.24
    assert SPARE.cell(1.239) == 1.24
    assert SPARE.amount(None) is None
    assert SPARE.cell(None) == "不详"
    assert SPARE.key(None) is None


def test_words_are_their_own_value_and_key() -> None:
    assert (NAME.amount("a"), NAME.cell("a"), NAME.key("a")) == ("<a>", "<a>", order("<a>"))
    assert NAME.head == "环节"


def test_counts_are_whole_numbers() -> None:
    found: Column[list[int]] = count("found", len)
    assert found.text([1, 2]) == "2"
    assert found.cell([1, 2]) == 2
    assert found.head == "条数"


def test_columns_are_chosen_by_id_and_a_wrong_one_names_the_nearest() -> None:
    item: List[str] = List(
        id="products", columns=(NAME,), rows=lambda _r, _s: [], key=str, screen="product"
    )
    assert item.chosen(["product"]) == (NAME,)
    assert item.on_screen == item.on_sheet == (NAME,)
    with pytest.raises(UnknownIdError) as error:
        item.chosen(["produkt"])
    assert (error.value.wrong, error.value.near) == ("produkt", ["product"])


@pytest.mark.parametrize(("words", "values"), [("", []), ("铜", ["铜"]), ("铜、铝", ["铜", "铝"])])
def test_a_cell_may_name_several(words: str, values: list[str]) -> None:
    assert several(words) == values

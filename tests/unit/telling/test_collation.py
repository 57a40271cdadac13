"""The order of words: by pinyin, as the reader's other programs have it."""

from __future__ import annotations

import pytest

from liantu.telling.collation import collated
from liantu.telling.lists.column import Column


@pytest.mark.parametrize(
    "ordered",
    [
        "氨水 白炭黑 纯碱 单甘酯 原料 重质长丝",
        "尼龙6切片 尼龙66切片 尼龙612切片",
        "1,4-丁二醇 ABS树脂 PC板材 氨水",
        "妈 麻 马 骂",
        "铝箔 铝型材 铜箔",
    ],
)
def test_words_are_in_the_order_of_a_dictionary(ordered: str) -> None:
    words = ordered.split()
    assert sorted({*words}, key=collated) == words


def test_width_and_case_do_not_change_the_place() -> None:
    assert collated("ＰＣ板") == collated("pc板")


def test_what_is_not_known_has_no_place() -> None:
    plain: Column[str] = Column("product", str)
    assert [plain.key(words) for words in ("", "不详", "—")] == [None, None, None]
    assert plain.key("不详细") is not None

"""Texts are ordered as Explorer and WPS do: numbers by value, Chinese by pinyin."""

from __future__ import annotations

import random

import pytest

from liantu.telling.collation import order


@pytest.mark.parametrize(
    "names",
    [
        ("氨水", "白炭黑", "纯碱", "单甘酯", "原料", "重质长丝"),
        ("6063", "6082", "10000"),
        ("PA6", "pa12", "PA66", "双酚A"),
        ("ABS树脂", "bpa", "PVC", "丙烯"),
        ("尼龙6切片", "尼龙66切片"),
        ("尼龙６切片", "尼龙66切片"),
        ("妈", "麻", "马", "骂"),
        ("长沙", "常州", "调味品", "银行"),
        ("铝板", "铝箔", "铝土矿", "氯气"),
        ("(甲)", "1号", "A线", "甲"),
    ],
)
def test_order(names: tuple[str, ...]) -> None:
    mixed = list(names)
    random.Random(7).shuffle(mixed)
    assert sorted(mixed, key=lambda name: order(name) or "") == list(names)


@pytest.mark.parametrize("words", ["", "  ", "不详", "—"])
def test_the_unknown_has_no_place(words: str) -> None:
    assert order(words) is None


def test_what_is_alike_stands_together_in_an_order_of_its_own() -> None:
    assert order("PA6") != order("pa6")
    found = sorted(("PA6膜", "pa6", "PA6"), key=lambda name: order(name) or "")
    assert found == ["PA6", "pa6", "PA6膜"]

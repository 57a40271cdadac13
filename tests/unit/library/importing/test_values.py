"""Cells as people write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liantu.library.importing.cells import Cell
from liantu.library.importing.trouble import Trouble
from liantu.library.importing.units import Units
from liantu.library.importing.values import Amount, amount, day, flag, parts, words
from liantu.model import Product

UNITS = Units(
    {
        "万吨/年": ("t", 10000.0),
        "吨/年": ("t", 1.0),
        "千克/年": ("kg", 1.0),
        "万片/年": ("件", 10000.0),
        "亿片/年": ("百万片", 100.0),
        "万台/年": ("台", 10000.0),
        "公里/年": ("km", 1.0),
        "万米/年": ("m", 10000.0),
    }
)
TONS = Product("a", "甲醇", "c", "万吨/年", "t", 10000.0)
SETS = Product("b", "轴承", "c", "万台/年", "台", 10000.0)
METRES = Product("c", "电缆", "c", "公里/年", "km", 1.0)
PILLS = Product("d", "药片", "c", "亿片/年", "百万片", 100.0)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (20.0, Amount(20.0)),
        ("20", Amount(20.0)),
        ("1,200", Amount(1200.0)),  # G032
        ("１２０", Amount(120.0)),  # G031
        ("20万", Amount(20.0, "", "万")),
        ("20 万吨/年", Amount(20.0, "万吨/年")),
        ("1,200吨", Amount(1200.0, "吨")),
        ("约20万吨", Amount(20.0, "万吨", "", "约20万吨")),
        ("≥ 5", Amount(5.0, "", "", "≥ 5")),
        ("20余万吨", Amount(20.0, "万吨", "", "20余万吨")),
        ("3.5t/a左右", Amount(3.5, "t/a", "", "3.5t/a左右")),
        ("不详", None),
        ("—", None),
        (None, None),
    ],
)
def test_amounts(cell: Cell, found: Amount | None) -> None:
    assert amount(cell) == found


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("10-20", "range"),
        ("10万～20万吨", "range"),
        ("1,2", "number"),
        ("1_000", "number"),  # G030
        ("-5", "number"),  # G033
        (-5.0, "number"),
        (1e13, "number"),
        ("很多", "number"),
        (True, "number"),
        (datetime.date(2022, 1, 1), "number"),
        ("=1+1", "number"),
        ("2\x0b", "control"),
    ],
)
def test_what_is_no_amount_says_why(cell: Cell, why: str) -> None:
    with pytest.raises(Trouble) as caught:
        amount(cell)
    assert caught.value.code == f"library.import.bad.{why}"
    assert str(caught.value)


@pytest.mark.parametrize(
    ("told", "unit", "product", "found"),
    [
        (Amount(20.0), "万吨/年", TONS, (20.0, "万吨/年")),
        (Amount(20.0), "万吨", TONS, (20.0, "万吨/年")),
        (Amount(3000.0), "吨", TONS, (3000.0, "吨/年")),
        (Amount(20.0, "", "万"), "吨", TONS, (20.0, "万吨/年")),
        (Amount(5.0, "千吨"), "", TONS, (0.5, "万吨/年")),
        (Amount(30000.0, "公斤"), "吨", TONS, (0.003, "万吨/年")),
        (Amount(20.0, "万t/a"), "", TONS, (20.0, "万吨/年")),
        (Amount(500.0, "台套"), "", SETS, (0.05, "万台/年")),
        (Amount(2.0), "万米", METRES, (20.0, "公里/年")),
        (Amount(100.0, "万片"), "", PILLS, (0.01, "亿片/年")),
    ],
)
def test_units_are_converted_within_a_dimension(
    told: Amount, unit: str, product: Product, found: tuple[float, str]
) -> None:
    assert UNITS.fitted(told, unit, product) == found


@pytest.mark.parametrize(
    ("told", "unit", "product", "why"),
    [
        (Amount(20.0), "", TONS, "no_unit"),
        (Amount(20.0, "公顷"), "", TONS, "unit"),
        (Amount(20.0, "吨/天"), "", TONS, "unit"),
        (Amount(20.0, "吨/月"), "", TONS, "unit"),
        (Amount(20.0, "万台"), "", TONS, "unit_other"),
        (Amount(20.0), "万吨", SETS, "unit_other"),
        (Amount(20.0, "", "万"), "万吨/年", TONS, "step_twice"),
    ],
)
def test_an_unknown_unit_is_never_a_bare_number(
    told: Amount, unit: str, product: Product, why: str
) -> None:
    with pytest.raises(Trouble) as caught:
        UNITS.fitted(told, unit, product)
    assert caught.value.code == f"library.import.bad.{why}"
    assert str(caught.value)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (2024.0, "2024"),
        ("2024年", "2024"),
        ("2024年6月", "2024-06"),
        ("2024.6.3", "2024-06-03"),
        ("2024/06/30", "2024-06-30"),
        ("20240630", "2024-06-30"),
        (202406.0, "2024-06"),
        (45473.0, "2024-06-30"),  # the calendar of spreadsheets
        (datetime.date(2024, 6, 30), "2024-06-30"),
        ("2024年底", "2024"),
        ("不详", ""),
        (None, ""),
    ],
)
def test_days(cell: Cell, found: str) -> None:
    assert day(cell) == found


@pytest.mark.parametrize("cell", ["2022-13-45", "去年", "24年", "2024-02-30", 5.0])  # G029
def test_what_is_no_day_says_so(cell: Cell) -> None:
    with pytest.raises(Trouble):
        day(cell)


def test_texts_lose_what_cannot_be_seen_and_keep_the_rest() -> None:
    """G059, G060, G064, G066, G067, G070: names are texts, whatever they look like."""
    for told in ("𬭎𠮷", "<img src=x>", "%1 {0}", "طول", "CO₂ ㎡"):
        assert words(told) == told
    assert words("鲁西\u00ad化工\u200b\n公司 ") == "鲁西化工 公司"
    assert words(913715001234567890.0) != ""  # a number of a spreadsheet; as a text it is exact
    for told in ("a\0b", "a\x0bb", "a\ufffeb"):  # G061, G066
        with pytest.raises(Trouble):
            words(told)


def test_yes_and_no() -> None:
    assert [flag(cell) for cell in ("是", "√", True, "否", 0.0, None)] == [
        *(True, True, True, False, False, None)
    ]
    with pytest.raises(Trouble):
        flag("也许")


def test_items_of_one_cell() -> None:
    """G014: commas of all widths divide, but not those of chemistry."""
    assert parts("苯酚，丙酮、1,4-丁二醇; 甲醇,苯") == ("苯酚", "丙酮", "1,4-丁二醇", "甲醇", "苯")


@given(st.one_of(st.none(), st.booleans(), st.floats(allow_nan=False), st.text(), st.dates()))
def test_any_cell_gives_a_value_or_a_reason(cell: Cell) -> None:
    for reads in (words, amount, day, flag, parts):
        try:
            reads(cell)
        except Trouble as trouble:
            assert str(trouble)


@given(st.text(max_size=12), st.floats(0, 1e9), st.sampled_from([TONS, SETS, METRES, PILLS]))
def test_any_unit_is_fitted_or_refused(unit: str, number: float, product: Product) -> None:
    try:
        _, found = UNITS.fitted(Amount(number), unit, product)
    except Trouble as trouble:
        assert str(trouble)
    else:
        assert found in UNITS.known

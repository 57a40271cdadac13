"""What counties type into the cells of 摸底任务单 is read as they mean it, or not at all."""

from __future__ import annotations

import datetime

import pytest

from liantu.library.replies.words import (
    Amount,
    amount_in,
    answer_in,
    firms_in,
    is_full_name,
    parts_in,
    tidy,
    year_in,
)
from liantu.model import Status
from liantu.model.verification import Answer

UNITS = {
    "万吨/年": ("t", 10000.0),
    "吨/年": ("t", 1.0),
    "万套/年": ("套", 10000.0),
    "万平方米/年": ("m2", 10000.0),
    "万米/年": ("m", 10000.0),
}


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("有", Answer.MADE),
        ("有 ", Answer.MADE),
        (" 有。", Answer.MADE),
        ("無", Answer.NONE),
        ("没 有", Answer.NONE),
        ("无", Answer.NONE),
        ("不清", Answer.UNCLEAR),
        ("不清楚", Answer.UNCLEAR),
        ("有无", None),
        ("没有不", None),
        ("见附件", None),
        ("", None),
        ("yes", None),
    ],
)
def test_answers(words: str, answer: Answer | None) -> None:
    assert answer_in(tidy(words)) is answer


@pytest.mark.parametrize(
    ("words", "amount", "unit"),
    [
        ("PC 板材 3 万吨/年", 3, "万吨/年"),
        ("约3万吨", 3, "万吨/年"),
        ("３万吨", 3, "万吨/年"),
        ("3.5万吨/年，2023年投产", 3.5, "万吨/年"),
        ("年产5000吨", 5000, "吨/年"),
        ("12,000 吨", 12000, "吨/年"),
        ("5千吨", 5000, "吨/年"),
        ("3万余吨", None, ""),
        ("3余万吨", 3, "万吨/年"),
        ("3万吨，产值5亿元", 3, "万吨/年"),
    ],
)
def test_amounts_are_read_in_a_unit_of_the_product(
    words: str, amount: float | None, unit: str
) -> None:
    found = amount_in(words, "万吨/年", UNITS)
    assert (found.amount, found.unit) == (amount, unit)
    assert found.status is Status.OPERATING


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("", ""),
        ("自用", ""),
        ("0吨", "zero"),
        ("一期3万吨，二期5万吨", "several"),
        ("3-5万吨", "unit"),
        ("120万套/年", "unit"),
        ("日产50吨", "unit"),
        ("50吨/天", "number"),
        ("产值3亿元", "number"),
        ("3万", "number"),
        ("2023年", ""),
        ("三万吨", "number"),
        ("约五千吨/年", "number"),
        ("十几万吨", "number"),
        ("二车间", ""),
    ],
)
def test_what_is_no_amount_of_a_year_stays_unknown(words: str, doubt: str) -> None:
    assert amount_in(words, "万吨/年", UNITS) == Amount(doubt=doubt)


def test_the_longer_unit_wins() -> None:
    assert amount_in("20万平方米", "万平方米/年", UNITS).amount == 20
    assert amount_in("20万米", "万米/年", UNITS).unit == "万米/年"
    assert amount_in("20万平方米", "万米/年", UNITS).amount is None


@pytest.mark.parametrize(
    ("words", "status", "since"),
    [
        ("3万吨，2023年投产", Status.OPERATING, "2023"),
        ("2023年6月建成投产，3万吨", Status.OPERATING, "2023-06"),
        ("在建20万吨", Status.BUILDING, ""),
        ("拟建20万吨", Status.PLANNED, ""),
        ("3万吨，已停产", Status.STOPPED, ""),
    ],
)
def test_what_is_not_in_operation_is_said(words: str, status: Status, since: str) -> None:
    found = amount_in(words, "万吨/年", UNITS)
    assert (found.status, found.since) == (status, since)


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (2023.0, "2023"),
        ("２０２３", "2023"),
        ("2023年", "2023"),
        ("2023年底", "2023"),
        ("2023-6", "2023-06"),
        ("2023年6月", "2023-06"),
        ("2023.06.30", "2023-06-30"),
        (datetime.date(2023, 6, 30), "2023-06-30"),
        (None, ""),
        ("去年", None),
        ("2023-13", None),
        ("23", None),
        (1e300, None),
    ],
)
def test_years(cell: object, year: str | None) -> None:
    assert year_in(tidy(cell)) == year


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("甲新材料（聊城）有限公司", ["甲新材料（聊城）有限公司"]),
        ("甲乙有限公司；丙丁铝厂", ["甲乙有限公司", "丙丁铝厂"]),
        ("甲乙有限公司\n丙丁铝厂\n", ["甲乙有限公司", "丙丁铝厂"]),
        ("甲乙有限公司、丙丁有限公司", ["甲乙有限公司", "丙丁有限公司"]),
        ("甲、乙科技有限公司", ["甲、乙科技有限公司"]),
        ("ＡＢＣ有限公司", ["ABC有限公司"]),
        ("无", []),
        ("—", []),
        ("=cmd|'/c calc'!A0", ["=cmd|'/c calc'!A0"]),
    ],
)
def test_firms(cell: str, names: list[str]) -> None:
    assert list(firms_in(tidy(cell))) == names


def test_full_names_and_parts() -> None:
    assert is_full_name("甲新材料（聊城）有限公司")
    assert not is_full_name("信发集")
    assert parts_in("3万吨；5万吨", 2) == ("3万吨", "5万吨")
    assert parts_in("共8万吨", 2) == ("共8万吨", "共8万吨")

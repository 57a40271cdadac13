"""The sheet “为什么” on the story that everybody knows."""

from __future__ import annotations

import pytest

from liantu.telling.explanation import explain, plain
from liantu.telling.line import Dossier
from tests.helpers.readings import shipped_at


def sheet(product: str, date: str) -> Dossier:
    return explain(shipped_at(date), product)


def lines(found: Dossier, title: str) -> list[str]:
    part = next(part for part in found.parts if part.title == title)
    return [f"{line.words} {line.figure} {line.remark}".strip() for line in part.lines]


def test_the_balance_names_its_coefficient_and_that_it_is_an_estimate() -> None:
    found = sheet("bpa", "2022-10-26")
    sums = "\n".join(lines(found, "供需算式"))
    assert "18.1 万吨/年" in sums
    assert "单耗 0.905（按每 t 计，工程估算）" in sums
    assert any("+1.9" in line for line in lines(found, "事实与理由"))
    assert any("估算" in line for line in lines(found, "不详与估算"))
    assert any("需求超过 20 万吨/年" in line for line in lines(found, "什么会改变结论"))


def test_facts_point_to_numbered_sources() -> None:
    found = sheet("bpa", "2022-10-26")
    assert lines(found, "事实与理由")[0].endswith("[1]")
    assert lines(found, "来源")[0].startswith("1  ")


def test_a_gap_shows_its_score_with_raw_values_and_the_tie() -> None:
    score = lines(sheet("bpa", "2022-10-25"), "得分构成")
    assert score[0].startswith("链内缺口排第")
    assert any(line.startswith("就绪") and "%" in line for line in score)
    assert "并列" in score[-1] or "赶不上" in score[-1]


def test_what_blocks_is_named() -> None:
    way = lines(sheet("epoxy", "2022-10-25"), "走得通吗")
    assert way[0].startswith(("投入齐备", "走不通"))
    assert len(way) > 1


@pytest.mark.parametrize("date", ["2022-10-25", "2022-12"])
def test_every_product_has_a_sheet(date: str) -> None:
    for product in list(shipped_at(date).verdicts)[::7]:
        assert plain(sheet(product, date)).startswith("为什么：")

"""The sheet “为什么” on the story that everybody knows."""

from __future__ import annotations

import pytest

from liantu.telling.line import Dossier
from liantu.telling.why.explanation import explain, plain
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
    assert score[0].startswith("补链榜：本链第 2 位，共 4 项")
    assert any(line.startswith("就绪：") and "%" in line for line in score)
    assert "并列" in score[-1] or "赶不上" in score[-1]


def test_what_blocks_is_named() -> None:
    way = lines(sheet("epoxy", "2022-10-25"), "走得通吗")
    assert way[0].startswith(("投入齐备", "走不通"))
    assert len(way) > 1


@pytest.mark.parametrize("date", ["2022-10-25", "2022-12"])
def test_every_product_has_a_sheet(date: str) -> None:
    for product in list(shipped_at(date).verdicts)[::7]:
        assert plain(sheet(product, date)).startswith("为什么：")


def test_the_answer_comes_first_and_how_much_is_known_beside_it() -> None:
    found = sheet("phenol", "2022-12-31")
    (scope,) = lines(found, "资料范围")
    assert found.conclusion.startswith("苯酚：疑似短链·向上（上游延伸）。")
    assert "“未见记录”不等于没有" in scope
    assert found.chip == "疑似短链·向上"
    assert found.subtitle.startswith("延链·上游延伸 · 口径日期 2022-12-31")


def test_a_gate_is_told_with_its_text_edition_day_and_source() -> None:
    facts = lines(sheet("hrc", "2022-12-31"), "事实与理由")
    gate = next(line for line in facts if "本市已退出：" in line)
    assert "（市工信局公示，2022-12 起）——新增产能无路 [1][2][3][4]" in gate
    assert lines(sheet("hrc", "2022-12-31"), "什么会改变结论") == [
        "取得政策许可或产能置换指标以后，才谈得上补链"
    ]


def test_a_carried_need_is_marked_in_the_sums() -> None:
    sums = lines(sheet("chexone", "2022-12-31"), "供需算式")
    assert sums == [
        "鲁西化工集团股份有限公司的环己酮肟用去 17.6952 万吨/年（推算，下限） "
        " 单耗 0.876（按每 t 计，有来源）"
    ]


def test_a_captive_input_is_looked_through_and_said_so() -> None:
    told = "\n".join(lines(sheet("cac2", "2022-12-31"), "供需算式"))
    assert "（经装置内自供的乙炔）" in told


def test_roles_with_a_reason_are_marked_as_a_judgement() -> None:
    routes = lines(sheet("chexone", "2022-12-31"), "路线与单耗")
    assert any("装置内自供 · 醇脱氢同装置（推断）" in line for line in routes)


def test_a_statement_of_a_cluster_is_a_fact_with_its_source() -> None:
    facts = lines(sheet("ringforg", "2022-12-31"), "事实与理由")
    assert "临清轴承产业集群（临清市，2021）称本地在产：" in facts[0]
    assert facts[0].endswith("[1]")


def test_whom_to_ask_first() -> None:
    ask = lines(sheet("chexone", "2022-12-31"), "先问谁")
    assert ask[0].startswith("县市区 高新区 摸底价值 ")
    assert "用户：鲁西化工集团股份有限公司 高新区" in ask
    titles = [part.title for part in sheet("bpa", "2022-12-31").parts]
    assert "先问谁" not in titles


def test_a_supply_that_nobody_is_known_to_give_is_not_zero() -> None:
    facts = lines(sheet("phenol", "2022-12-31"), "事实与理由")
    assert any("本地未见供给，需求 17 万吨/年" in line for line in facts)
    assert not any("供给 0" in line for line in facts)

"""Official prose on paper."""

from __future__ import annotations

import pytest

from liantu.briefing.prose import official, spoken_dates, tight


@pytest.mark.parametrize(
    ("words", "paper"),
    [
        ("停产则彩色涂层钢板等 8 个断料", "停产则彩色涂层钢板等8个断料"),
        ("在产，60 万吨/年", "在产，60万吨/年"),
        ("保障率 110 %", "保障率110 %"),
        ("图谱 PVC 管材", "图谱 PVC 管材"),
        ("20 − 18.1", "20 − 18.1"),
    ],
)
def test_no_space_between_chinese_and_numbers(words: str, paper: str) -> None:
    assert tight(words) == paper


@pytest.mark.parametrize(
    ("words", "paper"),
    [
        ("2022-10-26一次开车成功", "2022年10月26日一次开车成功"),
        ("2019-12观摩", "2019年12月观摩"),
        ("约2013-2014", "约2013至2014年"),
        ("2023引进", "2023年引进"),
        ("2010年在建", "2010年在建"),
        ("年产2000吨", "年产2000吨"),
        ("型号2024-99", "型号2024-99"),
        ("2020/2021", "2020/2021"),
    ],
)
def test_dates_in_free_text(words: str, paper: str) -> None:
    assert spoken_dates(words) == paper


@pytest.mark.parametrize(
    ("words", "paper"),
    [
        ("铝板带(冷轧)", "铝板带（冷轧）"),
        ("电石(300L/kg)需要", "电石（300L/kg）需要"),
        ("氮化镓(GaN(Ⅲ族))", "氮化镓（GaN（Ⅲ族））"),
        ("Explosion (Luxi Chemical)", "Explosion (Luxi Chemical)"),
        ('加"内部"标记', "加“内部”标记"),
        ("年需 ≥ 17.7 万吨。。", "年需≥17.7万吨。"),
        ("苯酚：A → B", "苯酚：A→B"),
    ],
)
def test_official_prose(words: str, paper: str) -> None:
    assert official(words) == paper

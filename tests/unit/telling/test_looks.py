"""Two dates or scenarios of the shipped city side by side: the texts that a leader reads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.library.editing import edited
from liantu.model.scenario import Scenario, Stop
from liantu.telling.versions.balances import balance_rows
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import Comparison, Version, compared
from liantu.telling.versions.numbers import numbers
from liantu.telling.versions.openings import opening_rows
from liantu.telling.versions.plants import plant_rows
from liantu.telling.versions.sides import choices, day_before, looked, near, pair, usual
from liantu.telling.versions.summary import basis, sentence
from tests.helpers.readings import shipped_at
from tests.helpers.versions import with_capacity

BEFORE, AFTER = "2022-10-25", "2022-10-26"


def sides(before: str, after: str, date: str = "") -> Comparison:
    atlas = shipped_at().atlas
    old, new = looked(atlas, before, date), looked(atlas, after, date)
    assert old is not None
    assert new is not None
    return compared(old, new)


def test_a_day_on_which_a_plant_began_is_told_with_all_that_follows() -> None:
    assert sentence(sides(BEFORE, AFTER)) == (
        "“2022-10-25”→“2022-10-26”：鲁西集团 双酚A 投产，产能 20 万吨/年（2022-10-26 起在产）。"
        "7 个环节有变化：双酚A由疑似短链·向上变为在产；苯酚由疑似无链变为疑似短链·向上；"
        "丙酮由未布局变为疑似短链·向上；环氧树脂、四溴双酚A、聚砜、硅共聚PC由未布局变为疑似短链·向下。"
        "双酚A 投产后余 1.9 万吨/年；苯酚 新增需求 17 万吨/年；丙酮 新增需求 5.3 万吨/年。"
        "双酚A有余，可接着做 硅共聚PC、聚砜、四溴双酚A、环氧树脂（还要环氧氯丙烷）。"
    )


def test_every_change_of_that_day_is_a_row_with_before_and_after() -> None:
    rows = {
        row.product: (row.how, row.before, row.after) for row in class_rows(sides(BEFORE, AFTER))
    }
    assert rows == {
        "bpa": ("added", "疑似短链·向上", "在产"),
        "phenol": ("changed", "疑似无链", "疑似短链·向上"),
        "acetone": ("changed", "未布局", "疑似短链·向上"),
        "epoxy": ("changed", "未布局", "疑似短链·向下"),
        "tbba": ("changed", "未布局", "疑似短链·向下"),
        "psu": ("changed", "未布局", "疑似短链·向下"),
        "pc_si": ("changed", "未布局", "疑似短链·向下"),
    }


def test_the_numbers_of_that_day() -> None:
    found = sides(BEFORE, AFTER)
    told = {one.words: (*one.told, one.turn) for one in numbers(found) if one.turn != "0"}
    assert told == {
        "本地在产环节": ("202", "203", "+1"),
        "关键环节在产": ("110", "111", "+1"),
        "短链·向上环节": ("71", "72", "+1"),
        "短链·向下环节": ("137", "141", "+4"),
        "无链环节": ("38", "37", "-1"),
        "疑似缺口": ("273", "277", "+4"),
        "延链榜": ("122", "126", "+4"),
        "待核实环节": ("243", "246", "+3"),
    }
    own = {one.words: one.told for one in numbers(found, "pc-nylon")}
    assert own["关键环节在产"] == ("4", "5")
    assert "入库企业" not in own
    assert {one.turn for one in numbers(found, "cu") if one.words != "主材本地保障率"} == {"0"}


@pytest.mark.parametrize(
    ("scenario", "spare", "amount"),
    [("bpa-120", "余 101.9 万吨/年", 101.9), ("bpa-120-pc-30", "余 92.85 万吨/年", 92.85)],
)
def test_the_whole_of_the_project_leaves_a_surplus(
    scenario: str, spare: str, amount: float
) -> None:
    found = sides("现状", scenario)
    rows = {row.product: row for row in balance_rows(found)}
    assert rows["bpa"].spare == ("余 1.9 万吨/年", spare)
    balance = found.moved["bpa"][1]
    assert balance is not None
    assert balance.surplus == pytest.approx(amount)
    assert rows["phenol"].need == ("17 万吨/年", "102 万吨/年")
    assert rows["phenol"].spare == ("—", "—"), "what was not seen is not said to be lacking"
    assert "本地未见在产" not in rows["steam"].supply, "嘉华能源 makes it, though in no chain"
    names = {row.name: row for row in opening_rows(found)}
    assert names["环氧树脂"].beside == ("环氧氯丙烷",)
    assert names["环氧氯丙烷"].line == "环氧氯丙烷（配套环氧树脂）"


def test_a_scenario_is_told_as_a_scenario() -> None:
    found = sides("", "双酚A 120万吨全部投产")
    assert found.after.title == "双酚A 120万吨全部投产"
    assert found.things == (), "assumptions are no change of the data"
    assert sentence(found) == (
        "“现状”→“双酚A 120万吨全部投产”：鲁西集团 双酚A 产能 20 万吨/年 → 120 万吨/年"
        "（情景假定“年产120万吨双酚A项目(一期20万吨)”投产，不是事实）。各环节定性没有变化。"
        "双酚A 余 1.9 → 101.9 万吨/年；苯酚 需求 17 → 102 万吨/年；丙酮 需求 5.3 → 31.8 万吨/年。"
        "双酚A有余，可接着做 硅共聚PC、聚砜、四溴双酚A、环氧树脂（还要环氧氯丙烷）。"
    )
    assert basis(found)[1].startswith("“双酚A 120万吨全部投产”的假定：情景“双酚A 120万吨全部投产”")
    assert {t.how for t in found.turns.values()} == {"amount"}


def test_what_a_scenario_stops_is_told_and_what_it_no_longer_supposes() -> None:
    atlas = shipped_at().atlas
    stopped = Reading.of(atlas, Scenario(stops=(Stop("luxi"),)))
    found = compared(Version("现状", Reading.of(atlas)), Version("停", stopped))
    rows = {(row.firm, row.product): row for row in plant_rows(found)}
    assert rows["luxi", "bpa"].line == "鲁西集团 双酚A 停产，原产能 20 万吨/年（情景假定停产）"
    assert {c.product for c in found.classes if c.lost} >= {"bpa", "pc"}
    (back,) = [row for row in plant_rows(sides("bpa-120", "现状")) if row.product == "bpa"]
    assert back.line.endswith("（不再按情景假定“年产120万吨双酚A项目(一期20万吨)”投产，不是事实）")


def test_more_of_what_nobody_knows_the_need_of_opens_nothing() -> None:
    found = sides("bpa-120", "bpa-120-pc-30")
    assert {row.supplied for row in opening_rows(found)} == set()
    first = [row.name for row in balance_rows(found)][:2]
    assert first == ["聚碳酸酯", "双酚A"]


def test_a_planted_amount_is_found() -> None:
    """A lie in the data of one side must not hide behind the date."""
    atlas = shipped_at().atlas
    lie = edited(atlas, [with_capacity(atlas, "luxi", "bpa", amount="21")])
    found = compared(
        Version("真", Reading.of(atlas, Scenario(date=AFTER))),
        Version("假", Reading.of(lie, Scenario(date=AFTER))),
    )
    assert not found.one_base
    assert len(found.things) == 1
    assert "bpa" in found.moved


@pytest.mark.parametrize(
    ("said", "scenario"),
    [
        ("2022-10-25", Scenario(date="2022-10-25")),
        ("2022", Scenario(date="2022")),
        ("现状", Scenario(date="2022-12")),
        ("now", Scenario(date="2022-12")),
    ],
)
def test_a_side_is_read_as_it_is_said(said: str, scenario: Scenario) -> None:
    found = looked(shipped_at().atlas, said, "2022-12")
    assert found is not None
    assert found.reading.scenario == scenario


def test_an_unknown_side_has_near_names() -> None:
    atlas = shipped_at().atlas
    assert looked(atlas, "bpa-12") is None
    assert near(atlas, "bpa-12").split("、")[0] == "bpa-120"
    assert "甲版" in near(atlas, "甲版本", ["甲版"])


def test_what_a_reading_is_compared_with_by_itself() -> None:
    now = shipped_at()
    assert usual(now) == "2022-10-25"
    before, after = pair(now)
    assert (before.title, after.title) == ("2022-10-25", now.date)
    supposed = now.under(now.atlas.scenarios["bpa-120"])
    before, after = pair(supposed)
    assert (before.title, after.title) == ("现状", "双酚A 120万吨全部投产")
    assert before.reading is pair(supposed)[0].reading, "kept beside it"
    assert pair(now, "nothing")[0].title == "2022-10-25", "what is gone is as if not asked for"


def test_a_city_without_events_is_compared_with_itself() -> None:
    atlas = replace(shipped_at().atlas, enterprises={}, projects={})
    assert usual(Reading.of(atlas)) == "now"
    assert day_before("2022-01-01") == "2021-12-31"


def test_the_sides_that_are_offered() -> None:
    offered = choices(shipped_at())
    assert offered[:4] == [
        ("now", "现状"),
        ("bpa-120", "双酚A 120万吨全部投产"),
        ("bpa-120-pc-30", "双酚A全部投产、聚碳酸酯30万吨"),
        ("bpa-stop", "双酚A停产演练"),
    ]
    days = [said for said, _ in offered[4:]]
    assert days == sorted(days, reverse=True)
    assert {BEFORE, AFTER} <= set(days)

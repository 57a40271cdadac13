"""A drill in words: on bars and exports, as a step, as a change of the data, as idle."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.library.edits.scenarios import keep
from liantu.model import supposing
from liantu.model.drill import Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.model.scenario import Scenario
from liantu.telling.assumed import assumed, assumptions_of
from liantu.telling.done import done
from liantu.telling.drills import drill_words, measure_words, shock_words
from liantu.telling.scenarios import effect, idle
from liantu.telling.versions.comparison import Version, compared
from liantu.telling.versions.rows import brief_rows
from tests.helpers.readings import loaded, shipped_at

ATLAS = loaded().atlas
FIRM = Shock(ShockKind.ENTERPRISE, "huilong")
PART = Shock(ShockKind.PRODUCT, "pc", share=0.4, start=2, days=7)
AGAIN = Measure(MeasureKind.RESTORE, 3, "huilong", share=0.25, who="市工信局")
BUY = Measure(MeasureKind.BUY, product="pc", share=0.5)


@pytest.mark.parametrize(
    ("shock", "words"),
    [
        (FIRM, "汇隆停产"),
        (PART, "全市聚碳酸酯减产 40%（2 天后起，持续 7 天）"),
        (Shock(ShockKind.COUNTY, "茌平区", days=3), "茌平区企业停产（持续 3 天）"),
        (Shock(ShockKind.OUTSIDE, "benzene", share=0.125), "市外纯苯少供 12.5%"),
        (Shock(ShockKind.ENTERPRISE, "nobody"), ""),
    ],
)
def test_what_fails_is_told_with_its_share_and_its_days(shock: Shock, words: str) -> None:
    assert shock_words(ATLAS, shock) == words


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (AGAIN, "3 天后起，汇隆恢复到正常产出的75%（市工信局）"),
        (replace(AGAIN, day=0, share=0.0, who=""), "汇隆全部恢复"),
        (BUY, "市外采购聚碳酸酯，补缺口的50%"),
        (Measure(MeasureKind.REPLACE, 1, "luxi", "pc"), "1 天后起，鲁西集团补上聚碳酸酯缺口的100%"),
        (
            Measure(MeasureKind.STOCK, product="pc", days=2.5),
            "各用户增加聚碳酸酯库存 2.5 天",
        ),
        (Measure(MeasureKind.NOTE, note="向省厅报告"), "向省厅报告"),
    ],
)
def test_what_is_done_is_told_with_its_day_and_who_sees_to_it(measure: Measure, words: str) -> None:
    assert measure_words(ATLAS, Drill(shocks=(FIRM,)), measure) == words


def test_one_line_tells_what_fails_how_much_is_done_and_what_is_not_as_usual() -> None:
    assert drill_words(ATLAS, Drill(), 3) == ""
    assert drill_words(ATLAS, Drill(days=7), 3) == "断供演练：未设断供（看 7 天）"
    drill = Drill((FIRM, PART), (AGAIN, BUY), stock=0.0, deduced=False)
    words = drill_words(ATLAS, drill, 1)
    assert words == ("断供演练：汇隆停产等2个、2 项措施（库存不详的按 0 天；只算有记录的供应）")
    kept = ATLAS.scenarios["huilong"]
    assert list(assumptions_of(ATLAS, kept)) == ["断供演练：汇隆停产、1 项措施"]
    told = assumed(shipped_at("2022-12").under(kept))
    assert told == "情景“2022年底汇隆断供”：断供演练：汇隆停产、1 项措施"


def test_each_step_of_a_drill_is_called_by_what_was_done() -> None:
    before = shipped_at("2022-12")

    def step(first: Reading, scenario: Scenario) -> tuple[Reading, list[str]]:
        then = first.under(scenario)
        return then, [*done(first, then)]

    one, told = step(before, supposing.with_shock(before.scenario, FIRM))
    assert told == ["断供演练 汇隆停产"]
    two, told = step(one, supposing.with_measure(one.scenario, AGAIN))
    assert told == ["演练措施 3 天后起，汇隆恢复到正常产出的75%（市工信局）"]
    three, told = step(two, supposing.drilled(two.scenario, days=60, substitution=True))
    assert told == ["断供演练口径 看 60 天；本地同类企业可顶上"]
    _, told = step(three, supposing.drilled(three.scenario, days=30, substitution=False))
    assert told == ["断供演练口径 按常规"]
    _, told = step(two, supposing.without_measure(two.scenario, AGAIN))
    assert told == ["取消演练措施 3 天后起，汇隆恢复到正常产出的75%（市工信局）"]
    _, told = step(three, before.scenario)
    assert told == ["不再演练 汇隆"]


def test_what_of_a_drill_changes_nothing_is_said() -> None:
    def said(drill: Drill) -> list[str]:
        return [*idle(ATLAS, Scenario(drill=drill))]

    assert said(Drill((FIRM,), (AGAIN,))) == []
    assert said(Drill(days=7)) == ["断供演练没有断供对象，不起作用。"]
    late = replace(FIRM, start=30)
    assert said(Drill((late,))) == ["汇隆停产（30 天后起）在演练期之后才开始，不起作用。"]
    assert said(Drill((PART,), (AGAIN,))) == ["有一项措施要恢复的对象没有断供，不起作用。"]


def test_the_effect_says_that_a_drill_changes_no_class() -> None:
    found = effect(shipped_at("2022-12"), ATLAS.scenarios["huilong"])
    assert found.words.endswith("没有变化。断供演练不改变诊断，影响见“断供演练”。")
    assert (found.rows, found.numbers, found.more) == ((), (), 0)


def test_a_change_of_a_kept_drill_is_told_in_words() -> None:
    kept = ATLAS.scenarios["huilong"]
    drill = Drill(
        (FIRM, Shock(ShockKind.OUTSIDE, "benzene", 0.5)),
        (replace(kept.drill.measures[0], day=5), BUY),
        days=10,
    )
    after = keep(ATLAS, replace(kept, drill=drill)).change(ATLAS)
    found = compared(Version("旧", Reading.of(ATLAS)), Version("新", Reading.of(after)))
    (row,) = brief_rows(found)
    assert row.noted == (
        "〔修改〕情景 2022年底汇隆断供：看多少天补为 10；增加断供对象“纯苯”；"
        "措施“恢复生产”几天后见效 3 → 5；增加措施“市外采购”"
    )

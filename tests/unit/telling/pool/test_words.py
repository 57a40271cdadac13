"""Projects in words: terms, money, rates, the log, and what each of them changes."""

from __future__ import annotations

import pytest

from liantu.analysis.pool.changing import changed, is_known, work_out
from liantu.analysis.pool.standing import Standing
from liantu.analysis.reading import Reading
from liantu.jobs import Cancelled, Progress
from liantu.model.scenario import ProjectChoice, Scenario
from liantu.telling import work
from liantu.telling.charts.gantt import projects_gantt
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.projects import pool_list
from liantu.telling.pool import changes, words
from liantu.telling.pool.log import entries, open_counts
from liantu.telling.pool.rates import summary
from liantu.telling.pool.sheet import dossier
from tests.helpers.projects import DAY, projects_at
from tests.helpers.readings import shipped_at

SCOPE = Scope(chains=("resin",), city=True)


def small(day: str = DAY) -> Reading:
    return projects_at(day)


def one(id_: str, reading: Reading | None = None) -> Standing:
    found = reading or small()
    return Standing(found.atlas.projects[id_], work.day_of(found))


def test_terms_and_standstill_in_words() -> None:
    told = {id_: (words.term(one(id_)), words.stuck(one(id_))) for id_ in small().atlas.projects}
    assert told == {
        "P1": ("逾期 31 天", "一年内有进展"),
        "P2": ("还剩 731 天", "逾期未开工"),
        "P3": ("期限已过 365 天，竣工与否不详", "2020年后不详"),
        "P4": ("已竣工", "—"),
        "P5": ("口径日期后", "—"),
        "P6": ("期限不详", "停滞"),
        "P7": ("期限不详", "不详"),
        "P8": ("已终止", "—"),
    }


def test_money_keeps_what_the_source_means() -> None:
    assert words.money(one("P1").planned) == "10 亿元"
    assert words.money(one("P2").planned) == "≥0.5 亿元"
    assert words.money(one("P2").spent) == "500 万元"
    assert words.money(one("P3").planned) == "不详"
    assert words.share(one("P1")) == pytest.approx(0.4)
    assert words.share(one("P3")) is None


def test_the_summary_names_every_denominator() -> None:
    found = [one(id_) for id_ in small().atlas.projects]
    told = summary(small(), found)
    assert told == (
        "截至2022年12月31日，项目 8 个。不计入比率：已终止 1 个，口径日期后 1 个。"
        "开工率 80%（6 个中 5 个有数，已开工 4 个，不详 1 个）。"
        "竣工率 20%（6 个中 5 个有数，已竣工 1 个，不详 1 个）。"
        "投资完成率 39%（6 个中 2 个两项都有数，计划 10.5 亿元，完成 4.05 亿元，缺数 4 个"
        "；其中 1 个的来源只说约数或上下限）。"
        "其中逾期 1 个，期限已过、竣工与否不详 1 个，停滞 2 个，"
        "一年以上无记载 1 个，期限不详 2 个。"
    )


def test_the_log_has_what_was_there_on_the_day_the_newest_first() -> None:
    found = entries(small(), "P1")
    assert [(entry.date, entry.kind, entry.words) for entry in found] == [
        ("2022-12-05", "督导", "市府督查室：现场查看"),
        ("2022-12-01", "问题", "缺用能指标"),
        ("2022-11-02", "对接后续", "苯酚装置会商：已协调"),
    ]
    assert [entry.open for entry in found] == [False, True, False]
    assert open_counts(small())["P1"] == 1


def test_what_a_project_changes_is_worked_out_once_and_told() -> None:
    assert changes.sentence(small(), one("P1")) == (
        "补上苯酚（疑似短链·向上）；苯酚供给增加 30 万吨/年，供大于需 13 万吨/年"
    )
    assert changed(small(), one("P1").project) is changed(small(), one("P1").project)
    assert changes.sentence(small(), one("P2")).startswith("双酚A供给由 20 万吨/年增至 40 万吨/年")
    assert changes.sentence(small(), one("P2")).endswith("；各环节类别不变")
    assert changes.sentence(small(), one("P4")) == "已建成投产，不再测算"
    assert changes.sentence(small(), one("P3")) == "产品未写明，测算不了"


def test_a_scenario_that_has_decided_is_not_worked_out_again() -> None:
    for on, told in ((True, "情景已假定投产，不再重复测算"), (False, "情景已假定不计，不再测算")):
        chosen = Scenario(date=DAY, projects=(ProjectChoice("P1", on),))
        found = small().under(chosen)
        assert changes.sentence(found, one("P1", found)) == told


def test_work_can_be_given_up() -> None:
    reading = small("2022-12-30")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        work_out(reading, reading.atlas.projects.values(), progress)
    assert not is_known(reading, reading.atlas.projects["P1"])
    assert changes.known(reading, one("P1", reading)) == "正在测算…"
    work_out(reading, reading.atlas.projects.values(), Progress())
    assert changes.known(reading, one("P1", reading)).startswith("补上苯酚")


def test_the_lists_of_inspection_and_consultation() -> None:
    def ids(key: str) -> list[str]:
        return [row.project.id for row in find(key).rows(small(), SCOPE)]

    assert ids("supervision") == ["P2", "P6", "P1", "P3"]
    assert ids("consultation") == ["P2", "P6", "P1"]
    assert ids("projects") == list(small().atlas.projects)


def test_the_sheet_of_the_office_is_filled_where_something_is_known() -> None:
    rows = {row.project.id: row for row in find("projects").rows(small(), SCOPE)}
    item = find("projects")
    told = {key: item.column(key).text(rows["P1"]) for key in ("spent", "responsible", "trouble")}
    assert told == {"spent": "4", "responsible": "甲局", "trouble": "用能指标没有落实"}
    assert item.column("spent").text(rows["P3"]) == ""
    effect = pool_list().column("effect")
    assert effect.text(rows["P8"]) == "已终止，不测算"


def test_the_sheet_marks_what_is_unknown() -> None:
    found = dossier(small(), "P3")
    lines = {line.words: line for part in found.parts for line in part.lines}
    assert (lines["责任单位"].figure, lines["责任单位"].doubt) == ("不详", True)
    assert lines["缺数"].figure == "责任单位、计划投资、完成投资、形象进度"
    told = {line.words: line.figure for part in dossier(small(), "P1").parts for line in part.lines}
    assert told["形象进度"] == "主体完工（2022-12-10）"
    assert told["投资完成"] == "40%"


def test_bars_of_projects_have_their_last_day() -> None:
    found = projects_gantt(small(), list(small().atlas.projects.values()), 60)
    first = found.rows[0]
    assert (first.name, first.late) == ("苯酚装置", True)
    assert first.due == pytest.approx(2022.91, abs=0.01)
    assert "8 个项目中 7 个有日期可画，其中逾期 1 个" in found.finding
    assert len(projects_gantt(small(), list(small().atlas.projects.values()), 2).rows) == 2


def test_shipped_projects_say_something_of_the_city() -> None:
    found = shipped_at("2022-12-31")
    told = changes.sentence(found, one("P001", found))
    assert "双酚A供给由 20 万吨/年增至 120 万吨/年，供大于需 101.9 万吨/年" in told
    assert "苯酚需求由 17 万吨/年增至 102 万吨/年，缺 102 万吨/年" in told

"""What the tab of drills and the dossiers tell: days, grounds, ways, and where lines lead."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model.drill import Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.model.scenario import Scenario
from liantu.model.target import Target
from liantu.telling.changes import changes, drilled
from liantu.telling.dossiers import outage
from liantu.telling.shocks.told import Told, most_exposed, told
from tests.unit.telling.shocks.test_summary import drill, small


def under(city: Reading, found: Drill) -> Reading:
    return city.under(replace(Scenario(), drill=found, date=city.scenario.date))


def said(found: Drill) -> Told:
    answer = told(under(small(), found))
    assert answer is not None
    return answer


def test_units_stop_when_the_stock_taken_is_gone() -> None:
    answer = said(drill("a", stock=3.0))
    assert [row.cells[0] for row in answer.days] == ["当天", "3 天后", "6 天后"]
    assert [row.begins for row in answer.days] == [(), ("b:y",), ("c:z",)]
    assert [row.cells[2] for row in answer.days] == ["0", "1", "2"]
    assert [row.key for row in answer.hits] == ["b:y", "c:z"]
    assert [row.cells[2] for row in answer.hits] == ["直接", "第 2 层"]
    assert answer.hits[1].cells[-1].startswith("a·X")
    assert [(s.start, s.end) for s in answer.course.stretches] == [(0, 3), (3, 6), (6, 30)]


def test_a_measure_stands_on_its_day() -> None:
    back = Measure(MeasureKind.RESTORE, day=5, id="a", share=0.0)
    answer = said(drill("a", stock=0.0, measures=(back,)))
    assert [row.day for row in answer.days] == [0, 5]
    assert answer.days[1].cells[-1] == "a全部恢复"
    assert [(f.day, f.done) for f in answer.course.flags] == [(0, False), (5, True)]
    assert [(s.low, s.high) for s in answer.course.stretches] == [(1.0, 1.0), (0.0, 0.0)]


def test_what_makes_nothing_says_so_and_loses_nothing() -> None:
    answer = said(Drill(shocks=(Shock(ShockKind.OUTSIDE, "z"),)))
    assert answer.hits == ()
    assert answer.course.empty
    assert "没有影响" in answer.notes[0]
    assert told(small()) is None


def test_most_hangs_on_the_first_maker() -> None:
    rows = most_exposed(small(), 3)
    assert rows[0][0].id in ("a", "x")
    assert "牵连 2 个环节、2 家企业" in rows[0][1]


def test_lines_of_dossiers_lead_to_drills() -> None:
    city = small()
    first, *rest = outage.of_firm(city, "a")
    assert rest == []
    (line,) = first.lines
    assert line.target == Target("drill.enterprise", "a")
    assert "2 个环节、2 家企业（推定 2）" in line.words
    (part,) = outage.of_firm(city, "c")
    assert [at.words for at in part.lines] == ["a停产", "b停产", "d停产"]
    assert {at.figure for at in part.lines} == {"推定"}


def test_a_drill_alone_changes_no_diagnosis() -> None:
    city = small()
    after = under(city, drill("a"))
    assert drilled(city, after)
    found = changes(city, after)
    assert found is not None and "不改变诊断" in found.words
    wider = city.under(replace(after.scenario, utilisation=0.5))
    assert not drilled(city, wider)

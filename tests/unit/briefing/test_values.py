"""What lists and papers say of a city small enough to know it by heart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.briefing import tables
from liantu.briefing.changed import changes
from liantu.briefing.cited import Cited
from liantu.briefing.prose import tight
from liantu.model import Atlas, Enterprise, Honour, Phase, Project, Rung, Status
from liantu.model.boards import Board
from liantu.model.chain import KeyLink
from liantu.model.statements import held
from liantu.telling import making
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading


def rows(small: Atlas, kind: str, date: str = "") -> list[dict[str, object]]:
    """The rows of a list of all chains by the ids of their columns."""
    item = find(kind)
    found = item.rows(reading(small, date), Scope(chains=tuple(small.chains)))
    return [{c.id: c.cell(row) for c in item.columns} for row in found]


def firm(*parts: Enterprise) -> Enterprise:
    """One enterprise with all the capacities."""
    return replace(parts[0], capacities=tuple(c for p in parts for c in p.capacities))


def said(small: Atlas, date: str) -> list[str]:
    """What the enterprise ``a`` makes, on paper."""
    asked = reading(small, date)
    return [tight(w) for w in making.spoken(asked, making.made(asked, small.enterprises["a"]))]


def test_a_contested_capacity_is_not_made() -> None:
    known, other = maker("a", "x", 20.0), maker("a", "x", 30.0)
    doubted = replace(other, capacities=(replace(other.capacities[0], contested=True),))
    assert said(atlas([product("x")], [firm(known, doubted)]), "2022-12") == [
        "X（在产，20万吨/年）"
    ]


@pytest.mark.parametrize(
    ("date", "words"),
    [("2022-05-31", ["X（在产，5万吨/年）"]), ("2022-06-01", []), ("2023", [])],
)
def test_what_has_ended_is_not_made(date: str, words: list[str]) -> None:
    assert said(atlas([product("x")], [maker("a", "x", 5.0, until="2022-06-01")]), date) == words


def test_what_begins_later_does_not_run_yet() -> None:
    small = atlas([product("x")], [maker("a", "x", 5.0, since="2022-10-26")])
    assert said(small, "2022-10-26") == ["X（在产，5万吨/年）"]
    (before,) = said(small, "2022-10-25")
    assert "起于2022-10-26" in before
    assert "在产" not in before


def test_the_score_of_the_list_is_that_of_the_board() -> None:
    small = atlas([product("in"), product("x", route("in"))], [maker("a", "in", 5.0)])
    (score,) = reading(small).rows(Board.EXTEND)
    (row,) = rows(small, "short")
    assert row["score"] == round(score.total, 1)
    assert row["class"] == "疑似短链·向下"


def test_supply_and_need_stand_in_their_own_columns() -> None:
    small = atlas(
        [product("x"), product("y", route("x"))], [maker("a", "x", 7.0), maker("b", "y", 5.0)]
    )
    row = next(r for r in rows(small, "balance") if r["product"] == "X")
    assert (row["supply_sum"], row["need_sum"]) == (7.0, 5.0)
    assert row["surplus"] == 2.0


def test_what_nobody_is_on_record_for_is_not_made_in_the_amount_of_nothing() -> None:
    """Nor is a need that is only carried more than a lower bound."""
    products = [
        product("w"),
        product("x", route("w")),
        product("y", route("x")),
        product("z", route("far")),
        product("far"),
    ]
    firms = [firm(maker("a", "x"), maker("a", "y", 5.0)), maker("b", "z", 5.0)]
    small = atlas(products, firms)
    told = {row["product"]: row for row in rows(small, "balance")}
    assert told["FAR"]["supply_sum"] == "未见记录"
    assert (told["FAR"]["need_sum"], told["FAR"]["surplus"]) == (5.0, -5.0)
    assert told["FAR"]["cover"] == told["W"]["surplus"] == "不详"
    column = find("balance").column
    found = find("balance").rows(reading(small), Scope(chains=tuple(small.chains)))
    shown = {row.id: (column("need_sum").text(row), column("surplus").text(row)) for row in found}
    assert shown["far"] == ("5", "≥ -5")
    assert shown["w"] == ("≥ 5", "不详")


def test_a_sole_maker_is_no_weakness_without_evidence() -> None:
    even = atlas(
        [product("x"), product("y", route("x"))], [maker("a", "x", 5.0), maker("b", "y", 5.0)]
    )
    assert rows(even, "weak") == []


def test_gained_and_lost_are_told_apart() -> None:
    small = atlas(
        [product("x"), product("y")],
        [maker("a", "x", 5.0, since="2022-06-01"), maker("b", "y", 5.0, until="2022-06-01")],
    )
    before, after = reading(small, "2022-05-31"), reading(small, "2022-06-01")
    lines = changes(before, after, list(small.chains.values()))
    assert lines[0] == "与2022年5月31日相比，2个环节有变化。"
    assert lines[1:] == ["新增在产：X（a）。", "退出：Y。"]


@pytest.mark.parametrize(
    ("count", "shown", "note"), [(12, 12, ""), (14, 12, "另有2项，见电子表格清单。")]
)
def test_what_is_left_out_of_a_table_is_counted(count: int, shown: int, note: str) -> None:
    filed = [Project(f"p{at}", f"项目{at}", Status.PLANNED, chain="c") for at in range(count)]
    small = replace(atlas([product("x")]), projects={p.id: p for p in filed})
    asked = reading(small)
    table = tables.projects(asked, small.chains["c"], Cited(asked))
    assert (len(table.rows), table.note) == (shown, note)


@pytest.mark.parametrize(("made", "strong"), [(5.0, ["Y"]), (6.0, ["X", "Y"])])
def test_a_weak_link_is_a_strength_only_with_a_surplus(made: float, strong: list[str]) -> None:
    """Both are key links."""
    stopped = maker("s", "x", status=Status.STOPPED, since="2022-06-01")
    firms = [maker("a", "x", made), stopped, maker("b", "y", 5.0)]
    small = atlas([product("x"), product("y", route("x"))], firms)
    key = replace(small.chains["c"], key=(KeyLink("x"), KeyLink("y")))
    small = replace(small, chains={"c": key})
    assert [r["product"] for r in rows(small, "strengths", "2022-12-31")] == strong


def test_that_it_is_made_makes_nothing_a_strength() -> None:
    """Of four things that are made here, one is nothing more than that."""
    honoured = replace(maker("b", "y", 5.0), honours=(Honour("冠军", "2022", "省级"),))
    firms = [maker("a", "x", 5.0), honoured, maker("c", "z", 5.0), maker("d", "w", 5.0)]
    small = atlas([product(p) for p in "xyzw"], firms)
    chain = replace(small.chains["c"], key=(KeyLink("z"),), leads=("d",))
    ladder = (Rung("国家级"), Rung("省级"), Rung("市级", low=True))
    small = replace(small, chains={"c": chain}, library=replace(small.library, ladder=ladder))
    told = {r["product"]: r["strong_for"] for r in rows(small, "strengths", "2022-12-31")}
    assert told == {"Y": "省级荣誉企业在产", "Z": "关键环节", "W": "链主在产"}
    assert "Y" not in [r["product"] for r in rows(small, "strengths", "2021-12-31")]


def test_a_project_tells_what_it_builds_and_marks_what_is_told_later() -> None:
    phases = (
        Phase(Status.OPERATING, "x", 5.0, "万吨/年", since="2022-06-01", note="一期"),
        Phase(Status.PLANNED, note="二期以后"),
    )
    later = Project("q", "后报", Status.BUILDING, chain="c", phases=phases[:1], as_of="2024")
    early = replace(later, id="p", name="早报", as_of="2021", state_text="投产/在建", phases=phases)
    small = replace(atlas([product("x")]), projects={"p": early, "q": later})
    asked = reading(small, "2022-12")
    one, two = tables.projects(asked, small.chains["c"], Cited(asked)).rows
    assert one[2:] == ["在建", "不详", "X5万吨/年（在产，2022年6月1日投产）", "2021", ""]
    assert two[2] == "在建〔口径日期后〕"


def test_an_honour_given_later_is_not_told() -> None:
    known = [Honour("早", year="2021"), Honour("晚", year="2024"), Honour("无年")]
    assert [h.name for h in held(known, "2022-12-31")] == ["早", "无年"]

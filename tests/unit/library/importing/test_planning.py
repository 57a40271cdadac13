"""Rows → what becomes of them, and the one edit that takes them in."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liantu import paths
from liantu.library import load
from liantu.library.difference import same
from liantu.library.editing import edited
from liantu.library.importing.cells import Cell, Table
from liantu.library.importing.filled import filled
from liantu.library.importing.headings import guessed, header, likely_target
from liantu.library.importing.lookups import lookups
from liantu.library.importing.planning import edit_of, plan
from liantu.library.importing.rows import Origin, Plan, Request, State
from liantu.library.importing.targets import targets
from liantu.model import Atlas, Capacity, Enterprise, Region, Source, Status
from tests.helpers.atlases import UNITS, atlas, product, route

HEAD = ("企业全称", "县区", "产品", "产能（万吨/年）", "状态", "年份", "依据")
REPORT = "2024年6月报送表"


def base() -> Atlas:
    """One firm that makes MEOH, on a source."""
    firm = Enterprise(
        "old",
        "老厂化工有限公司",
        "甲县",
        aka=("甲县化肥厂",),
        capacities=(
            Capacity("meoh", Status.OPERATING, 20.0, "万吨/年", as_of="2024", sources=("s",)),
        ),
        sources=("s",),
    )
    made = atlas((product("meoh"), product("bpa", route("meoh"))), [firm])
    library = replace(made.library, region=Region("某市", ("甲县", "乙区")), units=UNITS)
    return replace(made, library=library, sources={"s": Source("s", REPORT)})


def request(*rows: tuple[Cell, ...], head: tuple[str, ...] = HEAD, to: str = "capacity") -> Request:
    table = Table("表", (head, *(tuple(row) + (None,) * (len(head) - len(row)) for row in rows)))
    found = header(table, targets()[to])
    return Request(table, found, targets()[to], guessed(found.names, targets()[to]))


def planned(*rows: tuple[Cell, ...], **more: Any) -> Plan:
    head, to = more.pop("head", HEAD), more.pop("to", "capacity")
    return plan(base(), replace(request(*rows, head=head, to=to), **more))


def states(found: Plan) -> list[str]:
    return [str(row.state) for row in found.rows]


def told(found: Plan) -> str:
    return " ".join(note.words for row in found.rows for note in row.notes)


GOOD = ("新厂化工有限公司", "甲县", "MEOH", 5.0, "在产", 2024.0, "县局来函")


def test_a_new_firm_comes_with_its_capacity_and_its_source() -> None:
    found = planned(GOOD)
    assert states(found) == ["new"]
    assert found.told == "企业 1 家、产能 1 项、来源 1 项"
    edit = edit_of(found, "表.xlsx")
    assert edit.label == "导入“表.xlsx”：企业 1 家、产能 1 项、来源 1 项"
    after = edit.change(base())
    (firm,) = (one for one in after.enterprises.values() if one.id != "old")
    (source,) = (one for one in after.sources.values() if one.id != "s")
    assert (firm.name, firm.county, firm.sources) == (GOOD[0], "甲县", (source.id,))
    assert firm.capacities == (
        Capacity("meoh", Status.OPERATING, 5.0, "万吨/年", as_of="2024", sources=(source.id,)),
    )
    assert source == Source(source.id, "县局来函")
    taken = [replace(draft, values=None) for draft in found.drafts]
    assert same(edited(after, taken), base())


def test_what_is_on_record_is_passed_over_under_any_of_its_names() -> None:
    for name in ("老厂化工有限公司", "老厂化工（股份）公司", "甲县化肥厂"):
        found = planned((name, "甲县", "meoh", "200000吨", "投产", "2024年", REPORT))
        assert states(found) == ["same"], name
        assert found.drafts == ()


def test_the_same_year_is_brought_up_to_date_another_is_added() -> None:
    row = ("老厂化工有限公司", None, "MEOH", 30.0, "在产", 2024.0, REPORT)
    found = planned(row)
    assert states(found) == ["update"]
    assert "产能：20 万吨/年 → 30 万吨/年" in told(found)
    after = edit_of(found, "表").change(base())
    assert [c.amount for c in after.enterprises["old"].capacities] == [30.0]
    assert states(planned(row, update=False)) == ["same"]
    later = planned((*row[:5], 2025.0, REPORT))
    after = edit_of(later, "表").change(base())
    assert [(c.as_of, c.amount) for c in after.enterprises["old"].capacities] == [
        ("2024", 20.0),
        ("2025", 30.0),
    ]


def test_what_is_built_stands_beside_what_runs() -> None:
    found = planned(("老厂化工有限公司", None, "MEOH", 30.0, "在建", 2024.0, REPORT))
    after = edit_of(found, "表").change(base())
    kinds = [c.status for c in after.enterprises["old"].capacities]
    assert kinds == [Status.OPERATING, Status.BUILDING]


def test_what_is_not_told_is_unknown() -> None:
    """Unknown is never zero, and no status never 在产."""
    found = planned(("新厂公司", "乙区", "MEOH", "不详", None, None, REPORT))
    after = edit_of(found, "表").change(base())
    (firm,) = (one for one in after.enterprises.values() if one.id != "old")
    assert firm.capacities == (Capacity("meoh", Status.UNKNOWN, sources=("s",)),)
    assert "不计入在产" in told(found)


def test_a_rough_amount_keeps_its_wording() -> None:
    found = planned((*GOOD[:3], "约5", *GOOD[4:]))
    after = edit_of(found, "表").change(base())
    (firm,) = (one for one in after.enterprises.values() if one.id != "old")
    assert firm.capacities[0].note == "原表写“约5”"


@pytest.mark.parametrize(
    ("at", "cell", "words"),
    [
        (0, None, "企业名称是空的"),
        (0, "（）", "企业名称是空的"),
        (1, "丙县", "可写：甲县、乙区"),
        (1, None, "须写明所在县"),
        (2, "MEO", "相近的有：MEOH"),
        (2, None, "缺“产品”"),
        (3, "10-20", "区间"),
        (3, 0.0, "不详请留空"),
        (3, "5公顷", "不认识单位“公顷”"),
        (3, "5万台", "不能换算"),
        (4, "很强", "可写：在产、在建"),  # G050
        (5, "2022-13-45", "没有“2022-13-45”这一天"),
        (6, None, "没有依据"),
        (0, "甲\x0b公司", "控制字符"),
        (0, "长" * 130, "最多 120"),
    ],
)
def test_a_bad_cell_says_what_to_do_and_hides_no_other_row(at: int, cell: Cell, words: str) -> None:
    bad = (*GOOD[:at], cell, *GOOD[at + 1 :])
    found = planned(bad, ("老厂化工有限公司", None, "BPA", 1.0, "拟建", 2024.0, REPORT))
    assert states(found) == ["error", "new"]
    assert words in told(found)
    assert {draft.kind for draft in found.drafts} == {"enterprise"}
    assert [draft.id for draft in found.drafts] == ["old"]


def test_another_county_is_a_question() -> None:
    found = planned(("老厂化工有限公司", "乙区", *GOOD[2:]))
    assert states(found) == ["error"]
    assert "图谱里“老厂化工有限公司”在甲县，表里是乙区" in told(found)


def test_the_same_twice_in_a_sheet() -> None:
    other = (*GOOD[:3], 6.0, *GOOD[4:])
    assert states(planned(GOOD, GOOD)) == ["new", "same"]
    found = planned(GOOD, other)
    assert states(found) == ["new", "error"]
    assert "与第 2 行是同一企业" in told(found)


def test_ten_thousand_times_the_same_name_is_one_firm() -> None:
    """G043."""
    found = planned(*[GOOD] * 500)
    assert (found.count(State.NEW), found.count(State.SAME)) == (1, 499)
    assert len(found.drafts) == 2


def test_the_source_of_the_sheet_stands_for_rows_that_name_none() -> None:
    row = (*GOOD[:5], None, None)
    origin = Origin("县区报送表", "某市工信局", "2024-06")
    after = edit_of(planned(row, origin=origin), "表").change(base())
    (source,) = (one for one in after.sources.values() if one.id != "s")
    assert source == Source(source.id, "县区报送表", "某市工信局", "2024-06")
    (firm,) = (one for one in after.enterprises.values() if one.id != "old")
    assert (firm.capacities[0].as_of, firm.capacities[0].sources) == ("2024", (source.id,))


def test_a_product_that_nobody_knows_is_kept_where_it_is_wanted() -> None:
    found = planned((*GOOD[:2], "奇物", *GOOD[3:]), keep=True)
    after = edit_of(found, "表").change(base())
    (firm,) = (one for one in after.enterprises.values() if one.id != "old")
    assert firm.capacities == ()
    assert [item.claim for item in firm.unmapped] == ["奇物 5"]


def test_example_and_remarks_are_not_read() -> None:
    found = planned(("示例 某某公司", *GOOD[1:]), ("填表说明：全市各县",) * 7, (), GOOD)
    assert states(found) == ["passed", "passed", "new"]


def test_a_renamed_firm_keeps_its_old_name_beside() -> None:
    head = ("企业名称", "曾用名", "县区", "依据")
    found = planned(
        ("新生化工有限公司", "老厂化工有限公司", "甲县", REPORT), head=head, to="enterprise"
    )
    assert states(found) == ["update"]
    firm = edit_of(found, "表").change(base()).enterprises["old"]
    assert firm.name == "新生化工有限公司"
    assert set(firm.aka) == {"甲县化肥厂", "老厂化工有限公司"}


def test_products_of_a_row_of_firms_are_capacities_without_amount() -> None:
    head = ("企业名称", "县区", "主要产品", "状态", "荣誉", "依据")
    row = ("新厂公司", "乙区", "MEOH、BPA", "在产", "国家级专精特新（2021）", REPORT)
    after = edit_of(planned(row, head=head, to="enterprise"), "表").change(base())
    (firm,) = (one for one in after.enterprises.values() if one.id != "old")
    assert [(c.product, c.status, c.amount) for c in firm.capacities] == [
        ("meoh", Status.OPERATING, None),
        ("bpa", Status.OPERATING, None),
    ]
    assert [(h.name, h.year) for h in firm.honours] == [("国家级专精特新", "2021")]


def test_projects_keep_the_wording_of_their_magnitudes() -> None:
    head = ("项目名称", "建设单位", "总投资（亿元）", "建设进展", "产品", "新增产能", "依据")
    row = ("年产5万吨甲醇项目", "老厂化工公司", 12.5, "在建", "MEOH", "5万吨", REPORT)
    found = planned(row, head=head, to="project")
    (project,) = edit_of(found, "表").change(base()).projects.values()
    assert (project.enterprise, project.status) == ("old", Status.BUILDING)
    assert project.investment is not None
    assert (project.investment.text, project.investment.amount) == ("12.5亿元", 12.5)
    (phase,) = project.phases
    assert (phase.product, phase.amount, phase.unit) == ("meoh", 5.0, "万吨/年")
    bare = planned(row, head=(*head[:2], "总投资", *head[3:]), to="project")
    assert "没有单位" in told(bare)


def test_a_progress_table_of_projects_is_read_as_an_office_writes_it() -> None:
    head = (
        *("项目名称", "责任单位", "建设进展", "总投资（亿元）", "累计完成投资（亿元）"),
        *("形象进度", "计划竣工时间", "存在问题", "依据"),
    )
    row = ("甲醇项目", "市工信局", "在建", 12.5, 4.0, "主体完工", "2025-06", "用能指标", REPORT)
    found = planned(row, head=head, to="project")
    (project,) = edit_of(found, "表").change(base()).projects.values()
    assert (project.department, project.due) == ("市工信局", "2025-06")
    assert project.invested is not None
    assert (project.invested.text, project.invested.amount) == ("4亿元", 4.0)
    assert (project.progress, project.problem) == ("主体完工", "用能指标")


def test_parties_of_a_supply_that_are_not_on_record_keep_their_names() -> None:
    head = ("供应内容", "供应方式", "供方", "需方", "产品", "依据")
    row = ("甲醇", "外购", "外地厂", "老厂化工公司", "MEOH", REPORT)
    found = planned(row, row, head=head, to="supply")
    assert states(found) == ["new", "same"]
    (supply,) = edit_of(found, "表").change(base()).supplies.values()
    assert (supply.supplier, supply.supplier_name, supply.customer) == ("", "外地厂", "old")


def test_a_supply_says_in_a_sheet_how_much_it_covers_and_for_how_long() -> None:
    head = (
        "供应内容",
        "方式",
        "供方",
        "需方",
        "产品",
        "用量",
        "单位",
        "占比",
        "库存天数",
        "是否必需",
    )
    names = ("甲醇", "外购", "外地厂", "老厂化工公司", "MEOH")
    row = (*names, 6.0, "万吨/年", "60%", 3.5, "否", "老厂化工有限公司", REPORT)
    found = planned(row, head=(*head, "可替代", "依据"), to="supply")
    assert states(found) == ["new"], told(found)
    (supply,) = edit_of(found, "表").change(base()).supplies.values()
    assert (supply.amount, supply.unit, supply.share) == (6.0, "万吨/年", 0.6)
    assert (supply.stock_days, supply.essential, supply.substitutes) == (3.5, False, ("old",))
    row = (*names, None, None, 0.6, None, None, None, REPORT)
    bare = planned(row, head=(*head, "可替代", "依据"), to="supply")
    (supply,) = edit_of(bare, "表").change(base()).supplies.values()
    assert (supply.amount, supply.share, supply.essential) == (None, 0.6, None)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("60 万吨", "“60 万吨”不是数"),
        ("大半", "“大半”不是数"),
        (60.0, "“60”不是占比"),
        ("160%", "“160%”不是占比"),
        ("\uff16\uff10\uff05", ""),
    ],
)
def test_a_share_that_is_none_is_said_at_its_cell(share: Cell, words: str) -> None:
    head = ("供应内容", "方式", "供方", "需方", "占比", "依据")
    row = ("甲醇", "外购", "外地厂", "老厂化工公司", share, REPORT)
    found = planned(row, head=head, to="supply")
    assert states(found) == ["error" if words else "new"]
    assert told(found).startswith(words)


@pytest.mark.parametrize(
    ("rows", "first", "kind"),
    [
        ([("全市产能表",) * 7, HEAD], 2, "capacity"),
        ([("产能", None, None, None, None, None, None), HEAD], 2, "capacity"),
        ([("单位名称", "属地", "曾用名", "主要产品")], 1, "enterprise"),
        ([("项目名称", "建设单位", "总投资", "建设进展")], 1, "project"),
        ([("供应内容", "供应方式", "供方", "需方")], 1, "supply"),
        ([("诉求内容", "办理状态", "责任部门", "企业")], 1, "request"),
        (
            [
                ("企业名称", "产品名称", "生产能力", "生产能力", "状态"),
                ("企业名称", "产品名称", "数量", "单位", "状态"),
            ],
            2,
            "capacity",
        ),
    ],
)
def test_headings_are_found_and_tell_what_the_rows_are(
    rows: list[tuple[Cell, ...]], first: int, kind: str
) -> None:
    table = Table("表", (*rows, tuple(f"x{at}" for at in range(len(rows[0])))))
    assert likely_target(table).id == kind
    assert header(table, targets()[kind]).first == first


def test_two_rows_of_headings_give_amount_and_unit() -> None:
    head = ("企业名称", "产品名称", "生产能力", "生产能力")
    low = ("企业名称", "产品名称", "数量", "单位")
    table = Table("表", (head, low, ("新厂公司", "MEOH", 5.0, "万吨")))
    columns = guessed(header(table, targets()["capacity"]).names, targets()["capacity"])
    assert columns == {0: "firm", 1: "product", 2: "amount", 3: "unit"}


@pytest.mark.parametrize("kind", list(targets()))
def test_what_is_filled_from_the_record_changes_nothing(kind: str) -> None:
    """Of the data that come with the program."""
    target = targets()[kind]
    names = tuple(column.label for column in target.columns.values())
    table = Table("表", (names, *filled(lookups(shipped()), target)))
    found = header(table, target)
    columns = guessed(found.names, target)
    assert list(columns.values()) == list(target.columns)
    result = plan(shipped(), Request(table, found, target, columns))
    assert {row.state for row in result.rows} <= {State.SAME}
    assert result.drafts == ()


def test_every_column_has_a_heading_and_every_choice_a_word() -> None:
    for target in targets().values():
        labels = [column.label for column in target.columns.values()]
        assert len(set(labels)) == len(labels), target.id
        for column in target.columns.values():
            assert column.words != (column.key,), (target.id, column.key)
            shown = column.reader.choices(lookups(base()))
            assert not any(word.isascii() and word.islower() for word in shown), column.key


@cache
def shipped() -> Atlas:
    return load(paths.shipped_chains()).atlas


@cache
def _small() -> Atlas:
    return base()


CELLS = st.one_of(
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=6),
    st.sampled_from(["老厂化工有限公司", "甲县", "MEOH", "BPA", "在产", "2024", REPORT, "5万吨"]),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(*[CELLS] * 7), max_size=6),
    st.sampled_from(["capacity", "enterprise", "project", "supply", "exit", "visit"]),
    st.booleans(),
)
def test_any_rows_give_a_plan_that_holds(
    rows: list[tuple[Cell, ...]], kind: str, keep: bool
) -> None:
    """Whatever stands in the cells: no exception, and what is planned can be taken in."""
    target = targets()[kind]
    columns = dict(enumerate(list(target.columns)[:7]))
    table = Table("表", (tuple(target.columns)[:7], *rows))
    asked = Request(table, header(table, target), target, columns, Origin("来源"), keep=keep)
    asked = replace(asked, header=replace(asked.header, names=("",) * 7, first=1))
    found = plan(_small(), asked)
    edit_of(found, "表").change(_small())

"""What stands in the lists of an office: complete, the right rows, nothing unconfirmed upwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu.briefing.lists import all_lists
from liantu.briefing.xlsx.fitting import EDGE, HIGHEST, LINE, lines
from liantu.briefing.xlsx.sheet import List as Sheet
from liantu.briefing.xlsx.workbook import to_xlsx
from liantu.library import load
from liantu.model import SHEET_LISTS
from liantu.model.boards import Board
from liantu.model.standing import Standing
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Scope
from liantu.telling.lists.templates import chosen
from liantu.telling.standing import coverage_sentence
from tests.helpers.folders import CHAIN, LIBRARY, write
from tests.helpers.ledgers import ledgers_at
from tests.helpers.papers import found, shipped
from tests.helpers.readings import reading

SETS = ("shandong9", "city", "five_five", "six_six", "problems", "policies")


@pytest.mark.parametrize("template", SETS)
def test_lists_are_the_same_twice_and_complete(template: str) -> None:
    chains = list(shipped().chains)
    wanted = chosen(shipped(), template)
    lists = list(all_lists(found(), chains, wanted))
    assert [item.title for item in lists] == [sheet.title for sheet in wanted.sheets]
    assert all(len(row) in (1, len(item.head)) for item in lists for row in item.rows)
    assert all(len(set(item.head)) == len(item.head) for item in lists)
    assert to_xlsx(found(), lists) == to_xlsx(found(), lists)


def test_the_first_template_is_that_of_the_province() -> None:
    assert len(chosen(shipped()).sheets) == 11
    assert chosen(shipped()).sheets[0].title == "领航龙头企业清单"


def test_every_kind_of_list_is_made() -> None:
    assert set(SHEET_LISTS) <= set(LISTS)
    scope = Scope(chains=tuple(shipped().chains))
    full = {kind for kind in SHEET_LISTS if LISTS[kind].rows(found(), scope)}
    ledgers = {kind for kind in SHEET_LISTS if LISTS[kind].kind not in ("", "project")}
    assert set(SHEET_LISTS) - full <= {"thin", "weak", "supervision", "consultation"} | ledgers
    assert all(LISTS[kind].rows(ledgers_at(), scope) for kind in ledgers)


def test_a_folder_without_templates_has_lists(tmp_path: Path) -> None:
    atlas = load(write(tmp_path, {"01-resin.yaml": CHAIN})).atlas
    assert [s.kind for s in chosen(atlas).sheets][:2] == ["broken", "short"]


def test_to_a_superior_goes_only_what_is_confirmed() -> None:
    chains = list(shipped().chains)
    lists = {item.title: item for item in all_lists(found(), chains)}
    targets = lists["双招双引对象清单"]
    assert (list(targets.rows), targets.lead[:8]) == ([], "尚无已确认缺口；")
    survey = lists["摸底任务单"]
    assert len(survey.rows) == len(found().questions)
    assert survey.lead.startswith("查清前 20 项，可定性 ")
    head = ("有/无/不清", "企业全称", "产品与年产量", "年份", "依据")
    assert tuple(survey.head[-5:]) == head
    assert all(list(row[-5:]) == [""] * 5 for row in survey.rows)


def test_the_office_sees_both_blocks_apart() -> None:
    chains = list(shipped().chains)
    template = chosen(shipped(), "city")
    lists = {item.title: item for item in all_lists(found(), chains, template)}
    board = lists["补链榜"]
    count = len(found().rows(Board.FILL))
    assert board.rows[0] == [f"待核实（{count}）"]
    assert board.pending == count
    assert [row[0] for row in board.rows[1:]] == list(range(1, count + 1))
    assert all(item.foot == coverage_sentence(found()) for item in lists.values())


def test_the_same_words_never_stand_over_two_columns(tmp_path: Path) -> None:
    twice = "lists: {d: {name: 甲, sheets: [{title: 乙, list: gaps, columns: [uses, needed_by]}]}}"
    files = {"library.yaml": LIBRARY.replace("library:", f"library:\n  {twice}")}
    atlas = load(write(tmp_path, {"01-resin.yaml": CHAIN, **files})).atlas
    (item,) = all_lists(reading(atlas), ["resin"])
    assert item.head == ["序号", "谁在用（本地）", "谁在用（本地）（2）"]


def sheets(template: str, *chains: str) -> dict[str, Sheet]:
    lists = all_lists(found(), chains or list(shipped().chains), chosen(shipped(), template))
    return {item.title: item for item in lists}


def column(item: Sheet, head: str) -> list[object]:
    at = item.head.index(head)
    return [row[at] for row in item.rows if len(row) > 1]


def test_a_product_of_several_chains_is_asked_about_once() -> None:
    chains = tuple(shipped().chains)
    rows = LISTS["targets"].rows(found(), Scope(chains=chains))
    asked = {row.id for row in rows}
    assert len(rows) == len(asked)
    lead = sheets("shandong9")["双招双引对象清单"].lead
    assert f"待核实 {len(asked)} 项" in lead


@pytest.mark.parametrize("template", ["shandong9", "city"])
def test_no_row_is_cut_by_the_height_that_a_spreadsheet_allows(template: str) -> None:
    for title, item in sheets(template).items():
        for row in (row for row in item.rows if len(row) > 1):
            pairs = zip(row, item.heads, strict=True)
            most = max(lines(str(cell), head.width) for cell, head in pairs if cell is not None)
            assert most * LINE + EDGE < HIGHEST, (title, row[:4])


def test_a_leader_of_two_chains_is_told_by_what_it_makes_in_each() -> None:
    item = sheets("shandong9")["领航龙头企业清单"]
    name = shipped().enterprises["luxi"].name
    told = {row[1]: str(row[item.head.index("产品")]) for row in item.rows if row[3] == name}
    nylon, basic = told["聚碳酸酯·尼龙"], told["煤盐氟硅化工"]
    assert ("聚碳酸酯" in nylon, "聚碳酸酯" in basic) == (True, False)
    assert ("复合肥" in nylon, "复合肥" in basic) == (False, True)
    assert nylon.index("在产") < nylon.index("起于")


@pytest.mark.parametrize("chain", list(shipped().chains))
def test_who_leads_stands_first(chain: str) -> None:
    leads = [shipped().enterprises[e].name for e in shipped().chains[chain].leads]
    named = column(sheets("shandong9", chain)["领航龙头企业清单"], "企业")
    assert named[: len(leads)] == leads


def test_a_supplier_of_soda_does_not_lead_aluminium() -> None:
    named = column(sheets("shandong9", "al")["领航龙头企业清单"], "企业")
    assert shipped().enterprises["luxi"].name not in named
    assert shipped().enterprises["xinfa"].name in named


def test_raw_materials_are_no_technology() -> None:
    rows = LISTS["research"].rows(found(), Scope(chains=tuple(shipped().chains)))
    products = [shipped().products[row.id] for row in rows]
    assert products
    assert not [p.id for p in products if p.raw or p.utility or p.energy or p.generic]
    assert all(p.barrier or found().verdicts[p.id].weakness for p in products)
    assert len({p.id for p in products}) == len(products)
    assert not {"coal", "natgas", "bauxite", "hrc"} & {p.id for p in products}


def test_who_is_sought_has_a_profile_and_no_closed_door() -> None:
    item = sheets("six_six", "pc-nylon")["招商路线图（底表）"]
    assert not any("生产企业" in str(cell) for cell in column(item, "环节"))
    assert "丙烯" not in column(item, "环节"), "policy closes it"
    rows = LISTS["targets"].rows(found(), Scope(chains=("pc-nylon",)))
    assert all(row.verdict.standing is not Standing.SHUT for row in rows)
    waiting = dict(zip(column(item, "环节"), column(item, "本地需求方（年用量）"), strict=True))
    assert str(waiting["苯酚"]).startswith("双酚A（鲁西")
    assert "17 万吨" in str(waiting["苯酚"])
    inputs = dict(zip(column(item, "环节"), column(item, item.head[7]), strict=True))
    assert any("（鲁西" in str(cell) for cell in inputs.values())


def test_what_an_office_writes_is_blank() -> None:
    item = sheets("city", "pc-nylon")["补链榜"]
    for head in ("责任单位", "完成时限", "进度", "存在问题", "联系人"):
        assert set(column(item, head)) == {""}


def test_numbers_can_be_added_up_and_say_what_they_do_not_know() -> None:
    item = sheets("city", "pc-nylon")["供需平衡清单"]
    for head in ("供给", "需求", "余缺", "保障率"):
        assert all(cell is None or isinstance(cell, (int, float)) for cell in column(item, head))
    told = list(zip(column(item, "供给"), column(item, "数值说明"), strict=True))
    unknown = [str(words) for supply, words in told if supply is None]
    assert unknown
    assert all("供给不详" in words or "供给未见记录" in words for words in unknown)
    assert any("供给未见记录" in words for words in unknown)
    assert any("需求≥ " in str(words) for _, words in told)


def test_money_is_a_number_beside_the_words_of_the_source() -> None:
    item = sheets("shandong9")["重点建设项目清单"]
    pairs = list(zip(column(item, "投资 亿元"), column(item, "口径原文"), strict=True))
    assert (25.02, "投资 25.02亿元") in [(money, str(words)[:10]) for money, words in pairs]
    assert all(money is None or isinstance(money, float) for money, _ in pairs)


def test_problems_name_what_stands_against_a_chain() -> None:
    item = sheets("problems")["问题清单"]
    kinds = set(column(item, "问题类别"))
    assert kinds == {"环节薄弱", "供给不足", "产能不详", "政策约束", "有无待核实"}
    assert all(column(item, "问题"))
    assert set(column(item, "解决措施")) == {""}


def test_policies_cite_what_was_read_and_leave_room() -> None:
    item = sheets("policies", "pc-nylon")["政策清单"]
    filled = [row for row in item.rows if isinstance(row[0], int)]
    at = item.head.index("来源")
    assert item.count == len(filled) > 0
    assert all(row[at] for row in filled)
    assert item.rows[len(filled)][0].startswith("支持政策由主管部门填写")
    assert [set(row) for row in item.rows[len(filled) + 1 :]] == [{""}] * 5


def test_tasks_ask_first_where_nothing_is_confirmed() -> None:
    item = sheets("six_six", "pc-nylon")["事项清单"]
    assert "先核实本地有没有苯酚，再作安排" in column(item, "事项")

"""Lists as a spreadsheet: complete, the same bytes twice, names that Excel accepts."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from liantu.briefing.lists import List, all_lists, to_xlsx
from liantu.library import load
from liantu.model import SHEET_LISTS
from liantu.model.boards import Board
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Scope
from liantu.telling.lists.templates import chosen
from liantu.telling.standing import coverage_sentence
from tests.helpers.folders import CHAIN, write
from tests.helpers.papers import found, shipped


@pytest.mark.parametrize("template", ["shandong9", "city"])
def test_lists_are_the_same_twice_and_complete(template: str) -> None:
    chains = list(shipped().chains)
    wanted = chosen(shipped(), template)
    lists = list(all_lists(found(), chains, wanted))
    assert [item.title for item in lists] == [sheet.title for sheet in wanted.sheets]
    assert all(len(row) == len(item.head) for item in lists for row in item.rows)
    assert all(len(item.widths) == len(item.head) for item in lists)
    assert to_xlsx(found(), lists) == to_xlsx(found(), lists)


def test_the_first_template_is_that_of_the_province() -> None:
    assert len(chosen(shipped()).sheets) == 11
    assert chosen(shipped()).sheets[0].title == "领航龙头企业清单"


def test_every_kind_of_list_is_made() -> None:
    assert set(SHEET_LISTS) <= set(LISTS)
    scope = Scope(chains=tuple(shipped().chains))
    full = {kind for kind in SHEET_LISTS if LISTS[kind].rows(found(), scope)}
    assert set(SHEET_LISTS) - full <= {"thin", "weak"}


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
    assert board.rows[0][1] == f"待核实（{count}）"
    assert [row[0] for row in board.rows[1:]] == list(range(1, count + 1))
    assert all(item.foot == coverage_sentence(found()) for item in lists.values())


def test_the_sentences_stand_above_and_below_the_table() -> None:
    item = List("甲", ["序号", "环节"], [[1, "x"]], [5, 5], lead="上", foot="下")
    with zipfile.ZipFile(BytesIO(to_xlsx(found(), [item]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        shared = re.findall(r"<t[^>]*>([^<]*)</t>", archive.read("xl/sharedStrings.xml").decode())
    cells = dict(re.findall(r'<c r="([A-Z]+\d+)"[^>]*t="s"><v>(\d+)</v>', sheet))
    told = {place: shared[int(at)] for place, at in cells.items()}
    assert told == {"A1": "上", "A2": "序号", "B2": "环节", "B3": "x", "A4": "下"}
    assert '<autoFilter ref="A2:B3"' in sheet


def test_sheet_names_are_what_excel_accepts() -> None:
    lists = [
        List("甲/乙:*?[]" * 9, ["a"], [["b"]], [5]),
        List("甲/乙:*?[]" * 9, ["a"], [["c"]], [5]),
    ]
    with zipfile.ZipFile(BytesIO(to_xlsx(found(), lists))) as archive:
        names = re.findall(r'sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
    assert len(set(names)) == 2
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.parametrize(
    ("width", "paper", "across"),
    [(100, "9", "1"), (185, "9", "1"), (186, "8", "1"), (270, "8", "1"), (300, "8", "2")],
)
def test_type_stays_legible_on_paper(width: int, paper: str, across: str) -> None:
    """With 11 pt type, a character 5.5 pt wide and margins of 50 pt at either side."""
    item = List("宽", ["序", "名称", "理由"], [[1, "甲", "乙"]], [10, 20, width - 30])
    with zipfile.ZipFile(BytesIO(to_xlsx(found(), [item]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    (setup,) = re.findall("<pageSetup[^>]*>", sheet)
    told = dict(re.findall(r'(\w+)="([^"]*)"', setup))
    assert (told["paperSize"], told.get("fitToWidth", "1")) == (paper, across)
    room = (842 if paper == "9" else 1191) - 100
    assert 11 * room * int(across) / (width * 5.5) >= 7.9

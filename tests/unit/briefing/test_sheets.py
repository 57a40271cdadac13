"""The workbook in its XML: title, contents, checks, faces, heights, print."""

from __future__ import annotations

import itertools
import re
import zipfile
from io import BytesIO

import pytest

from liantu.briefing.lists import all_lists
from liantu.briefing.xlsx.fitting import A3, A4, TYPE, height, lines, pages, points, room, squeezed
from liantu.briefing.xlsx.sheet import List
from liantu.briefing.xlsx.styles import Head
from liantu.briefing.xlsx.workbook import to_xlsx
from liantu.telling.lists.fill import Fill
from liantu.telling.lists.templates import chosen
from tests.helpers.papers import found, shipped


def heads(*words: str, width: int = 20) -> list[Head]:
    return [Head(words=word, width=width) for word in words]


def parts(*lists: List) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(to_xlsx(found(), lists))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def cells(xml: dict[str, str], sheet: int = 1) -> dict[str, str]:
    shared = re.findall(r"<t[^>]*>([^<]*)</t>", xml["xl/sharedStrings.xml"])
    found_ = re.findall(
        r'<c r="([A-Z]+\d+)"[^>]*t="s"><v>(\d+)</v>', xml[f"xl/worksheets/sheet{sheet}.xml"]
    )
    return {place: shared[int(at)] for place, at in found_}


ONE = List(
    title="甲",
    heads=heads("序号", "环节"),
    rows=[[1, "x"]],
    told="口径日期：2022年",
    lead="上",
    foot="下",
)


def test_title_date_and_sentences_stand_around_the_table() -> None:
    xml = parts(ONE)
    assert cells(xml) == {
        "A1": "甲",
        "A2": "口径日期：2022年",
        "A3": "上",
        "A4": "序号",
        "B4": "环节",
        "B5": "x",
        "A6": "下",
    }
    sheet = xml["xl/worksheets/sheet1.xml"]
    assert '<autoFilter ref="A4:B5"' in sheet
    assert 'ySplit="4"' in sheet


def test_several_lists_have_contents_that_lead_to_them() -> None:
    other = List(title="乙", heads=heads("序号", "环节"), rows=[], purpose="供核对。")
    xml = parts(ONE, other)
    told = cells(xml)
    assert [told[f"B{row}"] for row in (4, 5)] == ["甲", "乙"]
    assert told["E5"] == "供核对。"
    index = xml["xl/worksheets/sheet1.xml"]
    links = re.findall(r'<hyperlink ref="(B\d)" location="([^"]*)"', index)
    assert links == [("B4", "'甲'!A1"), ("B5", "'乙'!A1")]
    assert re.findall(r'<c r="C([45])"[^>]*><v>(\d)</v>', index) == [("4", "1"), ("5", "0")]
    assert cells(xml, 2)["A2"] == "目录"
    assert re.search(r'<hyperlink ref="A2" location="\'目录\'!A1"', xml["xl/worksheets/sheet2.xml"])


def test_a_blank_column_takes_only_what_is_meant() -> None:
    fills = [Head(words=str(fill), width=12, fill=fill) for fill in (Fill.PROGRESS, Fill.DAY)]
    item = List(title="甲", heads=[*heads("序号"), *fills], rows=[[1, "", ""], [2, "", ""]])
    sheet = parts(item)["xl/worksheets/sheet1.xml"]
    checks = re.findall(r"<dataValidation (.*?)</dataValidation>", sheet)
    assert len(checks) == 2
    assert 'sqref="B4:B5"' in checks[0]
    assert "未启动,推进中,已完成,暂缓" in checks[0]
    assert 'type="date"' in checks[1]
    assert 'sqref="C4:C5"' in checks[1]
    assert "containsText" in sheet, "what is done is tinted"


def test_numbers_are_numbers_and_shares_per_cent() -> None:
    columns = [
        *heads("序号"),
        Head(words="就绪", width=8, numeric=True, share=True),
        Head(words="供给", width=8, numeric=True),
    ]
    item = List(title="甲", heads=columns, rows=[[1, 0.5, 17.1], [2, None, None]])
    xml = parts(item)
    sheet = xml["xl/worksheets/sheet1.xml"]
    assert re.search(r'<c r="B4" s="\d+"><v>0.5</v>', sheet)
    assert re.search(r'<c r="B5" s="\d+"/>', sheet), "what is not known is empty, not zero"
    assert 'formatCode="0%_ "' in xml["xl/styles.xml"]


def test_classes_are_tinted_by_their_words() -> None:
    columns = [*heads("序号"), Head(words="类别", width=12, classes=True)]
    sheet = parts(List(title="甲", heads=columns, rows=[[1, "疑似断链"]]))
    rules = re.findall(r'operator="containsText" text="([^"]*)"', sheet["xl/worksheets/sheet1.xml"])
    assert rules == ["断链", "短链·向上", "短链·向下", "细链", "弱链", "无链"]


def test_every_face_is_chinese() -> None:
    lists = list(all_lists(found(), ["soy"], chosen(shipped(), "city")))
    styles = parts(*lists)["xl/styles.xml"]
    faces = re.findall(r'<name val="([^"]*)"', styles)
    assert set(faces) == {"宋体", "微软雅黑"}
    assert faces[0] == "宋体", "the default of the workbook"
    assert "scheme" not in styles


def test_the_file_says_who_made_it() -> None:
    xml = parts(ONE)
    assert "<dc:creator>聊城市</dc:creator>" in xml["docProps/core.xml"]
    assert "<Company>聊城市</Company>" in xml["docProps/app.xml"]
    assert xml["docProps/core.xml"].count(">2022-12-01T00:00:00Z<") == 2, "that of the data"


def test_sheet_names_are_what_excel_accepts() -> None:
    lists = [
        List(title="甲/乙:*?[]" * 9, heads=heads("a"), rows=[[1]]),
        List(title="甲/乙:*?[]" * 9, heads=heads("a"), rows=[[1]]),
        List(title="目录", heads=heads("a"), rows=[[1]]),
    ]
    names = re.findall(r'sheet name="([^"]*)"', parts(*lists)["xl/workbook.xml"])
    assert len(set(names)) == 4
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.parametrize(
    ("words", "width", "count"),
    [
        ("", 10, 1),
        ("双酚A", 10, 1),
        ("双酚A双酚A双酚A", 10, 2),
        ("一\n二\n三", 10, 3),
        ("Perfluoroalkoxyalkane", 10, 3),
        ("聚碳酸酯 polycarbonate", 14, 2),
    ],
)
def test_wrapped_text_counts_its_lines(words: str, width: float, count: int) -> None:
    assert lines(words, width) == count


def test_a_row_is_as_high_as_its_text() -> None:
    item = List(title="甲", heads=heads("序号", "理由"), rows=[[1, "理由" * 20], [2, "短"]])
    sheet = parts(item)["xl/worksheets/sheet1.xml"]
    tall = dict(re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)"', sheet))
    assert float(tall["4"]) == pytest.approx(height(4), abs=0.5), "in whole pixels"
    assert float(tall["5"]) == pytest.approx(height(1), abs=0.5)


@pytest.mark.parametrize(
    ("widths", "paper", "across"),
    [([20, 60], A4, 1), ([20, 150], A3, 1), ([20, 30, 150, 150], A3, 2)],
)
def test_paper_grows_before_type_shrinks(widths: list[float], paper: int, across: int) -> None:
    setup = pages(widths)
    assert (setup.paper, len(setup.breaks) + 1) == (paper, across)


def test_two_pages_are_about_equally_full() -> None:
    (at,) = pages([6, 20, 90, 90, 90, 10]).breaks
    assert at == 4


def test_a_list_without_rows_says_so() -> None:
    assert cells(parts(List(title="甲", heads=heads("序号", "环节"), rows=[])))["A4"] == "无"


def test_wide_columns_give_way_before_a_page_is_added() -> None:
    assert squeezed([6, 20, 200, 200]) != [6, 20, 200, 200]
    assert not pages(squeezed([6, 20, 200, 200])).breaks


SETS = ("shandong9", "city", "five_five", "six_six", "problems", "policies")


@pytest.mark.parametrize("template", SETS)
def test_type_is_legible_in_print(template: str) -> None:
    """From the XML alone: every page holds its columns at a scale of seven points at least."""
    lists = list(all_lists(found(), ["pc-nylon"], chosen(shipped(), template)))
    for name, sheet in parts(*lists).items():
        if name.startswith("xl/worksheets/sheet"):
            _is_legible(name, sheet)


def _is_legible(name: str, sheet: str) -> None:
    widths = [
        float(width) - 0.71
        for first, last, width in re.findall(
            r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', sheet
        )
        for _ in range(int(first), int(last) + 1)
    ]
    (setup,) = re.findall("<pageSetup[^>]*>", sheet)
    told = dict(re.findall(r'(\w+)="([^"]*)"', setup))
    wide = room(int(told["paperSize"]))
    assert told["orientation"] == "landscape"
    if "scale" not in told:
        assert TYPE * min(1, wide / sum(map(points, widths))) >= 7, name
        return
    scale = int(told["scale"]) / 100
    assert TYPE * scale >= 7, name
    starts = [
        0,
        *(int(at) for at in re.findall(r'<brk id="(\d+)" max="1048575"', sheet)),
        len(widths),
    ]
    for at, (first, last) in enumerate(itertools.pairwise(starts)):
        page = widths[first:last] + (widths[:2] if at else [])
        assert sum(map(points, page)) * scale <= wide + 1, name
    assert len(starts) <= 3, f"{name}: two pages wide at most"

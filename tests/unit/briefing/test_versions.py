"""版本对比 on paper and as a workbook: the same changes, readable in a minute."""

from __future__ import annotations

from liantu.briefing.blocks import Items, Numbers, Paragraph, Table
from liantu.briefing.versions import TWO, changed_map, report, workbook
from liantu.diagram.drawing import Label
from liantu.diagram.segment.two import draw_two
from liantu.library.importing.tables import tables_of
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import Version, compared
from liantu.telling.versions.rows import thing_rows
from liantu.telling.versions.summary import numbers, sentence
from tests.helpers.papers import blocks
from tests.helpers.readings import shipped_at
from tests.helpers.versions import comparison, version

FOLLOWED = ["投产停产", "供需变化", "可接着做"]


def test_the_paper_says_first_what_changed() -> None:
    made = report(comparison())
    first = made.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("与“2024Q3上报版”相比，“2024Q4上报版”共有3处资料变化")
    assert isinstance(made.blocks[1], Numbers)
    assert made.contents is False


def test_the_paper_tells_numbers_that_differ_classes_and_data() -> None:
    found = comparison()
    figures, classes, balances = blocks(report(found), Table)
    differ = [one for one in numbers(found) if one.before != one.after]
    assert [row[0] for row in figures.rows] == [one.words for one in differ]
    assert [row[0] for row in classes.rows] == [row.name for row in class_rows(found)][:12]
    assert "双酚A" in [row[0] for row in balances.rows]
    lines = [line for block in blocks(report(found), Items) for line in block.lines]
    assert any("鲁西集团" in line and "20→40万吨/年" in line for line in lines)


def test_the_same_twice_makes_an_honest_paper() -> None:
    atlas = shipped_at().atlas
    made = report(compared(version("甲", atlas), version("乙", atlas)))
    words = [block.text for block in blocks(made, Paragraph)]
    assert words[0] == "与“甲”相比，“乙”的资料没有变化。"
    assert blocks(made, Table)[0].note == "主要数字没有变化。"


def test_the_workbook_has_every_change() -> None:
    found = comparison()
    cells = {table.name: table.rows for table in tables_of(workbook(found), "对比")}
    assert list(cells) == ["目录", "汇总", "定性变化", "资料变化", *FOLLOWED]
    assert any(sentence(found) in map(str, row) for row in cells["汇总"])
    names = [row[2] for row in cells["定性变化"] if isinstance(row[0], float)]
    assert names == [row.name for row in class_rows(found)]
    words = [row[5] or "" for row in cells["资料变化"] if isinstance(row[0], float)]
    assert words == [row.words for row in thing_rows(found)]


def test_the_workbook_is_the_same_bytes_for_the_same_versions() -> None:
    assert workbook(comparison()) == workbook(comparison())


def test_the_map_marks_what_changed_from_what_to_what() -> None:
    found = comparison()
    drawing = changed_map(found, found.after, "pc-nylon", (1400.0, 800.0))
    letters = [s.text for s in drawing.shapes if isinstance(s, Label) and s.text in "增删改→"]
    inside = found.shown("pc-nylon") & found.turns.keys()
    turned = [product for product in inside if found.turns[product].turned]
    assert letters.count("→") >= len(turned) > 1
    assert letters.count("改") >= len(inside) - len(turned) > 0
    assert "删" not in letters


def test_both_maps_stand_on_one_sheet_with_numbers_and_changes() -> None:
    before, after = (
        version(date, shipped_at().atlas, date=date) for date in ("2022-10-25", "2022-10-26")
    )
    found = compared(before, after)
    made = draw_two(found, "pc-nylon")
    words = [s.text for s in made.shapes if isinstance(s, Label)]
    assert (round(made.width), round(made.height)) == (1587, 1123)
    assert "前：2022-10-25" in words
    assert "后：2022-10-26" in words
    assert words.count("双酚A") == 2, "once on each map"
    assert "4 → 5" in words, "key links"
    assert "本链类别变化 7 项（全市 7 项）" in words
    assert "苯酚：疑似无链 → 疑似短链·向上（本地新增用户 双酚A）" in words
    for shape in made.shapes:
        if isinstance(shape, Label):
            assert 0 <= shape.x <= made.width
            assert 0 <= shape.y <= made.height
    quiet = draw_two(found, "cu", "A4")
    assert "本链类别变化 0 项（全市 7 项）" in [
        s.text for s in quiet.shapes if isinstance(s, Label)
    ]
    assert report(found, "pc-nylon").pictures[TWO].width == made.width


def test_a_scenario_is_written_as_such() -> None:
    reading = shipped_at()
    found = compared(
        Version("现状", reading), Version("设想", reading.under(reading.atlas.scenarios["bpa-120"]))
    )
    cells = {table.name: table.rows for table in tables_of(workbook(found), "对比")}
    assert list(cells) == ["目录", "汇总", "定性变化", *FOLLOWED], "the data are the same"
    row = next(row for row in cells["供需变化"] if row[1] == "双酚A")
    assert row[3] == "余 1.9 万吨/年 → 余 101.9 万吨/年"
    paper = report(found)
    assert paper.title == "聊城市产业链对比"
    quiet = [block.text for block in blocks(paper, Paragraph) if block.quiet]
    assert any("“设想”的假定" in line for line in quiet)

"""版本对比 on paper and as a workbook: the same changes, readable in a minute."""

from __future__ import annotations

from liantu.briefing.blocks import Items, Numbers, Paragraph, Table
from liantu.briefing.versions import changed_map, report, workbook
from liantu.diagram.drawing import Label
from liantu.library.importing.tables import tables_of
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import compared
from liantu.telling.versions.rows import thing_rows
from liantu.telling.versions.summary import numbers, sentence
from tests.helpers.papers import blocks
from tests.helpers.readings import shipped_at
from tests.helpers.versions import comparison, version


def test_the_paper_says_first_what_changed() -> None:
    made = report(comparison())
    first = made.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("与“2024Q3上报版”相比，“2024Q4上报版”共有3处资料变化")
    assert isinstance(made.blocks[1], Numbers)
    assert made.contents is False


def test_the_paper_tells_numbers_that_differ_classes_and_data() -> None:
    found = comparison()
    figures, classes = blocks(report(found), Table)
    differ = [one for one in numbers(found) if one.before != one.after]
    assert [row[0] for row in figures.rows] == [one.words for one in differ]
    assert [row[0] for row in classes.rows] == [row.name for row in class_rows(found)][:12]
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
    assert list(cells) == ["目录", "汇总", "定性变化", "资料变化"]
    assert any(sentence(found) in map(str, row) for row in cells["汇总"])
    names = [row[2] for row in cells["定性变化"] if isinstance(row[0], float)]
    assert names == [row.name for row in class_rows(found)]
    words = [row[5] or "" for row in cells["资料变化"] if isinstance(row[0], float)]
    assert words == [row.words for row in thing_rows(found)]


def test_the_workbook_is_the_same_bytes_for_the_same_versions() -> None:
    assert workbook(comparison()) == workbook(comparison())


def test_the_map_marks_what_changed_by_letter() -> None:
    found = comparison()
    drawing = changed_map(found, found.after, "pc-nylon", (1400.0, 800.0))
    letters = [s.text for s in drawing.shapes if isinstance(s, Label) and s.text in "增删改"]
    inside = {m.product for m in found.after.atlas.chains["pc-nylon"].members()}
    marks = [how for product, how in found.marks().items() if product in inside]
    assert letters.count("增") >= marks.count("added") > 0
    assert letters.count("改") >= marks.count("changed") > 0
    assert "删" not in letters

"""The briefing in Word."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from liantu.briefing.blocks import Figure, Table
from liantu.briefing.office import Office, Style
from liantu.briefing.order import Order
from liantu.briefing.report import briefing
from liantu.briefing.word import to_docx
from tests.helpers.papers import blocks, found

pytestmark = pytest.mark.usefixtures("qapp")
"""Pictures in Word and slides are painted by Qt; its one application is that of the tests."""


def test_word_has_headings_tables_pictures_and_east_asian_fonts() -> None:
    office = Office(Style.OFFICIAL, mark=True)
    report = briefing(found(), Order(chains=("soy",), office=office))
    data = to_docx(report, office)
    assert data == to_docx(report, office)
    made = docx.Document(BytesIO(data))
    assert next(p.text for p in made.paragraphs if p.style.name == "Heading 1") == "一页总结"
    assert len(made.tables) == len(blocks(report, Table))
    assert len(made.inline_shapes) == len(blocks(report, Figure))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert 'w:eastAsia="仿宋"' in archive.read("word/styles.xml").decode()


def made_of(style: Style) -> Any:
    report = briefing(found(), Order(chains=("soy",), office=Office(style)))
    return docx.Document(BytesIO(to_docx(report, Office(style))))


@pytest.mark.parametrize("style", list(Style))
def test_no_pitch_clips_a_picture_or_a_heading(style: Style) -> None:
    made = made_of(style)
    pictures = [p for p in made.paragraphs if p._p.findall(f".//{qn('wp:inline')}")]
    assert len(pictures) == len(made.inline_shapes) > 0
    assert {p.paragraph_format.line_spacing for p in pictures} == {1.0}
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        found_style = made.styles[name]
        assert found_style.paragraph_format.line_spacing > found_style.font.size, name


def test_the_grid_of_a_table_is_as_wide_as_its_cells() -> None:
    for table in made_of(Style.PLAIN).tables:
        widths = [cell.width for cell in table.rows[-1].cells]
        assert [column.width for column in table.columns] == pytest.approx(widths, abs=700)


def test_the_text_is_chinese_for_spelling_and_fonts() -> None:
    made = made_of(Style.PLAIN)
    told = [
        element.get(qn("w:eastAsia"))
        for root in (made.styles.element, made.settings.element)
        for name in ("w:lang", "w:themeFontLang")
        for element in root.iter(qn(name))
    ]
    assert told == ["zh-CN", "zh-CN"]

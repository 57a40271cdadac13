"""The briefing in Word."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest

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

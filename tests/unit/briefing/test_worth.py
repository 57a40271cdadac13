"""What papers say of their data: the same words everywhere, once, and never alone on a page."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import pypdf

from liantu.briefing import projects, sides
from liantu.briefing.blocks import Paragraph, Report
from liantu.briefing.office import Office
from liantu.briefing.order import Order
from liantu.briefing.typeset import to_pdf
from liantu.briefing.visit import visit
from liantu.telling.beside.pair import COUNTY, Pair
from liantu.telling.beside.told import beside
from tests.helpers.papers import blocks, found


@cache
def counties() -> Report:
    return sides.report(beside(found(), Pair(COUNTY, "茌平区", "高唐县")))


def test_every_paper_says_the_same_of_its_data_in_the_same_words() -> None:
    page = visit(found(), Order(chains=("al",)))
    papers = (page, counties(), projects.report(found(), []))
    assert len({(paper.statement, paper.foot) for paper in papers}) == 1
    assert re.search(r"[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]", page.statement + page.foot) is None


def test_a_paper_says_once_how_much_is_recorded() -> None:
    told = "".join(block.text for block in blocks(counties(), Paragraph))
    assert "规上" in counties().foot
    assert "规上" not in told


def test_no_last_page_has_only_the_words_about_the_data() -> None:
    page = visit(found(), Order(chains=("al",)))
    for count in range(26, 34):
        lines = [Paragraph(f"第{at}段") for at in range(count)]
        made = to_pdf(replace(page, blocks=lines, pictures={}), Office())
        *_, last = pypdf.PdfReader(BytesIO(made)).pages
        words = re.sub(r"\s", "", last.extract_text())
        assert page.foot in words
        assert f"第{count - 1}段" in words

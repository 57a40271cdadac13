"""巡链一页纸 is one page that leaves no class out."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from liantu.analysis.reading import Reading
from liantu.briefing.findings import questions
from liantu.briefing.office import Office
from liantu.briefing.order import Order
from liantu.briefing.papers import one_page
from liantu.briefing.typeset import to_pdf
from liantu.briefing.visit import visit
from liantu.model.classes import Word
from liantu.model.scenario import Scenario, Switches
from tests.helpers.papers import found, words_of
from tests.helpers.readings import loaded


@pytest.mark.parametrize("chain", ["pc-nylon", "it", "soy"])
def test_a_visit_is_one_page(chain: str) -> None:
    page = visit(found(), Order(chains=(chain,)))
    data = to_pdf(page, Office(), one_page(page, Office()))
    assert len(pypdf.PdfReader(BytesIO(data)).pages) == 1
    assert "问什么" in words_of(data)


def test_a_thin_product_is_asked_about_like_a_weak_one() -> None:
    reading = Reading.of(loaded().atlas, Scenario("2022-12-31", Switches(thin=1.2)))
    ids = [p for p, v in reading.verdicts.items() if Word.THIN in v.words and v.makers]
    name = reading.atlas.products[max(ids, key=lambda p: len(reading.verdicts[p].stops))].name
    asked = questions(reading, ids, [])
    assert any(line.endswith(f"：{name}扩产有什么困难？") for line in asked)
    calm = questions(reading, [p for p in reading.verdicts if p not in ids], [])
    assert not any("扩产有什么困难" in line for line in calm)

"""巡链一页纸 is one page."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from liantu.briefing.office import Office
from liantu.briefing.order import Order
from liantu.briefing.papers import one_page
from liantu.briefing.typeset import to_pdf
from liantu.briefing.visit import visit
from tests.helpers.papers import found, words_of


@pytest.mark.parametrize("chain", ["pc-nylon", "it", "soy"])
def test_a_visit_is_one_page(chain: str) -> None:
    page = visit(found(), Order(chains=(chain,)))
    data = to_pdf(page, Office(), one_page(page, Office()))
    assert len(pypdf.PdfReader(BytesIO(data)).pages) == 1
    assert "问什么" in words_of(data)

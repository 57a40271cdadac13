"""The briefing as slides."""

from __future__ import annotations

from io import BytesIO

import pptx
import pytest

from liantu.briefing.order import Order
from liantu.briefing.slides import to_pptx
from tests.helpers.papers import found

pytestmark = pytest.mark.usefixtures("qapp")
"""Pictures in Word and slides are painted by Qt; its one application is that of the tests."""


def test_slides_have_native_titles_and_tables() -> None:
    data = to_pptx(found(), Order(chains=("soy",)))
    assert data == to_pptx(found(), Order(chains=("soy",)))
    slides = pptx.Presentation(BytesIO(data)).slides
    assert slides[0].shapes.title.text == "聊城市重点产业链诊链简报"
    assert any(shape.has_table for slide in slides for shape in slide.shapes)

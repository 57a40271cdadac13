"""The briefing as slides."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pptx
import pytest

from liantu.briefing.order import Order
from liantu.briefing.slides import to_pptx
from liantu.library import load
from tests.helpers.folders import CHAIN, LIBRARY, write
from tests.helpers.papers import found
from tests.helpers.readings import reading

pytestmark = pytest.mark.usefixtures("qapp")
"""Pictures in Word and slides are painted by Qt; its one application is that of the tests."""


def test_slides_have_native_titles_and_tables() -> None:
    data = to_pptx(found(), Order(chains=("soy",)))
    assert data == to_pptx(found(), Order(chains=("soy",)))
    slides = pptx.Presentation(BytesIO(data)).slides
    assert slides[0].shapes.title.text == "聊城市重点产业链诊链简报"
    assert any(shape.has_table for slide in slides for shape in slide.shapes)


def test_slides_say_which_file_is_missing(tmp_path: Path) -> None:
    more = CHAIN.replace("id: resin", "id: other").split("products:")[0] + "  fld：\n"
    files = {"02-other.yaml": more, "library.yaml": LIBRARY.replace("[resin]", "[resin, other]")}
    atlas = load(write(tmp_path, files)).atlas
    slides = pptx.Presentation(BytesIO(to_pptx(reading(atlas), Order(chains=("resin",))))).slides
    told = [s.text_frame.text for s in slides[0].shapes if s.has_text_frame]
    assert "资料中有 1 个文件未能读入：02-other.yaml" in "\n".join(told)

"""What a paper does not know is an error, never left out in silence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from liantu.briefing.blocks import Paragraph, Report
from liantu.briefing.office import Office
from liantu.briefing.typeset import to_pages, to_pdf
from liantu.briefing.word import to_docx
from liantu.render.errors import ExportError


@dataclass(frozen=True)
class Aside:
    """A block that nobody sets, though it can tell its data."""

    text: str = "旁注"

    def data(self) -> dict[str, Any]:
        return {"kind": "aside", "text": self.text}


REPORT = Report(
    "题", "试验市", "2022年12月", "2022-12", (), "说明", (Paragraph("甲"),), contents=False
)
STRANGE: Any = replace(REPORT, blocks=(Paragraph("甲"), Aside()))  # type: ignore[arg-type]


def test_word_refuses_a_block_it_does_not_know(qapp: QGuiApplication) -> None:
    assert to_docx(REPORT, Office())
    with pytest.raises(AssertionError):
        to_docx(STRANGE, Office())


def test_typst_refuses_a_block_it_does_not_know() -> None:
    assert to_pdf(REPORT, Office())
    with pytest.raises(ExportError) as error:
        to_pdf(STRANGE, Office())
    assert "unknown block: aside" in str(error.value.params["reason"])
    with pytest.raises(ExportError):
        to_pages(STRANGE, Office())

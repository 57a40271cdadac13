"""Several pages: one PDF with all of them, or a numbered picture each."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QGuiApplication

from liantu.diagram.drawing import Drawing, Label, Name
from liantu.jobs import Cancelled, Progress
from liantu.render.bundle import export_pages, files_of
from liantu.render.fonts import register_fonts
from liantu.render.pdf import to_pdf

ONE = Drawing(400, 200, (Label(20, 33, "第一页", 13, "#1D2733"),), title="看板", date="2022-12")
TWO = replace(
    ONE,
    width=300.0,
    shapes=(Label(20, 33, "第二", 13, "#1D2733"),),
    names=(Name(20, 20, "玉米收获机"),),
)


@pytest.fixture(autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    register_fonts()


def test_a_pdf_holds_every_page_in_its_size_with_its_names(tmp_path: Path) -> None:
    assert export_pages((ONE, TWO), tmp_path / "a.pdf", dpi=96) == (tmp_path / "a.pdf",)
    pages = pypdf.PdfReader(tmp_path / "a.pdf").pages
    assert [(float(p.mediabox.width), float(p.mediabox.height)) for p in pages] == [
        (300, 150),
        (225, 150),
    ]
    assert "第一页" in pages[0].extract_text()
    assert "玉米收获机" in pages[1].extract_text()
    assert "玉米收获机" not in pages[0].extract_text()


def test_the_same_pages_give_the_same_bytes_with_title_and_day() -> None:
    found = to_pdf(ONE, TWO)
    assert found == to_pdf(ONE, TWO)
    told = pypdf.PdfReader(BytesIO(found)).metadata
    assert told is not None
    assert told.title == "看板"
    assert "20221201" in str(told.get("/CreationDate")) + str(told.get("/ModDate"))


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_pictures_are_numbered(tmp_path: Path, suffix: str) -> None:
    wanted = tuple(tmp_path / f"a-{at}.{suffix}" for at in (1, 2))
    assert files_of(tmp_path / f"a.{suffix}", 2) == wanted
    assert export_pages((ONE, TWO), tmp_path / f"a.{suffix}", dpi=96) == wanted
    assert sorted(tmp_path.iterdir()) == sorted(wanted)


def test_one_page_keeps_its_name(tmp_path: Path) -> None:
    assert export_pages((ONE,), tmp_path / "a.svg", dpi=96) == (tmp_path / "a.svg",)


def test_a_cancelled_pdf_leaves_nothing_behind(tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        export_pages((ONE, TWO), tmp_path / "a.pdf", dpi=96, progress=progress)
    assert list(tmp_path.iterdir()) == []

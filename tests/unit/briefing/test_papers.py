"""Papers on disk: inert, unharmed, whole or not there."""

from __future__ import annotations

import errno
import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pptx
import pypdf
import pytest

from liantu.briefing.lists import all_lists, to_xlsx, write_lists
from liantu.briefing.office import Office
from liantu.briefing.papers import one_page, write_briefing
from liantu.briefing.report import briefing
from liantu.briefing.slides import to_pptx, write_slides
from liantu.briefing.typeset import lacking, to_pdf
from liantu.briefing.visit import visit
from liantu.briefing.word import to_docx
from liantu.jobs import Cancelled, Progress
from liantu.library import load
from liantu.render.errors import ExportError
from liantu.wording import text
from tests.helpers.folders import CHAIN, write
from tests.helpers.papers import HOSTILE, found, words_of
from tests.helpers.readings import reading

pytestmark = pytest.mark.usefixtures("qapp")
"""Pictures in Word and slides are painted by Qt; its one application is that of the tests."""


def test_hostile_names_are_inert_on_paper(tmp_path: Path) -> None:
    named = CHAIN.replace("name: 苯酚", f"name: '{HOSTILE}'")
    atlas = load(write(tmp_path, {"01-resin.yaml": named})).atlas
    found_ = reading(atlas, "2022-12-31")
    report = briefing(found_, ["resin"])
    text = words_of(to_pdf(report, Office()))
    assert re.sub(r"\s", "", HOSTILE.replace("𠮷", "〓")) in text
    assert lacking(report) == ["𠮷"]
    page = visit(found_, "resin")
    assert HOSTILE[:7] in words_of(to_pdf(page, Office()))
    assert HOSTILE in "".join(
        cell.text
        for table in docx.Document(BytesIO(to_docx(report, Office()))).tables
        for row in table.rows
        for cell in row.cells
    )
    book = to_xlsx(found_, list(all_lists(found_, ["resin"])))
    with zipfile.ZipFile(BytesIO(book)) as archive:
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
        assert not any("<f>" in archive.read(n).decode() for n in sheets)
        assert "=cmd|A0" in archive.read("xl/sharedStrings.xml").decode()


def test_files_are_written_or_nothing_is_left(tmp_path: Path) -> None:
    write_lists(found(), ["soy"], tmp_path / "a.xlsx")
    write_briefing(found(), ["soy"], tmp_path / "a.pdf")
    assert {p.name for p in tmp_path.iterdir()} == {"a.xlsx", "a.pdf"}
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_briefing(found(), ["soy"], tmp_path / "b.pdf", progress)
    with pytest.raises(ExportError):
        write_lists(found(), ["soy"], tmp_path / "no" / "a.xlsx")
    assert {p.name for p in tmp_path.iterdir()} == {"a.xlsx", "a.pdf"}


@pytest.mark.parametrize(
    "name", ["超" * 100, "😀双酚A", "&amp;<b>]]>", "{地区}../..\\", "𠮷野㐀", "=1+1", "@SUM(A1)"]
)
def test_strange_names_reach_every_paper_unharmed(tmp_path: Path, name: str) -> None:
    named = CHAIN.replace("name: 苯酚", f"name: '{name}'")
    atlas = load(write(tmp_path, {"01-resin.yaml": named})).atlas
    found_ = reading(atlas, "2022-12-31")
    report = briefing(found_, ["resin"])
    printed = "".join("〓" if c in lacking(report) else c for c in name)
    assert re.sub(r"\s", "", printed) in words_of(to_pdf(report, Office()))
    tables = docx.Document(BytesIO(to_docx(report, Office()))).tables
    cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
    assert name in cells
    slides = pptx.Presentation(BytesIO(to_pptx(found_, ["resin"], Office(), Progress()))).slides
    shapes = [shape for slide in slides for shape in slide.shapes if shape.has_table]
    assert name in {cell.text for shape in shapes for cell in shape.table.iter_cells()}
    page = visit(found_, "resin")
    assert (
        len(pypdf.PdfReader(BytesIO(to_pdf(page, Office(), one_page(page, Office())))).pages) == 1
    )


@pytest.mark.parametrize("suffix", ["pdf", "docx", "pptx", "xlsx"])
def test_a_refused_folder_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    old = tmp_path / f"旧.{suffix}"
    old.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("liantu.files.os.fsync", full)
    makers = {"pdf": write_briefing, "docx": write_briefing, "pptx": write_slides}
    make = makers.get(suffix, write_lists)
    with pytest.raises(ExportError) as error:
        make(found(), ["soy"], old)
    assert "磁盘" in text(error.value.code, **error.value.params)
    assert old.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == [old.name]


def test_archives_do_not_tell_which_system_made_them() -> None:
    book = to_xlsx(found(), list(all_lists(found(), ["soy"])))
    paper = to_docx(briefing(found(), ["soy"]), Office())
    for data in (book, paper):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
        assert {info.create_system for info in infos} == {3}
        assert {info.date_time for info in infos} == {(2000, 1, 1, 0, 0, 0)}

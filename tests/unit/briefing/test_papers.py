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

from liantu.briefing.blocks import Report, Table
from liantu.briefing.lists import all_lists, write_lists
from liantu.briefing.office import Office
from liantu.briefing.order import SUFFIXES, Kind, Order
from liantu.briefing.papers import names, one_page, preview, put
from liantu.briefing.papers import write as write_order
from liantu.briefing.report import briefing
from liantu.briefing.slides import to_pptx
from liantu.briefing.typeset import lacking, to_pdf
from liantu.briefing.visit import visit
from liantu.briefing.word import to_docx
from liantu.briefing.xlsx.workbook import to_xlsx
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
    report = briefing(found_, Order(chains=("resin",)))
    text = words_of(to_pdf(report, Office()))
    assert re.sub(r"\s", "", HOSTILE.replace("𠮷", "〓")) in text
    assert lacking(report) == ["𠮷"]
    page = visit(found_, Order(chains=("resin",)))
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


def test_a_long_word_stays_in_its_column() -> None:
    long = "Perfluoroalkoxyalkanefluoropolymer"
    table = Table("表", ["环节", "理由"], [[long, "理由"]], [1, 4])
    report = Report("题", "市", "2022年", "2022", (), "", (table,), contents=False)
    (page,) = pypdf.PdfReader(BytesIO(to_pdf(report, Office()))).pages
    lines = [line.strip() for line in page.extract_text().replace("\u200b", "").split("\n")]
    parts = [line for line in lines if line and line in long]
    assert "".join(parts) == long
    assert len(parts) > 1


def test_files_are_written_or_nothing_is_left(tmp_path: Path) -> None:
    write_lists(found(), ["soy"], tmp_path / "a.xlsx")
    put(found(), Order(chains=("soy",)), tmp_path / "a.pdf")
    assert {p.name for p in tmp_path.iterdir()} == {"a.xlsx", "a.pdf"}
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        put(found(), Order(chains=("soy",)), tmp_path / "b.pdf", progress)
    with pytest.raises(ExportError):
        write_lists(found(), ["soy"], tmp_path / "a.pdf" / "a.xlsx")
    assert {p.name for p in tmp_path.iterdir()} == {"a.xlsx", "a.pdf"}
    write_lists(found(), ["soy"], tmp_path / "new" / "folder" / "a.xlsx")
    assert (tmp_path / "new" / "folder" / "a.xlsx").stat().st_size > 1000


@pytest.mark.parametrize(
    ("kind", "suffix"), [(kind, suffix) for kind in Kind for suffix in SUFFIXES[kind]]
)
def test_every_kind_is_written_in_each_of_its_formats(
    tmp_path: Path, kind: Kind, suffix: str
) -> None:
    order = Order(kind, suffix, ("soy",))
    last = write_order(found(), order, tmp_path, Progress())
    assert [path.name for path in tmp_path.iterdir()] == [last.name] == names(found(), order)
    assert last.read_bytes().startswith(b"%PDF" if suffix == "pdf" else b"PK")


def test_visits_are_a_file_for_each_chain(tmp_path: Path) -> None:
    order = Order(Kind.VISIT, "pdf", ("soy", "it"))
    last = write_order(found(), order, tmp_path, Progress())
    written = {path.name: words_of(path.read_bytes()) for path in tmp_path.iterdir()}
    assert set(written) == set(names(found(), order))
    assert last.name == names(found(), order)[-1]
    for chain, name in zip(order.chains, names(found(), order), strict=True):
        assert found().atlas.chains[chain].label in written[name]


def test_only_what_has_pages_is_previewed() -> None:
    pages = {
        kind: len(preview(found(), Order(kind, chains=("soy", "it")), 20.0, Progress()))
        for kind in (Kind.VISIT, Kind.LISTS, Kind.SLIDES)
    }
    assert pages == {Kind.VISIT: 2, Kind.LISTS: 0, Kind.SLIDES: 0}
    assert len(preview(found(), Order(chains=("soy",)), 20.0, Progress())) > 2
    assert preview(found(), Order(), 20.0, Progress()) == []


@pytest.mark.parametrize(
    "name", ["超" * 100, "😀双酚A", "&amp;<b>]]>", "{地区}../..\\", "𠮷野㐀", "=1+1", "@SUM(A1)"]
)
def test_strange_names_reach_every_paper_unharmed(tmp_path: Path, name: str) -> None:
    named = CHAIN.replace("name: 苯酚", f"name: '{name}'")
    atlas = load(write(tmp_path, {"01-resin.yaml": named})).atlas
    found_ = reading(atlas, "2022-12-31")
    report = briefing(found_, Order(chains=("resin",)))
    printed = "".join("〓" if c in lacking(report) else c for c in name)
    assert re.sub(r"\s", "", printed) in words_of(to_pdf(report, Office()))
    tables = docx.Document(BytesIO(to_docx(report, Office()))).tables
    cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
    assert f"○ {name}" in cells
    slides = pptx.Presentation(BytesIO(to_pptx(found_, Order(chains=("resin",))))).slides
    shapes = [shape for slide in slides for shape in slide.shapes if shape.has_table]
    assert f"○ {name}" in {cell.text for shape in shapes for cell in shape.table.iter_cells()}
    page = visit(found_, Order(chains=("resin",)))
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
    kind = next(kind for kind, suffixes in SUFFIXES.items() if suffix in suffixes)
    with pytest.raises(ExportError) as error:
        put(found(), Order(kind, suffix, ("soy",)), old)
    assert "磁盘" in text(error.value.code, **error.value.params)
    assert old.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == [old.name]


def test_archives_do_not_tell_which_system_made_them() -> None:
    book = to_xlsx(found(), list(all_lists(found(), ["soy"])))
    paper = to_docx(briefing(found(), Order(chains=("soy",))), Office())
    for data in (book, paper):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
        assert {info.create_system for info in infos} == {3}
        assert {info.date_time for info in infos} == {(2000, 1, 1, 0, 0, 0)}

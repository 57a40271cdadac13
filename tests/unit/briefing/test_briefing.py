"""Briefing and lists: complete, searchable, inert, the same bytes twice."""

from __future__ import annotations

import errno
import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pptx
import pypdf
import pytest

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Figure, Heading, Items, Paragraph, Report, Table
from liantu.briefing.lists import List, all_lists, to_xlsx, write_lists
from liantu.briefing.office import Office, Style
from liantu.briefing.papers import one_page, write_briefing
from liantu.briefing.report import briefing
from liantu.briefing.slides import to_pptx, write_slides
from liantu.briefing.typeset import lacking, to_pdf
from liantu.briefing.visit import visit
from liantu.briefing.word import to_docx
from liantu.jobs import Cancelled, Progress
from liantu.library import load
from liantu.model import Atlas, ListKind
from liantu.model.scenario import year_before
from liantu.render.errors import ExportError
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Scope
from liantu.telling.lists.templates import chosen
from liantu.wording import text
from tests.helpers.folders import CHAIN, write
from tests.helpers.readings import reading, shipped_at

pytestmark = pytest.mark.usefixtures("qapp")
"""Pictures in Word and slides are painted by Qt; its one application is that of the tests."""

HOSTILE = '#import "@preview/x" $x$ =cmd|A0 <img> 𠮷'


@cache
def shipped() -> Atlas:
    return shipped_at().atlas


@cache
def found() -> Reading:
    return shipped_at("2022-10-26")


def words_of(data: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(data)).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


def pdf(*chains: str, office: Office = Office()) -> bytes:  # noqa: B008  frozen
    return to_pdf(briefing(found(), chains, office), office)


def blocks(report: Report, kind: type[Any]) -> list[Any]:
    return [block for block in report.blocks if isinstance(block, kind)]


def test_the_same_briefing_twice_and_everything_is_found() -> None:
    data = pdf("pc-nylon")
    assert data == pdf("pc-nylon")
    text = words_of(data)
    parts = ("目录", "一页总结", "与上期相比", "断链清单", "一链一策", "方法", "资料说明", "来源")
    for part in parts:
        assert part in text
    report = briefing(found(), ["pc-nylon"])
    cells = {cell for table in blocks(report, Table) for row in table.rows for cell in row}
    for cell in cells:
        assert re.sub(r"\s", "", cell) in text


def test_every_chain_can_be_briefed() -> None:
    report = briefing(found(), list(shipped().chains))
    titles = [block.text for block in blocks(report, Heading) if block.level == 1]
    assert titles[1:21] == [chain.name for chain in shipped().chains.values()]
    assert sum(name.startswith("map-") for name in report.pictures) == 20
    overview = blocks(report, Table)[1]
    assert len(overview.rows) == 21
    assert overview.rows[-1][0] == "合计"
    assert "只计一次" in overview.note


def test_clusters_are_printed_with_their_titles_and_sources() -> None:
    report = briefing(found(), ["sheet"])
    (table,) = [t for t in blocks(report, Table) if "产业集群" in t.caption]
    row = next(row for row in table.rows if "延链绿色智造" in row[0])
    assert row[1:3] == ["冠县", "省级特色产业集群（2022年）、市级特色产业集群（2022年）"]
    assert row[3] == "不详", "an unknown size is said to be unknown"
    told = [line for block in blocks(report, Items) for line in block.lines]
    assert any("2022年度聊城市特色产业集群名单" in line for line in told)
    rows = LISTS["clusters"].rows(found(), Scope(chains=("sheet",)))
    assert {row.chain for row in rows} == {"精品钢板"}
    assert len(rows) == len(table.rows)


def test_captions_are_numbered_and_tell_date_and_source() -> None:
    report = briefing(found(), ["pc-nylon"])
    captions = [block.caption for block in blocks(report, Table)]
    assert captions[0].startswith("表1 优先处置事项（数据截止2022年10月26日")
    assert [c.split(" ")[0] for c in captions] == [f"表{n + 1}" for n in range(len(captions))]
    plain = briefing(found(), ["pc-nylon"], Office(captions=False))
    assert blocks(plain, Table)[0].caption == "优先处置事项"


def test_what_changed_names_bpa() -> None:
    report = briefing(found(), ["pc-nylon"], Office(since="2022-10-25"))
    words = "".join(block.text for block in blocks(report, Paragraph))
    assert "与2022年10月25日相比" in words
    assert "新增本地环节1个：双酚A" in words


@pytest.mark.parametrize(
    ("date", "before"), [("2022-10-26", "2021-10-26"), ("2024-02-29", "2023-02-28"), ("", "")]
)
def test_the_year_before(date: str, before: str) -> None:
    assert year_before(date) == before


def test_official_pages_fold_out_and_bear_the_mark() -> None:
    office = Office(Style.OFFICIAL, mark=True, fold=True)
    pages = pypdf.PdfReader(BytesIO(pdf("soy", office=office))).pages
    assert "内部" in pages[0].extract_text()
    sizes = {tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in pages}
    assert sizes == {(210, 297), (420, 297)}


def test_free_text_of_the_office_goes_into_the_plan(tmp_path: Path) -> None:
    plan = "  plan:\n    - {title: 保障措施, text: 专班每月调度一次。}\n"
    told = CHAIN.replace("  members:", f"{plan}  members:", 1)
    atlas = load(write(tmp_path, {"01-resin.yaml": told})).atlas
    report = briefing(reading(atlas), ["resin"])
    assert "保障措施" in [block.text for block in blocks(report, Heading)]
    assert "专班每月调度一次。" in [block.text for block in blocks(report, Paragraph)]


def test_an_empty_chain_says_none(tmp_path: Path) -> None:
    empty = CHAIN.split("  members:")[0] + "  members: {}\n"
    atlas = load(write(tmp_path, {"01-resin.yaml": empty, "enterprises.yaml": "format: 1\n"})).atlas
    found_ = reading(atlas)
    text = words_of(to_pdf(briefing(found_, ["resin"]), Office()))
    assert "没有断链和短链" in text
    page = visit(found_, "resin")
    assert "资料中没有这条链的企业" in words_of(to_pdf(page, Office(), one_page(page, Office())))


@pytest.mark.parametrize("chain", ["pc-nylon", "it", "soy"])
def test_a_visit_is_one_page(chain: str) -> None:
    page = visit(found(), chain)
    data = to_pdf(page, Office(), one_page(page, Office()))
    assert len(pypdf.PdfReader(BytesIO(data)).pages) == 1
    assert "问什么" in words_of(data)


def test_word_has_headings_tables_pictures_and_east_asian_fonts() -> None:
    office = Office(Style.OFFICIAL, mark=True)
    report = briefing(found(), ["soy"], office)
    data = to_docx(report, office)
    assert data == to_docx(report, office)
    made = docx.Document(BytesIO(data))
    assert next(p.text for p in made.paragraphs if p.style.name == "Heading 1") == "一页总结"
    assert len(made.tables) == len(blocks(report, Table))
    assert len(made.inline_shapes) == len(blocks(report, Figure))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert 'w:eastAsia="仿宋"' in archive.read("word/styles.xml").decode()


def test_slides_have_native_titles_and_tables() -> None:
    data = to_pptx(found(), ["soy"], Office(), Progress())
    assert data == to_pptx(found(), ["soy"], Office(), Progress())
    slides = pptx.Presentation(BytesIO(data)).slides
    assert slides[0].shapes.title.text == "聊城市重点产业链诊链简报"
    assert any(shape.has_table for slide in slides for shape in slide.shapes)


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


@pytest.mark.parametrize("template", ["shandong9", "city"])
def test_lists_are_the_same_twice_and_complete(template: str) -> None:
    chains = list(shipped().chains)
    wanted = chosen(shipped(), template)
    lists = list(all_lists(found(), chains, wanted))
    assert [item.title for item in lists] == [sheet.title for sheet in wanted.sheets]
    assert all(len(row) == len(item.head) for item in lists for row in item.rows)
    assert all(len(item.widths) == len(item.head) for item in lists)
    assert to_xlsx(found(), lists) == to_xlsx(found(), lists)


def test_the_first_template_is_that_of_the_province() -> None:
    assert len(chosen(shipped()).sheets) == 10
    assert chosen(shipped()).sheets[0].title == "领航龙头企业清单"


def test_every_kind_of_list_is_made() -> None:
    assert set(ListKind) <= set(LISTS)
    scope = Scope(chains=tuple(shipped().chains))
    full = {kind for kind in ListKind if LISTS[kind].rows(found(), scope)}
    assert set(ListKind) - full <= {ListKind.THIN}


def test_a_folder_without_templates_has_lists(tmp_path: Path) -> None:
    atlas = load(write(tmp_path, {"01-resin.yaml": CHAIN})).atlas
    assert [s.kind for s in chosen(atlas).sheets][:2] == [ListKind.BROKEN, ListKind.SHORT]


def test_sheet_names_are_what_excel_accepts() -> None:
    lists = [
        List("甲/乙:*?[]" * 9, ["a"], [["b"]], [5]),
        List("甲/乙:*?[]" * 9, ["a"], [["c"]], [5]),
    ]
    with zipfile.ZipFile(BytesIO(to_xlsx(found(), lists))) as archive:
        names = re.findall(r'sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
    assert len(set(names)) == 2
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


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

    monkeypatch.setattr("liantu.render.export.os.fsync", full)
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

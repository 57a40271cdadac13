"""Briefing and lists: complete, searchable, inert, the same bytes twice."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from liantu import paths
from liantu.analysis.diagnosis import Diagnosis, diagnose
from liantu.briefing.content import briefing, printable
from liantu.briefing.lists import all_lists, to_xlsx, write_lists
from liantu.briefing.pdf import to_pdf, write_briefing
from liantu.jobs import Cancelled, Progress
from liantu.library import load
from liantu.model import Atlas
from liantu.render.errors import ExportError
from tests.helpers.folders import CHAIN, write

HOSTILE = '#import "@preview/x" $x$ =cmd|A0 <img> 𠮷'


@cache
def shipped() -> Atlas:
    return load(paths.shipped_chains()).atlas


@cache
def found() -> Diagnosis:
    return diagnose(shipped(), "2022-10-26")


def words_of(data: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(data)).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


def test_the_same_briefing_twice_and_everything_is_found() -> None:
    chains = ["pc-nylon"]
    data = to_pdf(shipped(), found(), chains, Progress())
    assert data == to_pdf(shipped(), found(), chains, Progress())
    text = words_of(data)
    for part in ("目录", "一页总结", "断链清单", "一链一策", "方法", "资料说明", "来源"):
        assert part in text
    for product in ("双酚A", "聚碳酸酯", "苯酚"):
        assert product in text
    assert "鲁西化工集团股份有限公司" in text


def test_every_chain_can_be_briefed_as_data() -> None:
    content = briefing(shipped(), found(), list(shipped().chains))
    assert len(content["chains"]) == 20
    assert len(content["overview"]["rows"]) == 20
    assert len(content["actions"]["rows"]) == 10
    assert all(chain["findings"] for chain in content["chains"])
    assert all(len(chain["tables"]) == 6 for chain in content["chains"])


def test_an_empty_chain_says_none(tmp_path: Path) -> None:
    empty = CHAIN.split("  members:")[0] + "  members: {}\n"
    atlas = load(write(tmp_path, {"01-resin.yaml": empty, "enterprises.yaml": "format: 1\n"})).atlas
    text = words_of(to_pdf(atlas, diagnose(atlas), ["resin"], Progress()))
    assert "没有断链和短链" in text


def test_hostile_names_are_inert_on_paper(tmp_path: Path) -> None:
    named = CHAIN.replace("name: 苯酚", f"name: '{HOSTILE}'")
    atlas = load(write(tmp_path, {"01-resin.yaml": named})).atlas
    diagnosis = diagnose(atlas, "2022-12-31")
    text = words_of(to_pdf(atlas, diagnosis, ["resin"], Progress()))
    assert re.sub(r"\s", "", HOSTILE.replace("𠮷", "〓")) in text
    book = to_xlsx(atlas, diagnosis, list(all_lists(atlas, diagnosis, ["resin"])))
    with zipfile.ZipFile(BytesIO(book)) as archive:
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
        assert not any("<f>" in archive.read(n).decode() for n in sheets)
        assert "=cmd|A0" in archive.read("xl/sharedStrings.xml").decode()


def test_printable_replaces_what_the_font_lacks() -> None:
    assert printable({"a": ["双酚A", 3, "𠮷\n"]}) == {"a": ["双酚A", 3, "〓\n"]}


def test_lists_are_the_same_twice_and_complete() -> None:
    chains = list(shipped().chains)
    lists = list(all_lists(shipped(), found(), chains))
    assert [item.title for item in lists][:4] == ["断链清单", "短链清单", "细链清单", "弱链清单"]
    assert all(len(row) == len(item.head) for item in lists for row in item.rows)
    assert to_xlsx(shipped(), found(), lists) == to_xlsx(shipped(), found(), lists)


def test_files_are_written_or_nothing_is_left(tmp_path: Path) -> None:
    write_lists(shipped(), found(), ["soy"], tmp_path / "a.xlsx")
    write_briefing(shipped(), found(), ["soy"], tmp_path / "a.pdf")
    assert {p.name for p in tmp_path.iterdir()} == {"a.xlsx", "a.pdf"}
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_briefing(shipped(), found(), ["soy"], tmp_path / "b.pdf", progress)
    with pytest.raises(ExportError):
        write_lists(shipped(), found(), ["soy"], tmp_path / "no" / "a.xlsx")
    assert {p.name for p in tmp_path.iterdir()} == {"a.xlsx", "a.pdf"}

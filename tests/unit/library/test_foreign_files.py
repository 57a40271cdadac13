"""Files that are no data files, too large, too many, or linked in odd ways."""

from __future__ import annotations

import io
import os
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from docx import Document
from xlsxwriter import Workbook

from liantu.issues import Issue, Severity
from liantu.library import folder, load
from liantu.library.parsing import encoding
from liantu.wording import issue_text
from tests.helpers.folders import CHAIN, LIBRARY, write

LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")


def issues(place: Path, code: str) -> list[Issue]:
    return [i for i in load(place).issues if i.code == f"library.{code}"]


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told(tmp_path: Path, name: str) -> None:
    (issue,) = issues(write(tmp_path, {"01-resin.yaml": CHAIN.encode(name)}), "encoding")
    assert issue.params["name"] == "UTF-16"


def xlsx() -> bytes:
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.add_worksheet().write(0, 0, "双酚A")
    book.close()
    return target.getvalue()


def docx() -> bytes:
    target = io.BytesIO()
    Document().save(target)
    return target.getvalue()


def archive() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("a.yaml", CHAIN)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (xlsx(), "Excel 工作簿"),
        (docx(), "Word 文档"),
        (archive(), "压缩包"),
        (b"%PDF-1.7\n\xff", "PDF 文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "旧版 Office"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
    ],
)
def test_a_renamed_file_is_told_as_what_it_is(tmp_path: Path, data: bytes, words: str) -> None:
    (issue,) = issues(write(tmp_path, {"02-x.yaml": data}), "foreign")
    assert words in issue_text(issue)


def test_the_size_is_seen_before_the_file_is_read(tmp_path: Path) -> None:
    place = write(tmp_path)
    with (place / "02-x.yaml").open("wb") as file:
        file.truncate(3_000_000_000)
    tracemalloc.start()
    (issue,) = issues(place, "file_big")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert issue.params["limit"] == encoding.MAX_BYTES // 1_000_000
    assert peak < 50_000_000


@pytest.mark.parametrize("settings", ["library.yaml", "Library.yml"])
def test_too_many_files_are_told_and_the_settings_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    monkeypatch.setattr(folder, "MAX_FILES", 4)
    for at in range(9):
        (tmp_path / f"a{at}.yaml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / settings).write_text(LIBRARY.replace("[resin]", "[]"), encoding="utf-8")
    loaded = load(tmp_path)
    (issue,) = [i for i in loaded.issues if i.severity is Severity.ERROR]
    assert (issue.code, dict(issue.params)) == ("library.files_many", {"limit": 4, "count": 6})
    assert (loaded.files, loaded.atlas.library.region.name) == (4, "试验市")


@LINKS
def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    place = write(tmp_path)
    (place / "zz.yaml").symlink_to("zz.yaml")
    (place / "yy.yaml").symlink_to("nowhere.yaml")
    loaded = load(place)
    told = {i.place.file: issue_text(i) for i in loaded.issues if i.code == "library.link_broken"}
    assert "链接成环" in told["zz.yaml"]
    assert "不存在" in told["yy.yaml"]
    assert "bpa" in loaded.atlas.products


@LINKS
def test_a_linked_folder_is_told(tmp_path: Path) -> None:
    place = write(tmp_path / "data")
    (place / "more").symlink_to(tmp_path)
    (place / "round").symlink_to(place)
    assert [i.place.file for i in issues(place, "link_folder")] == ["more", "round"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    place = write(tmp_path)
    os.mkfifo(place / "02-x.yaml")
    assert [i.place.file for i in issues(place, "no_file")] == ["02-x.yaml"]


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\u0085"])
def test_odd_line_ends_do_not_shift_the_lines(tmp_path: Path, odd: str) -> None:
    text = CHAIN.replace("name: 苯酚", f'name: "苯{odd}{odd}酚"').replace("raw: yes", "raw: 是")
    (issue,) = issues(write(tmp_path, {"01-resin.yaml": text}), "want_yes_no")
    lines = text.split("\n")
    assert lines[issue.place.line - 1][issue.place.column - 1 :] == "是"
    assert issue.excerpt == lines[issue.place.line - 1]


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\u0085"])
def test_odd_line_ends_do_not_shift_the_lines_of_syntax_errors(tmp_path: Path, odd: str) -> None:
    text = f"# a{odd}{odd}\nformat: 1\nlibrary:\n  region: %50\n"
    (issue,) = issues(write(tmp_path, {"02-x.yaml": text}), "quote_value")
    assert issue.place.line == 4


def test_a_chinese_stage_gets_the_stages_offered(tmp_path: Path) -> None:
    text = CHAIN.replace("    down: [bpa]", "    下游: [bpa]")
    (issue,) = issues(write(tmp_path, {"01-resin.yaml": text}), "unknown_stage")
    assert issue.params["near"] == "up、down"
    assert issue.place.line == text[: text.index("下游:")].count("\n") + 1

"""``manual``: the whole text, a word, and pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu.cli.main import run
from liantu.telling.help import book


def test_all_of_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["manual"]) == 0
    told = capsys.readouterr().out
    for chapter in book.book():
        assert f"# {chapter.title}" in told


def test_a_word_is_found_or_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["manual", "--search", "hjfg"]) == 0
    assert "词汇表 › 数字和符号" in capsys.readouterr().out
    assert run(["manual", "--search", "没有这个词呀"]) == 1
    assert "没有“没有这个词呀”" in capsys.readouterr().out


def test_pages_with_their_contents(tmp_path: Path) -> None:
    assert run(["manual", "--out", str(tmp_path / "手册.pdf")]) == 0
    data = (tmp_path / "手册.pdf").read_bytes()
    assert data.startswith(b"%PDF") and data.count(b"/Type /Page\n") > 20


def test_markdown_takes_its_pictures_along(tmp_path: Path) -> None:
    assert run(["manual", "--out", str(tmp_path / "手册.md")]) == 0
    for name in book.pictures():
        assert (tmp_path / name).read_bytes() == (book.folder() / name).read_bytes()


def test_another_ending_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["manual", "--out", str(tmp_path / "手册.txt")]) == 2
    assert ".pdf 或 .md" in capsys.readouterr().err

"""Bytes in place, safely; reading with a limit; damaged files set aside."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from liantu import files

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")


def test_bytes_are_put_and_nothing_else_is_left(tmp_path: Path) -> None:
    files.put(tmp_path / "a.txt", b"one")
    files.put(tmp_path / "a.txt", b"two")
    assert (tmp_path / "a.txt").read_bytes() == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


@POSIX
def test_a_link_is_written_through(tmp_path: Path) -> None:
    real = tmp_path / "real" / "a.txt"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    files.put(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert [p.name for p in real.parent.iterdir()] == ["a.txt"]


@POSIX
def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "a"
    link.symlink_to("a")
    with pytest.raises(OSError, match="symbolic links"):
        files.put(link, b"x")
    assert link.is_symlink()


@POSIX
def test_the_mode_of_the_old_file_is_kept_and_new_ones_follow_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "a"
    mask = os.umask(0o027)
    try:
        files.put(path, b"x")
    finally:
        os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o640
    path.chmod(0o600)
    files.put(path, b"y")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), refuse)
    with pytest.raises(OSError, match="No space"):
        files.put(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert files.read(path, 5) == b"12345"
    with pytest.raises(files.TooBigError):
        files.read(path, 4)


def test_a_damaged_file_is_set_aside_over_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    (tmp_path / "a.json.bad").write_bytes(b"older")
    path.write_bytes(b"bad")
    kept = files.set_aside(path)
    assert kept == tmp_path / "a.json.bad"
    assert kept.read_bytes() == b"bad"
    assert not path.exists()
    assert files.set_aside(path) is None


def test_a_name_beside_a_file_is_free(tmp_path: Path) -> None:
    path = tmp_path / "a.b.docx"
    path.write_bytes(b"1")
    assert files.beside(path) == tmp_path / "a.b_2.docx"
    (tmp_path / "a.b_2.docx").write_bytes(b"2")
    assert files.beside(path) == tmp_path / "a.b_3.docx"


@POSIX
def test_a_name_that_a_broken_link_has_is_not_free(tmp_path: Path) -> None:
    (tmp_path / "a_2.docx").symlink_to(tmp_path / "nothing")
    assert files.beside(tmp_path / "a.docx") == tmp_path / "a_3.docx"

"""Folders as the planner's files name them, and the views that are kept for each."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from liantu import paths
from liantu.ui.remembered import export_memory, places, settings
from liantu.ui.remembered.export_memory import Choice, Kind
from liantu.ui.remembered.views import MOST, Views

VIEW = {"focus": {"page": "map"}}


def plug_in(stick: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program on a stick that is found at this place now."""
    program = stick / "链图"
    (program / paths.PORTABLE).mkdir(parents=True, exist_ok=True)
    monkeypatch.delenv("LIANTU_CONFIG", raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "liantu.exe"))
    return program


def test_an_ordinary_program_names_folders_in_full(tmp_path: Path) -> None:
    assert places.told(tmp_path / "a" / ".." / "b") == str(tmp_path / "b")
    assert places.found(str(tmp_path)) == tmp_path
    for nothing in ("", "b", "../b", "\0", str(tmp_path) + "\0"):
        assert places.found(nothing) is None


def test_a_portable_program_finds_what_lies_beside_it_under_another_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    e, f = tmp_path / "E", tmp_path / "F"
    program = plug_in(e, monkeypatch)
    told = [places.told(p) for p in (program / "chains", e / "数据", tmp_path / "elsewhere")]
    assert told == ["chains", "../数据", str(tmp_path / "elsewhere")]
    e.rename(f)
    plug_in(f, monkeypatch)
    found = [places.found(text) for text in told]
    assert found == [f / "链图" / "chains", f / "数据", tmp_path / "elsewhere"]


def test_views_and_exports_follow_the_stick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    e, f = tmp_path / "E", tmp_path / "F"
    plug_in(e, monkeypatch)
    for name in ("数据", "导出"):
        (e / name).mkdir()
    kept = settings.load()
    kept.views.keep(e / "数据", VIEW)
    kept.folder = places.told(e / "数据")
    assert settings.save(kept)
    export_memory.save(Kind.LIST, Choice(str(e / "导出")))
    e.rename(f)
    plug_in(f, monkeypatch)
    assert settings.load().views.of(f / "数据") == VIEW
    assert settings.load().usual_folder == f / "数据"
    assert export_memory.folder(Kind.LIST, tmp_path) == f / "导出"
    (f / "导出").rmdir()
    assert export_memory.folder(Kind.LIST, tmp_path) == tmp_path


def test_a_folder_that_is_gone_or_no_folder_gives_way_to_the_usual_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for last in ("file", "gone", "x" * 5000, "file/below"):
        export_memory.save(Kind.PICTURE, Choice(str(tmp_path / last), "pdf", "A3"))
        assert export_memory.folder(Kind.PICTURE, tmp_path) == tmp_path
        assert export_memory.load(Kind.PICTURE).format == "pdf"


def test_the_last_folders_are_remembered_the_newest_first(tmp_path: Path) -> None:
    for at in range(MOST + 3):
        kept = settings.load()
        kept.views.keep(tmp_path / str(at), {"focus": {"chain": str(at)}})
        assert settings.save(kept)
    views = settings.load().views
    assert views.of(tmp_path / "2") == {}
    assert views.of(tmp_path / "3") == {"focus": {"chain": "3"}}
    assert views.of(tmp_path / "x" / ".." / "22") == {"focus": {"chain": "22"}}


def test_two_windows_do_not_lose_each_others_folders(tmp_path: Path) -> None:
    one, other = settings.load(), settings.load()
    one.views.keep(tmp_path / "a", VIEW)
    other.views.keep(tmp_path / "b", VIEW)
    assert settings.save(one) and settings.save(other)
    both = settings.load().views
    assert both.of(tmp_path / "a") == both.of(tmp_path / "b") == VIEW


def test_the_last_of_two_windows_on_one_folder_wins(tmp_path: Path) -> None:
    one, other = settings.load(), settings.load()
    one.views.keep(tmp_path, VIEW)
    other.views.keep(tmp_path, {"focus": {"page": "lists"}})
    assert settings.save(one) and settings.save(other)
    assert settings.load().views.of(tmp_path) == {"focus": {"page": "lists"}}


def test_a_folder_is_kept_once(tmp_path: Path) -> None:
    views = Views()
    views.keep(tmp_path, VIEW)
    views.keep(tmp_path / "." / "x" / "..", {"focus": {"page": "lists"}})
    assert len(views.own) == 1
    assert views.of(tmp_path) == {"focus": {"page": "lists"}}

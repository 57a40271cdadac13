"""Where the planner's own files are kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from liantu import paths


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program that was unzipped, under an ordinary account."""
    monkeypatch.delenv("LIANTU_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
    folder = tmp_path / "链图 便携"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "liantu.exe"))
    return folder


def test_an_unzipped_program_keeps_all_in_the_folder_beside_it(frozen: Path) -> None:
    (frozen / "userdata").mkdir()
    assert paths.config_folder() == frozen / "userdata"
    assert paths.log_folder() == frozen / "userdata" / "logs"


def test_without_that_folder_the_places_of_the_system_are_used(
    frozen: Path, tmp_path: Path
) -> None:
    assert paths.config_folder().parent == tmp_path / "config"
    assert paths.log_folder().parent.parent == tmp_path / "state"


def test_a_folder_that_cannot_be_written_makes_nothing_portable(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows grants it to os.access wherever nothing is marked read-only, whatever the rights."""
    (frozen / "userdata").mkdir()

    def refuse(path: Path, *_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "touch", refuse)
    assert paths.config_folder().parent == tmp_path / "config"


def test_asking_whether_it_can_be_written_leaves_nothing(frozen: Path) -> None:
    (frozen / "userdata").mkdir()
    assert paths.own_folder() == frozen / "userdata"
    assert list((frozen / "userdata").iterdir()) == []


def test_the_variable_comes_before_all(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (frozen / "userdata").mkdir()
    monkeypatch.setenv("LIANTU_CONFIG", str(tmp_path / "asked"))
    assert paths.config_folder() == tmp_path / "asked"
    assert paths.cache_folder() == tmp_path / "asked" / "cache"


def test_a_program_run_by_python_has_no_folder_of_its_own() -> None:
    assert paths.program_folder() is None

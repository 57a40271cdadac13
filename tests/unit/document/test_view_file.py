"""A view as a file: found again beside its folder, and told what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liantu.document import view_file
from liantu.document.view_file import ViewError

LOOK = {"focus": {"page": "map", "chain": "c"}, "scenario": {"date": "2022"}}


def test_a_view_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "看法.liantu"
    view_file.write(path, tmp_path / "资料", LOOK)
    assert view_file.read(path) == view_file.Seen(tmp_path / "资料", LOOK)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "version": 1,
        "folder": "资料",
        "view": LOOK,
    }


@pytest.mark.parametrize(
    ("place", "told"), [("资料", "."), ("资料/视图", ".."), ("别处/深", "../../资料")]
)
def test_file_and_folder_move_together(tmp_path: Path, place: str, told: str) -> None:
    old, new = tmp_path / "老", tmp_path / "新"
    (old / place).mkdir(parents=True)
    view_file.write(old / place / "a.liantu", old / "资料", LOOK)
    old.rename(new)
    path = new / place / "a.liantu"
    assert json.loads(path.read_text(encoding="utf-8"))["folder"] == told
    assert view_file.read(path).folder == new / "资料"


def test_a_folder_on_another_drive_is_named_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(_path: str, _start: str) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'E:'")

    with monkeypatch.context() as windows:
        windows.setattr("os.path.relpath", elsewhere)
        view_file.write(tmp_path / "a.liantu", tmp_path / "资料", LOOK)
    assert view_file.read(tmp_path / "a.liantu").folder == tmp_path / "资料"


def test_a_file_that_was_saved_by_the_editor_of_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.liantu"
    path.write_text(json.dumps({"version": 1, "folder": ".", "extra": 1}), encoding="utf-8-sig")
    assert view_file.read(path) == view_file.Seen(tmp_path, {})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "ui.view.damaged"),
        (b"{", "ui.view.damaged"),
        (b"[1]", "ui.view.damaged"),
        (b"[" * 100_000, "ui.view.damaged"),
        (b"\xff\xfe{", "ui.view.damaged"),
        (b'{"folder": "."}', "ui.view.damaged"),
        (b'{"version": 1}', "ui.view.damaged"),
        (b'{"version": 1, "folder": 3}', "ui.view.damaged"),
        (b'{"version": 1, "folder": "a\\u0000"}', "ui.view.damaged"),
        (b'{"version": 0, "folder": "."}', "ui.view.damaged"),
        (b'{"version": 2, "folder": "."}', "ui.view.newer"),
        (b" " * 1_000_001, "ui.view.unreadable"),
    ],
)
def test_what_is_no_view_is_told(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.liantu"
    path.write_bytes(data)
    with pytest.raises(ViewError) as caught:
        view_file.read(path)
    assert caught.value.code == code
    assert caught.value.params["path"] == path


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ViewError) as caught:
        view_file.read(tmp_path / "a.liantu")
    assert (caught.value.code, caught.value.params["reason"]) == (
        "ui.view.unreadable",
        "文件或文件夹不存在",
    )


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_any_bytes_are_a_view_or_no_view(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.liantu"
    path.write_bytes(data)
    try:
        view_file.read(path)
    except ViewError as error:
        assert error.code in ("ui.view.damaged", "ui.view.newer")


def test_only_a_file_of_that_name_is_a_view(tmp_path: Path) -> None:
    (tmp_path / "folder.liantu").mkdir()
    assert view_file.is_view(tmp_path / "a.LIANTU")
    assert not view_file.is_view(tmp_path / "folder.liantu")
    assert not view_file.is_view(tmp_path / "a.yaml")

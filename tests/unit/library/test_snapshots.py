"""Named versions of a folder: with the folder, never read as data, never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu import paths
from liantu.library import load
from liantu.library.reader import read_folder
from liantu.library.versions.archives import ArchiveError
from liantu.library.versions.opening import folder_files, open_version
from liantu.library.versions.snapshots import (
    INSIDE,
    SnapshotError,
    delete,
    opened,
    put_back,
    rename,
    restore,
    shelf,
    take,
)
from tests.helpers.folders import GOOD, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "聊城资料")


def kept(folder: Path, name: str = "2024Q4上报版", time: str = "2024-12-31T10:15:00") -> Path:
    return take(folder, read_folder(folder), name, "报省里", time).path


def code(caught: pytest.ExceptionInfo[SnapshotError]) -> str:
    return caught.value.code.rpartition(".")[2]


def test_a_version_lies_with_the_data_and_is_not_read_as_data(folder: Path) -> None:
    before = load(folder)
    path = kept(folder)
    assert path.parent == folder / INSIDE
    assert "2024Q4上报版" in path.name
    after = load(folder)
    assert (after.atlas, after.issues, after.files) == (before.atlas, before.issues, before.files)
    assert read_folder(folder) == {name: text.encode() for name, text in GOOD.items()}


def test_versions_are_listed_the_newest_first_and_damaged_ones_by_name(folder: Path) -> None:
    kept(folder, "一季度", "2024-03-31T00:00:00")
    kept(folder, "二季度", "2024-06-30T00:00:00")
    (folder / INSIDE / "坏.zip").write_bytes(b"junk")
    (folder / INSIDE / "note.txt").write_bytes(b"of somebody")
    found = shelf(folder)
    assert [one.name for one in found.snapshots] == ["二季度", "一季度"]
    assert [(path.name, error.code) for path, error in found.damaged] == [
        ("坏.zip", "version.damaged.zip")
    ]
    assert found.snapshots[0].note == "报省里"


def test_what_is_kept_is_what_is_opened(folder: Path) -> None:
    path = kept(folder)
    (folder / "enterprises.yaml").write_bytes(b"")
    snapshot, files = opened(path)
    assert files == {name: text.encode() for name, text in GOOD.items()}
    found = open_version("2024Q4上报版", folder)
    assert found.digest == snapshot.digest
    assert "plant" in found.loaded.atlas.enterprises
    assert open_version(str(path)).title == "2024Q4上报版"
    assert open_version(str(folder)).digest != snapshot.digest


@pytest.mark.parametrize(
    ("name", "why"), [("", "name"), (" 　", "name"), ("a\nb", "name"), ("长" * 61, "long")]
)
def test_a_name_can_be_told(folder: Path, name: str, why: str) -> None:
    with pytest.raises(SnapshotError) as caught:
        take(folder, read_folder(folder), name)
    assert code(caught) == why
    assert shelf(folder).snapshots == ()


@pytest.mark.parametrize("name", ["a/b", "..", "CON", 'a:"?*', "x" * 60, "2024.Q4."])
def test_g074_any_name_makes_a_file_within_the_folder(folder: Path, name: str) -> None:
    path = kept(folder, name)
    assert path.parent == folder / INSIDE
    assert shelf(folder).snapshots[0].name == name
    assert set(path.name).isdisjoint('\\/:*?"<>|')


def test_a_name_is_given_once(folder: Path) -> None:
    kept(folder)
    with pytest.raises(SnapshotError) as caught:
        kept(folder)
    assert code(caught) == "taken"
    with pytest.raises(SnapshotError) as caught:
        take(folder, {}, "空")
    assert code(caught) == "nothing"


def test_another_name_keeps_time_note_and_files(folder: Path) -> None:
    kept(folder)
    kept(folder, "另一版", "2025-01-01T00:00:00")
    old = shelf(folder).named("2024Q4上报版")
    assert old is not None
    with pytest.raises(SnapshotError):
        rename(folder, old, "另一版")
    new = rename(folder, old, "2024年终版")
    assert not old.path.exists()
    assert (new.time, new.note, new.digest) == (old.time, old.note, old.digest)
    assert [one.name for one in shelf(folder).snapshots] == ["另一版", "2024年终版"]


def test_a_deleted_version_can_be_put_back(folder: Path) -> None:
    kept(folder)
    found = shelf(folder).snapshots[0]
    aside = delete(found)
    assert shelf(folder).snapshots == ()
    kept(folder)
    put_back(aside)
    assert [one.name for one in shelf(folder).snapshots] == ["2024Q4上报版"] * 2


def test_a_version_is_restored_into_an_empty_folder_only(folder: Path, tmp_path: Path) -> None:
    path, target = kept(folder), tmp_path / "还原"
    assert restore(path, target) == len(GOOD)
    assert read_folder(target) == read_folder(folder)
    with pytest.raises(SnapshotError) as caught:
        restore(path, target)
    assert code(caught) == "occupied"
    with pytest.raises(SnapshotError):
        restore(path, folder / "library.yaml")


def test_a_damaged_version_is_not_restored(folder: Path, tmp_path: Path) -> None:
    path = kept(folder)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ArchiveError):
        restore(path, tmp_path / "还原")
    assert not (tmp_path / "还原").exists()


def test_versions_of_shipped_data_are_kept_on_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIANTU_CONFIG", str(tmp_path))
    shipped = paths.shipped_chains()
    path = take(shipped, {"a.yaml": b"1"}, "随程序").path
    assert path.is_relative_to(tmp_path)
    assert [one.name for one in shelf(shipped).snapshots] == ["随程序"]
    assert not (shipped / INSIDE).exists()


def test_g078_where_the_folder_refuses_the_version_is_kept_on_this_machine(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIANTU_CONFIG", str(tmp_path / "own"))
    files, made = read_folder(folder), Path.mkdir

    def mkdir(self: Path, *args: object, **more: object) -> None:
        if self.is_relative_to(folder):
            raise PermissionError(13, "denied")
        made(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", mkdir)
    path = take(folder, files, "只读").path
    assert path.is_relative_to(tmp_path / "own")
    assert shelf(folder).named("只读") is not None


def test_what_is_no_version_is_told_by_its_name(folder: Path) -> None:
    with pytest.raises(SnapshotError) as caught:
        open_version("没有这一版", folder)
    assert caught.value.params == {"name": "没有这一版"}
    with pytest.raises(SnapshotError):
        folder_files(folder / "absent")

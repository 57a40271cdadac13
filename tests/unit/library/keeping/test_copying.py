"""The shipped data are copied before the first edit, never over anything, whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from liantu import files, paths
from liantu.library import difference, keeping, load
from tests.helpers.kills import Stage


def test_the_copy_of_the_shipped_data_reads_the_same_and_can_be_written(tmp_path: Path) -> None:
    shipped = paths.shipped_chains()
    target = tmp_path / "文档" / "链图" / "聊城市"
    made = keeping.own_copy(shipped, target)
    assert made == target
    assert keeping.Base.read(made).files == keeping.Base.read(shipped).files
    assert (made / "README.md").exists()
    assert keeping.is_shipped(shipped)
    assert not keeping.is_shipped(made)
    assert difference.same(load(made).atlas, load(shipped).atlas)
    assert keeping.own_copy(shipped, target).name == "聊城市_2"
    assert sorted(p.name for p in target.parent.iterdir()) == ["聊城市", "聊城市_2"]


def test_the_shipped_data_are_never_saved_into(tmp_path: Path) -> None:
    shipped = paths.shipped_chains()
    atlas = load(shipped).atlas
    with pytest.raises(keeping.ShippedError):
        keeping.save(keeping.Base.read(shipped), atlas, atlas, tmp_path)


def test_a_copy_leaves_out_links_and_what_is_hidden_and_is_not_read_only(
    stage: Stage, tmp_path: Path
) -> None:
    (stage.folder / ".liantu-lock").write_bytes(b"{}")
    (stage.folder / "~$a.yaml").write_bytes(b"")
    (stage.folder / "library.yaml").chmod(0o444)
    if sys.platform != "win32":
        (stage.folder / "link.yaml").symlink_to("/etc/passwd")
    made = keeping.own_copy(stage.folder, tmp_path / "copy")
    assert keeping.Base.read(made).files == stage.base.files
    assert {p.name for p in made.iterdir()} == {n.partition("/")[0] for n in stage.base.files}
    assert (made / "library.yaml").stat().st_mode & 0o200


def test_a_copy_that_fails_leaves_nothing(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, count = files.put, 0

    def full(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise OSError(28, os.strerror(28))
        real(path, data)

    monkeypatch.setattr(files, "put", full)
    with pytest.raises(OSError, match="space"):
        keeping.own_copy(stage.folder, tmp_path / "文档" / "copy")
    assert list((tmp_path / "文档").iterdir()) == []


def test_a_name_that_is_taken_meanwhile_is_passed_over(stage: Stage, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    target.write_bytes(b"a file of somebody")
    assert keeping.own_copy(stage.folder, target).name == "copy_2"
    assert target.read_bytes() == b"a file of somebody"

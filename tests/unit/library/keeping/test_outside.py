"""What others change is noticed by content; what cannot be seen just now is no change."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from liantu import files
from liantu.library import keeping
from tests.helpers.kills import Stage


def age(folder: Path) -> None:
    """Let all files be old enough for their times to be trusted."""
    for path in folder.rglob("*.yaml"):
        os.utime(path, (time.time() - 100, time.time() - 100))


def test_changed_new_and_lost_files_are_named(stage: Stage) -> None:
    assert keeping.changed_outside(stage.base) == ()
    (stage.folder / "library.yaml").write_bytes(b"format: 1\n")
    (stage.folder / "sources.yaml").unlink()
    (stage.folder / "neu.yaml").write_bytes(b"format: 1\n")
    (stage.folder / "notes.txt").write_bytes(b"not ours")
    (stage.folder / "~$enterprises.yaml").write_bytes(b"of an office program")
    assert keeping.changed_outside(stage.base) == ("library.yaml", "neu.yaml", "sources.yaml")


def test_a_new_time_alone_is_no_change(stage: Stage) -> None:
    age(stage.folder)
    base = keeping.Base.read(stage.folder)
    assert set(base.stamps) == set(base.files)
    os.utime(stage.folder / "library.yaml")
    assert keeping.changed_outside(base) == ()


def test_unchanged_times_spare_the_reading(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    age(stage.folder)
    base = keeping.Base.read(stage.folder)
    monkeypatch.setattr(files, "read", lambda *_given: pytest.fail("read for nothing"))
    assert keeping.changed_outside(base) == ()


def test_a_change_within_the_same_second_and_size_is_seen(stage: Stage) -> None:
    path = stage.folder / "library.yaml"
    base = keeping.Base.read(stage.folder)
    before = path.stat()
    path.write_bytes(path.read_bytes().replace("试验市".encode(), "试验县".encode()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert keeping.changed_outside(base) == ("library.yaml",)


def test_a_folder_that_cannot_be_reached_is_unchanged(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _most: int) -> bytes:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(files, "read", refuse)
    assert keeping.changed_outside(stage.base) == ()
    monkeypatch.undo()
    shutil.rmtree(stage.folder)
    assert keeping.changed_outside(stage.base) == ()


def test_saving_knows_its_own_changes(stage: Stage) -> None:
    saved = stage.save()
    assert keeping.changed_outside(saved.base) == ()
    assert set(keeping.changed_outside(stage.base)) == set(stage.new)
    (stage.folder / "sources.yaml").write_bytes(b"format: 1\n")
    assert keeping.changed_outside(saved.base) == ("sources.yaml",)


def test_files_are_put_in_the_order_in_which_the_folder_is_read(stage: Stage) -> None:
    for name in ("b.yaml", "A.yaml", "Sub.yaml", "sub/b.yaml", "sub/a.yaml", "sub-2/x.yaml"):
        (stage.folder / name).parent.mkdir(exist_ok=True)
        (stage.folder / name).write_bytes(b"format: 1\n")
    read = keeping.Base.read(stage.folder).files
    assert list(keeping.base.ordered(dict(reversed(read.items())))) == list(read)

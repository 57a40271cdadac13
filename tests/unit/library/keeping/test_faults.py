"""A disk that fails in the middle of a saving: all files stay as they were, and it is said why."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from liantu import files
from liantu.jobs import Cancelled, Progress
from liantu.library import keeping
from liantu.library.keeping import recovery
from tests.helpers.faults import Disk, windows_error
from tests.helpers.kills import Stage


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def system(number: int) -> Callable[[Path], OSError]:
    return lambda _path: OSError(number, os.strerror(number))


def windows(number: int) -> Callable[[Path], OSError]:
    return lambda path: windows_error(number, "temporary", str(path))


FAULTS = [
    *(
        (call, name, system(getattr(errno, name)))
        for call in ("open", "fsync", "replace")
        for name in ("ENOSPC", "EACCES", "EROFS", "EIO", "EDQUOT")
    ),
    *(("replace", f"Windows {number}", windows(number)) for number in (5, 32, 33)),
]


@pytest.mark.parametrize("at", [1, 3, 5])
@pytest.mark.parametrize(("call", "name", "error"), FAULTS, ids=[f"{f[0]}-{f[1]}" for f in FAULTS])
def test_g082_after_an_error_all_is_as_it_was_and_the_next_try_saves(
    stage: Stage,
    disk: Disk,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    name: str,
    error: Callable[[Path], OSError],
    at: int,
) -> None:
    again = 1 if not name.startswith("Windows") else len(files.WAITS) + 1
    disk.fail(call, error, at, at + again - 1)
    with pytest.raises(keeping.FileError) as caught:
        stage.save()
    monkeypatch.undo()
    assert caught.value.file in stage.new
    assert caught.value.file in caught.value.words()
    assert contents(stage.folder) == dict(stage.base.files), "nothing half saved, nothing left"
    assert recovery.found(stage.state, stage.base) is None, "no journal of what came to nothing"
    saved = stage.save()
    assert contents(stage.folder) == stage.whole
    assert saved.files == tuple(sorted(stage.new))


def test_a_disk_that_takes_less_than_it_was_given_is_found_out(stage: Stage, disk: Disk) -> None:
    disk.watch("fsync", lambda number: os.ftruncate(number, os.fstat(number).st_size // 2))
    with pytest.raises(keeping.FileError) as caught:
        stage.save()
    assert caught.value.error.errno == errno.EIO
    assert contents(stage.folder) == dict(stage.base.files)


@pytest.mark.parametrize("times", [1, 9])
def test_what_does_not_read_back_is_put_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    real = files.Staged.place
    left = times

    def garble(staged: files.Staged) -> None:
        nonlocal left
        real(staged)
        if staged.target.name == "sources.yaml" and left:
            left -= 1
            staged.target.write_bytes(b"\0" * staged.target.stat().st_size)

    monkeypatch.setattr(files.Staged, "place", garble)
    refused = keeping.FileError if times == 1 else keeping.HalfSavedError
    with pytest.raises(refused) as caught:
        stage.save()
    assert "sources.yaml" in caught.value.words()
    assert "磁盘读写出错" in caught.value.words()
    whole = contents(stage.folder) == dict(stage.base.files)
    kept = recovery.found(stage.state, keeping.Base.read(stage.folder))
    assert (whole, kept is None) == (times == 1, times == 1)


def test_an_error_told_after_a_file_is_in_place_puts_that_one_back_too(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.Staged.place

    def late(staged: files.Staged) -> None:
        real(staged)
        if staged.target.name == "sources.yaml" and staged.target.read_bytes() in new:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    new = stage.new.values()
    monkeypatch.setattr(files.Staged, "place", late)
    with pytest.raises(keeping.FileError):
        stage.save()
    assert contents(stage.folder) == dict(stage.base.files)


def test_a_new_file_that_the_reader_would_pass_over_is_taken_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liantu.library.folder.MAX_FILES", len(stage.base.files))
    with pytest.raises(keeping.FileError) as caught:
        stage.save()
    assert caught.value.file in stage.whole
    assert contents(stage.folder) == dict(stage.base.files)


@pytest.mark.parametrize("number", [5, 32, 33])
def test_g083_a_file_held_for_a_moment_is_tried_again(
    stage: Stage, disk: Disk, number: int
) -> None:
    disk.fail("replace", windows(number), 2, 4)
    stage.save()
    assert contents(stage.folder) == stage.whole
    assert disk.calls["replace"] == len(stage.new) + 3


def test_what_cannot_be_put_back_stays_in_the_journal(
    stage: Stage, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.fail("replace", system(errno.EIO), 3)
    with pytest.raises(keeping.HalfSavedError) as caught:
        stage.save()
    monkeypatch.undo()
    assert set(caught.value.files) == set(list(stage.new)[:2])
    now = keeping.Base.read(stage.folder)
    left = recovery.found(stage.state, now)
    assert left is not None
    assert left.unfinished
    assert left.matches(now)
    assert left.over(now) == keeping.base.ordered(stage.whole)
    stage.save()
    assert contents(stage.folder) == stage.whole, "what we wrote ourselves is no foreign change"
    assert recovery.found(stage.state, keeping.Base.read(stage.folder)) is None


def test_what_was_half_saved_and_then_undone_goes_back(
    stage: Stage, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.fail("replace", system(errno.EIO), 3)
    with pytest.raises(keeping.HalfSavedError):
        stage.save()
    monkeypatch.undo()
    saved = keeping.save(stage.base, stage.before, stage.before, stage.state)
    assert contents(stage.folder) == dict(stage.base.files)
    assert saved.files == tuple(sorted(list(stage.new)[:2]))


def test_a_new_file_of_a_saving_that_was_cut_off_is_not_taken_for_part_of_another(
    stage: Stage,
) -> None:
    recovery.begin(stage.state, stage.base, stage.new)
    (stage.folder / "figures.yaml").write_bytes(stage.new["figures.yaml"])
    with pytest.raises(keeping.ChangedOutsideError) as caught:
        keeping.save(stage.base, stage.before, stage.before, stage.state)
    assert caught.value.files == ("figures.yaml",)
    stage.save()
    assert contents(stage.folder) == stage.whole


def test_a_full_state_folder_keeps_nobody_from_saving(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    Disk(stage.state, monkeypatch).fail("open", system(errno.ENOSPC))
    saved = stage.save()
    assert saved.unbacked == "磁盘已满"
    assert contents(stage.folder) == stage.whole


def test_a_stopped_saving_leaves_all_as_it_was(stage: Stage) -> None:
    progress = Progress()

    def listener(_done: int, _total: int, label: str) -> None:
        if label == list(stage.new)[2] and (stage.state / "backups").exists():
            progress.cancel()

    progress = Progress(listener)
    with pytest.raises(Cancelled):
        keeping.save(stage.base, stage.before, stage.after, stage.state, progress)
    assert contents(stage.folder) == dict(stage.base.files)


def test_g087_a_writer_that_fails_touches_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> dict[str, bytes]:
        "\ud800".encode()
        raise AssertionError

    monkeypatch.setattr("liantu.library.writing.writer.rewritten", fail)
    with pytest.raises(UnicodeEncodeError):
        stage.save()
    assert contents(stage.folder) == dict(stage.base.files)


def test_what_reads_as_something_else_is_not_written(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = {"enterprises.yaml": stage.new["enterprises.yaml"].replace(b"20", b"21")}
    assert wrong["enterprises.yaml"] != stage.new["enterprises.yaml"]
    monkeypatch.setattr(
        "liantu.library.writing.writer.rewritten", lambda *_given: {**stage.new, **wrong}
    )
    with pytest.raises(keeping.NotMeantError) as caught:
        stage.save()
    assert "enterprises.yaml" in caught.value.words()
    assert contents(stage.folder) == dict(stage.base.files)


def test_what_killed_writers_left_is_swept(stage: Stage) -> None:
    old, new = (stage.folder / f".liantu-{digit * 16}.yaml" for digit in "ab")
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    stage.save()
    assert (old.exists(), new.exists()) == (False, True), "the young one may be being written"

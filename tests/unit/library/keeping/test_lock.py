"""Who has a folder open: told to the second, and never by what is dead."""

from __future__ import annotations

import getpass
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from liantu import paths
from liantu.library import keeping
from liantu.library.keeping import lock as locks
from liantu.library.keeping import processes
from liantu.library.keeping.holder import Holder
from tests.helpers.kills import Stage


def write_lock(folder: Path, machine: str = "", pid: int = 0, ago: float = 0.0) -> Path:
    """A lock of a colleague, whose last sign of life is so many seconds old."""
    since = datetime.now() - timedelta(seconds=ago)
    path = folder / locks.NAME
    path.write_bytes(Holder("王敏", machine or platform.node(), pid, since).line())
    os.utime(path, (time.time() - ago, time.time() - ago))
    return path


def test_a_lock_says_who_and_nothing_else(stage: Stage) -> None:
    before = datetime.now() - timedelta(seconds=1)
    lock = keeping.Lock.take(stage.folder, stage.state)
    said = json.loads((stage.folder / locks.NAME).read_bytes())
    assert set(said) == {"user", "machine", "pid", "since"}
    assert (said["user"], said["machine"], said["pid"]) == (
        getpass.getuser(),
        platform.node(),
        os.getpid(),
    )
    told = Holder.told((stage.folder / locks.NAME).read_bytes())
    assert told is not None
    assert before <= told.since <= datetime.now()
    assert lock.holder is None
    assert [p.name for p in stage.folder.glob(".*")] == [locks.NAME]
    lock.release()
    assert not list(stage.folder.glob(".*"))
    lock.release()


@pytest.fixture
def neighbour() -> Iterator[int]:
    """The number of another program that runs on this machine."""
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield child.pid
    child.communicate(b"\n")


def test_g085_a_second_program_is_told_who_has_the_folder(stage: Stage, neighbour: int) -> None:
    path = write_lock(stage.folder, pid=neighbour)
    before = path.read_bytes()
    lock = keeping.Lock.take(stage.folder, stage.state)
    assert lock.holder is not None
    assert "王敏" in lock.holder.words()
    assert not lock.beat()
    lock.release()
    assert path.read_bytes() == before, "another one's lock stays"
    with pytest.raises(keeping.HeldError, match=r"library\.save\.held") as caught:
        stage.save()
    assert "王敏" in caught.value.words()
    assert path.read_bytes() == before


def test_a_lock_of_another_machine_counts_for_a_day(stage: Stage) -> None:
    write_lock(stage.folder, "PC-2", 1, ago=80_000)
    assert keeping.holder(stage.folder, stage.state) is not None
    write_lock(stage.folder, "PC-2", 1, ago=90_000)
    assert keeping.holder(stage.folder, stage.state) is None
    lock = keeping.Lock.take(stage.folder, stage.state)
    assert lock.holder is None
    assert lock.beat()
    lock.release()


def test_a_dead_process_holds_nothing(stage: Stage) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    write_lock(stage.folder, pid=child.pid)
    assert keeping.holder(stage.folder, stage.state) is None
    stage.save()
    assert not (stage.folder / locks.NAME).exists()


def test_a_number_given_to_a_younger_process_is_no_sign_of_life() -> None:
    assert processes.runs(os.getpid(), time.time())
    if sys.platform in ("linux", "win32"):
        assert not processes.runs(os.getpid(), time.time() - 7 * 86_400)
    assert not processes.runs(0, time.time())
    assert not processes.runs(1 << 40, time.time())


def test_force_takes_the_folder_and_the_other_notices(stage: Stage) -> None:
    mine = keeping.Lock.take(stage.folder, stage.state)
    write_lock(stage.folder, "PC-2", 7)
    assert not mine.beat()
    assert mine.holder is not None
    assert mine.holder.machine == "PC-2"
    assert keeping.Lock.take(stage.folder, stage.state, force=True).holder is None
    assert keeping.holder(stage.folder, stage.state) is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b'{"user": 1}', b"\xff" * 9000, b"[" * 3000]
)
def test_a_damaged_lock_counts_for_a_minute(stage: Stage, content: bytes) -> None:
    path = stage.folder / locks.NAME
    path.write_bytes(content)
    other = keeping.holder(stage.folder, stage.state)
    assert other is not None
    assert other.words().startswith("另有人")
    os.utime(path, (time.time() - 61, time.time() - 61))
    lock = keeping.Lock.take(stage.folder, stage.state)
    assert lock.holder is None
    lock.release()
    assert not path.exists()


def test_a_folder_without_the_right_to_write_is_locked_in_the_state_folder(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: str, flags: int, *rest: int) -> int:
        if flags & os.O_CREAT and stage.folder in Path(path).parents:
            raise PermissionError(13, "Permission denied", path)
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    lock = keeping.Lock.take(stage.folder, stage.state)
    assert lock.holder is None
    (kept,) = (stage.state / "locks").iterdir()
    lock.release()
    assert not kept.exists()
    assert not list(stage.folder.glob(".*"))


def test_the_shipped_data_are_never_locked(tmp_path: Path) -> None:
    lock = keeping.Lock.take(paths.shipped_chains(), tmp_path)
    assert lock.holder is None
    assert lock.beat()
    assert not (paths.shipped_chains() / locks.NAME).exists()
    assert not list(tmp_path.iterdir())


def test_of_two_who_take_over_one_dead_lock_one_gets_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_lock(stage.folder, "PC-2", 7, ago=90_000)
    real = locks._take_away

    def slow(taken: Path, seen: bytes) -> None:
        monkeypatch.setattr(locks, "_take_away", real)
        write_lock(stage.folder, "PC-3", 8)
        real(taken, seen)

    monkeypatch.setattr(locks, "_take_away", slow)
    lock = keeping.Lock.take(stage.folder, stage.state)
    assert lock.holder is not None
    assert lock.holder.machine == "PC-3"
    assert b"PC-3" in path.read_bytes()
    assert [p.name for p in stage.folder.glob(".*")] == [locks.NAME]

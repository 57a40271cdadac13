"""A data folder taken for oneself: by a small hidden file in it, or in the state folder where it
may not be written to.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from liantu import files
from liantu.library.keeping import places, processes
from liantu.library.keeping.copying import is_shipped
from liantu.library.keeping.errors import HeldError
from liantu.library.keeping.holder import Holder

NAME = ".liantu-lock"
DAY = 86_400.0
"""Seconds without a sign of life after which a lock of another machine counts no more."""
_MINUTE = 60.0
"""A lock that says nothing is being written; after so many seconds its writer was killed."""
_MOST = 4000


class Lock:
    """A folder taken, or who else has it."""

    def __init__(self, path: Path | None, holder: Holder | None = None) -> None:
        self._path = path
        self.holder = holder
        """Who else has the folder; ``None``: nobody, it is ours."""

    @classmethod
    def take(cls, folder: Path, state: Path, *, force: bool = False) -> Lock:
        """Take ``folder`` if nobody has it, or with ``force`` from who has it. Never raises.

        The data that come with the program are never written, and need no lock.
        """
        if is_shipped(folder):
            return cls(None)
        for path in (folder / NAME, places.lock(state, folder)):
            if (other := _other(path)) and not force:
                return cls(None, other)
            try:
                _claim(path, folder)
            except FileExistsError:  # another was faster
                return cls(None, _other(path) or Holder.unknown(time.time()))
            except OSError:
                continue
            return cls(path)
        return cls(None)

    def beat(self) -> bool:
        """Say that the folder is still open here; ``False`` where somebody else took it.

        To be called some times an hour. What cannot be reached just now is still ours.
        """
        if self._path is None:
            return self.holder is None
        if _is_ours(self._path):
            with suppress(OSError):
                os.utime(self._path)
        else:
            self.holder = _other(self._path)
        return self.holder is None

    def release(self) -> None:
        """Give the folder back; never raises, and never removes another one's lock."""
        if self._path is not None and _is_ours(self._path):
            _remove(self._path)
        self._path = None


def holder(folder: Path, state: Path) -> Holder | None:
    """Who else has ``folder`` open. Never raises."""
    return _other(folder / NAME) or _other(places.lock(state, folder))


@contextmanager
def held(folder: Path, state: Path) -> Iterator[None]:
    """The folder is ours meanwhile, and stays so where it was before; raises ``HeldError``."""
    mine = any(map(_is_ours, (folder / NAME, places.lock(state, folder))))
    if other := holder(folder, state):
        raise HeldError(other)
    lock = Lock(None) if mine else Lock.take(folder, state)
    if lock.holder:
        raise HeldError(lock.holder)
    try:
        yield
    finally:
        lock.release()


def _claim(path: Path, folder: Path) -> None:
    """Make the lock, after that of another was taken away; raises ``OSError``."""
    if path.parent != folder:
        path.parent.mkdir(parents=True, exist_ok=True)
    before = _content(path)
    if before is not None:
        _take_away(path, before)
    staged = files.stage(path, Holder.here().line())
    try:
        _publish(staged.temporary, path)
    finally:
        staged.drop()
    _hide(path)


def _publish(written: Path, path: Path) -> None:
    """Give what is written its name, if nobody has it: nobody sees a lock that says nothing."""
    if os.name == "nt":
        written.rename(path)  # Windows never renames over another file
        return
    try:
        path.hardlink_to(written)
    except FileExistsError:
        raise
    except OSError:  # a file system that knows only one name of a file
        with path.open("xb") as file:
            file.write(written.read_bytes())


def _take_away(path: Path, seen: bytes) -> None:
    """Remove the lock that was ``seen``, not one that another has put in its place since."""
    aside = path.with_name(f"{path.name}-{os.urandom(4).hex()}")
    path.rename(aside)
    if _content(aside) == seen:
        aside.unlink()
    else:
        aside.rename(path)
        raise FileExistsError(path)


def _other(path: Path) -> Holder | None:
    """Who else holds the lock at ``path``; ``None`` where nobody does who still lives."""
    data = _content(path)
    if data is None:
        return None
    try:
        beaten = path.stat().st_mtime
    except OSError:
        return None
    said = Holder.told(data)
    if said is None:
        return Holder.unknown(beaten) if time.time() - beaten < _MINUTE else None
    is_here = said.machine == platform.node()
    if is_here and (said.pid == os.getpid() or not processes.runs(said.pid, said.seconds)):
        return None
    return None if time.time() - beaten > DAY else said


def _is_ours(path: Path) -> bool:
    said = Holder.told(_content(path) or b"")
    return said is not None and (said.machine, said.pid) == (platform.node(), os.getpid())


def _content(path: Path) -> bytes | None:
    """What stands in a lock; ``None`` where there is none, or it cannot be read."""
    try:
        return files.read(path, _MOST)
    except files.TooBigError:
        return b""
    except OSError:
        return None


def _hide(path: Path) -> None:
    """A dot hides a file everywhere but on Windows."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only here

        ctypes.windll.kernel32.SetFileAttributesW(str(path), 2)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()

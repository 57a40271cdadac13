"""Files on disk, safely: read with a limit, replaced only by what is complete, never lost."""

from __future__ import annotations

import errno
import itertools
import os
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

WAITS = (0.01, 0.05, 0.2, 0.6, 1.6)
"""Seconds between attempts to replace a file that another program holds for a moment."""
_HELD = {32, 33}
_DENIED = 5
_MARK = ".liantu-"
_LEFT = re.compile(r"\.liantu-([0-9a-f]{16}|lock-[0-9a-f]{8})")


class TooBigError(OSError):
    """A file holds more bytes than its reader takes."""


def read(path: Path, most: int) -> bytes:
    """The bytes of ``path``, of which there are at most ``most``.

    Raises :class:`TooBigError` before reading them, or ``OSError``.
    """
    size = path.stat().st_size
    if size > most:
        raise TooBigError(errno.EFBIG, os.strerror(errno.EFBIG))
    with path.open("rb") as file:
        data = file.read(size + 1)
        if len(data) > size:  # it grows while it is read
            data += file.read(most + 1 - len(data))
    if len(data) > most:
        raise TooBigError(errno.EFBIG, os.strerror(errno.EFBIG))
    return data


@dataclass(frozen=True, slots=True)
class Staged:
    """Bytes that are safely on disk beside their place, under a name that nobody reads."""

    temporary: Path
    target: Path

    def place(self) -> None:
        """Put them in their place, at once and whole; raises ``OSError``."""
        _as_readable(self.temporary, self.target)
        _move(self.temporary, self.target)
        _settle(self.target.parent)

    def drop(self) -> None:
        """Take them away again; nothing where they are in place or cannot be removed."""
        with suppress(OSError):
            self.temporary.unlink()


def put(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; the old file stays until the new one is safely on disk.

    A link is followed, so that it still points to the file that others know. Raises ``OSError``.
    """
    staged = stage(path, data)
    try:
        staged.place()
    except BaseException:
        staged.drop()
        raise


def stage(path: Path, data: bytes) -> Staged:
    """The first half of :func:`put`, where a disk may be full: ``path`` is not touched."""
    target = _target(path)
    # Not tempfile's: on Windows it takes a folder without the right to write for one where the
    # names are taken, and tries others for hours.
    staged = Staged(target.with_name(f"{_MARK}{os.urandom(8).hex()}{path.suffix}"), target)
    file = open(staged.temporary, "xb", opener=_private)  # noqa: SIM115  closed below
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if staged.temporary.stat().st_size != len(data):  # a share may take less without a word
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
    except BaseException:
        staged.drop()
        raise
    return staged


def sweep(folder: Path, older: float = 3600) -> None:
    """Remove what writers that were killed left in ``folder``; never raises.

    Of the last ``older`` seconds nothing is removed: it may be about to be put in place.
    """
    try:
        left = [path for path in folder.iterdir() if _LEFT.fullmatch(path.stem)]
    except OSError:
        return
    for path in left:
        with suppress(OSError):
            if time.time() - path.lstat().st_mtime > older:
                path.unlink()


def beside(path: Path) -> Path:
    """A name beside ``path`` that no file has: ``name_2.docx``, ``name_3.docx`` …"""
    names = (path.with_name(f"{path.stem}_{count}{path.suffix}") for count in itertools.count(2))
    return next(name for name in names if not os.path.lexists(name))


def is_busy(error: OSError) -> bool:
    """Whether another program holds the file (Windows).

    What is denied when a file is put in its place is held too, by a virus scanner for instance,
    unless the old one is read-only or a folder; denied otherwise is a missing right.
    """
    number = getattr(error, "winerror", 0)
    if number != _DENIED or error.filename2 is None:
        return number in _HELD
    old = Path(error.filename2)
    return not old.exists() or (os.access(old, os.W_OK) and not old.is_dir())


def set_aside(path: Path) -> Path | None:
    """Rename a damaged file to ``….bad``, over an older one; ``None`` where that cannot be done."""
    kept = path.with_name(f"{path.name}.bad")
    try:
        path.replace(kept)
    except OSError:
        return None
    return kept


def _target(path: Path) -> Path:
    if not path.is_symlink():
        return path
    try:
        return path.resolve()
    except RuntimeError as error:  # Python before 3.13 says so of a link to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _as_readable(temporary: Path, target: Path) -> None:
    """Written privately, the new file is as readable as the old, or as any new one."""
    if os.name != "posix":
        return
    try:
        mode = target.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)


def _move(source: Path, target: Path) -> None:
    for wait in (*WAITS, None):
        try:
            source.replace(target)
            return
        except PermissionError as error:
            if wait is None or not is_busy(error):
                raise
            time.sleep(wait)


def _settle(folder: Path) -> None:
    """Have the new name itself written to disk, where the system lets folders be asked for it."""
    if os.name != "posix":
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)

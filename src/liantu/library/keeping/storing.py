"""Several files of a folder replaced as one: all of them, or none.

First all new bytes are put beside their places, where a full disk shows; then a journal with all
of them is in the state folder, so that a power cut between two files loses nothing; then each
file is replaced at once, read again and compared.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from liantu import files
from liantu.jobs import Progress
from liantu.library.folder import data_files
from liantu.library.keeping import backups, names, recovery
from liantu.library.keeping.base import Base, held, is_settled, stamp
from liantu.library.keeping.errors import ChangedOutsideError, FileError, HalfSavedError
from liantu.library.keeping.outside import changed_outside
from liantu.library.parsing.encoding import MAX_BYTES
from liantu.wording import reason


@dataclass(frozen=True, slots=True)
class Stored:
    """What the folder holds now; ``unbacked``: why there is no backup, empty where there is."""

    base: Base
    unbacked: str = ""


def unchanged(base: Base, state: Path) -> Base:
    """The folder as it is now, if nobody else changed it since ``base``.

    What a saving of ours wrote that was cut off counts as ours. Raises ``FileError`` where it
    cannot be read, and ``ChangedOutsideError``.
    """
    if not base.folder.is_dir():
        raise FileError(str(base.folder), _error(errno.ENOENT))
    disk = Base.read(base.folder)
    for name in base.files:
        if name in disk.unread:
            raise FileError(name, disk.unread[name])
    ours = recovery.unfinished(state, base.folder)
    others = [
        name
        for name in {*base.files, *disk.files}
        if disk.files.get(name) != base.files.get(name)
        and not (name in ours and disk.files.get(name) == ours[name])
    ]
    if others:
        raise ChangedOutsideError(sorted(others))
    return disk


def store(
    disk: Base, new: Mapping[str, bytes], state: Path, progress: Progress | None = None
) -> Stored:
    """Write ``new`` files over those of ``disk``, which is what the folder holds now.

    Raises ``SavingError``, after which the folder is as it was (but for ``HalfSavedError``), and
    ``Cancelled`` as long as nothing is in its place.
    """
    names.check(disk.folder, new, disk.files)
    for name in new:
        _check_writable(disk.folder, name)
    unbacked = _back_up(state, disk)
    staged = _stage(disk.folder, new, progress or Progress())
    try:
        if others := changed_outside(disk):
            raise ChangedOutsideError(others)
        journal, problem = _begin(state, disk, new)
    except BaseException:
        _drop(staged)
        raise
    _place(disk, new, staged, journal)
    if journal:
        recovery.finish(journal)
    return Stored(_renewed(disk, new), unbacked or problem)


def _back_up(state: Path, disk: Base) -> str:
    """Why there is no backup: it must not keep anybody from saving."""
    try:
        backups.keep(state, disk)
    except OSError as error:
        return reason(error)
    return ""


def _begin(state: Path, disk: Base, new: Mapping[str, bytes]) -> tuple[Path | None, str]:
    """The journal, or why there is none."""
    try:
        return recovery.begin(state, disk, new), ""
    except OSError as error:
        return None, reason(error)


def _check_writable(folder: Path, name: str) -> None:
    """A file that is read-only says so before any is written: replacing would not ask it."""
    path = folder / name
    try:
        mode = path.stat().st_mode
    except OSError:
        return  # a new one
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise FileError(name, _error(errno.EACCES), "library.save.read_only")
    if not os.access(path, os.W_OK):
        raise FileError(name, _error(errno.EACCES))


def _stage(
    folder: Path, new: Mapping[str, bytes], progress: Progress
) -> list[tuple[str, files.Staged]]:
    staged: list[tuple[str, files.Staged]] = []
    made: list[Path] = []
    try:
        for at, (name, data) in enumerate(new.items()):
            progress.step(at, len(new), name)
            _make_parent((folder / name).parent, made)
            files.sweep((folder / name).parent)
            staged.append((name, files.stage(folder / name, data)))
    except BaseException as error:
        _drop(staged)
        for parent in made:
            with suppress(OSError):
                parent.rmdir()
        if isinstance(error, OSError):
            raise FileError(name, error) from error
        raise
    return staged


def _make_parent(parent: Path, made: list[Path]) -> None:
    if not parent.is_dir():
        parent.mkdir()
        made.append(parent)


def _drop(staged: list[tuple[str, files.Staged]]) -> None:
    for _, one in staged:
        one.drop()


def _place(
    disk: Base,
    new: Mapping[str, bytes],
    staged: list[tuple[str, files.Staged]],
    journal: Path | None,
) -> None:
    """Replace file by file and look at each; after an error all are put back."""
    begun: list[str] = []
    name = ""
    try:
        for name, one in staged:
            begun.append(name)
            one.place()
        for name, data in new.items():
            if not _holds(disk.folder / name, data):
                raise _error(errno.EIO)
        name = _unlisted(disk.folder, new)
        if name:
            raise _error(errno.EIO)
    except BaseException as error:
        _drop(staged)
        _put_back(disk, new, begun)
        if journal:
            recovery.cancel(journal)
        if isinstance(error, OSError):
            raise FileError(name, error) from error
        raise


def _unlisted(folder: Path, new: Mapping[str, bytes]) -> str:
    """The first file that the reader would not find; empty where it finds all."""
    found = {path.relative_to(folder).as_posix() for path in data_files(folder)[0]}
    return next((name for name in new if name not in found), "")


def _put_back(disk: Base, new: Mapping[str, bytes], begun: list[str]) -> None:
    left: list[str] = []
    last: OSError | None = None
    for name in begun:
        try:
            _restore(disk, name)
        except OSError as error:
            left.append(name)
            last = error
    if last is not None:
        raise HalfSavedError(left, last) from last


def _restore(disk: Base, name: str) -> None:
    path, old = disk.folder / name, disk.files.get(name)
    if old is None:
        path.unlink(missing_ok=True)
    elif not _holds(path, old):
        files.put(path, old)
        if not _holds(path, old):
            raise _error(errno.EIO)


def _holds(path: Path, data: bytes) -> bool:
    return path.exists() and files.read(path, MAX_BYTES) == data


def _renewed(disk: Base, new: Mapping[str, bytes]) -> Base:
    stamps = {name: known for name, known in disk.stamps.items() if name not in new}
    for name in new:
        with suppress(OSError):
            known = stamp(disk.folder / name)
            if is_settled(known):
                stamps[name] = known
    return Base(disk.folder, held({**disk.files, **new}.items()), stamps, disk.unread)


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))

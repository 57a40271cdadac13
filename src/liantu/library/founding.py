"""A new library is put into a folder that is new or empty: all of its files, or none."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from liantu import files

SETTINGS = "library.yaml"
"""Written last: a folder without it is seen to be unfinished."""
_SYSTEM = frozenset(("desktop.ini", "thumbs.db", ".ds_store"))
"""What file managers leave in a folder by themselves."""


def is_free(folder: Path) -> bool:
    """Whether ``folder`` is not there yet, or holds nothing of anybody. Raises ``OSError``."""
    if not os.path.lexists(folder):
        return True
    if not folder.is_dir():
        return False
    return all(path.name.casefold() in _SYSTEM for path in folder.iterdir())


def found(folder: Path, data: Mapping[str, bytes]) -> None:
    """Write the files of a new library. Raises ``OSError``, ``FileExistsError`` where the folder
    holds something; then nothing new is left in it.
    """
    if not is_free(folder):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    made = _missing(folder)
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in sorted(data, key=lambda name: (name == SETTINGS, name)):
            written.append(folder / name)
            files.put(folder / name, data[name])
    except BaseException:
        _take_back(written, made)
        raise


def _missing(folder: Path) -> list[Path]:
    """The folders that will be made, the innermost first."""
    return [path for path in (folder, *folder.parents) if not path.exists()]


def _take_back(written: list[Path], made: list[Path]) -> None:
    try:
        for path in written:
            path.unlink(missing_ok=True)
        for path in made:
            path.rmdir()
    except OSError:  # the first error is the one to be told
        return

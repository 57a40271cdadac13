"""The data that come with the program are never written: the first edit makes a copy of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from liantu import files, paths


def is_shipped(folder: Path) -> bool:
    """Whether ``folder`` is the one that comes with the program, or lies in it."""
    try:
        return folder.resolve().is_relative_to(paths.shipped_chains().resolve())
    except (OSError, RuntimeError):
        return False


def own_copy(folder: Path, target: Path) -> Path:
    """Copy a library folder to ``target``, or beside it where something is: whole or not at all.

    The copy can be written even where the original cannot. Raises ``OSError``.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    making = target.parent / f".liantu-{os.urandom(8).hex()}"
    try:
        _copy(folder, making)
        free = files.beside(target) if os.path.lexists(target) else target
        making.rename(free)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return free


def _copy(folder: Path, to: Path) -> None:
    """Files and one level of folders, as the reader reads them; no links, nothing hidden."""
    to.mkdir()
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~")) or path.is_symlink():
            continue
        if path.is_dir():
            _copy_files(path, to / path.name)
        elif path.is_file():
            files.put(to / path.name, path.read_bytes())


def _copy_files(folder: Path, to: Path) -> None:
    to.mkdir()
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.is_symlink() and not path.name.startswith((".", "~")):
            files.put(to / path.name, path.read_bytes())

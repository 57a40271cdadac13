"""Folders as the files of the planner name them.

On a stick the same folder has another drive letter on the next machine: a portable program names
what lies beside it from its own place.
"""

from __future__ import annotations

import os
from pathlib import Path

from liantu import paths


def told(folder: Path) -> str:
    """The folder as text: from the program's own place where it is portable and both lie in one
    folder, else in full.
    """
    whole, program = Path(os.path.abspath(folder)), _portable()  # noqa: PTH100  links stay as named
    if program is not None and whole.is_relative_to(program.parent):
        return Path(os.path.relpath(whole, program)).as_posix()
    return str(whole)


def found(text: str) -> Path | None:
    """The folder that a text of :func:`told` means; ``None`` for one that says nothing here."""
    program = _portable()
    if not text or "\0" in text:
        return None
    if Path(text).is_absolute():
        return Path(text)
    return Path(os.path.normpath(program / text)) if program is not None else None


def is_folder(path: Path | None) -> bool:
    """Whether there is such a folder; one that cannot be asked for counts as gone."""
    try:
        return path is not None and path.is_dir()
    except (OSError, ValueError):
        return False


def same(one: Path, other: Path) -> bool:
    """Whether both name one folder, as this system compares names."""
    return _key(one) == _key(other)


def _key(path: Path) -> str:
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100  links stay as named


def _portable() -> Path | None:
    """The folder of a portable program, else ``None``."""
    program = paths.program_folder()
    if program is None or paths.own_folder() != program / paths.PORTABLE:
        return None
    return program

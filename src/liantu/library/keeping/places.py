"""Where in the state folder things of one data folder are kept."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

_LONGEST = 40
"""Characters of the folder's name in the key; Windows allows 260 in a whole path."""


def key(folder: Path) -> str:
    """A name for a data folder, the same by whatever way it is reached: what a planner calls it,
    and a hash of where it lies.
    """
    try:
        whole = folder.resolve()
    except (OSError, RuntimeError):
        whole = folder.absolute()
    told = re.sub(r"[^\w-]+", "_", whole.name)[:_LONGEST]
    where = os.path.normcase(str(whole)).encode("utf-8", "surrogatepass")
    return f"{told}-{hashlib.sha256(where).hexdigest()[:12]}"


def backups(state: Path, folder: Path) -> Path:
    """Where the folder as it was before each saving is kept."""
    return state / "backups" / key(folder)


def recovery(state: Path, folder: Path) -> Path:
    """Where work that is not saved is kept."""
    return state / "recovery" / key(folder)


def lock(state: Path, folder: Path) -> Path:
    """The lock of a folder that cannot be written to."""
    return state / "locks" / f"{key(folder)}.json"


def numbered(folder: Path, pattern: str) -> list[tuple[int, Path]]:
    """The files of ``folder`` that ``pattern`` finds and whose names begin with a number, by it.

    Numbers and not times tell what is newer: clocks of offices are set back. Never raises.
    """
    try:
        found = [(re.match(r"\d+", path.name), path) for path in folder.glob(pattern)]
    except OSError:
        return []
    return sorted((int(number[0]), path) for number, path in found if number)

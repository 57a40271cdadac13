"""Which names files of a data folder may have: inside of it, readable by us, possible on Windows.

What is there already keeps its name; only where it leads is looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path

from liantu.library.keeping.errors import BadNameError

_DEVICES = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(\..*)?", re.IGNORECASE
)
_IMPOSSIBLE = re.compile(r'[<>:"|?*\\\x00-\x1f\ud800-\udfff]')
_DEEPEST = 2
"""Parts of a name: the file, and the one folder that it may lie in."""
_LONGEST = 255
"""Bytes of a part; Linux takes no more, and Windows no more characters."""


def check(folder: Path, names: Collection[str], known: Iterable[str]) -> None:
    """Raise :class:`BadNameError` for the first of ``names`` that may not be written.

    ``known`` are the files that were read; all others are new.
    """
    old = set(known)
    new = [name for name in names if name not in old]
    for name in new:
        if why := _fault(name):
            raise BadNameError(name, why)
    _check_twins(folder, new)
    for name in names:
        _check_inside(folder, name)


def is_inside(name: str) -> bool:
    """Whether a name, as a backup may have it, stays within its folder."""
    return _fault(name) != "outside"


def _fault(name: str) -> str:
    """What is wrong with a new name, as the end of a code; empty for a good one."""
    parts = name.split("/")
    if any(part in {"", ".", ".."} for part in parts) or len(parts) > _DEEPEST:
        return "outside"
    if _IMPOSSIBLE.search(name) or any(part != part.rstrip(". ") for part in parts):
        return "impossible"
    if any(_DEVICES.fullmatch(part) for part in parts):
        return "device"
    if any(len(part.encode()) > _LONGEST for part in parts):
        return "long"
    unread = any(part.startswith((".", "~")) for part in parts)
    if unread or not parts[-1].casefold().endswith((".yaml", ".yml")):
        return "unread"
    return ""


def _check_twins(folder: Path, new: list[str]) -> None:
    """No new file takes the place of one whose name differs by case alone."""
    taken: set[str] = set()
    for name in new:
        parent = folder / Path(name).parent
        there = {_folded(path.name) for path in parent.iterdir()} if parent.is_dir() else set()
        if _folded(Path(name).name) in there or _folded(name) in taken:
            raise BadNameError(name, "twin")
        taken.add(_folded(name))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _check_inside(folder: Path, name: str) -> None:
    """A link may lead to another file of the folder, never out of it."""
    try:
        inside = _whole(folder / name).is_relative_to(_whole(folder))
    except (OSError, RuntimeError):  # a link to itself
        inside = False
    if not inside:
        raise BadNameError(name, "outside")


def _whole(path: Path) -> Path:
    """Where a path leads; Windows names only those beyond its usual length by their long form."""
    return Path(str(path.resolve()).replace("\\\\?\\UNC\\", "\\\\").removeprefix("\\\\?\\"))

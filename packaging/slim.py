"""What costs size or time and is of no use here: symbols for debuggers, hooks of PyInstaller."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str, str, str]
"""Place in the folder, source, kind: what PyInstaller counts with."""
HOOKS = frozenset(
    f"pyi_rth_{name}" for name in ("mplconfig", "multiprocessing", "inspect", "pkgutil")
)
"""They run at each start. The first would let matplotlib look for all fonts anew every time, the
second is for programs of several processes, the others for those that look at their own modules.
"""
REPACKED = ".libs"
"""Folders of libraries that were moved about inside for a wheel; ``strip`` would break them."""


def stripped(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same entries, with copies in ``folder`` as the sources of libraries, that lack symbols:
    a fifth less on Linux.
    """
    return [_stripped(entry, folder) for entry in entries]


def _stripped(entry: Entry, folder: Path) -> Entry:
    place, source, kind = entry
    if kind == "SYMLINK" or Path(place).parts[0].endswith(REPACKED):
        return entry
    copy = folder / place
    copy.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-unneeded", "-o", copy, source], check=True)
    return place, str(copy), kind

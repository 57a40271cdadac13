"""Libraries for Linux without the symbols that only a debugger reads: a fifth of the folder."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str, str, str]
"""Place in the folder, source, kind: what PyInstaller counts with."""
REPACKED = ".libs"
"""Folders of libraries that were moved about inside for a wheel; ``strip`` would break them."""


def stripped(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same entries, with stripped copies in ``folder`` as the sources of libraries."""
    return [_stripped(entry, folder) for entry in entries]


def _stripped(entry: Entry, folder: Path) -> Entry:
    place, source, kind = entry
    if kind == "SYMLINK" or Path(place).parts[0].endswith(REPACKED):
        return entry
    copy = folder / place
    copy.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-unneeded", "-o", copy, source], check=True)
    return place, str(copy), kind

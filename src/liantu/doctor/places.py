"""Folders: whether they can be written, how much room there is, what the logs tell."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from liantu import paths
from liantu.doctor.finding import Finding
from liantu.logs import native, records
from liantu.wording import reason, text

LEAST = 200 * 2**20
"""Bytes that must be free: a briefing of the whole city with its pictures takes some tens of MB."""
FAULTS = 3
"""So many of the newest faults are told."""


def portable() -> Finding:
    """Whether everything of the planner is in one folder beside the program."""
    own = paths.own_folder()
    words = text("cli.doctor.installed") if own is None else str(own)
    return Finding(text("cli.doctor.portable"), words)


def folders(here: Path | None) -> Iterator[Finding]:
    """The folders that the program writes to; ``here`` is the current one, where that matters."""
    named = {
        "config": paths.config_folder(),
        "logs": paths.log_folder(),
        "temp": Path(tempfile.gettempdir()),
    }
    for name, folder in {**named, **({"here": here} if here else {})}.items():
        yield _written(text(f"cli.doctor.{name}"), folder)


def faults() -> Iterator[Finding]:
    """What went wrong lately, from the logs; nothing to mend."""
    folder = paths.log_folder()
    for line in records.newest_faults(folder, FAULTS):
        yield Finding(text("cli.doctor.fault"), line, note=True)
    for path in sorted(folder.glob(f"{native.FOUND}-*.txt"))[-1:]:
        yield Finding(text("cli.doctor.crash"), path.name, note=True)


def _written(name: str, folder: Path) -> Finding:
    """Really write there, or where it would be made."""
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(b"liantu")
            file.flush()
        free = shutil.disk_usage(there).free
    except OSError as error:
        return Finding(
            name, text("cli.doctor.unwritten", folder=folder, reason=reason(error)), False
        )
    room = text("cli.doctor.room", folder=folder, free=f"{free / 2**30:.1f}")
    return Finding(name, room, good=free >= LEAST)

"""The folder as it was before each saving, in the state folder: enough to go back, never too much.

Each version is whole (a ZIP of all data files), so that going back needs no other one.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from liantu import files
from liantu.library.keeping import bundle, places
from liantu.library.keeping.base import Base
from liantu.library.keeping.errors import SpoiltError

LAST = 10
"""Versions that stay whatever day they are of."""
DAYS = 30
"""Days of which the last version stays."""
MOST_BYTES = 200_000_000
"""Of all versions of a folder; the oldest go first, but never the :data:`LEAST`."""
LEAST = 3
_TIME = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Version:
    """A folder as it was at ``time`` (local), before it was saved over."""

    path: Path
    time: datetime

    def files(self) -> dict[str, bytes]:
        """All data files by name; raises ``SpoiltError`` or ``OSError``."""
        return bundle.unpacked(self.path)[0]


def versions(state: Path, folder: Path) -> tuple[Version, ...]:
    """What is kept of a folder, the newest first. Never raises."""
    found = places.numbered(places.backups(state, folder), "*.zip")
    return tuple(Version(path, time) for _, path in reversed(found) if (time := _time(path)))


def keep(state: Path, disk: Base) -> Path:
    """Keep the folder as it is now, and let go what is too old; raises ``OSError``.

    What is kept already is not kept again: a saving tried ten times drives out no older version.
    """
    newest = versions(state, disk.folder)[:1]
    if newest and _is_same(newest[0], disk):
        return newest[0].path
    where = places.backups(state, disk.folder)
    where.mkdir(parents=True, exist_ok=True)
    last = max((number for number, _ in places.numbered(where, "*.zip")), default=0)
    path = where / f"{last + 1:06}-{datetime.now().strftime(_TIME)}.zip"
    files.put(path, bundle.packed(disk.files))
    for old in outlived(versions(state, disk.folder)):
        with suppress(OSError):
            old.path.unlink()
    files.sweep(where)
    return path


def outlived(newest_first: tuple[Version, ...]) -> tuple[Version, ...]:
    """Those that go: neither among the last, nor the last of one of the last days, or too much."""
    days: dict[date, Version] = {}
    for version in newest_first:
        days.setdefault(version.time.date(), version)
    stay = {*newest_first[:LAST], *list(days.values())[:DAYS]}
    size, gone = 0, []
    for count, version in enumerate(newest_first):
        size += _size(version.path) if version in stay else 0
        if version not in stay or (size > MOST_BYTES and count >= LEAST):
            gone.append(version)
    return tuple(gone)


def _is_same(version: Version, disk: Base) -> bool:
    try:
        return version.files() == disk.files
    except (OSError, SpoiltError):
        return False


def _time(path: Path) -> datetime | None:
    said = re.search(r"-(\d{8}-\d{6})$", path.stem)
    try:
        return datetime.strptime(said[1], _TIME) if said else None
    except ValueError:
        return None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

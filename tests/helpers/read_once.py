"""The shipped folder, read once by each process that runs tests, as long as no file changes.

Some hundred tests open a window on it, or run a command. What is read is immutable, so that they
may share it; what is asked of it (readings, maps, lists) every test makes itself.
"""

from __future__ import annotations

from pathlib import Path

from liantu import library, paths
from liantu.jobs import Progress
from liantu.library import Loaded

_Stamp = tuple[tuple[str, int, int], ...]
_READ: dict[_Stamp, Loaded] = {}
_load = library.load


def load(folder: Path, progress: Progress | None = None) -> Loaded:
    """As ``library.load``, which reads any other folder, and this one the first time."""
    if folder != paths.shipped_chains():
        return _load(folder, progress)
    stamp = _stamp(folder)
    found = _READ.get(stamp)
    if found is None:
        found = _READ[stamp] = _load(folder, progress)
    if progress is not None:
        progress.step(found.files, found.files)
    return found


def _stamp(folder: Path) -> _Stamp:
    """Name, size and time of every file."""
    stats = ((path, path.stat()) for path in sorted(folder.rglob("*")))
    return tuple((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in stats)

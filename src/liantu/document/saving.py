"""The open folder and its files: what is written and read by a worker. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from liantu import paths
from liantu.document.disk import Disk
from liantu.jobs import Progress
from liantu.library import Loaded
from liantu.library.difference import Changed, difference
from liantu.library.keeping import recovery
from liantu.library.keeping.base import Base
from liantu.library.keeping.copying import own_copy
from liantu.library.keeping.errors import ChangedOutsideError, SavingError
from liantu.library.keeping.outside import changed_outside
from liantu.library.keeping.recovery import Recovery
from liantu.library.keeping.saving import Saved, save
from liantu.library.reader import load_files
from liantu.library.writing.writer import UnsoundError, rewritten
from liantu.model import Atlas


def written(
    disk: Disk, after: Atlas, target: Path | None = None, progress: Progress | None = None
) -> Saved:
    """Write ``after`` into the folder, or into a copy of it near ``target``.

    Raises ``SavingError``, ``UnsoundError`` and ``OSError``: nothing is lost then.
    """
    base = disk.base
    if target is not None:
        changed = changed_outside(base)
        if changed:
            raise ChangedOutsideError(changed)
        base = Base.read(own_copy(base.folder, target))
    saved = save(base, disk.atlas, after, paths.state_folder(), progress)
    if target is not None:
        recovery.saved_elsewhere(paths.state_folder(), disk.base.folder)
    return saved


def tried(
    disk: Disk, after: Atlas, target: Path | None = None, progress: Progress | None = None
) -> Saved | Exception:
    """The same; what is no fault of the program is returned."""
    try:
        return written(disk, after, target, progress)
    except (SavingError, UnsoundError, OSError) as error:
        return error


def kept(disk: Disk, after: Atlas, told: str) -> None:
    """Put what is not saved where the next start finds it. Raises ``OSError``."""
    files = rewritten(disk.base.files, disk.atlas, after)
    recovery.keep(paths.state_folder(), disk.base, files, told)


def forgotten(disk: Disk) -> None:
    """What was not saved is not wanted any more."""
    recovery.drop(paths.state_folder(), disk.base.folder)


@dataclass(frozen=True, slots=True)
class Found:
    """What a run before has not saved: the atlas with it, and what it changes in the files."""

    disk: Disk
    recovery: Recovery
    atlas: Atlas
    changes: tuple[Changed, ...]


def found(disk: Disk) -> tuple[Found | None, tuple[Path, ...]]:
    """What a run before has left, where it says something else than the files; and what of it is
    damaged.
    """
    state = paths.state_folder()
    left = recovery.found(state, disk.base)
    spoilt = recovery.spoilt(state, disk.base.folder)
    if left is None:
        return None, spoilt
    atlas = load_files(left.over(disk.base)).atlas
    changes = difference(disk.atlas, atlas)
    return (Found(disk, left, atlas, changes) if changes else None), spoilt


@dataclass(frozen=True, slots=True)
class Outside:
    """Files that were changed beside the program, and what they say now."""

    files: tuple[str, ...]
    before: Atlas
    disk: Disk
    loaded: Loaded
    changes: tuple[Changed, ...]


def outside(disk: Disk) -> tuple[str, ...]:
    """Names of the files that were changed beside the program."""
    return changed_outside(disk.base)


def reread(disk: Disk, progress: Progress | None = None) -> Outside:
    """What the files say now, beside what they said."""
    files = changed_outside(disk.base)
    base = Base.read(disk.base.folder)
    loaded = load_files(base.files, progress)
    changes = difference(disk.atlas, loaded.atlas)
    return Outside(files, disk.atlas, Disk(base, loaded.atlas), loaded, changes)

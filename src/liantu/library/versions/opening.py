"""A version that somebody names: a data folder, the zip of a version, or the name of one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from liantu.jobs import Progress
from liantu.library.reader import Loaded, load, load_files, read_folder
from liantu.library.versions.archives import digest, hashes
from liantu.library.versions.snapshots import SUFFIX, Snapshot, SnapshotError, opened, shelf


@dataclass(frozen=True, slots=True)
class OpenedVersion:
    """What was read, under the name by which it is told; ``time`` is when it was kept, empty for a
    folder as it is now; ``digest`` is that of its files.
    """

    title: str
    loaded: Loaded
    digest: str
    time: str = ""


def open_version(
    named: str, beside: Path | None = None, progress: Progress | None = None
) -> OpenedVersion:
    """Open a folder or a zip by its path, or a version of the folder ``beside`` by its name.

    Raises :class:`SnapshotError` where there is no such thing, ``ArchiveError`` for a damaged one,
    ``OSError``, or ``Cancelled``.
    """
    path = Path(named).expanduser()
    if path.is_dir():
        files = read_folder(path)
        title = path.resolve().name or str(path)
        return OpenedVersion(title, load(path, progress), digest(hashes(files)))
    if path.is_file() and path.suffix.casefold() == SUFFIX:
        return _of_zip(path, progress)
    found = shelf(beside).named(named) if beside is not None else None
    if found is None:
        raise SnapshotError("unknown", name=named)
    return _of_zip(found.path, progress)


def _of_zip(path: Path, progress: Progress | None) -> OpenedVersion:
    snapshot, files = opened(path)
    loaded = load_files(files, progress)
    return OpenedVersion(snapshot.name, loaded, snapshot.digest, snapshot.time)


def folder_files(folder: Path) -> dict[str, bytes]:
    """The data files of a folder to be kept as a version. Raises :class:`SnapshotError` for a
    folder that is none, or ``OSError``.
    """
    if not folder.is_dir():
        raise SnapshotError("unknown", name=folder)
    return read_folder(folder)


def common_version(ours: Path, theirs: str) -> Snapshot | None:
    """The newest version that both folders have kept, or that theirs is: what both began from.
    ``None`` where there is none, or theirs is no folder.
    """
    path = Path(theirs).expanduser()
    known = shelf(ours).snapshots
    if not path.is_dir():
        return None
    held = {one.digest for one in shelf(path).snapshots}
    held.add(digest(hashes(read_folder(path))))
    return next((one for one in known if one.digest in held), None)

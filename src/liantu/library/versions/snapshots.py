"""Named versions of a data folder (2024Q4上报版), each one zip with its plain YAML inside.

They lie in ``.liantu/versions`` of the folder itself: who copies the folder has its versions, and
the reader passes over names that begin with a dot. Where that cannot be written to, and for the
data that come with the program, they lie in the state folder of this machine.

A zip is the same bytes for the same files, name, note and time. What is read of one is bounded
and checked against the hashes of its manifest; a damaged one is told by name, never guessed at.
"""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from liantu import files as disk
from liantu import paths
from liantu.library.versions.archives import MOST_BYTES, ArchiveError, Manifest, pack, peek, unpack

INSIDE = Path(".liantu", "versions")
"""Where versions lie in a data folder."""
DELETED = "deleted"
"""Where deleted ones are kept, to be put back."""
SUFFIX = ".zip"
LONGEST = 60
"""Characters of a name."""


class SnapshotError(ValueError):
    """A version that cannot be made or read; ``code`` and ``params`` give the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = f"version.error.{code}", params


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A version at ``path``. ``time`` is ISO text to the second in local time; ``digest`` is that
    of all files, so that two versions with the same one hold the same; ``files`` are hashes by
    name.
    """

    path: Path
    name: str
    note: str
    time: str
    program: str
    digest: str
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The versions of a folder, the newest first, and the files among them that are none, each with
    the code of the reason.
    """

    snapshots: tuple[Snapshot, ...] = ()
    damaged: tuple[tuple[Path, ArchiveError], ...] = ()

    def named(self, name: str) -> Snapshot | None:
        """The newest version of this name."""
        return next((one for one in self.snapshots if one.name == name), None)


def take(
    folder: Path, files: Mapping[str, bytes], name: str, note: str = "", time: str = ""
) -> Snapshot:
    """Keep ``files`` (names relative to ``folder`` → bytes) as a version.

    Raises :class:`SnapshotError` for a name that is blank, too long or taken and for nothing to
    keep, or ``OSError``.
    """
    name = _sound(name)
    if not files:
        raise SnapshotError("nothing")
    if shelf(folder).named(name):
        raise SnapshotError("taken", name=name)
    time = time or datetime.datetime.now().isoformat(timespec="seconds")
    data = pack(files, name, note.strip(), time)
    path = _put(folder, _stem(name, time), data)
    return _snapshot(path, peek(data))


def shelf(folder: Path) -> Shelf:
    """All versions of a folder. Never raises: what cannot be read is among the damaged."""
    found: list[Snapshot] = []
    damaged: list[tuple[Path, ArchiveError]] = []
    for path in _zips(folder):
        try:
            found.append(_snapshot(path, peek(disk.read(path, MOST_BYTES))))
        except ArchiveError as error:
            damaged.append((path, error))
        except OSError:
            damaged.append((path, ArchiveError("unreadable")))
    found.sort(key=lambda one: (one.time, one.path.name), reverse=True)
    return Shelf(tuple(found), tuple(damaged))


def opened(path: Path) -> tuple[Snapshot, dict[str, bytes]]:
    """A version with its files by name, each as its hash says.

    Raises :class:`ArchiveError`, or ``OSError``.
    """
    manifest, files = unpack(disk.read(path, MOST_BYTES))
    return _snapshot(path, manifest), files


def rename(folder: Path, snapshot: Snapshot, name: str, note: str | None = None) -> Snapshot:
    """Give a version another name; ``note`` ``None`` stays. Raises as :func:`take`."""
    name = _sound(name)
    taken = shelf(folder).named(name)
    if taken is not None and taken.path != snapshot.path:
        raise SnapshotError("taken", name=name)
    found, files = opened(snapshot.path)
    data = pack(files, name, found.note if note is None else note.strip(), found.time)
    target = _free(snapshot.path.parent, _stem(name, found.time), besides=snapshot.path)
    disk.put(target, data)
    if target != snapshot.path:
        snapshot.path.unlink()
    return _snapshot(target, peek(data))


def delete(snapshot: Snapshot) -> Path:
    """Take a version off the shelf; the path at which it is kept, for :func:`put_back`."""
    kept = snapshot.path.parent / DELETED
    kept.mkdir(exist_ok=True)
    target = _free(kept, snapshot.path.stem)
    snapshot.path.replace(target)
    return target


def put_back(kept: Path) -> Path:
    """Undo :func:`delete`; the path of the version. Raises ``OSError``."""
    target = _free(kept.parent.parent, kept.stem)
    kept.replace(target)
    return target


def restore(path: Path, target: Path) -> int:
    """Write the files of a version into ``target``, a folder that is new or empty; their number.

    Raises :class:`SnapshotError` where the folder holds something, and as :func:`opened`.
    """
    _, files = opened(path)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise SnapshotError("occupied", folder=target)
    for name, data in files.items():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        disk.put(place, data)
    return len(files)


# -- where


def _zips(folder: Path) -> list[Path]:
    found: list[Path] = []
    for home in (folder / INSIDE, _elsewhere(folder)):
        with suppress(OSError):
            found += sorted(p for p in home.iterdir() if p.suffix.casefold() == SUFFIX)
    return found


def _put(folder: Path, stem: str, data: bytes) -> Path:
    """With the folder where that can be written to, else on this machine."""
    if not _is_shipped(folder):
        with suppress(PermissionError):
            return _written(folder / INSIDE, stem, data)
    return _written(_elsewhere(folder), stem, data)


def _written(home: Path, stem: str, data: bytes) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    path = _free(home, stem)
    disk.put(path, data)
    return path


def _is_shipped(folder: Path) -> bool:
    return folder.resolve() == paths.shipped_chains().resolve()


def _elsewhere(folder: Path) -> Path:
    key = hashlib.sha256(os.path.normcase(folder.resolve()).encode()).hexdigest()[:16]
    return paths.state_folder() / "versions" / key


def _free(home: Path, stem: str, besides: Path | None = None) -> Path:
    path = home / f"{stem}{SUFFIX}"
    return disk.beside(path) if path != besides and os.path.lexists(path) else path


# -- names


def _sound(name: str) -> str:
    name = name.strip()
    if not name or not name.isprintable():
        raise SnapshotError("name")
    if len(name) > LONGEST:
        raise SnapshotError("long", limit=LONGEST)
    return name


def _stem(name: str, time: str) -> str:
    """The time before the name: the newest is the last of the folder, and no device of Windows
    (CON, NUL) can begin it.
    """
    plain = "".join(c if c.isalnum() or c in "-.（）" else "_" for c in name).rstrip(".")
    return f"{time.replace(':', '').replace('T', '-')}_{plain}"


def _snapshot(path: Path, manifest: Manifest) -> Snapshot:
    return Snapshot(
        path=path,
        name=manifest.name,
        note=manifest.note,
        time=manifest.time,
        program=manifest.program,
        digest=manifest.digest,
        files=manifest.files,
    )

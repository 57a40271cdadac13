"""Work that is not saved yet, kept beside the data: what autosaving wrote, and the journal of a
saving that was cut off. The newest of both tells what the planner had.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from liantu import __version__, files
from liantu.library.keeping import bundle, places
from liantu.library.keeping.base import Base, digest, ordered
from liantu.library.keeping.errors import SpoiltError

KEPT = 3
"""Autosaves that stay, and damaged ones."""
FORMAT = 1
_WORK, _SAVE = "work", "save"
_OURS: dict[Path, set[str]] = {}
"""Names of what was kept since a folder was opened, by the folder in which they lie."""
OLDER = "older"
"""The folder of what had been kept before the folder was opened, and nobody took or dropped before
going on: it is no more offered, and not lost.
"""
MOST_OLDER = 10


@dataclass(frozen=True, slots=True)
class Recovery:
    """The changed ``files`` as they would be saved, made at ``time`` (local) by ``version``.

    ``made_from`` has the hashes of all files that they were made from; ``told`` what the planner
    had done; ``unfinished``: a saving was cut off, so that the folder may hold a part of it.
    """

    path: Path
    time: datetime
    version: str
    told: str
    files: Mapping[str, bytes]
    made_from: Mapping[str, str]
    unfinished: bool

    def matches(self, disk: Base) -> bool:
        """Whether the folder is still what this was made from, or already holds a part of it."""
        return all(
            self._holds(disk, name) or self._hash(disk, name) == self.made_from.get(name)
            for name in {*disk.files, *self.files, *self.made_from}
        )

    def over(self, disk: Base) -> dict[str, bytes]:
        """All files of the folder, those that are kept here in their places."""
        return ordered({**disk.files, **self.files})

    def differs(self, disk: Base) -> bool:
        """Whether there is anything in it that the folder does not hold."""
        return not all(self._holds(disk, name) for name in self.files)

    def _holds(self, disk: Base, name: str) -> bool:
        return name in self.files and disk.files.get(name) == self.files[name]

    @staticmethod
    def _hash(disk: Base, name: str) -> str | None:
        data = disk.files.get(name)
        return None if data is None else digest(data)


def keep(state: Path, base: Base, changed: Mapping[str, bytes], told: str) -> None:
    """Keep ``changed`` files as they would be saved; older ones but the last go.

    Raises ``OSError``; what was kept before stays then.
    """
    folder = places.recovery(state, base.folder)
    _write(folder, base, changed, told, _WORK)
    for _, path in places.numbered(folder, f"*.{_WORK}.zip")[:-KEPT]:
        _let_go(path)
    for path in _bad(folder)[:-KEPT]:
        _remove(path)
    files.sweep(folder)


def begin(state: Path, base: Base, changed: Mapping[str, bytes]) -> Path:
    """The journal of a saving, written before the first file is; raises ``OSError``."""
    return _write(places.recovery(state, base.folder), base, changed, "", _SAVE)


def finish(journal: Path) -> None:
    """The saving is done: its journal goes, and before it all that is older. Never raises."""
    for _, path in places.numbered(journal.parent, "*.zip"):
        if path.name < journal.name:
            _let_go(path)
    _remove(journal)


def cancel(journal: Path) -> None:
    """The saving came to nothing, and all is as it was. Never raises."""
    _remove(journal)


def found(state: Path, disk: Base) -> Recovery | None:
    """The newest that is sound; ``None`` where there is none, or nothing that ``disk`` lacks.

    To be asked when a folder is opened: what is kept until then outlives what is saved later.
    Damaged ones are set aside (:func:`spoilt`). Never raises.
    """
    where = places.recovery(state, disk.folder)
    _OURS.pop(where, None)
    for _, path in reversed(places.numbered(where, "*.zip")):
        recovery = _read(path)
        if recovery is not None:
            return recovery if recovery.differs(disk) else None
    return None


def unfinished(state: Path, folder: Path) -> Mapping[str, bytes]:
    """What a saving that was cut off was to write; nothing where none was."""
    journals = places.numbered(places.recovery(state, folder), f"*.{_SAVE}.zip")
    recovery = _read(journals[-1][1]) if journals else None
    return recovery.files if recovery else {}


def spoilt(state: Path, folder: Path) -> tuple[Path, ...]:
    """The damaged ones that were set aside."""
    return tuple(_bad(places.recovery(state, folder)))


def saved_elsewhere(state: Path, folder: Path) -> None:
    """What was kept since the folder was opened is saved, into another one. Never raises."""
    for _, path in places.numbered(places.recovery(state, folder), "*.zip"):
        _let_go(path)


def drop(state: Path, folder: Path) -> None:
    """Forget what is kept of a folder, damaged ones too; never raises."""
    where = places.recovery(state, folder)
    for path in (*(path for _, path in places.numbered(where, "*.zip")), *_bad(where)):
        _remove(path)


def _bad(folder: Path) -> list[Path]:
    return [path for _, path in places.numbered(folder, "*.bad")]


def _write(folder: Path, base: Base, changed: Mapping[str, bytes], told: str, kind: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    taken = (*places.numbered(folder, "*"), *places.numbered(folder / OLDER, "*"))
    last = max((number for number, _ in taken), default=0)
    path = folder / f"{last + 1:08}.{kind}.zip"
    _OURS.setdefault(folder, set()).add(path.name)
    about = {
        "format": FORMAT,
        "time": datetime.now().isoformat(timespec="seconds"),
        "version": __version__,
        "told": told,
        "made_from": base.hashes,
    }
    files.put(path, bundle.packed(changed, about))
    return path


def _read(path: Path) -> Recovery | None:
    """What a file keeps; ``None`` where it cannot be read, and is set aside where it is damaged."""
    try:
        return _sound(path, *bundle.unpacked(path))
    except SpoiltError:
        files.set_aside(path)
    except OSError:
        pass
    return None


def _sound(path: Path, held: Mapping[str, bytes], about: Mapping[str, Any]) -> Recovery:
    made_from = about.get("made_from")
    texts = [about.get(key) for key in ("time", "version", "told")]
    try:
        time = datetime.fromisoformat(str(texts[0])).replace(tzinfo=None)
    except ValueError as error:
        raise SpoiltError(path.name) from error
    if about.get("format") != FORMAT or not isinstance(made_from, dict):
        raise SpoiltError(path.name)
    return Recovery(
        path=path,
        time=time,
        version=str(texts[1]),
        told=str(texts[2]),
        files=held,
        made_from={str(name): str(known) for name, known in made_from.items()},
        unfinished=f".{_SAVE}." in path.name,
    )


def _let_go(path: Path) -> None:
    """What was kept since the opening is outlived; what had been before goes to :data:`OLDER`."""
    if path.name in _OURS.get(path.parent, ()):
        _remove(path)
        return
    older = path.parent / OLDER
    with suppress(OSError):
        older.mkdir(exist_ok=True)
        path.replace(older / path.name)
    for _, oldest in places.numbered(older, "*.zip")[:-MOST_OLDER]:
        _remove(oldest)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()

"""An atlas saved into the folder it was read from: only what was meant, all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from liantu.issues import Place
from liantu.jobs import Progress
from liantu.library import difference, reader
from liantu.library.keeping import lock
from liantu.library.keeping.base import Base, ordered
from liantu.library.keeping.copying import is_shipped
from liantu.library.keeping.errors import ChangedOutsideError, NotMeantError, ShippedError
from liantu.library.keeping.storing import Stored, store, unchanged
from liantu.library.writing import writer
from liantu.model import Atlas


@dataclass(frozen=True, slots=True)
class Saved:
    """What the folder holds now, where things stand in it, and the files that were written.

    ``unbacked`` is why no backup could be made; empty where one was, or nothing was written.
    """

    base: Base
    places: Mapping[str, Place]
    files: tuple[str, ...]
    unbacked: str = ""


def save(
    base: Base, before: Atlas, after: Atlas, state: Path, progress: Progress | None = None
) -> Saved:
    """Save ``after`` into the folder of ``base``, which reads as ``before``.

    Only lines change that differ between the two. Raises ``SavingError`` (the folder is as it
    was, see there), the writer's ``UnsoundError`` where it would lose something, and
    ``Cancelled`` as long as nothing is in its place.
    """
    if is_shipped(base.folder):
        raise ShippedError
    with lock.held(base.folder, state):
        disk = unchanged(base, state)
        new = writer.rewritten(base.files, before, after)
        whole = ordered({**base.files, **new})
        meant = _checked(whole, new, after, progress)
        if strange := disk.files.keys() - whole.keys():  # of a saving that was cut off
            raise ChangedOutsideError(sorted(strange))
        changed = {name: data for name, data in whole.items() if disk.files.get(name) != data}
        stored = store(disk, changed, state, progress) if changed else Stored(disk)
    return Saved(stored.base, meant.places, tuple(sorted(changed)), stored.unbacked)


def _checked(
    whole: Mapping[str, bytes],
    new: Mapping[str, bytes],
    after: Atlas,
    progress: Progress | None,
) -> Atlas:
    """What the files read as then; raises ``NotMeantError`` where that is not ``after``."""
    meant = reader.load_files(whole, progress).atlas
    if not difference.same(meant, after):
        raise NotMeantError(sorted(new))
    return meant

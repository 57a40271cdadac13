"""Whether others changed a folder since it was read."""

from __future__ import annotations

from pathlib import Path

from liantu import files
from liantu.library.folder import data_files
from liantu.library.keeping.base import Base, stamp
from liantu.library.parsing.encoding import MAX_BYTES


def changed_outside(base: Base) -> tuple[str, ...]:
    """The names of files that are changed, new or gone, in their order.

    Cheap: only what its size and time do not vouch for is read. What cannot be reached just now,
    as a share without network or a file in another program's hands, counts as unchanged.
    """
    if not _is_there(base.folder):
        return ()
    now = {path.relative_to(base.folder).as_posix(): path for path in data_files(base.folder)[0]}
    known = {*base.files, *base.unread}
    different = {name for name, path in now.items() if name in known and _differs(base, name, path)}
    return tuple(sorted(different | (now.keys() ^ known)))


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _differs(base: Base, name: str, path: Path) -> bool:
    try:
        if stamp(path) == base.stamps.get(name):
            return False
        return files.read(path, MAX_BYTES) != base.files.get(name)
    except OSError:
        return False

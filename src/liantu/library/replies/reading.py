"""Files that came back, several at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from liantu.jobs import Progress
from liantu.library.importing.tables import TableError, read_tables
from liantu.library.replies.sheets import Returned, Trouble, returned


def read_returned(paths: Iterable[Path], progress: Progress | None = None) -> tuple[Returned, ...]:
    """What each file holds; one that is no table has a trouble that says why. Raises
    ``Cancelled``.
    """
    progress = progress or Progress()
    files = list(dict.fromkeys(paths))
    found = []
    for at, path in enumerate(files):
        progress.step(at, len(files), path.name)
        found.append(_read(path))
    return tuple(found)


def _read(path: Path) -> Returned:
    try:
        return returned(path.name, read_tables(path))
    except TableError as error:
        trouble = Trouble(path.name, 0, error.code, error.params)
        return Returned(name=path.name, troubles=(trouble,))

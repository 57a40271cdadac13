"""What commands share that change a folder: edits made on what was read, then saved whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from liantu import paths
from liantu.cli.usage import UsageError
from liantu.library.keeping import Base, is_shipped, save
from liantu.library.reader import load_files
from liantu.model import Atlas
from liantu.model.edits import Edit


def own_folder(folder: Path | None) -> Path:
    """The folder that may be changed; raises :class:`UsageError` for the shipped data."""
    if folder is None or is_shipped(folder):
        raise UsageError("cli.usage.shipped")
    return folder


def change(folder: Path, edits: Sequence[Edit]) -> Atlas:
    """Make the edits in the folder and return what it holds then.

    Raises ``RefusedError``, ``SavingError`` or ``UnsoundError``; the folder is then as it was.
    """
    base = Base.read(folder)
    before = after = load_files(base.files).atlas
    for edit in edits:
        after = edit.change(after)
    save(base, before, after, paths.state_folder())
    return after

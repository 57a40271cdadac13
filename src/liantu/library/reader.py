"""A data folder → everything it holds and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from liantu.issues import Issue, Severity, folded
from liantu.jobs import Progress, collector_paused
from liantu.library.assemble import assemble
from liantu.library.causes import absences, causes
from liantu.library.checks import check
from liantu.library.folder import data_files
from liantu.library.parts import Parts, read_file
from liantu.model import Atlas

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True)
class Loaded:
    """A folder as read: the usable atlas, all problems (errors first, of these first what is to be
    mended, then what only follows from it), and the number of files read.
    """

    atlas: Atlas
    issues: tuple[Issue, ...]
    files: int

    def count(self, severity: Severity) -> int:
        """How many problems of this severity are to be mended."""
        return sum(1 for root in folded(self.issues) if root.issue.severity is severity)


def load(folder: Path, progress: Progress | None = None) -> Loaded:
    """Read every data file of ``folder``.

    Never raises for bad data: a missing, empty or unreadable folder gives an empty atlas and
    problems that say so; one bad file never hides the others. Raises ``Cancelled`` only.
    """
    with collector_paused():
        return _load(folder, progress or Progress())


def _load(folder: Path, progress: Progress) -> Loaded:
    files, issues = data_files(folder)
    parts: list[Parts] = []
    for at, path in enumerate(files):
        progress.step(at, len(files), path.name)
        parts.append(read_file(path, path.relative_to(folder).as_posix()))
    reasons = causes(parts)
    atlas, found = assemble(parts, reasons)
    issues += found
    for part in parts:
        issues += part.context.issues
    doubts = check(atlas, {i.place for i in issues})
    issues += absences(doubts, atlas.places, reasons)
    progress.step(len(files), len(files))
    issues.sort(key=lambda i: (_ORDER[i.severity], i.cause is not None, i.place, i.code))
    return Loaded(atlas, tuple(issues), len(files))

"""A data folder → everything it holds and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from liantu import files
from liantu.issues import Issue, Severity, folded
from liantu.jobs import Progress, collector_paused
from liantu.library.assemble import assemble
from liantu.library.causes import absences, causes
from liantu.library.checks.catalogue import check
from liantu.library.folder import data_files
from liantu.library.parsing.encoding import MAX_BYTES
from liantu.library.parts import Parts, read_data, read_file
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


def load_files(files: Mapping[str, bytes], progress: Progress | None = None) -> Loaded:
    """The same from the bytes of the data files by their names within the folder."""
    told = progress or Progress()
    with collector_paused():
        parts: list[Parts] = []
        for at, (name, data) in enumerate(files.items()):
            told.step(at, len(files), name)
            parts.append(read_data(data, name))
        return _joined(parts, [], told)


def read_folder(folder: Path) -> dict[str, bytes]:
    """The bytes of the data files of ``folder`` by their names within it. Raises ``OSError``."""
    paths, _ = data_files(folder)
    return {path.relative_to(folder).as_posix(): files.read(path, MAX_BYTES) for path in paths}


def _load(folder: Path, progress: Progress) -> Loaded:
    found, issues = data_files(folder)
    parts: list[Parts] = []
    for at, path in enumerate(found):
        progress.step(at, len(found), path.name)
        parts.append(read_file(path, path.relative_to(folder).as_posix()))
    progress.step(len(found), len(found))
    return _joined(parts, issues, progress)


def _joined(parts: list[Parts], issues: list[Issue], progress: Progress) -> Loaded:
    reasons = causes(parts)
    atlas, found = assemble(parts, reasons, progress)
    issues += found
    for part in parts:
        issues += part.context.issues
    progress.check()
    doubts = check(atlas, {i.place for i in issues}, progress)
    progress.check()
    issues += absences(doubts, atlas.places, reasons)
    ranks = [_rank(issue) for issue in progress.each(issues)]
    order = sorted(range(len(issues)), key=ranks.__getitem__)
    progress.check()
    return Loaded(atlas, tuple(issues[at] for at in order), len(parts))


def _rank(issue: Issue) -> tuple[int, bool, str, int, int, str]:
    place = issue.place  # spelt out: to compare places as such takes ten times as long
    followed = issue.cause is not None
    return _ORDER[issue.severity], followed, place.file, place.line, place.column, issue.code

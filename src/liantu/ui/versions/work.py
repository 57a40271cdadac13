"""Work on versions for a thread: what is to be expected comes back as words, and is no fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from liantu.issues import Severity
from liantu.jobs import Progress
from liantu.library.versions.archives import ArchiveError
from liantu.library.versions.opening import open_version
from liantu.library.versions.snapshots import SnapshotError
from liantu.library.writing.writer import UnsoundError
from liantu.model import Atlas
from liantu.wording import reason, text

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something was not done, as a sentence."""

    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A version that was read; ``digest`` is that of its files, empty for data that are open."""

    title: str
    atlas: Atlas
    errors: int = 0
    digest: str = ""


def read_named(named: str, progress: Progress) -> Read:
    """A folder or the zip of a version. Raises as :func:`open_version`."""
    found = open_version(named, progress=progress)
    errors = found.loaded.count(Severity.ERROR)
    return Read(found.title, found.loaded.atlas, errors, found.digest)


def careful(job: Callable[[Progress], Made]) -> Callable[[Progress], Made | Refused]:
    """The job, with :class:`Refused` in place of what is to be expected."""

    def run(progress: Progress) -> Made | Refused:
        try:
            return job(progress)
        except SnapshotError as error:
            return Refused(text(error.code, **error.params))
        except ArchiveError as error:
            why = text(error.code, **error.params)
            return Refused(text("version.refused", reason=why))
        except UnsoundError as error:
            return Refused(text("version.unsound", place=error.place))
        except OSError as error:
            return Refused(text("version.refused", reason=reason(error)))

    return run

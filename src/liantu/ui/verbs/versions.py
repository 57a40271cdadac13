"""文件: versions of the data, kept, compared, and merged with those of a colleague.

What they need of the library is imported when one is used: YAML must not delay the first frame.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from liantu.model.target import Target
from liantu.ui.parts import Parts
from liantu.ui.seen import looking
from liantu.ui.verbs.file import open_folder
from liantu.ui.verbs.step_note import take_and_tell
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import is_ready
from liantu.wording import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from liantu.document.session import Session
    from liantu.library.versions.snapshots import Snapshot
    from liantu.telling.versions.comparison import Comparison
    from liantu.ui.versions.compare import Now
    from liantu.ui.versions.merge import Outcome


MERGED = "merged"
"""What the banner tells about after a merge."""


def keep(parts: Parts) -> None:
    """Keep the folder as a version, or look after those that it has."""
    from liantu.ui.versions.keep import KeepDialog  # noqa: PLC0415

    session = parts.bridge.session
    files = partial(_as_saved, session)
    dialog = KeepDialog(session.folder, parts.shell, files, unsaved=session.dirty)
    dialog.compared.connect(partial(_compare, parts))
    dialog.wished.connect(partial(open_folder, parts))
    dialog.show()


def _as_saved(session: Session) -> Mapping[str, bytes]:
    """The data files as they would be if the open data were saved now. Raises ``UnsoundError``, or
    ``OSError`` where one of them cannot be read: a version without it would not be whole.
    """
    from liantu.library.reader import read_folder  # noqa: PLC0415
    from liantu.library.writing.writer import rewritten  # noqa: PLC0415

    disk, atlas = session.disk, session.atlas
    if disk is None:
        return {}
    read_folder(disk.base.folder)  # what was left out when it was read is found here
    return {**disk.base.files, **rewritten(disk.base.files, disk.atlas, atlas)}


def compare(parts: Parts) -> None:
    """Compare two versions; the open data with the newest one at first."""
    _compare(parts)


def _compare(parts: Parts, first: Snapshot | None = None) -> None:
    from liantu.ui.versions.compare import CompareDialog  # noqa: PLC0415

    folder = parts.bridge.session.folder
    dialog = CompareDialog(now(parts), folder, parts.shell, first)
    dialog.followed.connect(partial(_follow, parts))
    dialog.wished.connect(partial(_write, parts))
    dialog.marked.connect(parts.map.mark_changes)
    dialog.show()


def now(parts: Parts) -> Now:
    """The data as they are open, edits that are not saved included."""
    from liantu.issues import Severity, folded  # noqa: PLC0415
    from liantu.ui.versions.compare import Now  # noqa: PLC0415
    from liantu.ui.versions.work import Read  # noqa: PLC0415

    session = parts.bridge.session
    errors = sum(root.issue.severity is Severity.ERROR for root in folded(session.issues))
    read = Read(text("version.source.open"), session.reading.base, errors)
    return Now(read, session.reading.scenario)


def _follow(parts: Parts, target: Target | None) -> None:
    """Show what a row is about, where the open data still have it."""
    if target is None or not looking.leads(parts.reading, target):
        return
    focus = looking.follow(parts.reading, parts.selection.focus, target)
    parts.selection.go(focus)


def _write(parts: Parts, found: Comparison, path: Path) -> None:
    from liantu.briefing.versions import write  # noqa: PLC0415

    parts.exporter.make(lambda progress: write(found, path, progress=progress))


def merge(parts: Parts) -> None:
    """Merge the data of a colleague into the open ones, as one step."""
    from liantu.ui.versions.merge import MergeDialog  # noqa: PLC0415

    session = parts.bridge.session
    dialog = MergeDialog(lambda: session.atlas, session.folder, parts.shell)
    dialog.decided.connect(partial(_merge, parts))
    dialog.show()


def _merge(parts: Parts, outcome: Outcome) -> None:
    words, offers = outcome.edit.label, []
    if outcome.left:
        words += text("version.merge.kept", count=len(outcome.left))
        copied = "\n".join(outcome.left)
        offers.append((text("version.merge.copy"), partial(_copy, copied)))
    take_and_tell(parts, outcome.edit, words, MERGED, offers)


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)


VERBS = (
    Verb(id="version_keep", menu=Menu.FILE, run=keep, apart=True, enabled=is_ready),
    Verb(id="version_compare", menu=Menu.FILE, run=compare, enabled=is_ready),
    Verb(id="version_merge", menu=Menu.FILE, run=merge, enabled=is_ready),
)

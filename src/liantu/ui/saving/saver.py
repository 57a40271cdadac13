"""Saving: written by a worker, told when it is on the disk, and never lost where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from liantu import paths
from liantu.document.disk import Disk
from liantu.model import Atlas
from liantu.telling.filenames import safe
from liantu.ui.habits.fault import told
from liantu.ui.remembered import export_memory
from liantu.ui.session.bridge import Bridge
from liantu.ui.widgets.banner import Banner, Offer
from liantu.ui.work.tasks import Task, Tasks
from liantu.wording import reason, text

SAVING = "saving"
"""What the banner tells about while and after a folder is saved."""
NAMED = 3
"""So many of the files written are named."""


class Saver(QObject):
    """One saving at a time. ``saved``: the files hold what was edited; ``changed_outside``: they
    do not, as somebody else has changed them.
    """

    saved = Signal()
    changed_outside = Signal()

    def __init__(self, bridge: Bridge, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._banner = bridge, banner
        self._tasks = Tasks(self)
        self._good = False
        self._running: Task | None = None
        self._then: list[Callable[[], None]] = []
        self.choose_folder: Callable[[], None] = lambda: None
        """Lets the user choose where else to save."""
        bridge.stepped.connect(self._on_stepped)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._running is not None

    def stop(self) -> None:
        """Leave no thread behind; what is being put in its place gets there."""
        self._then.clear()
        self._tasks.stop()
        self._running = None

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save what was edited into its folder, of the data that come with the program into a copy;
        ``then`` only once all is saved.
        """
        self._bridge.after_steps(lambda: self._save(None, then))

    def save_into(self, target: Path) -> None:
        """Save into a copy of the folder, near ``target``, and go on with the copy."""
        self._bridge.after_steps(lambda: self._save(target, None))

    def _save(self, target: Path | None, then: Callable[[], None] | None) -> None:
        if then is not None:
            self._then.append(then)
        session = self._bridge.session
        if self._running is not None or session.disk is None:
            return
        if target is None and not session.dirty:
            self._finish(text("ui.saved.none"))
            return
        folder = session.folder
        if target is None and not is_own(folder):
            target = own_folder(session.atlas)
        self._start(session.disk, session.atlas, target)

    def _start(self, disk: Disk, atlas: Atlas, target: Path | None) -> None:
        from liantu.document import saving  # noqa: PLC0415  brings YAML

        task = self._tasks.new(lambda progress: saving.tried(disk, atlas, target, progress))
        words = text("ui.saving", folder=target or disk.base.folder)
        task.slow.connect(lambda: self._banner.tell_progress(words, task.cancel, SAVING))
        task.progressed.connect(lambda done, total, _: self._banner.step(done, total, SAVING))
        task.done.connect(partial(self._on_written, disk, atlas, target))
        task.failed.connect(partial(self._on_failed, target))
        task.cancelled.connect(self._on_cancelled)
        self._running, self._good = task, False
        task.start()

    def _on_written(self, disk: Disk, atlas: Atlas, target: Path | None, found: object) -> None:
        from liantu.library.keeping.saving import Saved  # noqa: PLC0415  brings YAML

        if isinstance(found, Exception):
            self._on_failed(target, found)
            return
        assert isinstance(found, Saved)
        self._running = None
        self._bridge.take_saved(found, atlas)
        session = self._bridge.session
        assert session.saved_at is not None
        folder, time = session.folder, f"{session.saved_at:%H:%M}"
        names = "、".join(found.files[:NAMED]) + ("……" if len(found.files) > NAMED else "")
        files = text("ui.saved.files", count=len(found.files), names=names)
        words = text("ui.saved", time=time, folder=folder, files=files)
        if folder != disk.base.folder:
            code = "ui.saved.moved" if is_own(disk.base.folder) else "ui.saved.copied"
            words += text(code, folder=folder)
        if found.unbacked:
            words += text("ui.saved.unbacked", reason=found.unbacked)
        self.saved.emit()
        self._finish(words)

    def _finish(self, words: str) -> None:
        self._banner.tell(words, kind="good", about=SAVING)
        self._good = True
        then, self._then = self._then, []
        if not self._bridge.session.dirty:
            for go_on in then:
                go_on()

    def _on_cancelled(self) -> None:
        self._running = None
        self._then.clear()
        self._banner.withdraw(SAVING)

    def _on_failed(self, target: Path | None, error: Exception) -> None:
        """Say why nothing was saved, and what can be done."""
        from liantu.library.keeping.errors import ChangedOutsideError  # noqa: PLC0415  brings YAML

        self._running = None
        self._then.clear()
        if isinstance(error, ChangedOutsideError):
            self._banner.withdraw(SAVING)
            self.changed_outside.emit()
            return
        again = self.save if target is None else partial(self.save_into, target)
        offers: list[Offer] = [(text("ui.saving.again"), again)]
        offers.append((text("ui.verb.save_as"), self.choose_folder))
        self._banner.tell(why_not(error), offers, "bad", SAVING)

    def _on_stepped(self) -> None:
        """What is edited after a saving is not in it."""
        if self._good and self._bridge.session.dirty:
            self._good = False
            self._banner.withdraw(SAVING)


def why_not(error: Exception) -> str:
    """Why nothing was saved."""
    from liantu.library.keeping.errors import SavingError  # noqa: PLC0415  brings YAML
    from liantu.library.writing.writer import UnsoundError  # noqa: PLC0415

    if isinstance(error, SavingError):
        return error.words()
    if isinstance(error, UnsoundError):
        return text("ui.saving.unsound", place=error.place)
    words = reason(error) if isinstance(error, OSError) else told(error)
    return text("ui.saving.failed", reason=words)


def is_own(folder: Path) -> bool:
    """Whether a folder may be written: not the one that comes with the program."""
    from liantu.library.keeping.copying import is_shipped  # noqa: PLC0415  brings YAML

    return not is_shipped(folder)


def own_folder(atlas: Atlas) -> Path:
    """Where a copy of the data that come with the program is put: in the folder for documents, or
    beside what a portable program keeps.
    """
    own = paths.own_folder()
    within = own / "data" if own is not None else export_memory.usual()
    return within / safe(atlas.library.region.name or text("ui.app"))

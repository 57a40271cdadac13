"""The folder as others see it: who else edits it, and what was changed beside the program."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from liantu import paths
from liantu.document.disk import Disk
from liantu.ui.dialogs.unsaved import ChangesDialog
from liantu.ui.saving.autosaver import Autosaver
from liantu.ui.saving.merging import Merging
from liantu.ui.saving.saver import Saver
from liantu.ui.session.bridge import Bridge
from liantu.ui.widgets.banner import Banner, Offer
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

if TYPE_CHECKING:  # else where it is used: brings YAML
    from liantu.document.saving import Outside
    from liantu.library.keeping.lock import Lock

OUTSIDE, LOCK = "outside", "lock"
"""What the banner tells about while files were changed outside, and while somebody else edits."""
BEAT_MS = 10 * 60 * 1000
"""So often others are told that the folder is still edited here."""
PAUSE_S = 2.0
"""A window that is activated again sooner does not look again."""
NAMED = 3
"""So many files are named."""


class Guard(QObject):
    """Looks when a folder is opened, when the window comes to the front and when saving is refused.
    Nobody is locked out by those who only look: a folder is taken with the first edit.
    """

    def __init__(self, bridge: Bridge, saver: Saver, banner: Banner, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._saver, self._banner = bridge, saver, banner
        self._window = window
        self._tasks = Tasks(self)
        self.autosaver = Autosaver(bridge, banner, window)
        self.merging = Merging(bridge, banner, window)
        self._lock: Lock | None = None
        self._locked: Path | None = None
        self._looked = 0.0
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        bridge.opened.connect(self._on_opened)
        bridge.dirty_changed.connect(self._on_dirty)
        saver.saved.connect(self._on_saved)
        saver.changed_outside.connect(self.look_outside)
        window.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether it is looking."""
        return self._tasks.running or self.autosaver.busy or self.merging.busy

    def stop(self) -> None:
        """Leave no thread behind, and the folder to others."""
        self._beat.stop()
        self.autosaver.stop()
        self.merging.stop()
        self._tasks.stop()
        self._release()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look once the window comes to the front."""
        if event.type() == QEvent.Type.WindowActivate and time.monotonic() > self._looked + PAUSE_S:
            self.look_outside()
        return False

    # -- others who edit

    def _on_opened(self) -> None:
        self._release()
        for about in (OUTSIDE, LOCK):
            self._banner.withdraw(about)
        self._looked = time.monotonic()
        folder = self._bridge.session.folder
        self._ask_lock(lambda: _holder(folder), folder)

    def _on_dirty(self, dirty: bool) -> None:
        folder = self._bridge.session.folder
        if dirty and self._lock is None:
            self._ask_lock(lambda: _taken(folder, force=False), folder)

    def _on_saved(self) -> None:
        """A copy is another folder."""
        folder = self._bridge.session.folder
        if self._lock is None or self._locked != folder:
            self._ask_lock(lambda: _taken(folder, force=False), folder)

    def _edit_anyway(self) -> None:
        folder = self._bridge.session.folder
        self._bridge.hold("")
        self._banner.withdraw(LOCK)
        self._ask_lock(lambda: _taken(folder, force=True), folder)

    def _ask_lock(self, ask: Callable[[], object], folder: Path) -> None:
        task = self._tasks.new(lambda _: ask(), may_hang=True)
        task.done.connect(partial(self._on_lock, folder))
        task.start()

    def _on_lock(self, folder: Path, found: object) -> None:
        from liantu.library.keeping.holder import Holder  # noqa: PLC0415  brings YAML
        from liantu.library.keeping.lock import Lock  # noqa: PLC0415

        if folder != self._bridge.session.folder:
            if isinstance(found, Lock):
                found.release()
            return
        holder = found if isinstance(found, Holder) else None
        if isinstance(found, Lock):
            holder = found.holder
            if holder is None:
                self._release()
                self._lock, self._locked = found, folder
                self._beat.start()
        if holder is not None:
            who = holder.words()
            self._bridge.hold(text("ui.edit.locked", who=who))
            self._tell_lock(who)
        elif self._lock is None:
            self.autosaver.look()

    def _tell_lock(self, who: str) -> None:
        offers: list[Offer] = [
            (text("ui.lock.view"), lambda: self._banner.withdraw(LOCK)),
            (text("ui.lock.edit"), self._edit_anyway),
        ]
        self._banner.tell(text("ui.lock", who=who), offers, "bad", LOCK)

    def _on_beat(self) -> None:
        lock = self._lock
        if lock is not None:
            task = self._tasks.new(lambda _: lock.beat(), may_hang=True)
            task.done.connect(self._on_beaten)
            task.start()

    def _on_beaten(self, ours: object) -> None:
        if ours is False:
            self._lock = None
            self._beat.stop()
            folder = self._bridge.session.folder
            self._ask_lock(lambda: _holder(folder), folder)

    def _release(self) -> None:
        lock, self._lock = self._lock, None
        self._beat.stop()
        if lock is not None:
            lock.release()

    # -- changes beside the program

    def look_outside(self) -> None:
        """Say so if files are others than were read."""
        from liantu.document import saving  # noqa: PLC0415  brings YAML

        disk = self._bridge.session.disk
        self._looked = time.monotonic()
        if disk is None or self._bridge.busy or self._saver.busy:
            return
        task = self._tasks.new(lambda _: saving.outside(disk), may_hang=True)
        task.done.connect(partial(self._on_outside, disk))
        task.start()

    def _on_outside(self, disk: Disk, found: object) -> None:
        assert isinstance(found, tuple)
        if disk is not self._bridge.session.disk:  # saved or read again meanwhile
            return
        if not found:
            self._banner.withdraw(OUTSIDE)
            return
        names = "、".join(found[:NAMED])
        if len(found) > NAMED:
            names = text("ui.outside.files", names=names, count=len(found))
        dirty = self._bridge.session.dirty
        offers: list[Offer] = [(text("ui.outside.reload"), self._reload)]
        if dirty:
            offers.append((text("ui.outside.keep"), self._keep_mine))
        offers.append((text("ui.outside.compare"), partial(self._reread, self._show)))
        code = "ui.outside.dirty" if dirty else "ui.outside"
        self._banner.tell(text(code, files=names), offers, "bad", OUTSIDE)

    def _reload(self) -> None:
        """What is not saved is kept for recovery first: this is no way to lose it."""
        self._banner.withdraw(OUTSIDE)
        task = self._tasks.new(lambda _: self.autosaver.keep_now())
        task.done.connect(lambda _: self._bridge.reload())
        task.start()

    def _keep_mine(self) -> None:
        self._reread(self.merging.take)

    def _reread(self, then: Callable[[Outside], None]) -> None:
        from liantu.document import saving  # noqa: PLC0415  brings YAML

        disk = self._bridge.session.disk
        if disk is not None:
            task = self._tasks.new(lambda progress: saving.reread(disk, progress), may_hang=True)
            task.done.connect(lambda found: self._on_reread(found, then))
            task.start()

    def _on_reread(self, found: object, then: Callable[[Outside], None]) -> None:
        from liantu.document.saving import Outside  # noqa: PLC0415  brings YAML

        assert isinstance(found, Outside)
        then(found)

    def _show(self, found: Outside) -> None:
        from liantu.telling.differing import differing  # noqa: PLC0415  brings YAML

        lines = differing(found.changes, found.before, found.disk.atlas)
        code = "ui.outside.count" if lines else "ui.outside.none"
        offers: list[Offer] = [(text("ui.outside.reload"), self._reload)]
        if self._bridge.session.dirty:
            offers.append((text("ui.outside.keep"), self._keep_mine))
        head = text(code, count=len(lines))
        ChangesDialog(text("ui.outside.title"), head, lines, offers, self._window).open()


def _holder(folder: Path) -> object:
    from liantu.library.keeping import lock  # noqa: PLC0415  brings YAML

    return lock.holder(folder, paths.state_folder())


def _taken(folder: Path, *, force: bool) -> object:
    from liantu.library.keeping.lock import Lock  # noqa: PLC0415  brings YAML

    return Lock.take(folder, paths.state_folder(), force=force)

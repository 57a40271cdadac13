"""What is not saved is kept for the next start, and offered there: never lost, never forced."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from liantu.ui.dialogs.unsaved import ChangesDialog
from liantu.ui.saving.saver import why_not
from liantu.ui.session.bridge import Bridge
from liantu.ui.widgets.banner import Banner, Offer
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

if TYPE_CHECKING:  # else where it is used: brings YAML
    from liantu.document.saving import Found

RECOVERY = "recovery"
"""What the banner tells about while something of the run before may be recovered."""
UNKEPT = "unkept"
"""What the banner tells about once what is not saved could not be kept."""
WAIT_MS = 10_000
"""So long after a change it is kept; what is changed meanwhile goes with it."""


class Autosaver(QObject):
    """Keeps what is not saved, away from the window's thread."""

    def __init__(self, bridge: Bridge, banner: Banner, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._banner, self._window = bridge, banner, parent
        self._tasks = Tasks(self)
        self._kept: object = None
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._write)
        bridge.stepped.connect(self._on_stepped)

    @property
    def busy(self) -> bool:
        """Whether something is being written or looked for."""
        return self._tasks.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._timer.stop()
        self._tasks.stop()

    def keep_now(self) -> str:
        """Keep what is not saved before anything else is tried; on any thread, and never raises.
        Returns why that could not be done, empty where it was.
        """
        session = self._bridge.session
        disk, now = session.disk, session.history.now
        if disk is None or not session.dirty or self._kept is now.atlas:
            return ""
        from liantu.document import saving  # noqa: PLC0415  brings YAML

        try:
            saving.kept(disk, now.atlas, now.label)
        except Exception as error:
            return why_not(error)
        return ""

    def forget(self) -> None:
        """What is not saved is not wanted; a new start does not offer it."""
        disk = self._bridge.session.disk
        self._timer.stop()
        self._banner.withdraw(RECOVERY)
        if disk is not None:
            from liantu.document import saving  # noqa: PLC0415  brings YAML

            self._tasks.new(lambda _: saving.forgotten(disk)).start()

    def look(self) -> None:
        """Offer what a run before has left of the folder that is open now."""
        disk = self._bridge.session.disk
        self._banner.withdraw(RECOVERY)
        self._kept = None
        if disk is None:
            return
        from liantu.document import saving  # noqa: PLC0415  brings YAML

        task = self._tasks.new(lambda _: saving.found(disk), may_hang=True)
        task.done.connect(self._on_found)
        task.start()

    def _on_stepped(self) -> None:
        if not self._bridge.session.dirty:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _write(self) -> None:
        if self._tasks.running:
            self._timer.start()
            return
        atlas = self._bridge.session.atlas
        task = self._tasks.new(lambda _: self.keep_now())
        task.done.connect(lambda why: self._on_written(atlas, why))
        task.start()

    def _on_written(self, atlas: object, why: str) -> None:
        if not why:
            self._kept = atlas
            self._banner.withdraw(UNKEPT)
        elif not self._told:
            self._told = True
            self._banner.tell(text("ui.unkept.work", reason=why), kind="bad", about=UNKEPT)

    # -- at the next start

    def _on_found(self, outcome: tuple[Found | None, tuple[Path, ...]]) -> None:
        found, spoilt = outcome
        if spoilt:
            words = text("ui.recovery.spoilt", count=len(spoilt), path=spoilt[0].parent)
            self._banner.tell(words, kind="bad", about=UNKEPT)
        if found is None or self._bridge.session.dirty:
            return
        same = found.recovery.matches(found.disk.base)
        code = "ui.recovery" if same else "ui.recovery.other"
        words = text(code, time=_time(found), count=len(found.changes))
        look: Offer = (text("ui.recovery.look"), partial(self._show, found))
        take, drop = self._offers(found)
        # Over what others wrote since, it is recovered only by who has seen what it changes.
        offers = [take, drop, look] if same else [look, drop]
        self._banner.tell(words, offers, about=RECOVERY, asks=True)

    def _offers(self, found: Found) -> tuple[Offer, Offer]:
        return (
            (text("ui.recovery.take"), partial(self._recover, found)),
            (text("ui.recovery.drop"), self.forget),
        )

    def _recover(self, found: Found) -> None:
        """Take it back as one step, which can be undone; it is kept until it is saved."""
        self._banner.withdraw(RECOVERY)
        if self._bridge.session.disk is found.disk:
            self._bridge.take(text("ui.step.recover"), found.atlas)
        else:  # saved meanwhile: what is left may be another
            self.look()

    def _show(self, found: Found) -> None:
        from liantu.telling.differing import differing  # noqa: PLC0415  brings YAML

        head = text("ui.recovery.count", time=_time(found), count=len(found.changes))
        lines = differing(found.changes, found.disk.atlas, found.atlas)
        title = text("ui.recovery.title")
        ChangesDialog(title, head, lines, self._offers(found), self._window).open()


def _time(found: Found) -> str:
    return f"{found.recovery.time:%Y-%m-%d %H:%M}"

"""Before the folder is another one or the window closes: what was edited is never lost silently."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from liantu.document.disk import Disk
from liantu.model import Atlas
from liantu.ui.dialogs.unsaved import SaveQuestion
from liantu.ui.habits.crash import hand_over
from liantu.ui.saving.saver import Saver, is_own, own_folder
from liantu.ui.session.bridge import Bridge
from liantu.ui.work.tasks import Tasks
from liantu.wording import text


def unsaved_lines(disk: Disk, atlas: Atlas) -> tuple[str, ...]:
    """What was edited and is not saved, one line for each thing."""
    from liantu.library.difference import difference  # noqa: PLC0415  brings YAML
    from liantu.telling.differing import differing  # noqa: PLC0415

    return differing(difference(disk.atlas, atlas), disk.atlas, atlas)


class Leaving(QObject):
    """Asks once, and goes on when there is nothing to lose any more."""

    def __init__(
        self, bridge: Bridge, saver: Saver, forget: Callable[[], None], parent: QWidget
    ) -> None:
        """``forget`` drops what is kept of the changes that are not wanted."""
        super().__init__(parent)
        self._bridge, self._saver, self._forget = bridge, saver, forget
        self._window = parent
        self._tasks = Tasks(self)
        self._question: SaveQuestion | None = None

    @property
    def busy(self) -> bool:
        """Whether what would be lost is being told."""
        return self._tasks.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def tell(self, show: Callable[[tuple[str, ...]], None]) -> None:
        """Let ``show`` have what is not saved, in words."""
        disk, atlas = self._bridge.session.disk, self._bridge.session.atlas
        if disk is not None:
            task = self._tasks.new(lambda _: unsaved_lines(disk, atlas))
            task.done.connect(show)
            task.failed.connect(hand_over)
            task.start()

    def leave(self, then: Callable[[], None]) -> None:
        """Do ``then`` once what was edited is saved, or is not wanted."""
        if self._question is not None:
            self._question.raise_()
        elif self._bridge.unsaved or self._saver.busy:
            self._bridge.after_steps(partial(self._ask, then))
        else:
            then()

    def _ask(self, then: Callable[[], None]) -> None:
        session = self._bridge.session
        if self._saver.busy:
            self._saver.save(lambda: self.leave(then))
            return
        if not session.dirty:
            then()
            return
        self.tell(partial(self._open, then))

    def _open(self, then: Callable[[], None], lines: tuple[str, ...]) -> None:
        session = self._bridge.session
        if self._question is not None:
            return
        folder = session.folder if is_own(session.folder) else own_folder(session.atlas)
        self._question = question = SaveQuestion(
            text("ui.unsaved.ask", count=max(len(lines), 1), folder=folder),
            lines,
            save=lambda: self._saver.save(then),
            leave=lambda: self._drop(then),
            parent=self._window,
        )
        question.finished.connect(self._on_finished)
        question.destroyed.connect(self._on_finished)  # with the window that it lies over
        question.open()

    def _drop(self, then: Callable[[], None]) -> None:
        self._forget()
        then()

    def _on_finished(self) -> None:
        self._question = None

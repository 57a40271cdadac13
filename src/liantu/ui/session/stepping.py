"""Takes the steps of editing in the order in which they were asked for, and never waits for one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from liantu.document.session import Session
from liantu.library.editing import RefusedError
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.model.supposing import followed
from liantu.ui.work.tasks import Tasks

Step = Edit | Callable[[], bool]
"""An edit, or what moves the history at once and tells whether it did."""


@dataclass(frozen=True, slots=True)
class _Tried:
    """An edit and the atlas it made, or why it was refused."""

    edit: Edit
    atlas: Atlas | None = None
    error: Exception | None = None


class Stepping(QObject):
    """``taken``: the history has moved, by one step or several; ``refused`` carries the error of an
    edit that would have made bad data, ``failed`` one that nobody foresaw: nothing was changed.
    """

    taken = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = Tasks(self)
        self._queue: deque[Step] = deque()
        self._trying = False

    @property
    def pending(self) -> bool:
        """Whether a step was asked for that is not taken yet."""
        return self._trying or bool(self._queue)

    def ask(self, step: Step) -> None:
        """Take a step after those that wait already, at once where none does."""
        self._queue.append(step)
        if not self._trying:
            self._go_on(moved=False)

    def drop(self) -> None:
        """Forget what waits: the folder is another one."""
        self._queue.clear()
        self._tasks.drop()
        self._trying = False

    def stop(self) -> None:
        """Leave no thread behind."""
        self._queue.clear()
        self._tasks.stop()
        self._trying = False

    def _go_on(self, *, moved: bool) -> None:
        while self._queue and not isinstance(self._queue[0], Edit):
            step = self._queue.popleft()
            assert not isinstance(step, Edit)
            moved = step() or moved
        if self._queue:
            self._try()
        if moved:
            self.taken.emit()

    def _try(self) -> None:
        """Make what all edits at the head of the queue make, away from the window's thread."""
        edits: list[Edit] = []
        while self._queue and isinstance(step := self._queue[0], Edit):
            edits.append(step)
            self._queue.popleft()
        atlas = self._session.atlas
        self._trying = True
        task = self._tasks.new(lambda _: _tried(atlas, edits))
        task.done.connect(self._on_tried)
        task.start()

    def _on_tried(self, found: object) -> None:
        assert isinstance(found, list)
        self._trying, moved = False, False
        for item in found:
            if isinstance(item.error, RefusedError):
                self.refused.emit(item.error)
            elif item.error is not None:
                self.failed.emit(item.error)
            elif item.atlas is not None:
                moved = self._take(item.edit, item.atlas) or moved
        self._go_on(moved=moved)

    def _take(self, edit: Edit, atlas: Atlas) -> bool:
        """The step that an edit made; the scenario looked at goes by the name it has then."""
        session = self._session
        look = edit.look or followed(session.wanted, session.atlas.scenarios, atlas.scenarios)
        return session.history.do(edit.label, atlas=atlas, scenario=look, merge=edit.merge)


def _tried(atlas: Atlas, edits: Iterable[Edit]) -> list[_Tried]:
    """Each edit on what the one before has made; one that fails is passed over."""
    found = []
    for edit in edits:
        try:
            atlas = edit.change(atlas)
        except Exception as error:  # it is told; the edits after it are as good as before
            found.append(_Tried(edit, error=error))
        else:
            found.append(_Tried(edit, atlas))
    return found

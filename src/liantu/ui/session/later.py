"""What may wait until a reading is shown: the search index, plain and pinyin, and slow checks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from liantu.document.session import Session
from liantu.issues import Issue
from liantu.model import Atlas
from liantu.telling.lists.templates import late_issues
from liantu.telling.searching import search
from liantu.ui.habits.crash import hand_over
from liantu.ui.work.tasks import Tasks

CALM_MS = 1500
"""So long after an edit the search takes in what is new."""


class Later(QObject):
    """One thing after the other, away from the window's thread. ``indexed`` carries an index,
    ``checked``: the session has more problems. An atlas is checked as it was read, not after every
    edit.
    """

    indexed = Signal(object)
    checked = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = Tasks(self)
        self._done: Atlas | None = None
        self._unchecked = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.go_on)

    @property
    def running(self) -> bool:
        """Whether something is still being made, or will be in a moment."""
        return self._tasks.running or self._calm.isActive()

    def begin(self) -> None:
        """A folder was read."""
        self._unchecked = True
        self.go_on()

    def edited(self) -> None:
        """Look through what was edited, once no more is edited for a moment."""
        self._tasks.drop()
        self._calm.start()

    def go_on(self) -> None:
        """Do what is not done yet for the current reading; a folder that was read again may hold
        the same, but its problems are told anew.
        """
        atlas = self._session.reading.atlas
        if self._done is not atlas or self._unchecked:
            task = self._tasks.new(lambda _: search.build(atlas), ahead=True)
            task.done.connect(self.indexed)
            task.done.connect(lambda plain: self._spell(atlas, plain))
            task.failed.connect(hand_over)
            task.start()

    def drop(self) -> None:
        """Do not go on with what runs."""
        self._calm.stop()
        self._tasks.drop()

    def stop(self) -> None:
        """Leave no thread behind."""
        self._calm.stop()
        self._tasks.stop()

    def _spell(self, atlas: Atlas, plain: search.Index) -> None:
        task = self._tasks.new(lambda progress: search.with_pinyin(plain, progress), ahead=True)
        task.done.connect(self.indexed)
        task.done.connect(lambda _: self._check(atlas))
        task.failed.connect(hand_over)
        task.start()

    def _check(self, atlas: Atlas) -> None:
        if not self._unchecked:
            self._done = atlas
            return
        task = self._tasks.new(lambda _: late_issues(atlas), ahead=True)
        task.done.connect(lambda found: self._on_checked(atlas, found))
        task.failed.connect(hand_over)
        task.start()

    def _on_checked(self, atlas: Atlas, found: tuple[Issue, ...]) -> None:
        self._done, self._unchecked = atlas, False
        if found and atlas is self._session.reading.atlas:
            self._session.add_issues(found)
            self.checked.emit()

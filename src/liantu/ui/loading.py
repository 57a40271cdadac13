"""Reads folders in the background and makes the search index afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from liantu.diagram.view import prepare
from liantu.document.session import Opened, read
from liantu.model import Atlas
from liantu.telling import search
from liantu.telling.lists.templates import late_issues
from liantu.ui.tasks import Tasks


class Loader(QObject):
    """``opened`` carries an ``Opened``; ``indexed`` a search index, first plain, then pinyin;
    ``checked`` the atlas and the problems that only show once it is whole.
    """

    opened = Signal(object)
    indexed = Signal(object)
    checked = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)

    def load(self, folder: Path, date: str) -> None:
        """Read ``folder``; a reading that still runs is given up."""
        self._tasks.stop()
        task = self._tasks.new(lambda progress: read(folder, date, progress))
        task.done.connect(self._on_read)
        task.failed.connect(self.failed)
        task.start()

    def stop(self) -> None:
        """Give up what runs."""
        self._tasks.stop()

    def _on_read(self, opened: Opened) -> None:
        self.opened.emit(opened)
        self._index(opened)

    def _index(self, opened: Opened) -> None:
        plain = search.build(opened.reading.atlas)
        self.indexed.emit(plain)
        task = self._tasks.new(lambda progress: search.with_pinyin(plain, progress))
        task.done.connect(self.indexed)
        task.done.connect(lambda _: self._prepare(opened))
        task.start()

    def _prepare(self, opened: Opened) -> None:
        """Place the maps of all chains while nobody waits, so that a first click is quick, too."""
        task = self._tasks.new(lambda progress: prepare(opened.reading, progress))
        task.done.connect(lambda _: self._check(opened.reading.atlas))
        task.start()

    def _check(self, atlas: Atlas) -> None:
        task = self._tasks.new(lambda _: late_issues(atlas))
        task.done.connect(lambda found: self.checked.emit(atlas, found))
        task.start()

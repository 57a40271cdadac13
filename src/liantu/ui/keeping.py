"""Keeps what should be found again, a moment after it has changed: a power cut loses little."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from liantu import paths
from liantu.document.sound import Plain
from liantu.document.view import View, plain
from liantu.telling.charts.catalogue import ChartName
from liantu.ui.parts import Parts
from liantu.ui.remembered import places
from liantu.ui.remembered import settings as stored
from liantu.ui.remembered.list_memory import Memory
from liantu.ui.remembered.store import NEWER, Body
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

WAIT_MS = 2000
"""So long after a change all is written; what changes meanwhile goes with it."""


class Keeper(QObject):
    """Writes the settings of the window while it is open, away from its thread. ``lost`` carries
    the sentence for the user where that cannot be done; it is said once.
    """

    lost = Signal(str)

    def __init__(self, parts: Parts, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._memory = parts, memory
        self._tasks = Tasks(self)
        self._written: Body | None = None
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._write)
        bridge = parts.bridge
        for signal in (parts.selection.changed, bridge.opened, bridge.revised):
            signal.connect(self.note)
        marks = parts.selection.marks
        for signal in (parts.poster.head.changed, parts.shell.dressed, marks.changed):
            signal.connect(self.note)
        self._marked: Path | None = None
        bridge.opened.connect(self._take_marks)

    def restore(self) -> None:
        """Let the pages begin as they were left; what a focus holds comes with the folder."""
        parts, kept = self._parts, self._parts.shell.settings
        head, ledger = parts.poster.head, parts.lists.view
        head.paper.setCurrentIndex(max(0, head.paper.findData(kept.paper)))
        head.lines.setChecked(kept.lines)
        if kept.chart in set(ChartName):
            parts.charts.view.choose(ChartName(kept.chart))
        if kept.ledger in ledger.side.entries:
            ledger.key = kept.ledger
        parts.report.view.take_side_width(kept.report_width)
        parts.map.inspector.view.choose(kept.folds)

    def recall(self, folder: Path) -> Plain:
        """How a folder was looked at, be it the one that is left just now."""
        self._collect_view()
        return self._parts.shell.settings.views.of(folder)

    def _take_marks(self) -> None:
        """What was marked of a folder that is another one now."""
        folder = self._parts.bridge.session.folder
        if folder != self._marked:
            self._marked = folder
            self._parts.selection.marks.take(self._parts.shell.settings.views.of(folder))

    def note(self) -> None:
        """Something has changed."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Leave no thread behind, and note all in the settings."""
        self._timer.stop()
        self._tasks.stop()
        self._collect()

    def _collect(self) -> None:
        parts, kept = self._parts, self._parts.shell.settings
        kept.tables = self._memory.kept
        kept.paper = parts.poster.head.paper.currentData()
        kept.lines = parts.poster.head.lines.isChecked()
        kept.chart, kept.ledger = str(parts.charts.view.name), parts.lists.view.key
        kept.report_width = parts.report.view.side_width
        kept.folds = parts.map.inspector.view.chosen
        self._collect_view()

    def _collect_view(self) -> None:
        """How the folder is looked at; one without chains is not worth to be found again."""
        session, kept = self._parts.bridge.session, self._parts.shell.settings
        atlas = session.reading.atlas
        if session.ready and atlas.chains:
            view = View(self._parts.selection.focus, session.wanted)
            marks = self._parts.selection.marks.plain()
            kept.views.keep(session.folder, {**plain(view), **marks})
            kept.folder = places.told(session.folder)
            self._marked = session.folder

    def _write(self) -> None:
        if self._tasks.running:
            self.note()
            return
        self._collect()
        self._parts.shell.note_geometry()
        body = stored.body(self._parts.shell.settings)
        if body != self._written:
            self._written = body
            task = self._tasks.new(lambda _: stored.write(body))
            task.done.connect(self._on_written)
            task.failed.connect(lambda _: self._on_written(False))
            task.start()

    def _on_written(self, kept: object) -> None:
        trouble = self._parts.shell.settings.trouble
        known = trouble is not None and trouble.code == NEWER
        if self._told or known or (kept and not paths.is_homeless()):
            return
        self._told = True
        self.lost.emit(text("ui.unkept", folder=paths.config_folder()))

"""A line that tells how far work is, with the button that gives it up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from liantu.jobs import Progress
from liantu.ui.habits.fault import told
from liantu.ui.versions.work import Refused, careful
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Task, Tasks
from liantu.wording import text


class Waiting(QWidget):
    """Runs one job at a time; seen only while one runs that takes a while."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self._words = label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(220)
        self._give_up = QPushButton(text("ui.cancel"))
        self._give_up.setAutoDefault(False)
        self._give_up.clicked.connect(self._cancel)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._bar, self._give_up):
            box.addWidget(widget)
        box.addStretch(1)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether a job runs."""
        return self._tasks.running

    def run(
        self,
        words: str,
        job: Callable[[Progress], object],
        done: Callable[[object], None],
        finished: Callable[[], None],
    ) -> None:
        """Start ``job``; ``done`` gets what it made, or :class:`Refused` with the reason."""
        self._tasks.drop()
        self._words.setText(words)
        self._bar.setRange(0, 0)
        task = self._task = self._tasks.new(careful(job), may_hang=True)
        task.slow.connect(self.show)
        task.progressed.connect(self._step)
        task.done.connect(done)
        task.failed.connect(lambda error: done(Refused(told(error))))
        task.finished.connect(self.hide)
        task.finished.connect(finished)
        task.start()

    def drop(self) -> None:
        """Nobody waits for it any more."""
        self._task = None
        self._tasks.drop()
        self.hide()

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _step(self, done: int, total: int, _label: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

"""The right side of the page 汇报: the pages of the wanted paper, or what will be in it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.briefing.lists import all_lists
from liantu.briefing.order import Kind, Order
from liantu.briefing.papers import preview
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.telling.lists.templates import chosen
from liantu.ui.habits.crash import hand_over
from liantu.ui.habits.fault import told
from liantu.ui.widgets.pages import FIT, Pages
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Task, Tasks
from liantu.wording import text

WAIT_MS = 350
"""Time after the last change before the preview is set anew."""
PPI = 110.0
SHARP = 4
"""Up to so many chains are previewed as finely as the screen can show."""


class Preview(QWidget):
    """Set by a worker, a while after the last wish and only while it is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted: tuple[Reading, Order] | None = None
        self._set: object = None
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self._ppi = PPI
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._refresh)
        self.pages = Pages()
        self.pages.moved.connect(self._on_moved)
        self.hint = label("", "hint", wrap=True)
        self.hint.setMinimumWidth(420)
        self.hint.setContentsMargins(24, 12, 24, 12)
        self.place = label("", "secondary")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._tools())
        box.addWidget(self.hint)
        box.addWidget(self.pages, 1)

    def want(self, reading: Reading, order: Order) -> None:
        """Show this paper."""
        self._wanted = (reading, order)
        self._timer.start()

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was asked for."""
        return not self._timer.isActive() and not self._tasks.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._timer.stop()
        self._tasks.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Set a preview that was put off while it was hidden."""
        super().showEvent(event)
        self._timer.start()

    def _refresh(self) -> None:
        """Set the pages anew if they show something else than what is wanted; those under way are
        given up first.
        """
        if self._wanted is None or not self.isVisible():
            return
        reading, order = self._wanted
        if self._set == (reading.serial, order):
            return
        if self._task is not None:
            self._set = None
            self._task.cancel()
            return
        self._set = (reading.serial, order)
        if not order.chains or order.kind in (Kind.LISTS, Kind.SLIDES):
            self.pages.show_pages([], PPI)
            self._say(_without_pages(reading, order))
            return
        self._start(reading, order)

    def _start(self, reading: Reading, order: Order) -> None:
        few = len(order.chains) <= SHARP
        self._ppi = PPI * (self.devicePixelRatioF() if few else 1.0)
        ppi = self._ppi

        def job(progress: Progress) -> list[bytes]:
            return preview(reading, order, ppi, progress)

        self._say(text("ui.report.setting"))
        task = self._tasks.new(job)
        task.done.connect(lambda pages: self._on_pages(order, pages))
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._task = task
        task.start()

    def _on_pages(self, order: Order, pages: list[bytes]) -> None:
        self._say(text("ui.report.word") if order.suffix == "docx" else "")
        self.pages.show_pages(pages, self._ppi)

    def _on_failed(self, error: Exception) -> None:
        words = told(error)
        if not isinstance(error, ExportError):
            words = text("ui.export.failed", reason=words)
        self._say(words)
        hand_over(error)

    def _on_finished(self) -> None:
        self._task = None
        self._timer.start()

    def _on_moved(self, page: int) -> None:
        whole = self.pages.count
        self.place.setText(text("ui.report.place", page=page, count=whole) if whole else "")

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(label(text("ui.report.preview"), "mapTitle"))
        row.addSpacing(12)
        row.addWidget(self.place)
        row.addStretch(1)
        for code, act in (
            ("zoom_out", lambda: self.pages.step(-1)),
            ("zoom_in", lambda: self.pages.step(1)),
            ("width", lambda: self.pages.set_zoom(FIT)),
        ):
            button = QToolButton()
            button.setText(text(f"ui.report.{code}"))
            button.setAccessibleName(text(f"ui.report.{code}"))
            button.clicked.connect(act)
            row.addWidget(button)
        return row


def _without_pages(reading: Reading, order: Order) -> str:
    """What will be in a paper that has no preview."""
    if not order.chains:
        return text("ui.report.nochain")
    if order.kind is Kind.SLIDES:
        return text("ui.report.slides", count=len(order.chains))
    template = chosen(reading.atlas, order.template)
    try:
        found = list(all_lists(reading, order.chains, template))
    except ExportError as error:
        return text(error.code, **error.params)
    lines = [text("ui.report.sheet", title=s.title, count=len(s.rows)) for s in found]
    return "\n".join([text("ui.report.lists", name=template.name), *lines])

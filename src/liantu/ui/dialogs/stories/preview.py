"""A slide drawn small while the words of its step are written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel

from liantu.diagram.slides.model import Slide
from liantu.jobs import Progress
from liantu.render.pixels import fitted
from liantu.ui.habits.crash import hand_over
from liantu.ui.habits.fault import told
from liantu.ui.tasks import Tasks
from liantu.wording import text

PAUSE_MS = 200
"""Letters that follow each other faster are drawn once."""


class SlidePreview(QLabel):
    """Shows what a function makes; it is called by a worker."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAccessibleName(text("ui.story.preview"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.Box)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFixedSize(size)
        self._draw: Callable[[], Slide] | None = None
        self._tasks = Tasks(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._start)

    @property
    def busy(self) -> bool:
        """Whether what is shown is not yet what was asked for."""
        return self._pause.isActive() or self._tasks.running

    def show_slide(self, draw: Callable[[], Slide] | None) -> None:
        """Draw another slide, or none; what was asked before is dropped."""
        self._draw = draw
        if draw is None:
            self._tasks.drop()
            self._pause.stop()
            self.clear()
        else:
            self._pause.start()

    def stop(self) -> None:
        """Leave nothing running."""
        self._pause.stop()
        self._tasks.stop()

    def _start(self) -> None:
        draw, ratio = self._draw, self.devicePixelRatioF()
        if draw is None:
            return
        self._tasks.drop()
        room = (self.size() - QSize(2, 2)) * ratio

        def job(progress: Progress) -> tuple[QImage, str]:
            made = draw()
            progress.check()
            return fitted(made.drawing, room.width(), room.height()), made.alt

        task = self._tasks.new(job)
        task.done.connect(lambda found: self._show(found[0], found[1], ratio))
        task.failed.connect(self._on_failed)
        task.start()

    def _show(self, image: QImage, alt: str, ratio: float) -> None:
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
        self.setAccessibleDescription(alt)

    def _on_failed(self, error: Exception) -> None:
        self.setText(text("ui.story.preview.failed", reason=told(error)))
        hand_over(error)

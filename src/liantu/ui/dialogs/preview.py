"""What an export will write, drawn small while its choices change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from liantu.briefing.pictures import Wish
from liantu.jobs import Progress
from liantu.render.pictures import as_image
from liantu.render.vector import Picture
from liantu.ui.habits.crash import hand_over
from liantu.ui.habits.fault import told
from liantu.ui.tasks import Tasks
from liantu.wording import text

SIZE = QSize(480, 350)
"""Room of the preview, px."""
FRAME = 6
"""Free on each side of it."""
PAUSE_MS = 120
"""Choices that follow each other faster are drawn once."""


class Preview(QLabel):
    """Shows a wish as :func:`liantu.briefing.pictures.draw` makes it; drawn off the UI thread."""

    def __init__(self, make: Callable[[Wish], Picture], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(text("ui.export.preview"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(SIZE.width() + 2 * FRAME, SIZE.height() + 2 * FRAME)
        self.setFrameShape(QFrame.Shape.Box)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._make = make
        self._wish: Wish | None = None
        self._tasks = Tasks(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    @property
    def busy(self) -> bool:
        """Whether what is shown is not yet what was asked for."""
        return self._pause.isActive() or self._tasks.running

    def show_wish(self, wish: Wish) -> None:
        """Draw ``wish``; what was asked before is dropped."""
        self._wish = wish
        self._pause.start()

    def stop(self) -> None:
        """Leave nothing running."""
        self._pause.stop()
        self._tasks.stop()

    def _draw(self) -> None:
        wish, make = self._wish, self._make
        if wish is None:
            return
        self._tasks.drop()
        ratio = self.devicePixelRatioF()

        def job(progress: Progress) -> QImage:
            drawing = make(wish)
            progress.check()
            across, down = SIZE.width() / drawing.width, SIZE.height() / drawing.height
            return as_image(drawing, max(1, int(96 * ratio * min(across, down))), progress)

        task = self._tasks.new(job)
        task.done.connect(lambda image: self._show(image, ratio))
        task.failed.connect(self._on_failed)
        task.start()

    def _on_failed(self, error: Exception) -> None:
        self.setText(text("ui.export.failed", reason=told(error)))
        hand_over(error)

    def _show(self, image: QImage, ratio: float) -> None:
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)

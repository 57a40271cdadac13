"""A picture that is drawn away from the window's thread for the room that there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMargins, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel

from liantu.jobs import Progress
from liantu.ui.habits.crash import hand_over
from liantu.ui.work.tasks import Tasks

PAUSE_MS = 150
"""Choices and letters that follow each other faster are drawn once."""
FRAME = 6
"""Free on each side of the picture, px."""
Draw = Callable[[QSize, Progress], tuple[QImage, str]]
"""Makes the picture for a room of so many pixels, and says what is on it."""


class Sight(QLabel):
    """Shows what it is told to :meth:`draw`; ``tell`` words an error, ``seen`` carries what is said
    of a picture that has come.
    """

    seen = Signal(str)

    def __init__(self, size: QSize, name: str, tell: Callable[[Exception], str]) -> None:
        """``size`` is taken where there is room for it, a half of it is the least."""
        super().__init__()
        self._size, self._tell = size, tell
        self.setObjectName("preview")
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumSize(size.width() // 2, size.height() // 2)
        self._draw: Draw | None = None
        self._tasks = Tasks(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._start)

    @property
    def busy(self) -> bool:
        """Whether what is shown is not yet what was asked for."""
        return self._pause.isActive() or self._tasks.running

    def sizeHint(self) -> QSize:
        """The size that is taken where there is room; not that of the picture of the moment."""
        return self._size

    def draw(self, draw: Draw | None) -> None:
        """Show another picture, or none; what was asked before is dropped."""
        self._draw = draw
        if draw is not None:
            self._pause.start()
            return
        self._tasks.drop()
        self._pause.stop()
        self.clear()

    def stop(self) -> None:
        """Leave nothing running."""
        self._draw = None
        self._pause.stop()
        self._tasks.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new room."""
        super().resizeEvent(event)
        if self._draw is not None:
            self._pause.start()

    def _start(self) -> None:
        draw, ratio = self._draw, self.devicePixelRatioF()
        if draw is None:
            return
        self._tasks.drop()
        room = self.size().shrunkBy(QMargins(FRAME, FRAME, FRAME, FRAME)) * ratio
        task = self._tasks.new(lambda progress: draw(room, progress))
        task.done.connect(lambda found: self._show(found[0], found[1], ratio))
        task.failed.connect(self._on_failed)
        task.start()

    def _show(self, image: QImage, words: str, ratio: float) -> None:
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
        self.setAccessibleDescription(words)
        self.seen.emit(words)

    def _on_failed(self, error: Exception) -> None:
        self.setText(self._tell(error))
        hand_over(error)

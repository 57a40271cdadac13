"""A slim bar for a share, which is empty and hatched where the share is unknown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from liantu.ui.look import Tones

HEIGHT = 5


def paint_bar(painter: QPainter, box: QRectF, share: float | None, back: str, fill: str) -> None:
    """Paint the bar into ``box``."""
    radius = box.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(back))
    painter.drawRoundedRect(box, radius, radius)
    if share:
        painter.setBrush(QColor(fill))
        width = max(box.height(), box.width() * share)
        painter.drawRoundedRect(QRectF(box.left(), box.top(), width, box.height()), radius, radius)


class Bar(QWidget):
    """The bar as a control; the number beside it carries the meaning for screen readers."""

    def __init__(self, second: bool = False) -> None:
        super().__init__()
        self._second = second
        self._share: float | None = None
        self._tones: Tones | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None, tones: Tones) -> None:
        """Show a share from 0 to 1; ``None`` is unknown."""
        self._share, self._tones = share, tones
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        if self._tones is None:
            return
        painter = QPainter(self)
        fill = self._tones.second if self._second else self._tones.bar
        paint_bar(painter, QRectF(self.rect()), self._share, self._tones.line, fill)
        painter.end()

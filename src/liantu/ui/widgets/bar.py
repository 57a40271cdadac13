"""A slim bar for a share or an interval, which is empty where it is unknown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from liantu.ui.look import Tones

HEIGHT = 5


MAYBE = 0.35
"""Opacity of the part that is only possible."""

Shares = tuple[float | None, float | None]
"""What is known and what is at most possible, from 0 to 1; ``None`` is unknown."""


def paint_bar(painter: QPainter, box: QRectF, shares: Shares, back: str, fill: str) -> None:
    """Paint the bar into ``box``, pale from what is known to what is possible."""
    radius = box.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(back))
    painter.drawRoundedRect(box, radius, radius)
    known, most = shares
    for share, clear in ((most, MAYBE), (known, 1.0)):
        if not share:
            continue
        ink = QColor(fill)
        ink.setAlphaF(clear)
        painter.setBrush(ink)
        width = max(box.height(), box.width() * share)
        painter.drawRoundedRect(QRectF(box.left(), box.top(), width, box.height()), radius, radius)


class Bar(QWidget):
    """The bar as a control; the number beside it carries the meaning for screen readers."""

    def __init__(self, second: bool = False) -> None:
        super().__init__()
        self._second = second
        self._shares: Shares = (None, None)
        self._tones: Tones | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Shares, tones: Tones) -> None:
        """Show what is known and what is possible."""
        self._shares, self._tones = shares, tones
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        if self._tones is None:
            return
        painter = QPainter(self)
        fill = self._tones.second if self._second else self._tones.bar
        paint_bar(painter, QRectF(self.rect()), self._shares, self._tones.line, fill)
        painter.end()

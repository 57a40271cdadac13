"""A slim bar for a share or an interval, which is empty where it is unknown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

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

"""The whole map in a corner with the part that is seen; click or drag to go there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from liantu.diagram.theme import Theme
from liantu.ui.canvas.picture import Picture

BIGGEST = QSize(190, 120)
PADDING = 6.0
SLACK = 2.0
"""Pixels of the map that may be outside without the corner being needed."""


class Minimap(QWidget):
    """``asked`` carries the spot (map units) that should be in the middle."""

    asked = Signal(QPointF)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._whole, self._seen = QRectF(), QRectF()
        self._blocks: Sequence[tuple[QRectF, bool]] = ()
        self._theme: Theme | None = None
        self._scale = 1.0
        self._sketch: QPixmap | None = None
        self.hide()

    def show_map(self, picture: Picture, theme: Theme) -> None:
        """Show another map."""
        self._whole, self._theme = picture.whole(), theme
        self._blocks = picture.blocks()
        room = (BIGGEST.width() - 2 * PADDING, BIGGEST.height() - 2 * PADDING)
        width, height = max(self._whole.width(), 1), max(self._whole.height(), 1)
        self._scale = min(room[0] / width, room[1] / height)
        self.resize(
            round(width * self._scale + 2 * PADDING), round(height * self._scale + 2 * PADDING)
        )
        self._sketch = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme, self._sketch = theme, None
        self.update()

    def set_seen(self, seen: QRectF, scale: float) -> None:
        """Tell which part of the map (map units) is seen at ``scale``; hidden where that is all."""
        self._seen = seen
        slack = SLACK / scale
        all_seen = seen.adjusted(-slack, -slack, slack, slack).contains(self._whole)
        self.setVisible(bool(self._blocks) and not all_seen)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map and a frame around what is seen."""
        if self._theme is None:
            return
        if self._sketch is None:
            self._sketch = self._drawn(self._theme)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._sketch)
        painter.setPen(QPen(QColor(self._theme.accent), 1.4))
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRect(self._mapped(self._seen).intersected(inside))
        painter.end()

    def _drawn(self, theme: Theme) -> QPixmap:
        """Blocks for boxes and cards; painted once, for thousands stand on a large map."""
        ratio = self.devicePixelRatioF()
        found = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        for local, blocks in groupby(self._blocks, key=itemgetter(1)):
            painter.setBrush(QColor(theme.local if local else theme.line))
            painter.drawRects([self._mapped(block) for block, _ in blocks])
        painter.end()
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._ask(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event.position())

    def _ask(self, spot: QPointF) -> None:
        start, s = self._whole.topLeft(), self._scale
        x, y = (spot.x() - PADDING) / s, (spot.y() - PADDING) / s
        self.asked.emit(QPointF(start.x() + x, start.y() + y))

    def _mapped(self, box: QRectF) -> QRectF:
        s, start = self._scale, self._whole.topLeft()
        return QRectF(
            PADDING + (box.x() - start.x()) * s,
            PADDING + (box.y() - start.y()) * s,
            box.width() * s,
            box.height() * s,
        )

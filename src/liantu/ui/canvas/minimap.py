"""The whole map in a corner with the part that is seen; click or drag to go there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from liantu.analysis.state import State
from liantu.diagram.theme import Theme
from liantu.diagram.views.map_view import MapView
from liantu.layout.geometry import Layout

BIGGEST = QSize(190, 120)
PADDING = 6.0


class Minimap(QWidget):
    """``asked`` carries the spot (map units) that should be in the middle."""

    asked = Signal(QPointF)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._layout: Layout | None = None
        self._states: dict[str, State] = {}
        self._seen = QRectF()
        self._theme: Theme | None = None
        self._scale = 1.0
        self.hide()

    def show_map(self, view: MapView, layout: Layout, theme: Theme) -> None:
        """Show another map."""
        self._layout, self._theme = layout, theme
        self._states = {card.id: card.state for card in view.cards}
        room = (BIGGEST.width() - 2 * PADDING, BIGGEST.height() - 2 * PADDING)
        self._scale = min(room[0] / max(layout.width, 1), room[1] / max(layout.height, 1))
        self.resize(
            round(layout.width * self._scale + 2 * PADDING),
            round(layout.height * self._scale + 2 * PADDING),
        )
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.update()

    def set_seen(self, seen: QRectF) -> None:
        """Tell which part of the map (map units) is seen; hidden where that is all."""
        self._seen = seen
        if self._layout is not None:
            whole = QRectF(0, 0, self._layout.width, self._layout.height)
            self.setVisible(bool(self._layout.nodes) and not seen.contains(whole))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint blocks for the cards and a frame around what is seen."""
        if self._layout is None or self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        for node in self._layout.nodes:
            local = self._states.get(node.id) is State.LOCAL
            painter.setBrush(QColor(self._theme.local if local else self._theme.edge))
            painter.drawRect(self._mapped(QRectF(node.x, node.y, node.width, node.height)))
        painter.setPen(QPen(QColor(self._theme.accent), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRect(self._mapped(self._seen).intersected(inside))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._ask(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event.position())

    def _ask(self, spot: QPointF) -> None:
        inside = spot - QPointF(PADDING, PADDING)
        self.asked.emit(QPointF(inside.x() / self._scale, inside.y() / self._scale))

    def _mapped(self, box: QRectF) -> QRectF:
        s = self._scale
        return QRectF(
            PADDING + box.x() * s, PADDING + box.y() * s, box.width() * s, box.height() * s
        )

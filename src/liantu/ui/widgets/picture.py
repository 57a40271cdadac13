"""A picture of the city on the screen, as wide as there is room, sharp at any scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from liantu.diagram.plate import Plate, Spot
from liantu.render.painter import paint
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

TOP = 4
"""Pixels above the picture."""
WIDEST = 1.0
"""Largest scale; a wider window leaves room at the sides."""


class PlateView(QWidget):
    """Paints a :class:`Plate`; ``export_asked`` and ``copy_asked`` come from its menu, ``chosen``
    carries the :class:`Spot` that was clicked.
    """

    chosen = Signal(object)
    export_asked = Signal()
    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plate: Plate | None = None
        self.setMouseTracking(True)

    def show_plate(self, plate: Plate) -> None:
        """Show another picture."""
        self._plate = plate
        self.setAccessibleName(plate.title)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the picture at this width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle."""
        if self._plate is None:
            return
        scale = self._scale(self.width())
        painter = QPainter(self)
        painter.translate((self.width() - self._plate.width * scale) / 2, TOP)
        painter.scale(scale, scale)
        paint(painter, self._plate.shapes)
        painter.end()

    def spot_at(self, place: QPointF) -> Spot | None:
        """The part of the picture at a place of the widget that leads somewhere."""
        if self._plate is None:
            return None
        scale = self._scale(self.width())
        x = (place.x() - (self.width() - self._plate.width * scale) / 2) / scale
        y = (place.y() - TOP) / scale
        return next((spot for spot in self._plate.spots if spot.holds(x, y)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        spot = self.spot_at(event.position())
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if spot else Qt.CursorShape.ArrowCursor)
        plain_tip(self, spot.tip if spot else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        spot = self.spot_at(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(spot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to export or to copy it."""
        menu = QMenu(self)
        menu.addAction(text("ui.verb.picture"), self.export_asked.emit)
        menu.addAction(text("ui.verb.copy_picture"), self.copy_asked.emit)
        menu.popup(event.globalPos())

    def _fit(self) -> None:
        if self._plate is not None:
            self.setFixedHeight(round(self._plate.height * self._scale(self.width())) + 8)

    def _scale(self, width: int) -> float:
        return min(WIDEST, width / self._plate.width) if self._plate else 1.0

"""A picture of the city on the screen, as wide as there is room, sharp at any scale."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from liantu.diagram.plate import Plate
from liantu.render.painter import paint
from liantu.wording import text

WIDEST = 1.0
"""Largest scale; a wider window leaves room at the sides."""


class PlateView(QWidget):
    """Paints a :class:`Plate`; ``export_asked`` and ``copy_asked`` come from its menu."""

    export_asked = Signal()
    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plate: Plate | None = None

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
        painter.translate((self.width() - self._plate.width * scale) / 2, 4)
        painter.scale(scale, scale)
        paint(painter, self._plate.shapes)
        painter.end()

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

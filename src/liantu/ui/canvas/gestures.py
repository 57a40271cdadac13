"""What the mouse does on the map: a press becomes a click or, once it moves, a pan."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView


class Pan:
    """Drags the map; :meth:`cancel` puts it back where it was."""

    def __init__(self, view: QGraphicsView, start: QPoint) -> None:
        self._view = view
        self._start = start
        self._from = (view.horizontalScrollBar().value(), view.verticalScrollBar().value())
        self.moving = False

    def move(self, to: QPoint) -> None:
        """Follow the mouse once it has left the spot of the press."""
        way = to - self._start
        if not self.moving and way.manhattanLength() < QApplication.startDragDistance():
            return
        if not self.moving:
            self.moving = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._view.horizontalScrollBar().setValue(self._from[0] - way.x())
        self._view.verticalScrollBar().setValue(self._from[1] - way.y())

    def finish(self) -> bool:
        """End the gesture; whether it was a pan and not a click."""
        self._view.viewport().unsetCursor()
        return self.moving

    def cancel(self) -> None:
        """Give up and return to the start."""
        self._view.horizontalScrollBar().setValue(self._from[0])
        self._view.verticalScrollBar().setValue(self._from[1])
        self._view.viewport().unsetCursor()

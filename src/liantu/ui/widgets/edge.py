"""The edge of a panel, by which it is made larger or smaller."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame

from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

THICK = 6


class Edge(QFrame):
    """``moved`` carries by how many px it was dragged (to the right, down), ``doubled`` a double
    click, by which the panel shuts.
    """

    moved = Signal(int)
    doubled = Signal()

    def __init__(self, way: Qt.Orientation) -> None:
        """``way`` is the direction of the line itself."""
        super().__init__()
        self._upright = way is Qt.Orientation.Vertical
        self._at: QPoint | None = None
        self.setObjectName("edge")
        cursor = Qt.CursorShape.SplitHCursor if self._upright else Qt.CursorShape.SplitVCursor
        self.setCursor(cursor)
        plain_tip(self, text("ui.edge"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        self._at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell how far it was dragged since the last time."""
        if self._at is None:
            return
        way = event.globalPosition().toPoint() - self._at
        self._at += way
        self.moved.emit(way.x() if self._upright else way.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End."""
        self._at = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Shut the panel."""
        self._at = None
        self.doubled.emit()

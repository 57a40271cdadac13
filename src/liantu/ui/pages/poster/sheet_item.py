"""One page of paper in a scene: its shapes, of which only those in sight are painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from liantu.diagram.drawing import Drawing
from liantu.diagram.extent import extent
from liantu.render.painter import paint


class SheetItem(QGraphicsItem):
    """Paints a :class:`Drawing` on its ground with a thin edge (``#RRGGBB``)."""

    def __init__(self, drawing: Drawing, edge: str) -> None:
        super().__init__()
        self._area = QRectF(0, 0, drawing.width, drawing.height)
        self._ground, self._edge = QColor(drawing.background), QColor(edge)
        self._shapes = [(QRectF(*extent(shape)), shape) for shape in drawing.shapes]
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        """The paper."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint what is in sight."""
        seen: QRectF = getattr(option, "exposedRect")  # noqa: B009  not in the stubs
        painter.fillRect(self._area, self._ground)
        painter.setPen(QPen(self._edge, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._area)
        paint(painter, (shape for box, shape in self._shapes if box.intersects(seen)))

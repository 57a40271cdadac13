"""What the mouse changes on the map: a line drawn from a card to another, a card carried to another
box. Nothing is changed before the mouse lets go over a goal; :meth:`cancel` leaves all as it was.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QGraphicsPathItem, QGraphicsView

from liantu.ui.canvas.picture import Picture

OVER = 10.0
"""Above all else in the picture."""
THICK, HANDLE = 2.5, 7.0
"""Widths on screen at every zoom: of the lines, and half of the handle (px)."""
REACH = 12
"""So near to its middle the handle is taken (px)."""


class Sketch:
    """Lines over the picture while a gesture goes on."""

    def __init__(self, picture: Picture, color: str) -> None:
        self._item = QGraphicsPathItem()
        pen = QPen(QColor(color), THICK)
        pen.setCosmetic(True)
        self._item.setPen(pen)
        self._item.setZValue(OVER)
        picture.addItem(self._item)

    def show(self, path: QPainterPath) -> None:
        """Draw these instead."""
        self._item.setPath(path)

    def remove(self) -> None:
        """Draw nothing any more; the picture may be gone already."""
        scene = self._item.scene()
        if scene is not None:
            scene.removeItem(self._item)


class Join:
    """A line from the card of ``product`` to the mouse; ``gives``: it goes into the other one, else
    the other one goes into it. ``goal`` is the card under the mouse.
    """

    def __init__(
        self, view: QGraphicsView, picture: Picture, product: str, color: str, *, gives: bool
    ) -> None:
        self.product, self.gives, self.goal = product, gives, ""
        self.moving = True
        self._view, self._picture = view, picture
        self._sketch = Sketch(picture, color)
        view.viewport().setCursor(Qt.CursorShape.CrossCursor)

    @property
    def joined(self) -> tuple[str, str]:
        """What goes in, and what takes it; empty where there is no goal."""
        if not self.goal:
            return "", ""
        return (self.product, self.goal) if self.gives else (self.goal, self.product)

    def move(self, to: QPoint) -> None:
        """Follow the mouse, and outline the card under it."""
        at = self._view.mapToScene(to)
        found = self._picture.spot(at, 0.0).product
        self.goal = found if found != self.product else ""
        path = QPainterPath()
        start = self._picture.place(self.product)
        if start is None:
            return
        goal = self._picture.place(self.goal) if self.goal else None
        _curve(path, start, goal, at, gives=self.gives)
        if goal is not None:
            path.addRoundedRect(goal.adjusted(-3, -3, 3, 3), 5, 5)
        self._sketch.show(path)

    def finish(self) -> bool:
        """End the gesture; whether it has a goal."""
        self.cancel()
        return bool(self.goal)

    def cancel(self) -> None:
        """Give up."""
        self._sketch.remove()
        self._view.viewport().unsetCursor()


def _curve(
    path: QPainterPath, start: QRectF, goal: QRectF | None, at: QPointF, *, gives: bool
) -> None:
    """From the right side of what gives to the left side of what takes."""
    out = QPointF(start.right() if gives else start.left(), start.center().y())
    end = at
    if goal is not None:
        end = QPointF(goal.left() if gives else goal.right(), goal.center().y())
    way = max(abs(end.x() - out.x()) / 2, 20.0) * (1 if gives else -1)
    path.moveTo(out)
    path.cubicTo(out + QPointF(way, 0), end - QPointF(way, 0), end)


class Carry:
    """A card that is carried; ``goal`` is the box under the mouse, -1 for none or its own. Until
    the mouse has left the spot of the press it is none.
    """

    def __init__(
        self,
        view: QGraphicsView,
        picture: Picture,
        product: str,
        boxes: dict[int, QRectF],
        own: int,
        color: str,
    ) -> None:
        self.product, self.goal, self.moving = product, -1, False
        self._view, self._picture = view, picture
        self._boxes, self._own, self._color = boxes, own, color
        self._start = QPoint()
        self._sketch: Sketch | None = None

    def begin(self, at: QPoint) -> Carry:
        """The mouse is pressed here."""
        self._start = at
        return self

    def move(self, to: QPoint) -> None:
        """Follow the mouse, and light the box under it."""
        way = to - self._start
        if not self.moving and way.manhattanLength() < QApplication.startDragDistance():
            return
        self.moving = True
        if self._sketch is None:
            self._sketch = Sketch(self._picture, self._color)
            self._view.viewport().setCursor(Qt.CursorShape.DragMoveCursor)
        at = self._view.mapToScene(to)
        under = next((key for key, box in self._boxes.items() if box.contains(at)), -1)
        self.goal = under if under != self._own else -1
        path = QPainterPath()
        card = self._picture.place(self.product)
        if card is not None:
            ghost = QRectF(card)
            ghost.moveCenter(at)
            path.addRoundedRect(ghost, 4, 4)
        if self.goal >= 0:
            path.addRoundedRect(self._boxes[self.goal].adjusted(-2, -2, 2, 2), 6, 6)
        self._sketch.show(path)

    def finish(self) -> bool:
        """End the gesture; whether it was one and not a click."""
        self.cancel()
        return self.moving

    def cancel(self) -> None:
        """Give up."""
        if self._sketch is not None:
            self._sketch.remove()
            self._view.viewport().unsetCursor()


class Handle(QGraphicsPathItem):
    """A round handle at the right side of the selected card, of the same size at every zoom, from
    which a line is drawn to what takes the product.
    """

    def __init__(self, place: QRectF, color: str, ground: str) -> None:
        path = QPainterPath()
        path.addEllipse(QPointF(0, 0), HANDLE, HANDLE)
        path.moveTo(-HANDLE / 2, 0)
        path.lineTo(HANDLE / 2, 0)
        path.moveTo(0, -HANDLE / 2)
        path.lineTo(0, HANDLE / 2)
        super().__init__(path)
        pen = QPen(QColor(color), 1.5)
        pen.setCosmetic(True)
        self.setPen(pen)
        self.setBrush(QColor(ground))
        self.setFlag(self.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setPos(place.right(), place.center().y())
        self.setZValue(OVER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

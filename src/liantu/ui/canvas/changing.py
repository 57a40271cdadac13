"""What the mouse changes on the map: a line drawn from a card to another, a card carried to another
box. Nothing is changed before the mouse lets go over a goal; :meth:`cancel` leaves all as it was.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QGraphicsPathItem, QGraphicsView

from liantu.diagram.theme import Theme
from liantu.ui.canvas.picture import Picture

OVER = 10.0
"""Above all else in the picture."""
THICK, HANDLE = 2.5, 7.0
"""Widths on screen at every zoom: of the lines, and half of the handle (px)."""
REACH = 12
"""So near to its middle the handle is taken (px)."""


class Overlay:
    """What lies over a picture while it can be changed: the lines of a gesture, and the handle of
    the selected card. Its items belong to the picture and go with it.
    """

    def __init__(self, picture: Picture, theme: Theme) -> None:
        self._lines = QGraphicsPathItem()
        pen = QPen(QColor(theme.accent), THICK)
        pen.setCosmetic(True)
        self._lines.setPen(pen)
        self._lines.setZValue(OVER)
        self._handle = _handle(theme)
        for item in (self._lines, self._handle):
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            item.hide()
            picture.addItem(item)

    def draw(self, path: QPainterPath) -> None:
        """Draw these lines."""
        self._lines.setPath(path)
        self._lines.show()

    def wipe(self) -> None:
        """Draw none any more."""
        self._lines.hide()

    @property
    def drawing(self) -> bool:
        """Whether lines are drawn."""
        return self._lines.isVisible()

    @property
    def handle(self) -> QPointF | None:
        """The middle of the handle; ``None`` where there is none."""
        return self._handle.pos() if self._handle.isVisible() else None

    def show_handle(self, place: QRectF | None) -> None:
        """At the right side of a card, or nowhere."""
        if place is not None:
            self._handle.setPos(place.right(), place.center().y())
        self._handle.setVisible(place is not None)


def _handle(theme: Theme) -> QGraphicsPathItem:
    """Round, of the same size at every zoom; from it a line is drawn to what takes the product."""
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), HANDLE, HANDLE)
    path.moveTo(-HANDLE / 2, 0)
    path.lineTo(HANDLE / 2, 0)
    path.moveTo(0, -HANDLE / 2)
    path.lineTo(0, HANDLE / 2)
    item = QGraphicsPathItem(path)
    pen = QPen(QColor(theme.accent), 1.5)
    pen.setCosmetic(True)
    item.setPen(pen)
    item.setBrush(QColor(theme.ground))
    item.setFlag(item.GraphicsItemFlag.ItemIgnoresTransformations)
    item.setZValue(OVER)
    return item


class Join:
    """A line from the card of ``product`` to the mouse; ``gives``: it goes into the other one, else
    the other one goes into it. ``goal`` is the card under the mouse.
    """

    def __init__(
        self, view: QGraphicsView, picture: Picture, product: str, overlay: Overlay, *, gives: bool
    ) -> None:
        self.product, self.gives, self.goal = product, gives, ""
        self.moving = True
        self._view, self._picture = view, picture
        self._overlay = overlay
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
        self._overlay.draw(path)

    def finish(self) -> bool:
        """End the gesture; whether it has a goal."""
        self.cancel()
        return bool(self.goal)

    def cancel(self) -> None:
        """Give up."""
        self._overlay.wipe()
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
        overlay: Overlay,
    ) -> None:
        self.product, self.goal, self.moving = product, -1, False
        self._view, self._picture = view, picture
        self._boxes, self._own, self._overlay = boxes, own, overlay
        self._start = QPoint()

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
        self._overlay.draw(path)

    def finish(self) -> bool:
        """End the gesture; whether it was one and not a click."""
        self.cancel()
        return self.moving

    def cancel(self) -> None:
        """Give up."""
        self._overlay.wipe()
        self._view.viewport().unsetCursor()

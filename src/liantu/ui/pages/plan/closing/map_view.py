"""The map of a plan on screen: fitted where it can be read, zoomed and moved like other maps."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGraphicsRectItem, QGraphicsScene

from liantu.diagram.plan_map.picture import DETAIL, PlanMap
from liantu.ui.canvas.gestures import Pan
from liantu.ui.canvas.zooming import ZoomView
from liantu.ui.pages.poster.sheet_item import SheetItem
from liantu.ui.style.look import Tones
from liantu.wording import text

READABLE = 12 / DETAIL
"""The scale at which the smallest words of a map of a plan are 12 pixels high."""


class PlanMapView(ZoomView):
    """``chosen`` carries the product of a card that was clicked, ``opened`` that of one that was
    clicked twice.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self._tones = tones
        self._places: Mapping[str, tuple[float, float, float, float]] = {}
        self._area = QRectF()
        self._pan: Pan | None = None
        self._mark: QGraphicsRectItem | None = None
        self.setScene(QGraphicsScene(self))
        self.setObjectName("planMap")
        self.setAccessibleName(text("ui.closing.map"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMouseTracking(True)
        self.rested.connect(self._lay_again)

    def show_map(self, found: PlanMap | None) -> None:
        """Show the map of another plan, or nothing."""
        old, scene = self.scene(), QGraphicsScene(self)
        self._mark, self._pan = None, None
        self._places = found.places if found is not None else {}
        self._area = QRectF()
        if found is not None:
            self._area = QRectF(0, 0, found.drawing.width, found.drawing.height)
            scene.addItem(SheetItem(found.drawing, found.drawing.background))
        self.setScene(scene)
        old.deleteLater()
        self.setSceneRect(self._area)
        self.setBackgroundBrush(QColor(self._tones.theme.ground))
        self.show_laid()

    def set_tones(self, tones: Tones) -> None:
        """Other colours; the map itself is to be shown anew."""
        self._tones = tones

    def mark(self, product: str) -> None:
        """Draw a line round a card and bring it into sight."""
        if self._mark is not None:
            self.scene().removeItem(self._mark)
            self._mark = None
        if product in self._places:
            box = QRectF(*self._places[product]).adjusted(-3, -3, 3, 3)
            pen = QPen(QColor(self._tones.accent), 2.5)
            pen.setCosmetic(True)
            self._mark = self.scene().addRect(box, pen)
            self.ensureVisible(box)

    def whole(self) -> QRectF | None:
        """All of the map."""
        return None if self._area.isEmpty() else self._area

    def base(self) -> float:
        """What can be read is 100 %."""
        return READABLE

    def readable(self) -> float:
        """Smaller, it begins at its upper left."""
        return READABLE

    def product_at(self, place: QPoint) -> str:
        """The product whose card lies at a place of the view, or empty."""
        at = self.mapToScene(place)
        found = (p for p, box in self._places.items() if QRectF(*box).contains(at))
        return next(found, "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a pan."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pan = Pan(self, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or show by the pointer what can be chosen."""
        if self._pan is not None:
            self._pan.move(event.position().toPoint())
            return
        hand = bool(self.product_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a pan, or choose."""
        pan, self._pan = self._pan, None
        if pan is None or pan.finish() or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.chosen.emit(self.product_at(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it where it is at home."""
        if product := self.product_at(event.position().toPoint()):
            self.opened.emit(product)

    def _lay_again(self) -> None:
        """The room is other now; who came nearer keeps what he sees."""
        if self.fitted and not self._area.isEmpty():
            self.show_laid()

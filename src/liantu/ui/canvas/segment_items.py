"""Parts of a segment map as graphics items; all paint through the one painter.

What does not move is kept by Qt as pixels of the screen at the present zoom, so that fading and
panning paint no text again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from liantu.diagram.drawing import Shape
from liantu.diagram.segment.model import Drawn, Rect
from liantu.diagram.theme import Theme
from liantu.render.painter import paint

RING_PX, HALO_PX, DASHED_PX = 2.5, 5.5, 1.5
"""Widths on screen at every zoom: outline of what is selected, what lies under it, focus."""
ROOM = 60.0
"""Units that an outline may need around a card at the smallest zoom."""
BLEED = 15.0
"""Units that marks may stand out over the edge of a card or the ends of a line."""
LINES, LIT_LINE, CARDS, LINKS, RING, LIT = 1.0, 2.0, 3.0, 4.0, 4.5, 5.0
"""From bottom to top: what is looked at stands over its links, and within its outline."""

Make = Callable[[], Iterable[Shape]]


def qrect(place: Rect) -> QRectF:
    """The same rectangle for Qt."""
    return QRectF(place.x, place.y, place.width, place.height)


class SketchItem(QGraphicsRectItem):
    """Shapes in map units that are made when they are first painted. ``over``: how far it lies over
    others of its level, below 1. Its rectangle has room for borders and marks: Qt asks for it
    several times in each frame, which it need not do in Python.
    """

    def __init__(self, area: QRectF, make: Make, level: float, *, kept: bool = True) -> None:
        super().__init__(area.adjusted(-BLEED, -BLEED, BLEED, BLEED))
        self.setPen(Qt.PenStyle.NoPen)
        self.over = 0.0
        self._faded = False
        self._make = make
        self._shapes: tuple[Shape, ...] | None = None
        self.setZValue(level)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        if kept:
            self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def stands_at(self, area: QRectF) -> bool:
        """Whether its shapes are those of ``area``."""
        return self.rect() == area.adjusted(-BLEED, -BLEED, BLEED, BLEED)

    @property
    def faded(self) -> bool:
        """Whether it gives way to what is looked at."""
        return self._faded

    def fade(self, opacity: float, *, lit: bool = False, strength: float = 1.0) -> None:
        """Draw at this part of its strength; ``lit``: over the links of what is looked at."""
        self._faded = opacity < 1.0
        self.setOpacity(opacity * strength)
        self.setZValue((LIT if lit else CARDS) + self.over)

    def take(self, make: Make, *, same: bool = False) -> None:
        """Belong to another map, which draws it so; what is kept as pixels stays where the shapes
        are the same. ``same``: they are known to be.
        """
        self._make = make
        if not same:
            self.redraw()

    def redraw(self) -> None:
        """Make the shapes again: colours or facts may be others. What stays as it is is not
        painted anew.
        """
        made = tuple(self._make()) if self._shapes is not None else None
        if made is None or made != self._shapes:
            self._shapes = made
            self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint."""
        if self._shapes is None:
            self._shapes = tuple(self._make())
        paint(painter, self._shapes)


class ProductItem(SketchItem):
    """A card or a chip of one product."""

    def __init__(self, product: str, place: Rect, make: Make) -> None:
        super().__init__(qrect(place), make, CARDS)
        self.product, self.place = product, place
        self.selected = False

    def lie_over(self, over: float) -> None:
        """Lie over others of its level."""
        self.setZValue(self.zValue() - self.over + over)
        self.over = over


class LineItem(SketchItem):
    """A drawn line, seen only where it stands out from the layer of all lines: its rectangle is
    mostly empty, so that keeping it as pixels would be dear, and dashes are dear to paint. ``make``
    is told whether it is pointed at.
    """

    def __init__(self, line: Drawn, make: Callable[[bool], Iterable[Shape]]) -> None:
        self.line = line
        self._path = QPainterPath(QPointF(*line.points[0]))
        for point in line.points[1:]:
            self._path.lineTo(QPointF(*point))
        self._lit = False
        area = self._path.controlPointRect()
        super().__init__(area, lambda: make(self._lit), LIT_LINE, kept=False)
        self.hide()

    @property
    def lit(self) -> bool:
        """Whether it is pointed at."""
        return self._lit

    @property
    def ends(self) -> tuple[str, str]:
        """The products that it joins, empty for boxes."""
        return self.line.source.product, self.line.target.product

    def set_look(self, *, faded: bool, lit: bool, apart: bool) -> None:
        """Change how it is drawn; ``apart``: the layer of all lines is faint."""
        self._faded = faded
        self.setVisible(apart and not faded)
        if lit != self._lit:
            self._lit = lit
            self.redraw()

    def hits(self, point: QPointF, reach: float) -> bool:
        """Whether ``point`` is at most ``reach`` units away."""
        if not self.boundingRect().adjusted(-reach, -reach, reach, reach).contains(point):
            return False
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * reach)
        return stroker.createStroke(self._path).contains(point)


class OverItem(SketchItem):
    """What is drawn over the cards while something is looked at: links, flows."""

    def __init__(self, area: QRectF) -> None:
        super().__init__(area, tuple, LINKS, kept=False)

    def show_shapes(self, shapes: Iterable[Shape]) -> None:
        """Draw these instead."""
        self._shapes = tuple(shapes)
        self.update()

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """What is drawn."""
        return self._shapes or ()


class RingItem(QGraphicsRectItem):
    """The outline of the selected card, or a dashed one round what the keys stand on: of the same
    width on screen at every zoom. Its rectangle has room for it at the smallest.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._area, self._dashed, self._theme = QRectF(), False, theme
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(RING)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.hide()

    def show_at(self, area: QRectF | None, *, dashed: bool = False) -> None:
        """Stand round ``area``, or nowhere."""
        self._area, self._dashed = area or QRectF(), dashed
        self.setRect(self._area.adjusted(-ROOM, -ROOM, ROOM, ROOM))
        self.setVisible(area is not None)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint a halo and the outline on it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        out = RING_PX / 2 / max(painter.worldTransform().m11(), 0.01)
        area = self._area.adjusted(-out, -out, out, out)
        if not self._dashed:
            self._stroke(painter, area, self._theme.segments.casing, HALO_PX)
            self._stroke(painter, area, self._theme.segments.ring, RING_PX)
        else:
            self._stroke(painter, area, self._theme.accent, DASHED_PX, Qt.PenStyle.DashLine)

    def _stroke(
        self,
        painter: QPainter,
        area: QRectF,
        color: str,
        width: float,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        pen = QPen(QColor(color), width, style)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawRoundedRect(area, 4, 4)

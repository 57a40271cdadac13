"""The slide on screen: pixels that a worker has painted, what hides them, and what is under the
mouse.
"""

from __future__ import annotations

import enum

from PySide6.QtCore import (
    QEasingCurve,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from liantu.diagram.poster.model import Spot
from liantu.render.pixels import fitting
from liantu.ui.canvas import motion
from liantu.ui.show.making import Sheet
from liantu.ui.style.look import Tones

FADE_MS = 160
DOT, APART, UP = 7.0, 16.0, 12.0
"""Size of the dots that tell how far the story is, from middle to middle, and above the edge."""


class Veil(enum.Enum):
    """What hides the slide, so that the room looks at who speaks."""

    NONE = ""
    BLACK = "#000000"
    WHITE = "#FFFFFF"


class SlideView(QWidget):
    """``clicked`` and ``opened`` carry the :class:`Spot` that was clicked once and twice;
    ``menu_asked`` where; ``moved`` tells of the mouse, ``resized`` of another number of pixels.
    """

    clicked = Signal(object)
    opened = Signal(object)
    menu_asked = Signal(QPoint)
    moved = Signal()
    resized = Signal()

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self._tones = tones
        self.sheet: Sheet | None = None
        self._old: Sheet | None = None
        self.veil = Veil.NONE
        self._dots: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._clock = QVariantAnimation(self)
        self._clock.setDuration(FADE_MS)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(lambda _: self.update())
        self._clock.finished.connect(self._on_faded)

    @property
    def pixels(self) -> tuple[int, int]:
        """The pixels of the screen that a slide has."""
        size: QSize = self.size() * self.devicePixelRatioF()
        return size.width(), size.height()

    def show_sheet(self, sheet: Sheet | None, *, fade: bool) -> None:
        """Show another slide; with ``fade`` it comes slowly over the one before."""
        self._clock.stop()
        before, self.sheet, self._old = self.sheet, sheet, None
        if fade and before is not None and self.veil is Veil.NONE and motion.wanted():
            self._old = before
            self._clock.start()
        self.update()

    def set_tones(self, tones: Tones) -> None:
        """Other colours where there is no slide yet, and of the dots."""
        self._tones = tones
        self.update()

    def hide_by(self, veil: Veil) -> None:
        """Hide the slide, or show it again."""
        self.veil = veil
        self.update()

    def show_dots(self, dots: tuple[int, int] | None) -> None:
        """Tell at the lower edge how far it is: the step, and of how many."""
        self._dots = dots
        self.update()

    def spot_at(self, place: QPointF) -> Spot | None:
        """What lies on top at a place of the view; nothing where it is hidden."""
        if self.sheet is None or self.veil is not Veil.NONE:
            return None
        slide = self.sheet.slide
        scale, left, top = fitting(slide.drawing, self.width(), self.height())
        x, y = (place.x() - left) / scale, (place.y() - top) / scale
        return next((spot for spot in reversed(slide.spots) if spot.holds(x, y)), None)

    def place_of(self, spot: Spot) -> QPoint:
        """The middle of a spot in the view."""
        assert self.sheet is not None
        scale, left, top = fitting(self.sheet.slide.drawing, self.width(), self.height())
        x, y = spot.x + spot.width / 2, spot.y + spot.height / 2
        return QPoint(round(left + x * scale), round(top + y * scale))

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slide, the one before while it goes, and what hides them."""
        painter = QPainter(self)
        if self.veil is not Veil.NONE:
            painter.fillRect(self.rect(), QColor(self.veil.value))
            return
        painter.fillRect(self.rect(), QColor(self._tones.ground))
        area = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._old is not None:
            painter.drawImage(area, self._old.image)
            painter.setOpacity(float(self._clock.currentValue()))
        if self.sheet is not None:
            painter.drawImage(area, self.sheet.image)
        painter.setOpacity(1.0)
        if self._dots is not None:
            self._paint_dots(painter, *self._dots)

    def _paint_dots(self, painter: QPainter, at: int, count: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = (self.width() - (count - 1) * APART) / 2
        for one in range(count):
            painter.setBrush(QColor(self._tones.accent if one <= at else self._tones.line))
            middle = QPointF(left + one * APART, self.height() - UP)
            painter.drawEllipse(middle, DOT / 2, DOT / 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The slide is wanted for other pixels."""
        super().resizeEvent(event)
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer is seen again, and shows what can be chosen."""
        hand = self.spot_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on nothing does nothing: who speaks turns the pages with keys."""
        found = self.spot_at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave for what was clicked."""
        found = self.spot_at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done, at the mouse."""
        self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that is touched by accident turns no page."""
        event.accept()

    def _on_faded(self) -> None:
        self._old = None
        self.update()

"""How the map is scaled and moved: by wheel, pinch, verbs and the size of the window."""

from __future__ import annotations

import enum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

SMALLEST, LARGEST = 0.005, 4.0
FIT_LARGEST = 1.25
STEP = 1.25
REST_MS = 150
"""So long after the last change of size the map may be laid out anew."""
SLACK = 2.0
"""Pixels by which a map laid out for the window may exceed it."""


class Held(enum.Enum):
    """What the view keeps when the window changes: the map as it was laid out for it, all of the
    map, or the place that the user went to.
    """

    LAID = enum.auto()
    WHOLE = enum.auto()
    FREE = enum.auto()


class ZoomView(QGraphicsView):
    """Stays as laid out, or fitted, until the user comes nearer or goes elsewhere.

    As on other maps the wheel zooms at the mouse, and a drag moves; Shift with the wheel and a
    touchpad scroll. ``zoomed`` carries per cent, ``rested`` tells that the size of the window has
    come to rest.
    """

    zoomed = Signal(int)
    rested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._held = Held.LAID
        self._told = 0
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.rested)

    def whole(self) -> QRectF | None:
        """All that can be shown, in scene units; ``None`` for nothing."""
        return None

    def base(self) -> float:
        """The scale that is called 100 %."""
        return 1.0

    def readable(self) -> float:
        """The scale from which all may be shown at once where it was not laid out for the room."""
        return 1.0

    def on_moved(self) -> None:
        """Another part is seen now."""

    @property
    def scale_now(self) -> float:
        """Pixels of a scene unit."""
        return self.transform().m11()

    @property
    def percent(self) -> int:
        """The zoom; 100 is the map as it was laid out."""
        return round(100 * self.scale_now / self.base())

    @property
    def fitted(self) -> bool:
        """Whether nobody has zoomed or moved since the map was shown or fitted."""
        return self._held is not Held.FREE

    def fit(self) -> None:
        """Show the whole map in the window."""
        self._fit()
        self._held = Held.LAID if self._fits_laid() else Held.WHOLE
        self.rested.emit()

    def show_laid(self) -> None:
        """Show the map as it was laid out: all of it, or where it begins if it is larger."""
        box = self.whole()
        if box is None:
            return
        if self._fits_laid() or self._least() >= self.readable():
            self._fit()
        else:
            self._set_scale(self.base())
            self.centerOn(box.left(), box.top())
            self.on_moved()
        self._held = Held.LAID

    def leave_laid(self) -> None:
        """The user went elsewhere: what is seen stays when the window changes."""
        if not self._whole_seen:
            self._held = Held.FREE

    def zoom_in(self) -> None:
        """One step nearer."""
        self._zoom_centre(STEP)

    def zoom_out(self) -> None:
        """One step away."""
        self._zoom_centre(1 / STEP)

    def actual_size(self) -> None:
        """100 %."""
        self._zoom_centre(self.base() / self.scale_now)

    def zoom_to(self, area: QRectF) -> None:
        """Come so near that ``area`` (scene units) fills the window, within the limits."""
        port = self.viewport().rect()
        scale = min(port.width() / area.width(), port.height() / area.height())
        self._zoom_centre(min(scale, FIT_LARGEST * self.base()) / self.scale_now)
        self.centerOn(area.center())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse; a touchpad and Shift scroll."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        modifiers = event.modifiers()
        control = modifiers & Qt.KeyboardModifier.ControlModifier
        smooth = event.hasPixelDelta() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turn)
        elif smooth and not control:
            super().wheelEvent(event)
        else:
            self._zoom(STEP ** (turn / 120), event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinch zooms."""
        zoom = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is zoom:
            self._zoom(1 + event.value(), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is held; a map as laid out is scaled until the window rests."""
        super().resizeEvent(event)
        if self._held is Held.WHOLE or (self._held is Held.LAID and self._whole_seen):
            held = self._held
            self._fit()
            self._held = held
        self._rest.start()
        self.on_moved()

    # -- parts

    @property
    def _whole_seen(self) -> bool:
        """Whether the map was laid out to be seen as a whole."""
        return not (self.horizontalScrollBar().maximum() or self.verticalScrollBar().maximum())

    def _fits_laid(self) -> bool:
        box, port = self.whole(), self.viewport().rect()
        if box is None:
            return False
        width, height = box.width() * self.base(), box.height() * self.base()
        return width <= port.width() + SLACK and height <= port.height() + SLACK

    def _least(self) -> float:
        """The scale at which all of the map is seen."""
        box, port = self.whole(), self.viewport().rect()
        if box is None or box.isEmpty():
            return 1.0
        scale = min(port.width() / box.width(), port.height() / box.height())
        return max(min(scale, FIT_LARGEST * self.base()), SMALLEST)

    def _fit(self) -> None:
        box = self.whole()
        if box is None:
            return
        self._set_scale(self._least())
        self.centerOn(box.center())
        self.on_moved()

    def _zoom(self, factor: float, spot: QPoint) -> None:
        """Zoom so that what lies at ``spot`` of the viewport stays there."""
        least, most = self._least(), LARGEST * self.base()
        scale = min(max(self.scale_now * factor, least), most)
        under = self.mapToScene(spot)
        self.scale(scale / self.scale_now, scale / self.scale_now)
        if factor < 1 and scale <= least:
            self.fit()
        else:
            way = self.mapFromScene(under) - spot
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + way.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + way.y())
            self._held = Held.FREE
        self.on_moved()
        self._tell_zoom()

    def _zoom_centre(self, factor: float) -> None:
        self._zoom(factor, self.viewport().rect().center())

    def _set_scale(self, scale: float) -> None:
        self.resetTransform()
        self.scale(scale, scale)
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        if self.percent != self._told:
            self._told = self.percent
            self.zoomed.emit(self._told)

    def _go_to(self, spot: QPointF) -> None:
        self.centerOn(spot)
        self._held = Held.FREE

"""How the map is scaled and moved: by wheel, pinch, verbs and the size of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

SMALLEST, LARGEST = 0.08, 4.0
FIT_LARGEST = 1.25
STEP = 1.25


class ZoomView(QGraphicsView):
    """Stays fitted to what :meth:`whole` tells until the user comes nearer or goes elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._fitted = True

    def whole(self) -> QRectF | None:
        """All that can be shown, in scene units; ``None`` for nothing."""
        return None

    def on_moved(self) -> None:
        """Another part is seen now."""

    @property
    def scale_now(self) -> float:
        """The zoom; 1 is 100 %."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show the whole map in the window."""
        box = self.whole()
        if box is None:
            return
        port = self.viewport().rect()
        scale = min(port.width() / box.width(), port.height() / box.height(), FIT_LARGEST)
        self._set_scale(max(scale, SMALLEST))
        self.centerOn(box.center())
        self._fitted = True

    def zoom_in(self) -> None:
        """One step nearer."""
        self._zoom_centre(STEP)

    def zoom_out(self) -> None:
        """One step away."""
        self._zoom_centre(1 / STEP)

    def actual_size(self) -> None:
        """100 %."""
        self._zoom_centre(1 / self.scale_now)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the mouse; Shift scrolls sideways."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(STEP ** (turn / 120))
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turn)
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinch zooms."""
        zoom = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is zoom:
            self._zoom(1 + event.value())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted if the whole map was shown before."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        self.on_moved()

    def _zoom(self, factor: float) -> None:
        scale = min(max(self.scale_now * factor, SMALLEST), LARGEST)
        self.scale(scale / self.scale_now, scale / self.scale_now)
        self._fitted = False
        self.on_moved()

    def _zoom_centre(self, factor: float) -> None:
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self._zoom(factor)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    def _set_scale(self, scale: float) -> None:
        self.resetTransform()
        self.scale(scale, scale)

    def _go_to(self, spot: QPointF) -> None:
        self.centerOn(spot)
        self._fitted = False

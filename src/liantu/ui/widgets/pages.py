"""Pages as pictures, one below the other; only those in sight are decoded."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from liantu.wording import text

GAP = 16
KEPT = 12
"""Decoded pages that are kept."""
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0)
FIT = 0.0
"""As wide as the view."""


class Pages(QScrollArea):
    """Shows PNG pages; ``moved`` carries the number of the topmost one in sight, from 1."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setAccessibleName(text("ui.report.preview"))
        self.setWidgetResizable(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.zoom = FIT
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit(self.current()))

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._sheet.sizes)

    def show_pages(self, pages: Sequence[bytes], points: float) -> None:
        """Show other pages; ``points`` is the number of pixels to the inch they were made at."""
        self._sheet.take(pages, points)
        self._resize()
        self.moved.emit(self.current())

    def current(self) -> int:
        """Number of the page at the upper edge, from 1; 0 where there is none."""
        return self._sheet.page_at(self.verticalScrollBar().value() + self.height() // 3)

    def go_to(self, page: int) -> None:
        """Scroll to a page, from 1."""
        if 1 <= page <= self.count:
            self.verticalScrollBar().setValue(self._sheet.places[page - 1].top() - GAP // 2)

    def set_zoom(self, zoom: float) -> None:
        """A factor of paper size (1.0 at 96 pixels to the inch), or :data:`FIT`."""
        page = self.current()
        self.zoom = zoom
        self._resize()
        self.go_to(page)

    def step(self, direction: int) -> None:
        """The next larger (1) or smaller (-1) zoom."""
        now = self._sheet.scale
        wider = [z for z in ZOOMS if z > now * 1.01]
        narrower = [z for z in ZOOMS if z < now * 0.99]
        if direction > 0 and wider:
            self.set_zoom(wider[0])
        elif direction < 0 and narrower:
            self.set_zoom(narrower[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the view where that was asked."""
        super().resizeEvent(event)
        if self.zoom == FIT:
            self._resize()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _resize(self) -> None:
        room = self.viewport().width() - 2 * GAP
        self._sheet.lay_out(self.zoom or self._sheet.fitting(room))


class _Sheet(QWidget):
    """The pages themselves. Sizes are in pixels of the paper at 96 to the inch."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: Sequence[bytes] = ()
        self._decoded: OrderedDict[int, QImage] = OrderedDict()
        self.sizes: list[QSize] = []
        self.places: list[QRect] = []
        self.scale = 1.0

    def take(self, pages: Sequence[bytes], points: float) -> None:
        self._pages = pages
        self._decoded.clear()
        self.sizes = [_size(page) * (96 / points) for page in pages]

    def fitting(self, room: int) -> float:
        """The scale at which the widest page is as wide as ``room``."""
        widest = max((size.width() for size in self.sizes), default=room)
        return max(0.1, room / max(widest, 1))

    def lay_out(self, scale: float) -> None:
        self.scale = scale
        shown = [size * scale for size in self.sizes]
        width = max((size.width() for size in shown), default=0) + 2 * GAP
        y = GAP
        self.places = []
        for size in shown:
            left = (width - size.width()) // 2
            self.places.append(QRect(left, y, size.width(), size.height()))
            y += size.height() + GAP
        self.resize(max(width, 1), max(y, 1))
        self.update()

    def page_at(self, y: int) -> int:
        before = [at for at, place in enumerate(self.places, 1) if place.top() <= y]
        return before[-1] if before else min(1, len(self.places))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at, place in enumerate(self.places):
            if place.intersects(event.rect()):
                painter.fillRect(place, QColor("#FFFFFF"))
                painter.drawImage(place, self._image(at))
                painter.setPen(QColor("#AAB4C0"))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def _image(self, at: int) -> QImage:
        if at not in self._decoded:
            self._decoded[at] = QImage.fromData(self._pages[at])
            if len(self._decoded) > KEPT:
                self._decoded.popitem(last=False)
        self._decoded.move_to_end(at)
        return self._decoded[at]


def _size(page: bytes) -> QSize:
    """The size of a PNG without decoding it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(page))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    return QImageReader(buffer, QByteArray(b"png")).size()

"""A drawn chart as a widget of Qt, with the areas that can be pointed at."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtWidgets import QWidget

from liantu.render.charts.pen import INCH, Hit, Pen
from liantu.render.charts.setup import matplotlib


def backend() -> Any:
    """matplotlib's backend for Qt, made to use PySide6; a worker may load it beforehand."""
    matplotlib()
    os.environ["QT_API"] = "pyside6"
    from matplotlib.backends import backend_qtagg  # noqa: PLC0415  large; only charts need it

    return backend_qtagg


@cache
def _canvas() -> Any:
    """matplotlib's canvas, but for a drawing that waits: its own calls a canvas that is gone."""
    base = backend().FigureCanvasQTAgg

    class Canvas(base):  # type: ignore[misc,valid-type]  # untyped
        _soon: QTimer | None = None

        def draw_idle(self) -> None:
            if self._soon is None:
                self._soon = QTimer(self)
                self._soon.setSingleShot(True)
                self._soon.timeout.connect(self.draw)
            self._soon.start(0)

    return Canvas


class Surface:
    """``widget`` shows what a pen drew, ``scale`` px a point; needs a QApplication."""

    def __init__(self, pen: Pen, scale: float) -> None:
        self._figure = pen.figure
        self.hits: tuple[Hit, ...] = tuple(pen.hits)
        pen.figure.set_dpi(INCH * scale)
        self.widget: QWidget = _canvas()(pen.figure)
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.setFixedSize(round(pen.width * scale), round(pen.height * scale))

    def hit_at(self, place: QPointF) -> int | None:
        """The uppermost area at a place of the widget."""
        ratio = self.widget.devicePixelRatioF()
        point = (place.x() * ratio, self._figure.bbox.height - place.y() * ratio)
        found = (at for at, hit in enumerate(self.hits) if hit.artist.contains_point(point))
        return max(found, default=None)

    def area(self, at: int) -> QRectF:
        """What an area covers of the widget."""
        ratio = self.widget.devicePixelRatioF()
        box = self.hits[at].artist.get_window_extent()
        top = self._figure.bbox.height - box.y1
        return QRectF(box.x0 / ratio, top / ratio, box.width / ratio, box.height / ratio)

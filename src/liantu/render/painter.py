"""Paints shapes with Qt: screen items and pixel exports both call :func:`paint`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Clip, Curve, Label, Polygon, Shape
from liantu.layout.geometry import Point
from liantu.render import dashes
from liantu.render.arrows import arrow_head
from liantu.render.dashes import Dashes
from liantu.render.fonts import FAMILY

TYPE_SIZE = 64
ON_OFF = 2
"""Lengths of dashes that are cut beforehand."""


def paint(painter: QPainter, shapes: Iterable[Shape]) -> None:
    """Paint ``shapes`` in order; the painter's state is kept."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    try:
        for shape in shapes:
            _shape(painter, shape)
    finally:
        painter.restore()


def _shape(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Box():
            _box(painter, shape)
        case Curve():
            _curve(painter, shape)
        case Polygon():
            _polygon(painter, shape)
        case Label():
            _label(painter, shape)
        case Clip():
            _clip(painter, shape)
        case _:
            assert_never(shape)


@cache
def font(bold: bool) -> QFont:
    """The bundled font at :data:`TYPE_SIZE`; labels scale it, so that any size is exact."""
    made = QFont(FAMILY)
    made.setPixelSize(TYPE_SIZE)
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return made


@cache
def pen(color: str, width: float, dash: tuple[float, ...]) -> QPen:
    """A round pen; ``dash`` is in drawing units."""
    made = QPen(QColor(color), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        made.setDashPattern([d / width for d in dash])
    return made


@cache
def brush(color: str) -> QBrush:
    """A plain brush."""
    return QBrush(QColor(color))


def ready() -> None:
    """Let the window's thread be the first to use what painting uses: PySide completes its types
    when they are first used, and two threads that do so at once find them half made.
    """
    brush("#000000")
    pen("#000000", 1.0, ())
    font(bold=False)


def _box(painter: QPainter, box: Box) -> None:
    cut = bool(box.stroke) and _cuts(painter, box.dash)
    edge = pen(box.stroke, box.stroke_width, box.dash) if box.stroke else Qt.PenStyle.NoPen
    painter.setOpacity(box.opacity)
    painter.setPen(Qt.PenStyle.NoPen if cut else edge)
    painter.setBrush(brush(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    area = QRectF(box.x, box.y, box.width, box.height)
    if box.radius:
        painter.drawRoundedRect(area, box.radius, box.radius)
    else:
        painter.drawRect(area)
    if cut:
        size = box.width, box.height, box.radius
        painter.setPen(edge)
        painter.translate(box.x, box.y)
        _dashes(painter, dashes.around(size, box.dash, box.stroke_width), box.stroke)
        painter.translate(-box.x, -box.y)


def _cuts(painter: QPainter, dash: tuple[float, ...]) -> bool:
    """Whether dashes are cut for pixels; in a vector file a dashed line stays one."""
    return len(dash) == ON_OFF and painter.paintEngine().type() is QPaintEngine.Type.Raster


def _dashes(painter: QPainter, cut: Dashes, color: str) -> None:
    """Dashes that are cut, with the pen that has them."""
    if cut.straight:
        painter.drawLines(cut.straight)
    if not cut.bent.isEmpty():
        painter.fillPath(cut.bent, brush(color))


@lru_cache(maxsize=4096)
def path_of(points: tuple[Point, ...], dashed: bool = False) -> QPainterPath:
    """The poly-Bézier as a path, shared and not to be changed; where it is dashed, every piece
    begins with a dash.
    """
    path = QPainterPath(QPointF(*points[0]))
    for at in range(1, len(points) - 2, 3):
        if dashed:
            path.moveTo(QPointF(*points[at - 1]))
        path.cubicTo(*(QPointF(*point) for point in points[at : at + 3]))
    return path


def _curve(painter: QPainter, curve: Curve) -> None:
    painter.setOpacity(curve.opacity)
    painter.setPen(pen(curve.stroke, curve.stroke_width, curve.dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if _cuts(painter, curve.dash):
        _dashes(painter, dashes.along(curve.points, curve.dash, curve.stroke_width), curve.stroke)
    else:
        painter.drawPath(path_of(curve.points, bool(curve.dash)))
    if curve.arrow:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(curve.stroke))
        painter.drawPolygon(QPolygonF([QPointF(*p) for p in arrow_head(curve)]))


def _polygon(painter: QPainter, shape: Polygon) -> None:
    painter.setOpacity(shape.opacity)
    edge = pen(shape.stroke, shape.stroke_width, shape.dash) if shape.stroke else None
    painter.setPen(edge or Qt.PenStyle.NoPen)
    painter.setBrush(brush(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in shape.points]))


def _label(painter: QPainter, label: Label) -> None:
    painter.setOpacity(label.opacity)
    painter.setPen(pen(label.color, 1.0, ()))
    painter.setFont(font(label.bold))
    shift = {"middle": 0.5, "end": 1.0}.get(label.anchor, 0.0)
    if shift:
        shift *= measure.width(label.text, label.size, bold=label.bold)
    painter.save()
    painter.translate(label.x - shift, label.y)
    painter.scale(label.size / TYPE_SIZE, label.size / TYPE_SIZE)
    painter.drawText(QPointF(0.0, 0.0), label.text)
    painter.restore()


def _clip(painter: QPainter, clip: Clip) -> None:
    painter.save()
    painter.setClipRect(
        QRectF(clip.x, clip.y, clip.width, clip.height), Qt.ClipOperation.IntersectClip
    )
    try:
        paint(painter, clip.shapes)
    finally:
        painter.restore()

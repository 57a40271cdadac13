"""A drawing as pixels, by the same painter as the screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from liantu.diagram.drawing import Drawing, Shape
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.render.limits import MAX_PIXELS
from liantu.render.painter import paint

SLICE = 400
"""Shapes painted between two looks at the wish to cancel."""


def pixel_scale(drawing: Drawing, dpi: int) -> float:
    """Pixels per drawing unit at ``dpi``, lowered so that the picture stays within the limit."""
    scale = dpi / 96
    pixels = drawing.width * drawing.height * scale * scale
    return scale if pixels <= MAX_PIXELS else scale * (MAX_PIXELS / pixels) ** 0.5


def to_image(drawing: Drawing, dpi: int, progress: Progress | None = None) -> QImage:
    """The drawing as pixels; transparent where it has no background.

    Raises :class:`ExportError` if the picture does not fit into memory.
    """
    progress = progress or Progress()
    scale = pixel_scale(drawing, dpi)
    width, height = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    clear = not drawing.background
    shape = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    image = QImage(width, height, shape)
    if image.isNull():
        raise ExportError("render.memory", width=width, height=height)
    image.fill(Qt.GlobalColor.transparent if clear else QColor(drawing.background))
    image.setDotsPerMeterX(round(scale * 96 / 0.0254))
    image.setDotsPerMeterY(round(scale * 96 / 0.0254))
    _paint_slices(image, drawing.shapes, scale, progress)
    return image


def fitted(drawing: Drawing, width: int, height: int) -> QImage:
    """The drawing at exactly so many pixels, of which it takes all in one direction at least; the
    rest is its background. For a screen: nothing is scaled any more when it is shown.
    """
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    image.fill(QColor(drawing.background or "#FFFFFF"))
    scale, left, top = fitting(drawing, image.width(), image.height())
    painter = QPainter(image)
    try:
        painter.translate(left, top)
        painter.scale(scale, scale)
        paint(painter, drawing.shapes)
    finally:
        painter.end()
    return image


def fitting(drawing: Drawing, width: float, height: float) -> tuple[float, float, float]:
    """The scale at which a drawing just fits into a room, and its left top corner there."""
    scale = min(width / drawing.width, height / drawing.height)
    left, top = (width - drawing.width * scale) / 2, (height - drawing.height * scale) / 2
    return scale, left, top


def _paint_slices(
    image: QImage, shapes: tuple[Shape, ...], scale: float, progress: Progress
) -> None:
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        for at in range(0, len(shapes), SLICE):
            progress.step(60 * at // max(len(shapes), 1), 100)
            paint(painter, shapes[at : at + SLICE])
    finally:
        painter.end()


def to_png(drawing: Drawing, dpi: int, progress: Progress | None = None) -> bytes:
    """The drawing as a PNG file with its resolution written in."""
    progress = progress or Progress()
    image = to_image(drawing, dpi, progress)
    progress.step(60, 100)
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(80)
    if not writer.write(image):
        raise ExportError("render.png", reason=writer.errorString())
    buffer.close()
    return bytes(array.data())

"""A page on a printer or in its file: drawings as vectors, pages of papers as pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPainter

from liantu.diagram.drawing import Drawing
from liantu.jobs import Progress
from liantu.render.painter import paint
from liantu.render.pictures import as_png
from liantu.render.vector import Picture

Leaf = Picture | bytes
"""A picture, or a page as PNG."""
LANDSCAPE, PORTRAIT = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait


def pixels(leaf: Leaf, dpi: int) -> bytes:
    """The page as PNG, as it is."""
    return leaf if isinstance(leaf, bytes) else as_png(leaf, dpi)


def lie(leaf: Leaf) -> QPageLayout.Orientation:
    """How the paper lies below a page."""
    if isinstance(leaf, bytes):
        size = QImage.fromData(leaf).size()
        return LANDSCAPE if size.width() > size.height() else PORTRAIT
    return LANDSCAPE if leaf.width > leaf.height else PORTRAIT


def print_leaves(
    device: QPagedPaintDevice,
    leaves: Sequence[Leaf],
    dpi: int,
    progress: Progress,
    turned: QPageLayout.Orientation | None = None,
) -> bool:
    """Put every page on a sheet of its own, as large as it fits; the paper lies as each page does
    unless it is ``turned``. ``False`` where the device does not take it.
    """
    layout = device.pageLayout()
    device.setPageOrientation(turned if turned is not None else lie(leaves[0]))
    painter = QPainter()
    if not painter.begin(device):
        device.setPageLayout(layout)
        return False
    try:
        for at, leaf in enumerate(leaves):
            progress.step(at, len(leaves))
            if at:
                device.setPageOrientation(turned if turned is not None else lie(leaf))
                if not device.newPage():
                    return False
            _put(painter, QRectF(painter.viewport()), leaf, dpi)
    finally:
        painter.end()
    return True


def _put(painter: QPainter, room: QRectF, leaf: Leaf, dpi: int) -> None:
    painter.save()
    try:
        if isinstance(leaf, Drawing):
            scale = min(room.width() / leaf.width, room.height() / leaf.height)
            painter.translate(
                (room.width() - leaf.width * scale) / 2, (room.height() - leaf.height * scale) / 2
            )
            painter.scale(scale, scale)
            paint(painter, leaf.shapes)
            return
        image = QImage.fromData(pixels(leaf, dpi))
        scale = min(room.width() / image.width(), room.height() / image.height())
        wide, high = image.width() * scale, image.height() * scale
        left, top = (room.width() - wide) / 2, (room.height() - high) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, wide, high), image)
    finally:
        painter.restore()

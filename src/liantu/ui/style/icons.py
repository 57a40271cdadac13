"""Line icons (Lucide, ISC) painted in the colour of the text beside them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from liantu import paths

_SIDES = (16, 24, 32, 48)


@cache
def _source(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def icon(name: str, color: str) -> QIcon:
    """The icon ``name`` in ``color`` (``#RRGGBB``), sharp at the usual scales."""
    body = _source(name).replace("currentColor", color)
    renderer = QSvgRenderer(QByteArray(body.encode()))
    made = QIcon()
    for side in _SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made

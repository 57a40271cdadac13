"""The bundled font, the same on every desk."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

from liantu import paths
from liantu.render.errors import ExportError
from liantu.render.faces import FACES, FAMILY, check_faces

__all__ = ["FAMILY", "register_fonts"]


@cache
def register_fonts() -> None:
    """Make the bundled font known to Qt; needs a QGuiApplication. Raises :class:`ExportError`."""
    check_faces()
    for face in FACES:
        if QFontDatabase.addApplicationFont(str(paths.resource("fonts", face))) < 0:
            raise ExportError("render.font", face=face)

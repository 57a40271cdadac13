"""The bundled font, the same on every desk."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

from liantu import paths

FAMILY = "Liantu Sans SC"
FACES = ("LiantuSansSC-Regular.ttf", "LiantuSansSC-Bold.ttf")


@cache
def register_fonts() -> None:
    """Make the bundled font known to Qt; needs a QGuiApplication. Raises ``OSError``."""
    for face in FACES:
        if QFontDatabase.addApplicationFont(str(paths.resource("fonts", face))) < 0:
            raise OSError(f"cannot load the bundled font {face}")

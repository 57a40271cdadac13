"""Qt without a window: what painting pixels from the command line needs."""

from __future__ import annotations

import os
import sys
from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from liantu.render.fonts import register_fonts


def prepare() -> QCoreApplication:
    """The application object, made once and kept, with the bundled font registered.

    Without one, Qt is told not to look for a screen. Raises as :func:`register_fonts`.
    """
    application = _application()
    register_fonts()
    return application


@cache
def _application() -> QCoreApplication:
    if QGuiApplication.instance() is None and sys.platform != "win32":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication.instance() or QGuiApplication([])

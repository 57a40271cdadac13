"""Who the program is to the desktop: name, icon, and one place of its own on the task bar."""

from __future__ import annotations

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from liantu import __version__, paths
from liantu.wording import text

NAME = "liantu"
"""Also the name of its desktop entry (``liantu.desktop``)."""
TASK_BAR = "Liantu.Liantu"
"""Windows groups by it; without it a window of Python's own program stands among Python's."""


def identify(app: QApplication) -> None:
    """Tell all of it; before the first window is made."""
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(text("ui.app"))
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    app.setWindowIcon(QIcon(str(paths.resource("icons", "liantu.svg"))))
    if sys.platform == "win32":
        _group()


def _group() -> None:
    """Best effort: where the shell of Windows lacks it, the window is grouped some other way."""
    import ctypes  # noqa: PLC0415  only Windows has a use for it

    shell = getattr(getattr(ctypes, "windll", None), "shell32", None)
    tell = getattr(shell, "SetCurrentProcessExplicitAppUserModelID", None)
    if tell is not None:
        tell(TASK_BAR)

"""Starts the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QFont, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication

from liantu import logs
from liantu.render.errors import ExportError
from liantu.render.fonts import FAMILY, register_fonts
from liantu.ui.collecting import Collector
from liantu.ui.habits.crash import CrashTeller
from liantu.ui.habits.identity import identify
from liantu.ui.habits.language import speak_chinese
from liantu.ui.habits.undoing import UndoKeys
from liantu.ui.window import Window

CHROME_FAMILIES = ("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC")
"""Preferred for the chrome where installed; the bundled font stands in on bare machines."""


TURN_S = 0.0005
"""So long a worker may compute before the window's thread gets its turn. At Python's own 5 ms,
drawing beside a worker takes three times as long, since every call of Qt gives the turn away.
"""
PIXELS_KB = 96 * 1024
"""What the parts of a map on a large screen take as pixels; with less they are painted again and
again.
"""


def run(folder: Path, chain: str = "", date: str = "", argv: Sequence[str] = ()) -> int:
    """Show the window on ``folder`` until it is closed; returns the exit code."""
    app, window = start(folder, chain, date, argv)
    window.appear()
    return int(app.exec())


def start(
    folder: Path, chain: str = "", date: str = "", argv: Sequence[str] = ()
) -> tuple[QApplication, Window]:
    """The application with all its habits, and its window, which is not shown yet."""
    logs.start()
    app = make_app(argv)
    Collector(app)
    CrashTeller(app).listen()
    return app, Window(folder, chain, date)


def make_app(argv: Sequence[str] = ()) -> QApplication:
    """The application with name, fonts and style. Without the bundled font the system's stand in;
    the window says so.
    """
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        QGuiApplication.highDpiScaleFactorRoundingPolicy().PassThrough
    )
    app = QApplication([sys.argv[0], *argv])
    sys.setswitchinterval(TURN_S)
    QPixmapCache.setCacheLimit(PIXELS_KB)
    identify(app)
    app.setStyle("Fusion")
    speak_chinese(app)
    UndoKeys(app)
    with suppress(ExportError):
        register_fonts()
    font = QFont(app.font())
    font.setFamilies([*CHROME_FAMILIES, FAMILY])
    app.setFont(font)
    return app

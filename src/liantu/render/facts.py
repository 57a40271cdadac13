"""What Qt found on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QScreen

from liantu.numerals import plain

TRANSLATION = "qtbase_zh_CN.qm"


@dataclass(frozen=True, slots=True)
class Facts:
    """``screens`` are told as ``1366×768 ×1.25``: points of Qt, and pixels to one of them;
    ``translation`` is the file with Qt's Chinese words, empty where it is missing.
    """

    version: str
    plugin: str
    screens: tuple[str, ...]
    translation: str
    families: frozenset[str]


def look() -> Facts:
    """Look around; on the thread of the application object, which there has to be."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    there = (folder / TRANSLATION).is_file()
    return Facts(
        version=qVersion(),
        plugin=QGuiApplication.platformName(),
        screens=tuple(_told(screen) for screen in QGuiApplication.screens()),
        translation=TRANSLATION if there else "",
        families=frozenset(QFontDatabase.families()),
    )


def _told(screen: QScreen) -> str:
    size = screen.size()
    return f"{size.width()}×{size.height()} ×{plain(screen.devicePixelRatio())}"

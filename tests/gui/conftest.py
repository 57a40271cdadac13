"""Windows on real folders; none outlives its test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.ui.window import Window

Open = Callable[..., Window]


@pytest.fixture(autouse=True)
def _no_window_left(qapp: QApplication) -> Iterator[None]:
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == []


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    """Open the window on a folder and wait until it has read it."""
    opened: list[Window] = []

    def open_(folder: Path | None = None, chain: str = "", date: str = "") -> Window:
        window = Window(folder or paths.shipped_chains(), chain, date)
        opened.append(window)
        window.resize(1600, 1000)
        with qtbot.waitSignal(window.loader.opened, timeout=20_000):
            window.show()
        qtbot.waitExposed(window)
        return window

    yield open_
    for window in opened:
        window.close()
        window.deleteLater()

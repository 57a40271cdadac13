"""Windows on real folders; none outlives its test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.ui.window import Window
from tests.gui.opened import OpenWindow

Open = Callable[..., OpenWindow]

_CLOSED: list[object] = []
"""Windows of the test that is just over."""


def _empty(things: list[object]) -> None:
    """Take away what the objects of closed windows hold: PySide keeps what is connected to a signal
    alive, and with it all data of each of some hundred windows.
    """
    seen: set[int] = set()
    while things:
        thing = things.pop()
        own = getattr(thing, "__dict__", None)
        if id(thing) in seen or own is None:
            continue
        seen.add(id(thing))
        for value in own.values():
            several = value.values() if isinstance(value, dict) else value
            inside = several if isinstance(value, dict | list | tuple) else [value]
            things += [one for one in inside if type(one).__module__.startswith("liantu.ui")]
        own.clear()


@pytest.fixture(autouse=True)
def _no_window_left(qapp: QApplication) -> Iterator[None]:
    # As in the app, cycles with widgets in them are not broken up in the middle of Qt's code.
    gc.disable()
    yield
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == []
    _empty(_CLOSED)
    gc.collect(1)
    gc.enable()


@pytest.fixture
def start_window(qtbot: QtBot) -> Iterator[Open]:
    """Open the window on a folder, which it begins to read."""
    opened: list[Window] = []

    def start(
        folder: Path | None = None,
        chain: str = "",
        date: str = "",
        size: tuple[int, int] = (1600, 1000),
        *,
        lists: bool = True,
        hinted: bool = True,
    ) -> OpenWindow:
        window = Window(folder or paths.shipped_chains(), chain, date)
        opened.append(window)
        window.settings.lists_open, window.settings.hinted = lists, hinted
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.furnish()
        assert window.desk is not None
        return OpenWindow(window.desk, qtbot)

    yield start
    for window in opened:
        window.close_anyway()
        window.deleteLater()
        _CLOSED.append(window)


@pytest.fixture
def open_window(start_window: Open, qtbot: QtBot) -> Open:
    """Open the window on a folder and wait until it has read it."""

    def open_(*asked: Any, **wishes: Any) -> OpenWindow:
        found = start_window(*asked, **wishes)
        qtbot.waitUntil(lambda: found.workspace.ready, timeout=20_000)
        found.settle()
        return found

    return open_

"""Garbage waits for the window's own loop."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liantu.ui.collecting import Collector


class _Loop(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_cycles_go_between_events_and_not_before(qapp: QApplication, qtbot: QtBot) -> None:
    collector = Collector(qapp)
    try:
        kept = [_Loop() for _ in range(3)]
        ghost = weakref.ref(kept[0])
        kept.clear()
        busy = [[n] for n in range(10 * gc.get_threshold()[0])]
        assert ghost() is not None
        qtbot.waitUntil(lambda: ghost() is None, timeout=5000)
        assert len(busy) > 0
    finally:
        collector.stop()
        collector.deleteLater()

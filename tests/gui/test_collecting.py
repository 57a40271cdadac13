"""Garbage waits for the window's own loop."""

from __future__ import annotations

import gc
import weakref

import pytest
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


def test_the_old_generation_waits_until_nothing_is_made(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter([(9000, 0, 99), (0, 0, 99), (0, 0, 99), (0, 0, 99)])
    done: list[int] = []
    collector = Collector(qapp)
    try:
        monkeypatch.setattr(gc, "get_count", lambda: next(counts))
        monkeypatch.setattr(gc, "collect", lambda generation=2: done.append(generation))
        looks = []
        for _ in range(3):
            collector.collect()
            looks.append(list(done))
        assert looks == [[0], [0], [0, 2]], "busy, calm once, calm for long enough"
    finally:
        collector.stop()
        collector.deleteLater()

"""Garbage waits for the window's own loop."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liantu.ui.work import collecting
from liantu.ui.work.collecting import HUGE, MUCH, Collector


class _Loop(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_cycles_go_between_events_and_not_before(qapp: QApplication, qtbot: QtBot) -> None:
    gc.collect()  # what earlier tests have left would be set aside, or wait until all is calm
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


@pytest.mark.parametrize(
    ("counts", "collected"),
    [
        ([(900, 0, 0)], [0]),
        ([(900, 12, 0)], [1]),
        ([(9000, 0, 99), (9100, 0, 99), (9200, 0, 99)], [2]),
        ([(90_000, 0, 0), (90_100, 0, 0), (90_200, 0, 0)], [0]),
    ],
    ids=["young", "older", "the whole city", "a new reading"],
)
def test_what_takes_long_waits_until_nothing_is_made(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    counts: list[tuple[int, int, int]],
    collected: list[int],
) -> None:
    left = list(counts)
    done: list[int] = []
    collector = Collector(qapp)
    try:
        monkeypatch.setattr(threading, "active_count", lambda: 1)  # none left by earlier tests
        monkeypatch.setattr(gc, "get_count", lambda: left[0])
        monkeypatch.setattr(gc, "get_objects", list)  # earlier tests may have left a large folder
        monkeypatch.setattr(gc, "collect", done.append)
        for seen in counts:
            assert done == [], "not while something is being made"
            left[0] = seen
            collector.collect()
        assert done == collected
    finally:
        collector.stop()
        collector.deleteLater()


def test_a_huge_folder_is_set_aside_instead_of_looked_through(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    collector = Collector(qapp)
    done: list[str] = []
    counts = [(3 * HUGE, 0, 0)]

    def freeze() -> None:
        done.append("set aside")
        counts[0] = (0, 0, 0)

    try:
        monkeypatch.setattr(gc, "get_count", lambda: counts[0])
        monkeypatch.setattr(gc, "freeze", freeze)
        monkeypatch.setattr(gc, "collect", lambda generation: done.append(f"{generation}"))
        for _ in range(4):
            collector.collect()
        assert done == ["set aside"]
    finally:
        collector.stop()
        collector.deleteLater()


def test_what_grew_slowly_is_set_aside_too(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that reads a folder makes objects for minutes, only some between two looks."""
    collector = Collector(qapp)
    done: list[str] = []
    made = HUGE // 12 + 1
    try:
        monkeypatch.setattr(gc, "get_count", lambda: (made, len(done) % 12, 0))
        monkeypatch.setattr(gc, "freeze", lambda: done.append("set aside"))
        monkeypatch.setattr(gc, "collect", lambda generation: done.append(f"{generation}"))
        for _ in range(12):
            collector.collect()
        assert done == [*["0"] * 11, "set aside", "0"]
    finally:
        collector.stop()
        collector.deleteLater()


def test_once_a_folder_is_known_to_be_large_less_is_set_aside_and_given_back_when_all_is_calm(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    collector = Collector(qapp)
    done: list[str] = []
    counts = [(MUCH + 1, 0, 0)]
    assert MUCH < HUGE

    def freeze() -> None:
        done.append("set aside")
        counts[0] = (0, 0, 0)

    try:
        monkeypatch.setattr(threading, "active_count", lambda: 1)
        monkeypatch.setattr(gc, "get_count", lambda: counts[0])
        monkeypatch.setattr(gc, "freeze", freeze)
        monkeypatch.setattr(gc, "collect", lambda generation: done.append(f"{generation}"))
        monkeypatch.setattr(collecting, "give_back", lambda: done.append("given back"))
        collector.collect()
        assert done == [], "a city may make so many"
        for many in (HUGE + 1, 0, MUCH + 1, 0, 0):
            counts[0] = (many, 0, 0) if many else counts[0]
            collector.collect()
        assert done == ["set aside", "given back", "set aside", "given back"]
    finally:
        collector.stop()
        collector.deleteLater()

"""What a worker finds for the window: the newest wish is served, the rest waits its turn."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from liantu.ui.work.finding import Finder


def test_only_the_newest_wish_under_a_name_is_served(qtbot: QtBot) -> None:
    parent, found = QObject(), list[str]()
    finder, gate = Finder(parent), threading.Event()

    def slow() -> str:
        gate.wait()
        return "old"

    finder.now("rows", slow, found.append)
    finder.now("rows", lambda: "new", found.append)
    finder.now("words", lambda: "words", found.append)
    assert finder.asked("rows")
    qtbot.waitUntil(lambda: len(found) == 2)
    gate.set()
    qtbot.waitUntil(lambda: not finder.running)
    assert sorted(found) == ["new", "words"]
    finder.stop()


def test_what_may_wait_comes_one_by_one_after_what_is_waited_for(qtbot: QtBot) -> None:
    parent, found = QObject(), list[int]()
    finder, gate, begun = Finder(parent), threading.Event(), list[int]()

    def job(at: int) -> int:
        begun.append(at)
        return at

    finder.now("front", gate.wait, lambda _: None)
    for at in range(3):
        finder.later(lambda at=at: job(at), found.append)
    assert begun == []
    gate.set()
    qtbot.waitUntil(lambda: found == [0, 1, 2])
    finder.later(lambda: job(3), found.append)
    finder.forget_later()
    qtbot.waitUntil(lambda: not finder.running)
    assert found == [0, 1, 2]
    finder.stop()

"""A task that nobody wants any more is over when its thread is, whatever it takes."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from liantu.ui.work import tasks
from liantu.ui.work.tasks import Tasks


@pytest.mark.parametrize("hangs", [False, True])
def test_a_dropped_task_is_not_over_before_its_thread_is_unless_that_may_hang(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, hangs: bool
) -> None:
    monkeypatch.setattr(tasks, "PATIENCE_MS", 20)
    free, told = threading.Event(), list[bool]()
    parent = QObject()
    found = Tasks(parent)
    task = found.new(lambda _: free.wait(20), may_hang=hangs)
    task.finished.connect(lambda: told.append(found.running))
    task.start()
    task.drop()
    qtbot.wait(80)
    assert told == ([True] if hangs else [])
    free.set()
    qtbot.waitUntil(lambda: not found.running)
    assert told == ([True] if hangs else [False])
    found.stop()

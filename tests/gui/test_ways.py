"""Workers of the window give way to it, and end all the same."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from liantu import ways
from liantu.jobs import Progress
from liantu.ui.work.tasks import Task, Tasks
from liantu.ways import Rank, at_work

SOON = 10.0
FOR_EVER = 60.0


class Steps:
    """A job without end; ``count`` tells how far it got."""

    def __init__(self) -> None:
        self.count, self.begun = 0, Event()

    def __call__(self, progress: Progress) -> None:
        while True:
            self.begun.set()
            self.count += 1
            progress.check()


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who gives way waits until it may go on."""
    monkeypatch.setattr(ways, "PATIENCE_S", FOR_EVER)


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks(QObject(QApplication.instance()))


def held(tasks: Tasks, steps: Steps) -> Task:
    """A task that waits at its first step."""
    task = tasks.new(steps)
    task.start()
    assert steps.begun.wait(SOON)
    return task


def test_a_task_goes_on_once_the_window_has_done(qtbot: QtBot, tasks: Tasks) -> None:
    steps = Steps()
    with at_work(Rank.WINDOW):
        held(tasks, steps)
        assert steps.count == 1
    qtbot.waitUntil(lambda: steps.count > 1)
    tasks.stop()


def test_a_task_is_stopped_while_the_window_is_at_work(tasks: Tasks) -> None:
    with at_work(Rank.WINDOW):
        task = held(tasks, Steps())
        tasks.stop()
    assert not task.running


def test_a_task_that_is_dropped_ends_beside_a_window_that_is_never_done(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "PATIENCE_S", 0.02)
    with at_work(Rank.WINDOW):
        task = held(tasks, Steps())
        with qtbot.waitSignal(task.cancelled):
            task.drop()


def test_what_nobody_waits_for_waits_for_what_somebody_does(qtbot: QtBot, tasks: Tasks) -> None:
    steps, made = Steps(), Event()
    asked = tasks.new(lambda _: made.wait(SOON))
    asked.start()
    qtbot.waitUntil(lambda: ways._now.at_work[Rank.ASKED] == 1)
    ahead = tasks.new(steps, ahead=True)
    ahead.start()
    assert steps.begun.wait(SOON)
    qtbot.wait(50)
    assert steps.count == 1
    made.set()
    qtbot.waitUntil(lambda: steps.count > 1)
    tasks.stop()


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_workers_wait_from_a_key_or_click_until_it_is_handled(qtbot: QtBot, by: str) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    seen = list[int]()
    note = lambda: seen.append(ways._now.at_work[Rank.WINDOW])  # noqa: E731
    field.textChanged.connect(note)
    field.selectionChanged.connect(note)
    field.setText("abc def")
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    field.deselect()
    seen.clear()
    if by == "key":
        QTest.keyClick(field, Qt.Key.Key_X)
    else:
        QTest.mouseDClick(field.windowHandle(), Qt.MouseButton.LeftButton)
    assert seen
    assert set(seen) == {1}
    qtbot.waitUntil(lambda: ways._now.at_work[Rank.WINDOW] == 0)

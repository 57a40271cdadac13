"""Every task of a planner costs no more clicks and keys than with the best peer.

The table of the counts: ``python -m tests.gui.tasks``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from liantu.model.focus import HOME, MAP, Focus
from liantu.ui.remembered import export_memory
from liantu.ui.window import Window
from tests.gui.conftest import Open
from tests.gui.hand_count import CONTROL, Hand
from tests.gui.opened import OpenWindow
from tests.gui.tasks import APART, FOLDERS, PANES, RESTART, TASKS, Task, cost
from tests.helpers.folders import CHAIN, write

SIZE = (1366, 768)
Note = Callable[[str, object], None]


def held(task: Task, hand: Hand, note: Note) -> None:
    """Note what it cost and hold it against the bound."""
    note("task", cost(task, hand))
    assert hand.count <= task.bound, (task.letter, hand.clicks, hand.keys, hand.wheel)


def with_pinyin(window: OpenWindow) -> OpenWindow:
    """The window, once search knows pinyin."""
    window.wait(lambda: bool(window.search.index.hits("sfa")))
    return window


def begin(window: OpenWindow, chain: str) -> None:
    """Where a task begins: as the window opens, or on the map of a chain."""
    window.selection.go(Focus(MAP, chain) if chain else Focus(HOME))
    window.settle()


@pytest.mark.parametrize("chain", ["", "pc-nylon"])
def test_each_task_costs_no_more_than_with_the_best_peer(
    chain: str,
    open_window: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Note,
) -> None:
    monkeypatch.setattr(export_memory, "usual", lambda: tmp_path)
    window = with_pinyin(open_window(chain=chain, size=SIZE, lists=False))
    for task in (task for task in TASKS if bool(task.chain) is bool(chain)):
        begin(window, task.chain)
        hand = Hand(window)
        task.do(hand, window, tmp_path)
        held(task, hand, record_property)


@pytest.mark.parametrize("task", APART, ids=lambda task: task.letter)
def test_each_task_in_a_window_of_its_own(
    task: Task,
    open_window: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Note,
) -> None:
    monkeypatch.setattr(export_memory, "usual", lambda: tmp_path)
    window = open_window(chain=task.chain, size=SIZE, lists=False)
    hand = Hand(window)
    task.do(hand, window, tmp_path)
    held(task, hand, record_property)


def test_keys_lead_through_the_panes(
    open_window: Open, tmp_path: Path, record_property: Note
) -> None:
    window = with_pinyin(open_window(chain="pc-nylon", size=SIZE))
    Hand(window).find("sfa")
    hand = Hand(window)
    PANES.do(hand, window, tmp_path)
    held(PANES, hand, record_property)


def test_the_window_comes_back_as_it_was_left(
    open_window: Open, qtbot: QtBot, record_property: Note
) -> None:
    window = open_window(chain="al", date="2022-10-25", size=SIZE)
    window.frame.resize(1100, 700)
    left = replace(window.selection.focus, lens="balance", county="茌平区", list="enterprises")
    window.selection.go(left)
    window.settle()
    window.frame.close()
    frame = Window()
    frame.show()
    qtbot.waitExposed(frame)
    frame.furnish()
    assert frame.desk is not None
    again = OpenWindow(frame.desk, qtbot)
    again.wait(lambda: again.workspace.ready)
    again.settle()
    hand = Hand(again)
    room = frame.screen().availableGeometry().width()
    assert (frame.width(), frame.height()) == (min(1100, room), 700)
    assert again.workspace.reading.date == "2022-10-25"
    found = again.selection.focus
    assert (found.page, found.chain, found.lens) == (MAP, "al", "balance")
    assert (found.county, found.list) == ("茌平区", "enterprises")
    held(RESTART, hand, record_property)
    frame.close_anyway()


def test_folders_good_empty_and_broken_are_opened_and_told(
    open_window: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Note,
) -> None:
    good = write(tmp_path / "好")
    empty = tmp_path / "空"
    empty.mkdir()
    bad = write(tmp_path / "坏", {"01-resin.yaml": CHAIN, "02-bad.yaml": "chain: ["})
    folders = iter((good, empty, bad))
    window = open_window(size=SIZE)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(next(folders)))
    hand = Hand(window)

    def opened(folder: Path) -> None:
        hand.key(Qt.Key.Key_O, CONTROL)
        window.wait(lambda: window.workspace.folder == folder and not window.bridge.busy)
        window.settle()

    opened(good)
    assert [*window.workspace.reading.atlas.chains] == ["resin"]
    opened(empty)
    assert window.pages.currentWidget() is window.desk.arrival.empty
    opened(bad)
    assert [*window.workspace.reading.atlas.chains] == ["resin"]
    assert "02-bad.yaml" in window.banner.words
    held(FOLDERS, hand, record_property)

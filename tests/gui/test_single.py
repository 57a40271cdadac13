"""A second start hands what it was asked for to the window that runs, or opens one of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from liantu import entry, paths
from liantu.model.target import Target
from liantu.ui.habits import single as module
from liantu.ui.habits.called import Called
from liantu.ui.habits.single import Call, Single, read
from liantu.ui.verbs.file import open_called
from tests.gui.conftest import Open

ENDS_S = 60


@pytest.fixture
def owner() -> Iterator[Single]:
    """The window that runs already."""
    made = Single()
    assert made.own()
    yield made
    made.release()


def hand(call: Call, found: list[bool]) -> threading.Thread:
    """A second start beside this one; the answer is found in the list."""
    started = threading.Thread(target=lambda: found.append(Single().hand(call)))
    started.start()
    return started


def test_the_first_start_is_the_one_that_is_called() -> None:
    first = Single()
    assert not first.hand(Call())
    assert first.own()
    first.release()


def test_a_call_is_taken_once_and_whole(owner: Single, tmp_path: Path) -> None:
    found: list[bool] = []
    call = Call(str(tmp_path / "资料 &1"), "al", "2022-10-26")
    other = hand(call, found)
    while not (calls := owner.calls()):
        time.sleep(0.01)
    other.join()
    assert (calls, found, owner.calls()) == ([call], [True], [])


def test_a_window_that_does_not_answer_is_left_alone(
    owner: Single, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAIT_S", 0.1)
    assert not Single().hand(Call(chain="al"))
    assert owner.calls() == [], "nobody waits for it any more"


def test_a_window_that_ends_leaves_its_place(owner: Single) -> None:
    found: list[bool] = []
    other = hand(Call(), found)
    while not list(owner.folder.glob("*.json")):
        time.sleep(0.01)
    owner.release()
    other.join()
    assert found == [False]


def test_old_and_damaged_calls_are_cleared_away(owner: Single) -> None:
    old, bad = owner.folder / "1-1.json", owner.folder / "2-2.json"
    old.write_text(json.dumps({"version": 1, "chain": "al"}), "utf-8")
    os.utime(old, (1, 1))
    bad.write_bytes(b"\xff{")
    (owner.folder / "3-3.json").write_bytes(b" " * (module.MOST + 1))
    assert owner.calls() == []
    assert not list(owner.folder.glob("*.json"))


@pytest.mark.parametrize(
    "told",
    [
        [],
        {"version": 2},
        {"version": 1, "start": "relative"},
        {"version": 1, "start": "/a\0b"},
        {"version": 1, "chain": 7},
        {"version": 1, "date": "2022-02-30"},
        {"version": 1, "start": "/" + "x" * 5000},
    ],
)
def test_what_is_no_call_is_not_believed(told: object) -> None:
    assert read(json.dumps(told).encode()) is None


def test_a_folder_that_cannot_be_written_leads_to_a_window_of_ones_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("LIANTU_CONFIG", str(tmp_path / "file"))
    assert not Single().hand(Call())


def test_the_window_opens_what_it_is_called_for(
    open_window: Open, owner: Single, qtbot: QtBot, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(paths.shipped_chains(), tmp_path / "other"))
    window = open_window()
    window.follow(Target("product", "bpa"))
    window.settle()
    called = Called(owner, window.frame)
    called.asked.connect(lambda call: open_called(window.desk.parts, call))
    window.frame.showMinimized()
    for call in (Call(), Call(str(window.workspace.folder))):
        found: list[bool] = []
        waiting = hand(call, found)
        qtbot.waitUntil(lambda found=found: found == [True])
        waiting.join()
        assert window.selection.focus.product == "bpa", "it only comes to the front"
        assert not window.frame.isMinimized()
    waiting = hand(Call(str(other), "精品钢板"), found := [])
    qtbot.waitUntil(lambda: found == [True])
    waiting.join()
    window.wait(lambda: window.workspace.folder == other)
    window.settle()
    assert (window.selection.focus.page, window.selection.focus.chain) == ("map", "sheet")
    open_called(window.desk.parts, Call(chain="聚碳酸酯"))
    assert window.selection.focus.chain == "pc-nylon"
    open_called(window.desk.parts, Call(chain="化工"))
    assert "聚碳酸酯·尼龙（pc-nylon）、煤盐氟硅化工（chem）" in window.banner.words
    open_called(window.desk.parts, Call(chain="nosuch"))
    assert "nosuch" in window.banner.words
    open_called(window.desk.parts, Call(str(tmp_path / "gone")))
    assert window.workspace.folder == other
    called.stop()


def test_a_window_of_its_own_becomes_the_one_called_once_the_other_is_gone(
    open_window: Open, owner: Single
) -> None:
    second = Single()
    called = Called(second, open_window().frame)
    assert not second.own()
    owner.release()
    called.look()
    assert second.own()
    called.stop()


def test_the_program_ends_at_once_where_a_window_takes_the_call(
    owner: Single, _own_settings: Path, tmp_path: Path
) -> None:
    """Two programs: the second has another folder to stand in, and no display to paint on."""
    code = (
        "import sys, liantu.entry as entry; entry.has_display = lambda: True;"
        "sys.exit(entry.run(['data', '--chain', 'al']))"
    )
    second = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path)
    while not (calls := owner.calls()):
        assert second.poll() is None
        time.sleep(0.02)
    assert calls == [Call(str(tmp_path / "data"), "al")]
    assert second.wait(ENDS_S) == 0


def test_another_window_can_be_asked_for(
    owner: Single, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(entry, "has_display", lambda: True)
    monkeypatch.setattr("liantu.ui.app.run", lambda *wish, **_: shown.append(wish) or 0)
    assert entry.run(["--new-window", str(tmp_path)]) == 0
    assert shown == [(tmp_path, "", "")]
    assert owner.calls() == []

"""Saving in the window: written by a key, asked before it is lost, told when others write too."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.library import load
from liantu.library.editing import Draft, edited
from liantu.library.keeping.lock import Lock
from liantu.library.plain import plain
from liantu.model.edits import Edit
from liantu.ui.app import _take_care
from liantu.ui.dialogs.changed import ConflictsDialog
from liantu.ui.dialogs.unsaved import ChangesDialog, SaveQuestion
from liantu.ui.habits.crash import CrashTeller
from liantu.ui.window import Window
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import ENTERPRISES, write

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def changed(kind: str, id_: str, **values: object) -> Edit:
    """Other values of a thing, by the rules of the reader."""
    label = f"改 {id_}"
    return Edit(
        label,
        lambda atlas: edited(
            atlas, [Draft(kind, id_, {**(plain(atlas, kind, id_) or {}), **values})]
        ),
    )


RENAME = changed("product", "phenol", name="石炭酸")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "资料")


def settle(window: OpenWindow) -> None:
    """Wait for the reading and for all that is done with files."""
    desk = window.desk
    window.settle()
    window.wait(lambda: not desk.safety.busy)
    window.settle()


def edit(window: OpenWindow, step: Edit) -> None:
    window.bridge.edit(step)
    settle(window)


def press(window: OpenWindow, key: Qt.Key) -> None:
    window.frame.activateWindow()
    window.wait(window.frame.isActiveWindow)
    window._qtbot.keyClick(window.frame, key, CONTROL)
    settle(window)


def offer(window: OpenWindow, words: str) -> None:
    """Choose what a note in the banner offers."""
    found = [
        b
        for note in window.banner._notes.values()
        for b in note.buttons
        if b.text() == words and b.isVisible()
    ]
    assert found, window.banner.words
    window._qtbot.mouseClick(found[-1], LEFT)
    settle(window)


def dialog(kind: type, window: OpenWindow) -> object:
    """The dialog of a kind that lies over the window."""
    window.wait(lambda: any(isinstance(w, kind) and w.isVisible() for w in _tops()))
    return next(w for w in _tops() if isinstance(w, kind) and w.isVisible())


def _tops() -> list[object]:
    return list(QApplication.topLevelWidgets())


def question(window: OpenWindow) -> SaveQuestion:
    found = dialog(SaveQuestion, window)
    assert isinstance(found, SaveQuestion)
    return found


def texts(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.yaml"))}


# -- saving


def test_the_key_saves_only_what_was_edited(open_window: Open, folder: Path) -> None:
    before = texts(folder)
    window = open_window(folder)
    assert not window.can("save")
    edit(window, RENAME)
    assert texts(folder) == before, "nothing is written before the user saves"
    press(window, Qt.Key.Key_S)
    after = texts(folder)
    assert after["01-resin.yaml"] == before["01-resin.yaml"].replace("name: 苯酚", "name: 石炭酸")
    assert {k: v for k, v in after.items() if k != "01-resin.yaml"} == {
        k: v for k, v in before.items() if k != "01-resin.yaml"
    }
    assert not window.workspace.dirty
    assert "已保存到" in window.banner.words
    assert "01-resin.yaml" in window.banner.words
    assert load(folder).atlas.products["phenol"].name == "石炭酸"


def test_what_is_not_saved_is_seen(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    bar, undo = window.frame.topbar, window.desk.actions_.by_id["undo"]
    assert not bar.unsaved.isVisible()
    assert undo.text() == "撤销"
    edit(window, RENAME)
    assert bar.unsaved.isVisible()
    assert bar.unsaved.text() == "● 未保存 1"
    assert window.frame.windowTitle() == "● 链图 · 试验市"
    assert undo.text() == "撤销 改 phenol"
    assert "撤销 改 phenol" in bar.undo.toolTip()
    window.run("undo")
    assert not bar.unsaved.isVisible()
    assert window.frame.windowTitle() == "链图 · 试验市"
    assert window.desk.actions_.by_id["redo"].text() == "重做 改 phenol"
    window.choose_date("2022-10-25")
    assert not bar.unsaved.isVisible(), "a date is nothing to save"


def test_what_goes_with_saving_leaves_the_keys_to_the_page(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    edit(window, RENAME)
    bar = window.frame.topbar
    bar.unsaved.setFocus()
    press(window, Qt.Key.Key_S)
    assert not bar.unsaved.isVisible()
    assert bar.pages[window.selection.focus.page].hasFocus(), "not the button that changes the day"


def test_undo_goes_on_beyond_a_saving(open_window: Open, folder: Path) -> None:
    before = texts(folder)
    window = open_window(folder)
    edit(window, RENAME)
    press(window, Qt.Key.Key_S)
    press(window, Qt.Key.Key_Z)
    assert window.workspace.reading.atlas.products["phenol"].name == "苯酚"
    assert window.workspace.dirty
    press(window, Qt.Key.Key_S)
    assert texts(folder) == before


def test_new_things_are_saved_and_changed_again(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    values = {"name": "新厂有限公司", "county": "西县", "chains": ["resin"], "source": ["daily"]}
    edit(window, Edit("新增", lambda a: edited(a, [Draft("enterprise", "new", values)])))
    press(window, Qt.Key.Key_S)
    edit(window, changed("enterprise", "new", county="东县"))
    press(window, Qt.Key.Key_S)
    assert "没有保存" not in window.banner.words
    assert load(folder).atlas.enterprises["new"].county == "东县"


def test_the_list_of_what_is_not_saved_and_giving_it_up(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    edit(window, RENAME)
    edit(window, changed("enterprise", "plant", county="西县"))
    window._qtbot.mouseClick(window.frame.topbar.unsaved, LEFT)
    shown = dialog(ChangesDialog, window)
    assert isinstance(shown, ChangesDialog)
    lines = [shown.list.item(at).text() for at in range(shown.list.count())]
    assert lines == [
        "修改 环节 石炭酸：环节名称 苯酚 → 石炭酸",
        "修改 企业 试验化工：县市区 东县 → 西县",
    ]
    give_up = next(b for b in shown.buttons if b.text() == "放弃改动")
    window._qtbot.mouseClick(give_up, LEFT)
    settle(window)
    assert not window.workspace.dirty
    assert window.workspace.reading.atlas.products["phenol"].name == "苯酚"
    window.run("undo")
    assert window.workspace.reading.atlas.products["phenol"].name == "石炭酸"


def test_saving_as_a_folder_goes_on_with_the_copy(
    open_window: Open, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(folder)
    (tmp_path / "别处").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path / "别处"))
    window = open_window(folder)
    edit(window, RENAME)
    window.desk.actions_.by_id["save_as"].trigger()
    settle(window)
    copy = tmp_path / "别处" / "资料"
    assert texts(folder) == before
    assert "石炭酸" in texts(copy)["01-resin.yaml"]
    assert window.workspace.folder == window.bridge.folder == copy
    assert not window.workspace.dirty
    edit(window, changed("product", "phenol", name="酚"))
    press(window, Qt.Key.Key_S)
    assert "name: 酚" in texts(copy)["01-resin.yaml"]


def test_the_shipped_data_are_never_written(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program" / "chains"
    shutil.copytree(write(tmp_path / "x"), program)
    monkeypatch.setattr(paths, "shipped_chains", lambda: program)
    before = texts(program)
    window = open_window(program)
    edit(window, RENAME)
    press(window, Qt.Key.Key_S)
    assert texts(program) == before
    assert sorted(p.name for p in program.iterdir()) == sorted(before)
    copy = window.workspace.folder
    assert copy != program
    assert copy.name == "试验市"
    assert paths.config_folder() in copy.parents
    assert str(copy) in window.banner.words
    assert "随附资料不会改动" in window.banner.words
    assert "石炭酸" in texts(copy)["01-resin.yaml"]
    window.run("reload")
    assert window.workspace.reading.atlas.products["phenol"].name == "石炭酸"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_disk_that_refuses_loses_nothing(
    number: int, open_window: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def _full(*_args: object, **_more: object) -> None:
        raise OSError(number, "refused")

    before = texts(folder)
    window = open_window(folder)
    edit(window, RENAME)
    with monkeypatch.context() as patch:
        patch.setattr("liantu.files.put", _full)
        patch.setattr("liantu.library.keeping.storing.files.put", _full, raising=False)
        patch.setattr(os, "fsync", _full)
        press(window, Qt.Key.Key_S)
    assert texts(folder) == before
    assert window.workspace.dirty
    assert "没有保存" in window.banner.words
    offer(window, "再试一次")
    assert not window.workspace.dirty
    assert "石炭酸" in texts(folder)["01-resin.yaml"]


# -- before it would be lost


def test_closing_asks_and_can_be_called_off(open_window: Open, folder: Path) -> None:
    before = texts(folder)
    window = open_window(folder)
    edit(window, RENAME)
    window.frame.close()
    asked = question(window)
    assert "1 处改动没有保存" in asked.text()
    window._qtbot.mouseClick(asked.stay, LEFT)
    assert window.frame.isVisible()
    assert window.workspace.dirty
    assert texts(folder) == before


def test_closing_saves_first(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    edit(window, RENAME)
    window.frame.close()
    window._qtbot.mouseClick(question(window).save, LEFT)
    window.wait(lambda: not window.frame.isVisible())
    assert "石炭酸" in texts(folder)["01-resin.yaml"]


def test_closing_without_saving_asks_nothing_at_the_next_start(
    open_window: Open, folder: Path
) -> None:
    before = texts(folder)
    window = open_window(folder)
    edit(window, RENAME)
    window.desk.safety.guard.autosaver.keep_now()
    window.frame.close()
    window._qtbot.mouseClick(question(window).leave, LEFT)
    window.wait(lambda: not window.frame.isVisible())
    assert texts(folder) == before
    again = open_window(folder)
    settle(again)
    assert "没有保存" not in again.banner.words


def test_an_edit_that_is_just_being_made_is_asked_about(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    window.bridge.edit(RENAME)
    window.frame.close()
    asked = question(window)
    asked.reject()
    assert window.frame.isVisible()


@pytest.mark.parametrize("way", ["reload", "shipped", "drop"])
def test_every_other_way_out_asks(
    way: str, open_window: Open, folder: Path, tmp_path: Path
) -> None:
    window = open_window(folder)
    edit(window, RENAME)
    if way == "drop":
        window.frame.drops.dropped.emit([write(tmp_path / "另一个")])
    else:
        window.desk.actions_.by_id[way].trigger()
    asked = question(window)
    assert window.workspace.folder == folder
    asked.reject()
    settle(window)
    assert window.workspace.dirty
    assert window.workspace.folder == folder


def test_nothing_is_asked_where_nothing_was_edited(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    window.choose_date("2022-10-25")
    edit(window, RENAME)
    window.run("undo")
    window.frame.close()
    assert not window.frame.isVisible()


# -- after a crash


def crash(window: OpenWindow) -> None:
    """What is kept is kept, and the window is gone without a word."""
    window.desk.safety.guard.autosaver.keep_now()
    window.frame.close_anyway()


def test_the_next_start_offers_what_was_not_saved(open_window: Open, folder: Path) -> None:
    before = texts(folder)
    window = open_window(folder)
    edit(window, RENAME)
    crash(window)
    again = open_window(folder)
    settle(again)
    assert "上次有改动没有保存" in again.banner.words
    assert "1 处" in again.banner.words
    offer(again, "先看改动")
    shown = dialog(ChangesDialog, again)
    assert isinstance(shown, ChangesDialog)
    assert shown.list.item(0).text() == "修改 环节 石炭酸：环节名称 苯酚 → 石炭酸"
    shown.reject()
    offer(again, "恢复")
    assert again.workspace.reading.atlas.products["phenol"].name == "石炭酸"
    assert again.workspace.dirty
    assert texts(folder) == before
    press(again, Qt.Key.Key_S)
    assert "石炭酸" in texts(folder)["01-resin.yaml"]
    again.frame.close()
    third = open_window(folder)
    settle(third)
    assert "没有保存" not in third.banner.words


def test_what_is_not_wanted_is_not_offered_twice(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    edit(window, RENAME)
    crash(window)
    again = open_window(folder)
    settle(again)
    offer(again, "不恢复")
    assert not again.workspace.dirty
    again.frame.close()
    third = open_window(folder)
    settle(third)
    assert "没有保存" not in third.banner.words


def test_a_fault_keeps_what_is_not_saved_first(
    open_window: Open, folder: Path, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    window = open_window(folder)
    edit(window, RENAME)
    teller = CrashTeller(qapp)
    assert isinstance(window.frame, Window)
    _take_care(qapp, teller, window.frame)
    kept: list[int] = []
    teller._heard.disconnect()
    teller._heard.connect(lambda _: kept.append(len(list(paths.state_folder().rglob("*.zip")))))
    teller.tell(ZeroDivisionError, ZeroDivisionError("x"), None)
    assert kept == [1]
    caplog.clear()


def test_a_damaged_copy_of_what_was_not_saved_never_blocks_the_start(
    open_window: Open, folder: Path
) -> None:
    window = open_window(folder)
    edit(window, RENAME)
    crash(window)
    (kept,) = paths.state_folder().rglob("*.zip")
    kept.write_bytes(kept.read_bytes()[:60])
    again = open_window(folder)
    settle(again)
    assert "自动留底有 1 份读不出来" in again.banner.words
    assert again.workspace.reading.atlas.products["phenol"].name == "苯酚"
    edit(again, RENAME)
    assert again.workspace.dirty


def test_after_saving_and_reading_again_nothing_old_comes_back(
    open_window: Open, folder: Path
) -> None:
    window = open_window(folder)
    edit(window, RENAME)
    press(window, Qt.Key.Key_S)
    window.run("reload")
    settle(window)
    saved = texts(folder)
    assert not window.can("undo")
    press(window, Qt.Key.Key_Z)
    assert not window.can("save")
    assert texts(folder) == saved


def test_a_change_is_kept_after_a_while(
    open_window: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liantu.ui.saving.autosaver.WAIT_MS", 30)
    window = open_window(folder)
    edit(window, RENAME)
    kept = paths.state_folder()
    window.wait(lambda: bool(list(kept.rglob("*.work.zip"))))
    settle(window)


# -- others


def test_a_change_outside_is_told_when_the_window_comes_back(
    open_window: Open, folder: Path
) -> None:
    window = open_window(folder)
    settle(window)
    other = ENTERPRISES.replace("amount: 20", "amount: 30")
    (folder / "enterprises.yaml").write_text(other, encoding="utf-8")
    window.desk.safety.guard._looked = 0.0
    QApplication.sendEvent(window.frame, QEvent(QEvent.Type.WindowActivate))
    settle(window)
    assert "enterprises.yaml 在外面被改过" in window.banner.words
    offer(window, "比较")
    shown = dialog(ChangesDialog, window)
    assert isinstance(shown, ChangesDialog)
    assert shown.list.item(0).text() == "修改 企业 试验化工：双酚A 产能 20 → 30 万吨/年"
    shown.reject()
    offer(window, "重新读取")
    assert window.workspace.reading.atlas.enterprises["plant"].capacities[0].amount == 30
    assert "在外面被改过" not in window.banner.words


def test_saving_over_the_work_of_others_keeps_both(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    settle(window)
    edit(window, RENAME)
    other = ENTERPRISES.replace("amount: 20", "amount: 30")
    (folder / "enterprises.yaml").write_text(other, encoding="utf-8")
    press(window, Qt.Key.Key_S)
    assert "在外面被改过" in window.banner.words
    assert "石炭酸" not in texts(folder)["01-resin.yaml"]
    offer(window, "保留我的")
    press(window, Qt.Key.Key_S)
    assert texts(folder)["enterprises.yaml"] == other
    assert "石炭酸" in texts(folder)["01-resin.yaml"]
    assert window.workspace.reading.atlas.enterprises["plant"].capacities[0].amount == 30


@pytest.mark.parametrize("mine", [True, False])
def test_what_both_changed_is_decided_one_by_one(
    mine: bool, open_window: Open, folder: Path, qtbot: QtBot
) -> None:
    window = open_window(folder)
    settle(window)
    edit(window, RENAME)
    path = folder / "01-resin.yaml"
    path.write_text(texts(folder)["01-resin.yaml"].replace("name: 苯酚", "name: 酚"), "utf-8")
    press(window, Qt.Key.Key_S)
    offer(window, "保留我的")
    shown = dialog(ConflictsDialog, window)
    assert isinstance(shown, ConflictsDialog)
    assert not shown.take.isEnabled()
    (group,) = shown.groups
    assert [b.text() for b in group.buttons()] == ["我的：石炭酸", "外面的：酚"]
    group.button(0 if mine else 1).click()
    qtbot.mouseClick(shown.take, LEFT)
    settle(window)
    name = "石炭酸" if mine else "酚"
    assert window.workspace.reading.atlas.products["phenol"].name == name
    press(window, Qt.Key.Key_S)
    assert load(folder).atlas.products["phenol"].name == name, window.banner.words


def test_reading_again_with_own_edits_keeps_them_for_recovery(
    open_window: Open, folder: Path
) -> None:
    window = open_window(folder)
    settle(window)
    edit(window, RENAME)
    other = ENTERPRISES.replace("amount: 20", "amount: 30")
    (folder / "enterprises.yaml").write_text(other, encoding="utf-8")
    window.desk.safety.guard.look_outside()
    settle(window)
    offer(window, "重新读取")
    assert window.workspace.reading.atlas.products["phenol"].name == "苯酚"
    assert "上次有改动没有保存" in window.banner.words


@pytest.fixture
def colleague(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Somebody on another machine has the folder."""
    lock = Lock.take(folder, paths.state_folder())
    held = next(p for p in folder.iterdir() if p.suffix != ".yaml")
    said = held.read_bytes()
    lock.release()
    import json
    import socket

    told = json.loads(said)
    for key, value in told.items():
        if value == socket.gethostname():
            told[key] = "PC-07"
    held.write_text(json.dumps(told), encoding="utf-8")
    return lambda: held.unlink(missing_ok=True)


@pytest.mark.usefixtures("colleague")
def test_a_folder_that_a_colleague_edits_is_looked_at(open_window: Open, folder: Path) -> None:
    window = open_window(folder)
    settle(window)
    assert "PC-07" in window.banner.words
    edit(window, RENAME)
    assert not window.workspace.dirty
    assert "现在只能看" in window.banner.words
    offer(window, "仍然编辑")
    edit(window, RENAME)
    assert window.workspace.dirty
    press(window, Qt.Key.Key_S)
    assert "石炭酸" in texts(folder)["01-resin.yaml"]


def test_who_only_looks_leaves_no_trace(open_window: Open, folder: Path) -> None:
    before = sorted(p.name for p in folder.iterdir())
    window = open_window(folder)
    settle(window)
    assert sorted(p.name for p in folder.iterdir()) == before
    edit(window, RENAME)
    assert sorted(p.name for p in folder.iterdir()) != before, "the folder is taken"
    window.frame.close_anyway()
    assert sorted(p.name for p in folder.iterdir()) == before

"""Views as files: saved, opened in every way there is, and told where they lead nowhere."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.document import view_file
from liantu.model.focus import HOME, MAP, Focus
from liantu.model.target import Target
from liantu.ui.dialogs.view import ViewDialog
from liantu.ui.remembered import settings
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.gui.test_habits import dragged, drop
from tests.helpers.folders import write

DATE = "2022-10-25"
SEEN = Focus(MAP, "resin", target=Target("product", "bpa"), lens="balance", list="products")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "资料")


@pytest.fixture
def view(open_window: Open, folder: Path) -> Path:
    """A view of the folder, lying in it, as the menu saves it."""
    window = open_window(folder, chain="resin")
    window.choose_date(DATE)
    window.assume(replace(window.workspace.reading.switches, thin=1.5))
    window.selection.go(SEEN)
    window.settle()
    path = save(window, folder / "看法.liantu")
    window.frame.close()
    settings.path().unlink()
    return path


def save(window: OpenWindow, path: Path) -> Path:
    window.run("view_save")
    dialog = window.frame.findChildren(ViewDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert f"已保存视图 {path}" in window.banner.words
    return path


def is_seen(window: OpenWindow, folder: Path) -> bool:
    reading = window.workspace.reading
    state = (window.workspace.folder, window.selection.focus, reading.date, reading.switches.thin)
    return state == (folder, SEEN, DATE, 1.5)


def chooser(window: OpenWindow) -> QPushButton:
    return next(b for b in window.banner.buttons if b.text() == "选择文件夹…")


def test_a_view_in_its_folder_moves_with_it(open_window: Open, view: Path, folder: Path) -> None:
    assert '"folder": "."' in view.read_text(encoding="utf-8")
    moved = folder.with_name("新资料")
    folder.rename(moved)
    window = open_window(moved / view.name)
    assert is_seen(window, moved)
    assert window.frame.topbar.scenario.property("changed") is True


def test_a_date_of_the_command_line_wins_over_that_of_the_view(
    open_window: Open, view: Path
) -> None:
    window = open_window(view, date="2022-11-01")
    assert window.selection.focus == SEEN
    assert window.workspace.reading.date == "2022-11-01"


def test_a_view_is_opened_from_the_menu_and_left_by_going_back(
    open_window: Open, view: Path, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(folder)
    assert window.selection.focus.page == HOME
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(view), ""))
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        window.run("view_open")
    window.settle()
    assert is_seen(window, folder)
    window.run("back")
    assert window.selection.focus.page == HOME


def test_a_view_that_is_dropped_is_opened(
    open_window: Open, view: Path, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(write(tmp_path / "别处"))
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        assert drop(window, QPoint(300, 300), dragged(view))
    window.settle()
    assert is_seen(window, folder)


def test_a_view_whose_folder_is_gone_is_shown_on_the_folder_that_is_chosen(
    open_window: Open,
    view: Path,
    folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    far = tmp_path / "邮件" / "看法.liantu"
    far.parent.mkdir()
    shutil.copy(view, far)
    far.write_text(far.read_text(encoding="utf-8").replace('"."', '"../丢了"'), encoding="utf-8")
    window = open_window(far)
    assert window.workspace.folder == paths.shipped_chains(), "the window opens all the same"
    assert str(far) in window.banner.words
    assert f"{tmp_path / '丢了'} 不在了" in window.banner.words
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        chooser(window).click()
    window.settle()
    assert is_seen(window, folder)
    assert "不在了" not in window.banner.words


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "内容损坏"),
        (b'{"version": 9, "folder": "."}', "较新的版本"),
        (None, "文件或文件夹不存在"),
    ],
)
def test_a_view_that_cannot_be_read_is_told_and_the_window_opens(
    open_window: Open, folder: Path, tmp_path: Path, data: bytes | None, said: str
) -> None:
    settings.save(settings.Settings(folder=str(folder)))
    path = tmp_path / "坏.liantu"
    if data is not None:
        path.write_bytes(data)
    window = open_window(path)
    assert window.workspace.folder == folder, "the last folder"
    assert said in window.banner.words and str(path) in window.banner.words
    assert chooser(window).isVisible()


def test_a_bad_view_leaves_the_open_folder_open(
    open_window: Open, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "坏.liantu").write_text("{", encoding="utf-8")
    window = open_window(folder, chain="resin")
    before = window.selection.focus
    assert drop(window, QPoint(300, 300), dragged(tmp_path / "坏.liantu"))
    assert "内容损坏" in window.banner.words
    assert (window.workspace.folder, window.selection.focus) == (folder, before)


def test_a_view_that_cannot_be_written_is_told(
    open_window: Open, folder: Path, tmp_path: Path
) -> None:
    window = open_window(folder, chain="resin")
    window.run("view_save")
    dialog = window.frame.findChildren(ViewDialog)[-1]
    dialog.fileSelected.emit(str(tmp_path / "gone" / "a.liantu"))
    dialog.close()
    assert "没有保存" in window.banner.words
    assert "文件或文件夹不存在" in window.banner.words


def test_without_chains_there_is_no_view_to_save(open_window: Open, tmp_path: Path) -> None:
    assert not open_window(tmp_path).can("view_save")


def test_the_dialog_offers_a_name_and_the_folder_of_the_last_time(
    open_window: Open, folder: Path, tmp_path: Path
) -> None:
    window = open_window(folder, chain="resin")
    (tmp_path / "视图").mkdir()
    save(window, tmp_path / "视图" / "a.liantu")
    window.run("view_save")
    dialog = window.frame.findChildren(ViewDialog)[-1]
    assert dialog.directory().absolutePath() == str(tmp_path / "视图")
    assert dialog.defaultSuffix() == view_file.SUFFIX[1:]
    names = [Path(name).name for name in dialog.selectedFiles()]
    assert names == ["试验市_树脂_图谱_202212.liantu"]
    dialog.close()

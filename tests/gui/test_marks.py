"""收藏 and 最近: what is starred stands first, what was looked at is found again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.model.target import Target
from liantu.ui.pages.map.chain_delegate import CHAIN
from liantu.ui.remembered import marks, settings, views
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow


@pytest.fixture
def library_copy(tmp_path: Path) -> Path:
    """Another folder with the same data."""
    return Path(shutil.copytree(paths.shipped_chains(), tmp_path / "copy"))


STAR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press_star(window: OpenWindow, qtbot: QtBot) -> None:
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    qtbot.keyClick(window.frame, Qt.Key.Key_B, STAR)


def submenu(window: OpenWindow, title: str) -> QMenu:
    menus = window.frame.topbar.main_menu.findChildren(QMenu)
    found = next(menu for menu in menus if menu.title() == title)
    found.aboutToShow.emit()
    return found


def test_a_starred_chain_stands_first_and_falls_back_by_the_same_key(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    window.selection.show_page("map")
    window.settle()
    chains = window.chains.chains()
    window.selection.open_chain(chains[7])
    window.settle()
    press_star(window, qtbot)
    assert window.chains.chains() == [chains[7], *(c for c in chains if c != chains[7])]
    assert window.chains.view.currentIndex().data(CHAIN) == chains[7]
    assert window.desk.actions_.by_id["favourite"].isChecked()
    window.selection.show_page("home")
    window.settle()
    window.wait(lambda: bool(window.home.tiles) and window.home.tiles[0].starred)
    assert window.home.tiles[0].chain == chains[7]
    window.selection.show_page("map")
    window.settle()
    press_star(window, qtbot)
    assert window.chains.chains() == chains


def test_what_is_told_of_is_starred_beside_its_name(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    bpa, star = Target("product", "bpa"), window.desk.map.side.star
    window.follow(bpa)
    window.wait(lambda: window.desk.map.frame.side_open)
    window.settle()
    assert (star.text(), star.accessibleName()) == ("☆", "收藏")
    qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert window.selection.marks.is_starred(bpa)
    assert (star.text(), star.accessibleName()) == ("★", "取消收藏")
    window.follow(Target("product", "pc"))
    window.settle()
    assert star.text() == "☆"


def test_a_row_of_the_chain_list_is_starred_by_its_menu(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.selection.show_page("map")
    window.settle()
    chains = window.chains.chains()
    view = window.chains.view
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(2, 0)).center())
    menu = next(m for m in window.chains.findChildren(QMenu) if m.isVisible())
    assert menu.actions()[0].text() == "收藏"
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert window.chains.chains()[0] == chains[1], "the second chain is in the third row"


def test_the_empty_palette_offers_what_is_starred_and_what_was_looked_at(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    window.follow(Target("product", "bpa"))
    window.settle()
    press_star(window, qtbot)
    window.follow(Target("enterprise", "xinfa"))
    window.settle()
    qtbot.keyClick(window.frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    rows = [window.search.results.item(at).text() for at in range(window.search.results.count())]
    assert rows[0] == "★ 收藏"
    assert rows[2] == "最近看过"
    targets = [hit.target for hit in window.search.hits()]
    assert targets[:2] == [Target("product", "bpa"), Target("enterprise", "xinfa")]
    assert targets.count(Target("product", "bpa")) == 1
    window.search.field.setText("sj")
    texts = [window.search.results.item(at).text() for at in range(window.search.results.count())]
    assert "★ 收藏" not in texts
    window.search.field.clear()
    qtbot.keyClick(window.search.field, Qt.Key.Key_Return)
    assert window.selection.focus.target == Target("product", "bpa")


def test_a_row_of_a_list_is_starred(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    window.lists.setCurrentWidget(window.lists.enterprises)
    grid = window.lists.enterprises.grid
    window.wait(lambda: grid.model.rowCount() > 0)
    row = grid.model.row_of("luxi")
    grid.table.selectRow(row)
    grid.table.menu_asked.emit(grid.model.index(row, 0), QPoint(0, 0))
    (menu,) = grid.findChildren(QMenu)
    next(a for a in menu.actions() if a.text() == "收藏／取消收藏").trigger()
    menu.hide()
    assert window.selection.marks.is_starred(Target("enterprise", "luxi"))


def test_stars_are_kept_for_each_folder(
    open_window: Open, library_copy: Path, qtbot: QtBot
) -> None:
    window = open_window()
    first = window.workspace.folder
    window.selection.marks.toggle(Target("chain", "al"))
    window.bridge.open(library_copy)
    window.settle()
    window.wait(lambda: window.workspace.folder == library_copy)
    atlas = window.workspace.reading.atlas
    assert window.selection.marks.starred(atlas) == ()
    window.frame.close()
    kept = {row["folder"]: row for row in json.loads(settings.path().read_text("utf-8"))["views"]}
    assert kept[str(first)]["starred"] == [{"kind": "chain", "id": "al"}]
    assert "starred" not in kept[str(library_copy)]
    again = open_window()
    again.selection.show_page("map")
    again.settle()
    assert again.chains.chains()[0] == "al"


def test_what_is_gone_is_not_offered_and_comes_back_with_it(open_window: Open) -> None:
    window = open_window()
    mine = window.selection.marks
    mine.take({"starred": [{"kind": "product", "id": "nosuch"}, {"kind": "product", "id": "bpa"}]})
    atlas = window.workspace.reading.atlas
    assert mine.starred(atlas) == (Target("product", "bpa"),)
    assert len(mine.plain()["starred"]) == 2


@pytest.mark.parametrize(
    "raw",
    [
        {"starred": "bpa"},
        {"starred": [1, None, {"kind": "product"}, {"kind": "shoe", "id": "x"}]},
        {"starred": [{"kind": "product", "id": "x" * 500}], "looked": {}},
        {"starred": [{"kind": "product", "id": 4}, {"kind": ["product"], "id": "x"}]},
    ],
)
def test_a_damaged_row_stars_nothing(raw: dict[str, object]) -> None:
    assert marks.sound(raw) == {}


def test_recent_folders_are_offered_by_figure_and_missing_ones_say_why(
    open_window: Open, library_copy: Path, tmp_path: Path
) -> None:
    window = open_window()
    first = window.workspace.folder
    views = window.frame.settings.views
    views.keep(tmp_path / "gone", {})
    views.keep(library_copy, {})
    menu = submenu(window, "最近打开的文件夹")
    told = [(a.text(), a.isEnabled()) for a in menu.actions() if a.text()]
    assert told[0] == (f"&1  {library_copy}", True)
    assert told[1] == (f"&2  {tmp_path / 'gone'}（找不到）", False)
    assert menu.actions()[1].toolTip().startswith("找不到")
    menu.actions()[0].trigger()
    window.settle()
    window.wait(lambda: window.workspace.folder == library_copy)
    assert window.workspace.folder == library_copy
    menu = submenu(window, "最近打开的文件夹")
    told = [(a.text(), a.isEnabled()) for a in menu.actions() if a.text()]
    assert (f"&2  {first}", True) in told or (f"&1  {first}", True) in told
    menu.actions()[-1].trigger()
    menu = submenu(window, "最近打开的文件夹")
    assert not any(a.isEnabled() for a in menu.actions() if a.text())
    assert views.of(first), "how it was looked at is still known"


def test_a_folder_that_is_not_listed_stays_so_in_the_file(tmp_path: Path) -> None:
    kept = views.Views(
        views.rows([{"folder": str(tmp_path / "a")}, {"folder": str(tmp_path / "b")}])
    )
    kept.unlist(tmp_path / "b")
    again = views.Views(views.rows(kept.own))
    assert again.folders() == (tmp_path / "b",)
    again.keep(tmp_path / "a", {})
    assert again.folders() == (tmp_path / "a", tmp_path / "b")

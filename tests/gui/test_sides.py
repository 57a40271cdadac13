"""The tab 并排: chains and counties side by side, with real clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import SIGNAL, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from liantu.jobs import Progress
from liantu.model.focus import LISTS_PAGE, MAP, PLAN, SIDES
from liantu.model.target import Target
from liantu.telling.beside.pair import Pair
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.grid import Grid
from liantu.ui.pages.map.chain_delegate import CHAIN
from liantu.ui.pages.plan.sides.page import SidesTab
from liantu.ui.verbs.print_front import front
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
SMALL = (1366, 697)


def tab(window: OpenWindow) -> SidesTab:
    return cast(SidesTab, window.desk.plan.tabs[SIDES])


def shown(window: OpenWindow, pair: Pair) -> SidesTab:
    left, right = pair.targets
    focus = replace(window.selection.focus, page=PLAN, plan=SIDES, left=left, right=right)
    window.selection.go(focus)
    return waited(window, pair)


def waited(window: OpenWindow, pair: Pair) -> SidesTab:
    found = tab(window)
    window.wait(
        lambda: not found.busy and found.view.found is not None and found.view.found.pair == pair
    )
    return found


def twice(qtbot: QtBot, table: object, row: int, column: int) -> None:
    spot = table.visualRect(table.model().index(row, column)).center()  # type: ignore[attr-defined]
    port = table.viewport()  # type: ignore[attr-defined]
    qtbot.mouseClick(port, LEFT, pos=spot)
    qtbot.mouseDClick(port, LEFT, pos=spot)


def test_the_key_shows_the_chain_beside_what_it_has_most_to_do_with(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    window.run("sides_open")
    view = waited(window, Pair("chain", "pc-nylon", "chem")).view
    assert "差别最大的是关键环节在产" in view.words.text()
    assert view.tabs.tabText(1) == "共有企业 4"
    qtbot.mouseClick(view.swap, LEFT)
    waited(window, Pair("chain", "chem", "pc-nylon"))
    assert window.selection.focus.left == Target("chain", "chem")
    assert view.left.text().startswith("煤盐氟硅化工")


def test_a_side_is_found_by_initials(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    found = shown(window, Pair("chain", "pc-nylon", "chem"))
    button = found.view.right
    qtbot.mouseClick(button, LEFT)
    assert button.seek is not None
    qtbot.keyClicks(button.seek.line, "xszj")
    assert [button.seek.list.item(0).text(), button.seek.list.count()] == ["橡塑助剂", 1]
    qtbot.keyClick(button.seek.line, Qt.Key.Key_Return)
    waited(window, Pair("chain", "pc-nylon", "rubber"))
    assert button.text().startswith("橡塑助剂")
    assert window.selection.focus.right == Target("chain", "rubber")


def test_a_click_selects_and_two_clicks_go_to_the_map(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al", size=SMALL)
    view = shown(window, Pair("chain", "pc-nylon", "chem")).view
    table = view.pages[0].table
    spot = table.visualRect(table.model().index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=spot)
    focus = window.selection.focus
    assert (focus.page, focus.product, focus.chain) == (PLAN, "naoh", "al")
    twice(qtbot, table, 0, 1)
    window.settle()
    focus = window.selection.focus
    assert (focus.page, focus.product, focus.chain) == (MAP, "naoh", "pc-nylon")


def test_a_figure_leads_to_the_list_of_its_side(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al", size=SMALL)
    view = shown(window, Pair("chain", "al", "cu")).view
    assert view.numbers is not None
    keys = [figure.key for figure in view.numbers.model.rows]
    twice(qtbot, view.numbers.table, keys.index("projects"), 2)
    window.settle()
    assert window.selection.focus.page == LISTS_PAGE
    assert window.desk.lists.view.key == "projects"
    assert {row.project.chain for row in window.desk.lists.view.grid.model.shown} == {"cu"}


def test_counties_are_seen_on_a_chain_that_both_share(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al", size=SMALL)
    view = shown(window, Pair("chain", "al", "cu")).view
    view.kind.setFocus()
    qtbot.keyClick(view.kind, Qt.Key.Key_Down)
    window.wait(lambda: view.found is not None and view.found.pair.kind == "county")
    found = shown(window, Pair("county", "高新区", "东昌府区"))
    assert view.tabs.tabText(2) == "高新区供东昌府区 1"
    view.tabs.setCurrentWidget(view.maps)
    window.wait(lambda: not view.maps.busy)
    assert all(not picture.pixmap().isNull() for picture in view.maps.pictures)
    one, other = (picture.pixmap().toImage() for picture in view.maps.pictures)
    assert one != other
    assert view.maps.chain.currentText() == "新能源汽车"
    qtbot.mouseDClick(view.maps.pictures[1], LEFT)
    window.settle()
    focus = window.selection.focus
    assert (focus.page, focus.chain, focus.county) == (MAP, "nev", "东昌府区")
    assert found.pair == Pair("county", "高新区", "东昌府区")


def test_the_menu_of_a_chain_puts_it_beside_the_shown_one(open_window: Open) -> None:
    window = open_window(chain="al", size=SMALL)
    chains = window.chains
    rows = (chains.view.model().index(row, 0) for row in range(chains.view.model().rowCount()))
    spot = chains.view.visualRect(next(i for i in rows if i.data(CHAIN) == "cu")).center()
    chains.view.customContextMenuRequested.emit(spot)
    menu = next(m for m in chains.findChildren(QMenu) if m.isVisible())
    menu.actions()[-1].trigger()
    menu.close()
    waited(window, Pair("chain", "al", "cu"))


def test_the_chip_of_a_county_puts_another_beside_it(open_window: Open) -> None:
    window = open_window(chain="al", size=SMALL)
    window.selection.go(replace(window.selection.focus, county="茌平区"))
    window.settle()
    (chip,) = window.map.chips.buttons()
    (action,) = chip.actions()
    action.trigger()
    window.wait(lambda: tab(window).view.found is not None)
    pair = tab(window).pair
    assert pair is not None
    assert (pair.kind, pair.left) == ("county", "茌平区")


def test_it_is_copied_and_written(open_window: Open, tmp_path: Path) -> None:
    window = open_window(chain="al", size=SMALL)
    shown(window, Pair("chain", "soy", "food"))
    window.run("sides_copy")
    words = QGuiApplication.clipboard().text()
    assert "主材本地保障率\t100%（在产 9 个）\t83%（在产 15 个）\t左高 17 个百分点" in words
    window.run("sides_export")
    dialog = next(d for d in window.frame.findChildren(QFileDialog) if d.isVisible())
    path = tmp_path / "并排.xlsx"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    window.wait(path.exists)
    window.wait(lambda: "已导出" in window.banner.words)


def test_it_is_printed_as_it_is_told(open_window: Open) -> None:
    window = open_window(chain="al", size=SMALL)
    shown(window, Pair("county", "茌平区", "临清市"))
    found = front(window.desk.parts)
    assert found is not None
    assert len(found.make("A4", 30, Progress())) >= 2


def test_twice_the_same_is_refused(open_window: Open) -> None:
    window = open_window(chain="al", size=SMALL)
    left = Target("chain", "al")
    focus = replace(window.selection.focus, page=PLAN, plan=SIDES, left=left, right=left)
    window.selection.go(focus)
    window.settle()
    assert tab(window).view.words.text() == "两边相同，请换一边。"
    assert not window.can("sides_export")


def test_a_row_of_both_sides_leads_to_the_map(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    window.run("sides_open")
    view = waited(window, Pair("chain", "pc-nylon", "chem")).view
    page = view.pages[view._first()]
    row = next(
        at
        for at in range(page.model.rowCount())
        if (target := page.model.item.target(page.model.row_at(at))) and target.kind == "product"
    )
    target = page.model.item.target(page.model.row_at(row))
    page.table.selectRow(row)
    page.table.menu_asked.emit(page.model.index(row, 0), QPoint(0, 0))
    (menu,) = page.grid.findChildren(QMenu)
    acts = {action.text(): action for action in menu.actions() if action.text()}
    assert "编辑…" not in acts  # the other side may be another day
    acts["在图谱上看"].trigger()
    window.settle()
    assert (window.selection.focus.page, window.selection.focus.target) == (MAP, target)


def test_all_that_a_row_of_any_list_asks_for_is_heard(open_window: Open) -> None:
    window = open_window()
    shell = window.desk.shell
    every = shell.findChildren(RowAsks)
    meta = RowAsks.staticMetaObject
    told = [meta.method(at) for at in range(meta.methodOffset(), meta.methodCount())]
    shapes = {bytes(m.name().data()): bytes(m.methodSignature().data()) for m in told}
    assert len(every) == 5 and {b"map", b"firm", b"star"} < set(shapes)
    for asks in every:
        wanted = shapes if asks.edits else (b"map", b"firm")
        deaf = [name for name in wanted if not asks.receivers(SIGNAL(shapes[name].decode()))]
        assert not deaf, asks.parent()
    for grid in shell.findChildren(Grid):
        assert grid._asks is None or grid._asks in every

"""What lies over the map, and the keys that carry the focus round the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liantu.model.focus import HOME, MAP
from liantu.model.target import Target
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
SMALL = (1366, 728)


def opened(open_window: Open) -> OpenWindow:
    return open_window(chain="pc-nylon", size=SMALL, lists=False)


def select(qtbot: QtBot, window: OpenWindow, product: str) -> None:
    window.selection.pick(Target("product", product))
    window.settle()
    qtbot.waitUntil(window.side.isVisible)
    qtbot.waitUntil(lambda: window.side.geometry().right() == window.room.width() - 1)


def focused(window: OpenWindow) -> int:
    """The number of the area that has the focus."""
    focus = QApplication.focusWidget()
    areas = window.desk._areas()
    return next(
        (at for at, a in enumerate(areas) if focus and (a is focus or a.isAncestorOf(focus))), -1
    )


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, held)


def test_the_inspector_comes_over_the_map_and_lays_nothing_out_again(
    open_window: Open, qtbot: QtBot
) -> None:
    window = opened(open_window)
    assert not window.side.isVisible()
    room, plan = window.map.geometry(), window.map.map
    select(qtbot, window, "bpa")
    assert window.map.geometry() == room
    assert window.map.map is plan
    assert window.side.height() == room.height()
    assert window.side.width() == 336


def test_a_card_under_the_inspector_is_moved_beside_it(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    scene = window.map.canvas.map_scene
    shown = window.map.map
    assert scene is not None
    assert shown is not None
    last = max(shown.graph.by_id, key=lambda p: _right(window, p))
    select(qtbot, window, last)
    assert _right(window, last) <= window.side.x() - window.map.x()


def _right(window: OpenWindow, product: str) -> float:
    scene = window.map.canvas.map_scene
    place = scene.place(product) if scene is not None else None
    if place is None:
        return 0.0
    return window.map.canvas.mapFromScene(place).boundingRect().right()


@pytest.mark.parametrize("way", ["escape", "button", "empty"])
def test_it_closes_and_nothing_stays_selected(open_window: Open, qtbot: QtBot, way: str) -> None:
    window = opened(open_window)
    select(qtbot, window, "bpa")
    if way == "escape":
        window.map.canvas.setFocus()
        qtbot.keyClick(window.map.canvas, Qt.Key.Key_Escape)
    elif way == "button":
        qtbot.mouseClick(window.side.shut, LEFT)
    else:
        window.map.canvas.selected.emit("")
    window.settle()
    assert not window.side.isVisible()
    assert window.selection.focus.target is None


def test_the_key_shows_and_hides_it_and_shift_docks_it(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    whole = window.map.width()
    qtbot.keyClick(window.frame, Qt.Key.Key_I, CONTROL)
    assert window.side.isVisible()
    qtbot.keyClick(window.frame, Qt.Key.Key_I, CONTROL)
    assert not window.side.isVisible()
    select(qtbot, window, "bpa")
    qtbot.keyClick(window.frame, Qt.Key.Key_I, CONTROL)
    assert not window.side.isVisible()
    assert window.selection.focus.product == "bpa", "hidden, not deselected"
    qtbot.keyClick(window.frame, Qt.Key.Key_I, CONTROL | SHIFT)
    assert window.side.isVisible()
    assert window.map.width() == whole - window.side.width()
    qtbot.mouseClick(window.side.pin, LEFT)
    assert window.map.width() == whole


def test_lists_open_over_the_map_from_their_tabs(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    room, tabs = window.map.geometry(), window.lists.bar.tabs
    assert window.drawer.height() == 30
    assert not window.lists.body.isVisible()
    qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(2).center())
    window.settle()
    assert window.lists.body.isVisible()
    assert window.lists.currentWidget() is window.lists.enterprises
    assert window.map.geometry() == room
    assert window.drawer.height() == 264
    qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(1).center())
    assert window.lists.body.isVisible(), "another tab does not shut them"
    qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(1).center())
    assert not window.lists.body.isVisible(), "the one in front does"
    qtbot.keyClick(window.frame, Qt.Key.Key_J, CONTROL)
    assert window.lists.body.isVisible()
    qtbot.mouseClick(window.lists.bar.arrow, LEFT)
    assert not window.lists.body.isVisible()


def test_the_inspector_ends_above_the_open_lists(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    select(qtbot, window, "bpa")
    window.run("lists_open")
    assert window.side.geometry().bottom() < window.drawer.geometry().top()
    assert window.side.geometry().top() == window.map.geometry().top()
    window.run("lists_open")
    assert window.side.height() == window.map.height()


def test_escape_shuts_the_lists_first_then_what_is_selected(
    open_window: Open, qtbot: QtBot
) -> None:
    window = opened(open_window)
    select(qtbot, window, "bpa")
    window.run("lists_open")
    canvas = window.map.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not window.drawer.is_open
    assert window.selection.focus.product == "bpa"
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert window.selection.focus.target is None


def test_panels_are_dragged_by_their_edges(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    window.run("lists_open")
    edge = window.drawer.edge
    before = window.drawer.height()
    qtbot.mousePress(edge, LEFT, pos=QPoint(200, 3))
    qtbot.mouseMove(edge, QPoint(200, -37))
    qtbot.mouseRelease(edge, LEFT)
    assert window.drawer.height() == before + 40
    qtbot.mouseDClick(edge, LEFT)
    assert not window.drawer.is_open


def test_f6_goes_round_the_areas_in_order(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    select(qtbot, window, "bpa")
    window.run("lists_open")
    window.map.canvas.setFocus()
    assert focused(window) == 3
    found = []
    for _ in range(8):
        press(qtbot, Qt.Key.Key_F6)
        found.append(focused(window))
    assert found == [4, 7, 8, 9, 0, 1, 2, 3], "steps and slider, at 5 and 6, are hidden"
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    assert focused(window) == 2


def test_an_area_is_one_stop_with_arrows_inside(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    bar = window.frame.topbar
    bar.menu_button.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is bar.pages[HOME]
    press(qtbot, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is bar.pages[MAP]
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Space)
    assert window.selection.focus.page == HOME


def test_after_opening_a_chain_the_keys_are_for_the_map(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(size=SMALL, lists=False)
    tile = next(t for t in window.home.tiles if t.chain == "pc-nylon")
    qtbot.mouseClick(tile, LEFT)
    assert QApplication.focusWidget() is window.map.canvas
    window.head.lens.buttons[0].setFocus()
    window.follow(Target("product", "alumina"))
    assert QApplication.focusWidget() is window.map.canvas


def test_keys_for_pages_chains_lenses_and_dates(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26", size=SMALL, lists=False)
    qtbot.keyClick(window.frame, Qt.Key.Key_1, CONTROL)
    assert window.selection.focus.page == HOME
    qtbot.keyClick(window.frame, Qt.Key.Key_2, CONTROL)
    assert window.selection.focus.page == MAP
    at = window.chains.chains().index("pc-nylon")
    qtbot.keyClick(window.frame, Qt.Key.Key_Down, ALT)
    assert window.selection.focus.chain == window.chains.chains()[at + 1]
    qtbot.keyClick(window.frame, Qt.Key.Key_Up, ALT)
    assert window.selection.focus.chain == "pc-nylon"
    window.map.canvas.setFocus()
    qtbot.keyClick(window.map.canvas, Qt.Key.Key_3)
    assert window.selection.focus.lens == "balance"
    qtbot.keyClick(window.frame, Qt.Key.Key_BracketRight, CONTROL)
    window.settle()
    later = window.workspace.reading.date
    assert later > "2022-10-26"
    qtbot.keyClick(window.frame, Qt.Key.Key_BracketLeft, CONTROL)
    window.settle()
    assert window.workspace.reading.date == "2022-10-26"
    qtbot.mouseClick(window.frame.topbar.undo, LEFT)
    window.settle()
    assert window.workspace.reading.date == later
    qtbot.mouseClick(window.frame.topbar.redo, LEFT)
    window.settle()
    assert window.workspace.reading.date == "2022-10-26"


def test_the_header_says_whether_something_is_assumed(open_window: Open) -> None:
    window = opened(open_window)
    button = window.frame.topbar.scenario
    assert button.text() == "情景：现状 ▼"
    switches = window.workspace.reading.switches
    window.assume(type(switches)(utilisation=0.5, weights=switches.weights))
    assert button.text() == "情景：未保存的情景 ▼"
    assert "50%" in button.toolTip()
    window.run("undo")
    window.settle()
    assert button.text() == "情景：现状 ▼"


def test_enter_on_the_tabs_opens_the_lists(open_window: Open) -> None:
    window = opened(open_window)
    tabs = window.lists.bar.tabs
    tabs.setFocus()
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE)
    QApplication.sendEvent(tabs, enter)
    assert window.drawer.is_open


def test_a_note_takes_no_room_from_the_map(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    assert window.map.map is not None
    before = window.map.canvas.area, window.map.map.placed
    window.banner.tell("3 个环节有变化", items=[(f"环节{n}", lambda: None) for n in range(9)])
    window.settle()
    assert (window.map.canvas.area, window.map.map.placed) == before
    desk, shown = window.desk, window.banner
    assert desk.rect().contains(shown.geometry())
    assert shown.height() < 120, "a line of words and two of items"
    assert all(shown.rect().contains(i.geometry()) for i in shown.items if i.isVisible())
    assert shown.geometry().bottom() < desk.height() - 54, "legend and tabs stay in sight"

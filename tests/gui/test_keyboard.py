"""Whoever has no mouse gets everywhere and always sees where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from liantu.model.focus import (
    CHARTS,
    HOME,
    LISTS_PAGE,
    MAP,
    PLAN,
    PLANS,
    POSTER,
    REPORT,
    Focus,
)
from liantu.model.target import Target
from liantu.ui.bars.menu_keys import LETTERS
from liantu.ui.bars.topbar import PAGES
from liantu.ui.work.tasks import Tasks
from tests.gui import dialogs
from tests.gui.conftest import Open
from tests.gui.keyboard import changed, named, unnamed, unreached, walk
from tests.gui.opened import OpenWindow
from tests.helpers.folders import SOURCES, write

LEAST = 60
"""Pixels that tell where the focus is: a line round a small button has more."""
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
BPA = Focus(MAP, "resin", target=Target("product", "bpa"))
SIGHTS = {
    **{page: replace(BPA, page=page) for page in (HOME, MAP, POSTER, LISTS_PAGE, REPORT, CHARTS)},
    **{f"plan {tab}": replace(BPA, page=PLAN, plan=tab) for tab in PLANS},
}


@pytest.fixture
def window(open_window: Open, tmp_path: Path, qapp: QApplication) -> Iterator[OpenWindow]:
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)  # or a blinking cursor differs by itself
    yield open_window(write(tmp_path / "好的", {"sources.yaml": SOURCES}), size=(1366, 768))
    QApplication.setCursorFlashTime(flash)


def press(window: OpenWindow, key: Qt.Key, held: object = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as the system sends it: to the window, not to a widget."""
    QTest.keyClick(window.frame.windowHandle(), key, held)  # type: ignore[call-overload]
    QApplication.processEvents()


def told(top: QWidget) -> list[str]:
    """What keys do not reach, what does not show the focus, and what has no name."""
    dark: list[str] = []

    def look(widget: QWidget) -> None:
        if changed(top, widget) < LEAST:
            dark.append(f"not seen: {named(widget)}")

    met = walk(top, look)
    found = [f"not reached: {words}" for words in unreached(top, met)]
    return [*found, *dark, *(f"no name: {words}" for words in unnamed(top))]


def go(window: OpenWindow, focus: Focus) -> None:
    window.selection.go(focus)
    window.settle()
    window.wait(lambda: focus.page != MAP or window.side.isVisible())
    page = window.desk._pages[focus.page]
    views = (getattr(page, "tabs", {}).get(focus.plan), page)
    window.wait(lambda: not any(getattr(view, "busy", False) for view in views))


def test_every_page_is_walked_with_tab(window: OpenWindow) -> None:
    found = {}
    for name, focus in SIGHTS.items():
        go(window, focus)
        found[name] = told(window.frame)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_every_dialog_is_walked_with_tab(window: OpenWindow, qtbot: QtBot) -> None:
    go(window, BPA)

    def walked(dialog: QDialog) -> list[str]:
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.waitUntil(lambda: not any(t.running for t in dialog.findChildren(Tasks)))
        return told(dialog)

    assert dialogs.faulty(window, walked) == {}


def test_a_line_shows_what_the_keys_reached_and_none_what_was_clicked(
    window: OpenWindow, qtbot: QtBot
) -> None:
    go(window, BPA)
    canvas = window.map.canvas
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton)
    window.settle()
    canvas.setFocus()
    assert lines(window) == []
    press(window, Qt.Key.Key_F6)
    press(window, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is canvas
    (line,) = lines(window)
    place = canvas.rect().translated(canvas.mapTo(window.frame, canvas.rect().topLeft()))
    assert line.geometry().contains(place.intersected(window.frame.rect()))


def lines(window: OpenWindow) -> list[QWidget]:
    from liantu.ui.habits.focusing import Line

    return [line for line in window.frame.findChildren(Line) if line.isVisible()]


def test_f6_goes_through_all_panes_and_back(window: OpenWindow) -> None:
    panes = {
        HOME: 4,
        MAP: 5,
        POSTER: 3,
        LISTS_PAGE: 4,
        REPORT: 3,
        CHARTS: 4,
        **{f"plan {tab}": least for tab, least in zip(PLANS, (3, 3, 3, 4, 3, 4, 4), strict=True)},
    }
    for name, focus in SIGHTS.items():
        go(window, focus)
        window.frame.topbar.menu_button.setFocus()
        met = [QApplication.focusWidget()]
        for _ in range(12):
            press(window, Qt.Key.Key_F6)
            if (now := QApplication.focusWidget()) in met:
                break
            met.append(now)
        assert now is met[0], name
        assert len(met) >= panes[name], (name, [named(w) for w in met if w])
        press(window, Qt.Key.Key_F6, SHIFT)
        assert QApplication.focusWidget() is met[-1], name


def test_control_and_a_figure_lead_to_the_pages(window: OpenWindow) -> None:
    for at, page in enumerate(PAGES, start=1):
        press(window, Qt.Key(Qt.Key.Key_0 + at), CONTROL)
        window.settle()
        assert window.selection.focus.page == page


def shut() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    QApplication.processEvents()


def test_alt_alone_and_f10_open_the_menu(window: OpenWindow) -> None:
    menu = window.frame.topbar.main_menu
    for key in (Qt.Key.Key_Alt, Qt.Key.Key_F10):
        press(window, key)
        assert menu.isVisible(), key
        assert menu.activeAction() is menu.actions()[0]
        shut()
    handle = window.frame.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Alt)
    QTest.keyClick(handle, Qt.Key.Key_Down, ALT)
    QTest.keyRelease(handle, Qt.Key.Key_Alt)
    assert not menu.isVisible(), "Alt was held for another key"


def test_alt_and_a_letter_open_one_menu(window: OpenWindow) -> None:
    bar = window.frame.topbar
    inner = {a.data(): a.menu() for a in bar.main_menu.actions()}
    assert {*inner} == {*LETTERS} - {"export"}
    for name, letter in LETTERS.items():
        press(window, Qt.Key[f"Key_{letter}"], ALT)
        menu = bar.export_menu if name == "export" else inner[name]
        assert isinstance(menu, QMenu)
        assert menu.isVisible(), name
        assert name == "export" or menu.title().endswith(f"(&{letter})")
        shut()


def test_a_key_opens_what_a_right_click_opens(window: OpenWindow, qtbot: QtBot) -> None:
    go(window, BPA)
    table = window.lists.products.table
    places = [(MAP, window.map.canvas), (MAP, table), (POSTER, window.desk.poster.view)]
    home = replace(BPA, page=HOME)
    for page, widget in places:
        go(window, replace(BPA, page=page))
        widget.setFocus()
        press(window, Qt.Key.Key_F10, SHIFT)
        assert isinstance(QApplication.activePopupWidget(), QMenu), (page, named(widget))
        shut()
    go(window, home)
    (tile,) = window.home.tiles
    tile.setFocus()
    press(window, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [a.text() for a in menu.actions()] == [*tile.composition.offers]
    menu.actions()[0].trigger()
    shut()
    window.settle()
    assert window.selection.focus.page == LISTS_PAGE

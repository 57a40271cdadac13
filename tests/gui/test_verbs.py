"""Every verb stands in one menu, or in none on purpose, with the key that it tells."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from liantu.ui.verbs.registry import VERBS
from liantu.ui.verbs.verb import Menu
from tests.gui.conftest import Open

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WITHOUT_MENU = {"search"}
"""The palette has a field of its own in the bar."""


def entries(menu: QMenu) -> list[str]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += entries(inner)
        elif not action.isSeparator():
            found.append(action.text())
    return found


def test_every_verb_is_in_exactly_one_menu_or_in_none_on_purpose(open_window: Open) -> None:
    bar = open_window().frame.topbar
    shown = Counter(entries(bar.main_menu) + entries(bar.export_menu))
    wanted = Counter(verb.text for verb in VERBS if verb.id not in WITHOUT_MENU)
    assert shown == wanted
    assert {verb.id for verb in VERBS if verb.menu is Menu.NONE} == WITHOUT_MENU


def test_no_key_and_no_id_is_given_twice() -> None:
    keys = Counter(key for verb in VERBS for key in verb.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert len({verb.id for verb in VERBS}) == len(VERBS)


def test_keys_that_planners_have_learnt() -> None:
    keys = {verb.id: verb.keys[0] for verb in VERBS if verb.keys}
    assert keys == {
        "open": "Ctrl+O",
        "save": "Ctrl+S",
        "reload": "F5",
        "print": "Ctrl+Alt+P",
        "sides_open": "Ctrl+M",
        "quit": "Ctrl+Q",
        "undo": "Ctrl+Z",
        "redo": "Ctrl+Shift+Z",
        "edit_thing": "F2",
        "switches": "Ctrl+;",
        "settings": "Ctrl+,",
        "zoom_in": "Ctrl+=",
        "zoom_out": "Ctrl+-",
        "actual_size": "Ctrl+0",
        "back": "Alt+Left",
        "forward": "Alt+Right",
        "map_only": "F9",
        "full_screen": "Shift+F11",
        "show": "F11",
        "story_add": "Ctrl+Shift+A",
        "search": "Ctrl+K",
        "date_before": "Ctrl+[",
        "date_after": "Ctrl+]",
        "timeline": "Ctrl+T",
        "play": "Ctrl+Shift+T",
        "chain_icons": "Ctrl+B",
        "lists_open": "Ctrl+J",
        "inspector": "Ctrl+I",
        "inspector_dock": "Ctrl+Shift+I",
        "chain_before": "Alt+Up",
        "chain_after": "Alt+Down",
        "page_home": "Ctrl+1",
        "page_map": "Ctrl+2",
        "page_poster": "Ctrl+3",
        "page_lists": "Ctrl+4",
        "page_plan": "Ctrl+5",
        "page_report": "Ctrl+6",
        "page_charts": "Ctrl+7",
        "scenario_now": "Ctrl+Shift+H",
        "outage_before": "Alt+,",
        "outage_after": "Alt+.",
        "outage_play": "Alt+/",
        "favourite": "Ctrl+Shift+B",
        "memo_add": "Ctrl+Shift+N",
        "drill_open": "Ctrl+D",
        "drill_stop": "Ctrl+Shift+D",
        "area_after": "F6",
        "area_before": "Shift+F6",
        "manual": "F1",
        "keys": "Ctrl+/",
        "legend": "Shift+F1",
        "picture": "Ctrl+E",
        "copy_picture": "Ctrl+Shift+C",
        "briefing": "Ctrl+P",
        "visit": "Ctrl+Shift+P",
        "lists": "Ctrl+L",
    }


def test_both_usual_keys_do_again_what_was_undone(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    window.choose_date("2022-10-26")
    for key, held in ((Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)):
        qtbot.keyClick(window.frame, Qt.Key.Key_Z, CONTROL)
        window.settle()
        assert window.workspace.reading.date == "2022-10-25"
        qtbot.keyClick(window.frame, key, held)
        window.settle()
        assert window.workspace.reading.date == "2022-10-26"


def test_verbs_that_make_no_sense_are_greyed(open_window: Open) -> None:
    window = open_window()
    assert not window.can("undo")
    assert not window.can("zoom_in")
    assert not window.can("why")
    window.selection.open_chain("cu")
    window.settle()
    assert window.can("zoom_in")
    assert window.can("back")
    assert not window.can("forward")


def test_a_button_says_as_its_verb_does_that_more_is_asked(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    asking = {a.text() for a in window.desk.actions_.by_id.values() if a.text().endswith("…")}
    buttons = [b for b in window.frame.findChildren(QToolButton) if b.accessibleName() in asking]
    assert len(buttons) > 5
    silent = {b.text() for b in buttons if b.text() and not b.text().endswith("…")}
    assert silent == set()

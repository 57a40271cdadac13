"""Notes stand one below the other; those of a change lead to what has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from liantu.model.focus import HOME, LISTS_PAGE, MAP, PLAN, Focus
from liantu.model.target import Target
from liantu.ui.widgets.banner import AT_ONCE, READY, Banner
from liantu.wording import text
from tests.gui.conftest import Open
from tests.helpers.folders import GOOD, write

LEFT = Qt.MouseButton.LeftButton


def test_no_note_replaces_one_about_something_else(qtbot: QtBot) -> None:
    banner = Banner("ui.banner")
    qtbot.addWidget(banner)
    banner.tell("one", about="state")
    banner.tell("two")
    assert banner.words == "two\none"
    banner.tell("three")
    assert banner.words == "three\none"
    qtbot.mouseClick(banner.buttons[-1], LEFT)
    assert banner.words == "one"
    banner.withdraw("state")
    assert banner.words == ""
    assert not banner.isVisible()


def test_a_click_on_a_note_leaves_the_keys_where_they_are(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    canvas = window.desk.map.panel.canvas
    canvas.setFocus()
    window.desk.banner.tell("words", about="state")
    qtbot.mouseClick(window.desk.banner.buttons[-1], LEFT)
    assert window.frame.focusWidget() is canvas


def test_notes_leave_the_buttons_of_the_inspector_to_be_pressed(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=(1366, 768))
    window.desk.banner.tell("words", about="state")
    wide = window.desk.banner.geometry()
    window.follow(Target("product", "bpa"))
    window.wait(lambda: window.desk.map.frame.side_open)
    window.settle()
    side = window.desk.map.side
    left = side.mapTo(window.desk, QPoint(0, 0)).x()
    window.wait(lambda: window.desk.banner.geometry().right() < left)
    assert window.desk.banner.geometry().left() >= window.chains.width()
    window.selection.pick(None)
    window.wait(lambda: window.desk.banner.geometry() == wide)


@pytest.mark.parametrize("count", [9, READY + 9])
def test_a_long_list_is_shown_in_full_when_asked(qtbot: QtBot, count: int) -> None:
    banner = Banner("ui.banner")
    qtbot.addWidget(banner)
    said: list[int] = []
    banner.tell("many", items=[(str(n), lambda n=n: said.append(n)) for n in range(count)])
    banner.resize(800, 200)
    assert sum(item.isVisible() for item in banner.items) == AT_ONCE
    words = text("ui.note.all", count=count)
    more = next(b for b in banner.findChildren(QPushButton) if b.text() == words)
    qtbot.mouseClick(more, LEFT)
    assert [item.text() for item in banner.items if item.isVisible()] == [*map(str, range(count))]
    banner.items[-1].click()
    assert said == [count - 1]


def test_a_change_of_date_is_clicked_and_taken_back(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    qtbot.mouseClick(window.frame.topbar.date.after, LEFT)
    window.settle()
    assert "鲁西集团双酚A投产" in window.banner.words
    item = next(b for b in window.banner.items if b.text() == "双酚A：疑似短链·向上 → 在产")
    qtbot.mouseClick(item, LEFT)
    assert window.selection.focus.product == "bpa"
    undo = next(b for b in window.banner.buttons if b.text() == "撤销")
    qtbot.mouseClick(undo, LEFT)
    window.settle()
    assert window.workspace.reading.date == "2022-10-25"
    assert window.banner.buttons[0].text() == "重做"


def test_another_folder_leaves_no_note_about_changes_of_the_city_before(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    window.choose_date("2022-10-26")
    assert "双酚A投产" in window.banner.words
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        window.bridge.open(tmp_path)
    window.settle()
    assert "双酚A" not in window.banner.words


def test_another_folder_leaves_no_note_about_deeds_in_the_one_before(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(write(tmp_path / "资料", GOOD))
    window.banner.tell("已导入“表.csv”。", kind="good", about="import")
    window.banner.tell_progress("正在导出", lambda: None, "export")
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        window.bridge.open(write(tmp_path / "别的", GOOD))
    window.settle()
    assert window.banner.words == "正在导出", "work that goes on is told still"


def test_esc_closes_note_after_note(open_window: Open, tmp_path: Path) -> None:
    window = open_window(write(tmp_path / "资料", GOOD))
    for page in (HOME, MAP, LISTS_PAGE, PLAN):
        window.selection.go(Focus(page, "resin"))
        window.settle()
        window.banner.tell("one", about="one")
        window.banner.tell("two", about="two")
        window.banner.tell("recover?", about="ask", asks=True)
        window.banner.tell("lock!", kind="bad", about="bad")
        window.banner.tell_progress("正在导出", lambda: None, "export")
        stay = "正在导出\nlock!\nrecover?"
        for rest in (f"{stay}\none", stay, stay):
            QTest.keyClick(window.frame.windowHandle(), Qt.Key.Key_Escape)  # type: ignore[call-overload]
            assert window.banner.words == rest, page


def test_assumptions_tell_what_they_change(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    window.assume(replace(window.workspace.reading.switches, utilisation=0.8))
    assert window.banner.words.startswith("产能利用率 80%：")
    window.run("undo")
    assert window.banner.words.startswith("产能利用率 100%：")


def test_a_copy_leaves_the_note_about_the_folder(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="soy")
    window.banner.tell("3 处错误", about="state")
    window.run("copy_picture")
    qtbot.waitUntil(lambda: window.banner.words != "3 处错误", timeout=20_000)
    assert window.banner.words.endswith("3 处错误")

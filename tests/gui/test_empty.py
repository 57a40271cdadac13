"""A folder without chains leaves nothing of the city before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liantu.ui.bars.date_bar import DateBar
from tests.gui.conftest import Open

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("page", ["home", "map", "report"])
def test_every_page_says_what_to_do(
    open_window: Open, qtbot: QtBot, tmp_path: Path, page: str
) -> None:
    window = open_window(chain="chem")
    window.selection.show_page(page)
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        window.bridge.open(tmp_path)
    window.settle()
    window.selection.show_page(page)
    assert window.pages.currentWidget() is window.desk.arrival.empty
    assert window.frame.topbar.date.edit.text() == "—", "not the date of the city before"
    for verb in ("picture", "copy_picture", "briefing", "fit", "why", "map_only"):
        assert not window.can(verb), verb
    qtbot.keyClick(window.frame, Qt.Key.Key_C, CONTROL | SHIFT)
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        window.desk.arrival.empty.buttons[1].click()
    window.settle()
    window.selection.open_chain("cu")
    window.settle()
    assert window.pages.currentWidget() is window.columns
    assert window.can("copy_picture")


def test_before_the_first_city_is_read_no_date_is_told(qtbot: QtBot) -> None:
    bar = DateBar()
    qtbot.addWidget(bar)
    assert bar.edit.text() == "正在读取…"
    bar.show_date("", ())
    assert bar.edit.text() == "—"
    bar.show_date("2022-12", ("2022-10-26",))
    assert bar.edit.text() == "2022-12-31"

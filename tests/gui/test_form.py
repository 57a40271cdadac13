"""The form of 汇报 and the numbers of the assumptions, as hands use them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QValidator
from pytestqt.qtbot import QtBot

from liantu.ui.widgets.fields import Percent
from liantu.ui.widgets.ticks import Ticks
from tests.gui.conftest import Open

LEFT = Qt.MouseButton.LeftButton


def test_a_click_on_a_name_or_its_box_ticks_it_once(qtbot: QtBot) -> None:
    ticks = Ticks()
    qtbot.addWidget(ticks)
    ticks.offer((("a", "铝"), ("b", "铜")))
    ticks.resize(200, 120)
    ticks.show()
    row = ticks.visualItemRect(ticks.item(1))
    with qtbot.waitSignal(ticks.changed):
        qtbot.mouseClick(ticks.viewport(), LEFT, pos=row.center())
    assert ticks.ticked() == ("b",)
    qtbot.mouseClick(ticks.viewport(), LEFT, pos=row.topLeft() + QPoint(8, row.height() // 2))
    assert ticks.ticked() == ()
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.ticked() == ("b",)


def test_the_report_begins_with_the_chain_that_is_looked_at(open_window: Open) -> None:
    window = open_window(chain="soy")
    window.selection.show_page("report")
    assert window.reports.form.chosen() == ("soy",)
    window.reports.form.choose(("soy", "cu"))
    window.reload()
    window.settle()
    assert set(window.reports.form.chosen()) == {"soy", "cu"}


def test_the_folder_is_reached_without_scrolling_on_a_low_screen(open_window: Open) -> None:
    window = open_window(chain="soy")
    window.selection.show_page("report")
    window.frame.resize(1366, 740)
    window.settle()
    folder = window.reports.form.folder
    below = folder.mapTo(window.frame, QPoint(0, folder.height())).y()
    assert below < window.frame.height()
    assert window.reports.save.mapTo(window.frame, QPoint(0, 0)).y() > below


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("80", QValidator.State.Acceptable),
        ("80 %", QValidator.State.Acceptable),
        ("", QValidator.State.Intermediate),
        ("2", QValidator.State.Intermediate),
        ("101", QValidator.State.Invalid),
        ("8x", QValidator.State.Invalid),
        ("-8", QValidator.State.Invalid),
    ],
)
def test_a_share_is_typed_as_per_cent(qtbot: QtBot, typed: str, state: QValidator.State) -> None:
    spin = Percent()
    qtbot.addWidget(spin)
    spin.setRange(0.05, 1.0)
    found = spin.validate(typed, len(typed))
    assert isinstance(found, tuple)
    assert found[0] == state
    spin.setValue(0.8)
    assert spin.text() == "80 %"
    assert spin.valueFromText("65 %") == 0.65

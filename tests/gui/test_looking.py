"""What is looked at comes back whole, and a change of the data does not turn the eyes away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from liantu.model.target import Target
from liantu.ui.canvas.scene import MapScene
from liantu.ui.dialogs.export import ExportDialog
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.gui.test_window import LEFT, card, chips, click, item, spot, words

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def back(qtbot: QtBot, window: OpenWindow) -> None:
    qtbot.keyClick(window.frame, Qt.Key.Key_Left, ALT)
    window.settle()


def forward(qtbot: QtBot, window: OpenWindow) -> None:
    qtbot.keyClick(window.frame, Qt.Key.Key_Right, ALT)
    window.settle()


def open_firm(qtbot: QtBot, window: OpenWindow, firm: str = "luxi") -> None:
    window.follow(Target("enterprise", firm))
    buttons = window.inspector.findChildren(QPushButton)
    qtbot.mouseClick(next(b for b in buttons if b.text() == "看它的图谱"), LEFT)
    window.settle()


def choose_county(window: OpenWindow, name: str) -> None:
    window.pick(window.head.county, name)


def look_closer(window: OpenWindow) -> tuple[float, QPoint]:
    """Zoom in on a corner; the zoom and where a card then stands."""
    canvas = window.map.canvas
    for _ in range(3):
        canvas.zoom_in()
    place = canvas.map_scene.place("bpa") if canvas.map_scene else None
    assert place is not None
    canvas.centerOn(place.bottomRight())
    return canvas.scale_now, spot(window, "bpa")


def test_back_brings_lens_and_county_back(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    qtbot.mouseClick(window.head.lens.buttons[2], LEFT)
    choose_county(window, "高新区")
    back(qtbot, window)
    assert window.head.county.key == ""
    assert not card(window, "glycerol").faded
    assert window.head.lens.buttons[2].isChecked()
    back(qtbot, window)
    assert window.head.lens.buttons[1].isChecked()
    forward(qtbot, window)
    forward(qtbot, window)
    assert window.head.lens.buttons[2].isChecked()
    assert window.head.county.key == "高新区"
    assert card(window, "glycerol").faded


def test_back_brings_the_fold_back(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    canvas = window.map.canvas
    whole = len(canvas.map_scene.cards) if canvas.map_scene else 0
    qtbot.mouseDClick(canvas.viewport(), LEFT, pos=spot(window, "bpa"))
    window.settle()
    window.selection.open_chain("cu")
    assert chips(window) == ""
    back(qtbot, window)
    assert canvas.map_scene is not None
    assert 3 < len(canvas.map_scene.cards) < whole
    assert "双酚A" in chips(window)
    back(qtbot, window)
    assert len(canvas.map_scene.cards) == whole
    assert chips(window) == ""


def test_back_brings_the_open_list_and_its_scope_back(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    lists = window.lists
    lists.setCurrentWidget(lists.enterprises)
    lists.enterprises.scope.setCurrentIndex(lists.enterprises.scope.findData(""))
    window.selection.open_chain("cu")
    lists.setCurrentWidget(lists.balances)
    lists.enterprises.scope.setCurrentIndex(lists.enterprises.scope.findData("al"))
    back(qtbot, window)
    assert window.selection.focus.chain == "pc-nylon"
    assert lists.currentWidget() is lists.enterprises
    assert lists.enterprises.scope.currentData() == ""
    assert len(lists.enterprises.model.rows) == len(window.workspace.reading.atlas.enterprises)
    forward(qtbot, window)
    assert lists.currentWidget() is lists.balances
    assert lists.enterprises.scope.currentData() == "al"


def test_a_click_on_an_enterprises_map_selects_in_place(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al")
    open_firm(qtbot, window)
    assert window.map.view is not None
    shown = window.map.view
    assert shown.title.startswith("鲁西")
    click(qtbot, window, "bpa")
    assert window.map.view is shown
    assert card(window, "bpa").selected
    assert window.selection.focus.product == "bpa"
    assert "双酚A" in words(window)
    assert "鲁西" in chips(window)
    back(qtbot, window)
    back(qtbot, window)
    assert window.map.map is not None
    assert window.map.map.graph.chain == window.selection.focus.chain != ""
    assert chips(window) == ""
    forward(qtbot, window)
    assert window.map.title.startswith("鲁西")
    assert "鲁西" in chips(window)


def test_the_chip_about_an_enterprises_map_leads_back(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    open_firm(qtbot, window)
    (chip,) = window.map.chips.buttons()
    assert "鲁西" in chip.text()
    qtbot.mouseClick(chip, LEFT)
    assert window.selection.focus.map is None
    assert chips(window) == ""


def test_a_thing_that_is_not_on_the_enterprises_map_leads_away(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon")
    open_firm(qtbot, window)
    window.follow(Target("product", "bpa"))
    assert window.selection.focus.firm == "luxi"
    window.follow(Target("product", "cath"))
    window.settle()
    assert window.selection.focus.firm == ""
    assert card(window, "cath").selected
    assert chips(window) == ""


def test_an_enterprises_map_is_exported(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(chain="pc-nylon")
    open_firm(qtbot, window)
    qtbot.keyClick(window.frame, Qt.Key.Key_E, CONTROL)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.folder.setText(str(tmp_path))
    dialog.format.setCurrentText("SVG")
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: "已导出" in window.banner.words, timeout=20_000)
    (written,) = tmp_path.glob("*.svg")
    assert written.stem.startswith("聊城市_鲁西集团_图谱_2022")
    drawn = written.read_text(encoding="utf-8")
    assert "鲁西化工集团股份有限公司" in drawn
    assert window.map.view is not None
    own = sum(card.band == 1 for card in window.map.view.cards)
    assert f"本企业产品 {own} 个" in drawn


def test_an_enterprises_map_is_copied(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    open_firm(qtbot, window)
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(window.frame, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=20_000)
    scene = window.map.canvas.map_scene
    assert isinstance(scene, MapScene)
    assert QGuiApplication.clipboard().image().width() > scene.layout_.width


@pytest.mark.parametrize("change", ["date", "reload"])
def test_zoom_place_and_selection_survive(open_window: Open, qtbot: QtBot, change: str) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    click(qtbot, window, "bpa")
    before = look_closer(window)
    if change == "date":
        qtbot.mouseClick(window.frame.topbar.date.after, LEFT)
        qtbot.waitUntil(lambda: window.workspace.reading.date == "2022-10-26", timeout=20_000)
        assert item(window, "bpa").local
    else:
        serial = window.workspace.reading.serial
        qtbot.keyClick(window.frame, Qt.Key.Key_F5)
        qtbot.waitUntil(lambda: window.workspace.reading.serial != serial, timeout=20_000)
    assert (window.map.canvas.scale_now, spot(window, "bpa")) == before
    assert card(window, "bpa").selected


@pytest.mark.parametrize("change", ["date", "reload"])
def test_the_fold_survives(open_window: Open, qtbot: QtBot, change: str) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    canvas = window.map.canvas
    qtbot.mouseDClick(canvas.viewport(), LEFT, pos=spot(window, "bpa"))
    window.settle()
    assert canvas.map_scene is not None
    part = set(canvas.map_scene.cards)
    if change == "date":
        qtbot.mouseClick(window.frame.topbar.date.after, LEFT)
        qtbot.waitUntil(lambda: window.workspace.reading.date == "2022-10-26", timeout=20_000)
    else:
        serial = window.workspace.reading.serial
        qtbot.keyClick(window.frame, Qt.Key.Key_F5)
        qtbot.waitUntil(lambda: window.workspace.reading.serial != serial, timeout=20_000)
    assert set(canvas.map_scene.cards) == part
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    window.settle()
    assert len(canvas.map_scene.cards) > len(part)


def test_the_lens_buttons_follow_a_new_chain(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    qtbot.mouseClick(window.head.lens.buttons[2], LEFT)
    window.selection.open_chain("cu")
    window.settle()
    assert window.head.lens.buttons[2].isChecked()
    assert any("保障率" in entry.words for entry in window.legend.entries)

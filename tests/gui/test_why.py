"""The sheet “为什么”: by key, by button, by double click; it can be copied and followed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from liantu.model.target import Target
from liantu.ui.canvas.picture import Spot
from liantu.ui.dialogs.why import WhyDialog
from liantu.ui.pages.map.menu import Ground, map_menu
from liantu.wording import text
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow


def sheet(window: OpenWindow) -> WhyDialog:
    found = window.findChild(WhyDialog)
    assert isinstance(found, WhyDialog)
    return found


def test_by_the_menu_and_copied(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    window.follow(Target("product", "bpa"))
    window.run("why")
    qtbot.mouseClick(sheet(window).copy_button, Qt.MouseButton.LeftButton)
    assert "20，需求 18.1" in QGuiApplication.clipboard().text()


def test_by_the_button_beside_the_class(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    window.follow(Target("product", "pc"))
    button = next(b for b in window.inspector.buttons() if b.text() == text("ui.verb.why"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sheet(window).windowTitle() == "为什么：聚碳酸酯"


def test_by_entering_a_row_and_following_an_input(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    page = window.lists.gaps["short"]
    window.lists.setCurrentWidget(page)
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    link = next(b for b in sheet(window).sheet.links() if b.target.kind == "product")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.selection.focus.product == link.target.id


def test_a_raw_product_can_be_made_an_aim(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    raw = next(
        m.product
        for m in window.workspace.reading.atlas.chains["pc-nylon"].members()
        if window.workspace.reading.atlas.products[m.product].raw
        and not window.workspace.reading.situation.is_local(m.product)
    )
    ground = Ground(
        reading=window.workspace.reading,
        selection=window.selection,
        graph=None,
        verbs=[],
        assume=window.assume,
        edits=[],
        more_edits=[],
        change_input=lambda *_: None,
        amend=lambda _: None,
    )
    menu = map_menu(window.frame, ground, Spot(product=raw))
    action = next(a for a in menu.actions() if a.text() == text("ui.card.aim"))
    action.trigger()
    assert window.workspace.reading.diagnosis.verdicts[raw].words
    menu.deleteLater()

"""Assumptions: live, visible, undoable, and on every sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from liantu.briefing.pictures import Wish, draw
from liantu.diagram.drawing import Label
from liantu.model.boards import Board
from liantu.model.focus import CITY
from liantu.ui.dialogs.switches import SwitchesDialog
from liantu.ui.pages.map.menu import card_menu
from tests.gui.conftest import Open
from tests.gui.test_window import card

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_threshold_makes_a_link_thin_and_undo_takes_it_back(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    window.run("switches")
    dialog = window.findChild(SwitchesDialog)
    assert isinstance(dialog, SwitchesDialog)
    dialog.thin.setValue(1.2)
    window.settle()
    assert "thin" in card(window, "bpa").card.classes
    assert "细链门槛 120%" in window.frame.status.text()
    window.run("undo")
    assert "thin" not in card(window, "bpa").card.classes
    assert "假设" not in window.frame.status.text()
    window.run("redo")
    assert "thin" in card(window, "bpa").card.classes


def test_weights_reorder_the_gaps_at_once(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    board = window.lists.boards["fill"]
    window.lists.setCurrentWidget(board)
    board.scope.setCurrentIndex(board.scope.findData(CITY))
    before = [row.id for row in board.model.rows]
    window.run("switches")
    dialog = window.findChild(SwitchesDialog)
    assert isinstance(dialog, SwitchesDialog)
    dialog.weights[Board.FILL]["demand"].setValue(0)
    dialog.weights[Board.FILL]["exposure"].setValue(100)
    window.settle()
    after = [row.id for row in board.model.rows]
    assert board.foot.legend is not None
    words = [found.text() for found in board.foot.legend.findChildren(QLabel)]
    assert "需求 0" in words and "断供暴露 100" in words
    assert sorted(before) == sorted(after)
    assert before != after
    dialog.reset.click()
    window.settle()
    assert [row.id for row in board.model.rows] == before


def test_buying_is_switched_on_the_card(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    menu = card_menu(
        window.frame, window.workspace.reading, window.selection, "phenol", [], window.assume
    )
    action = next(a for a in menu.actions() if a.text() == "外购允许")
    action.trigger()
    assert card(window, "phenol").card.classes == ()
    drawing = draw(window.workspace.reading, Wish(chain="pc-nylon"))
    told = " ".join(s.text for s in drawing.shapes if isinstance(s, Label))
    assert "允许外购 苯酚" in told
    menu.deleteLater()


def test_a_new_date_tells_what_changed(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    window.choose_date("2022-10-26")
    assert "新增本地 1" in window.banner.words
    assert "双酚A" in window.banner.words


def test_deals_and_city_gaps_are_listed(open_window: Open) -> None:
    window = open_window(chain="al")
    window.lists.setCurrentWidget(window.lists.matches)
    assert window.lists.matches.model.rows
    window.lists.setCurrentWidget(window.lists.city)
    rows = window.lists.city.model.rows
    assert len({row.id for row in rows}) == len(rows) > 0

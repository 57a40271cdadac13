"""Assumptions: live, visible, undoable, and on every sheet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from liantu.briefing.pictures import Wish, draw
from liantu.diagram.drawing import Label
from liantu.model import Status
from liantu.model.boards import Board
from liantu.model.focus import CITY
from liantu.ui.assuming.numbers import NumbersSection
from liantu.ui.assuming.window import AssumingDialog
from liantu.ui.canvas.picture import Spot
from liantu.ui.pages.map.menu import map_menu
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.gui.test_window import item

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_threshold_makes_a_link_thin_and_undo_takes_it_back(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    dialog = dialog_of(window)
    dialog.thin.setValue(1.2)
    window.settle()
    assert "thin" in item(window, "bpa").words
    assert "细链门槛 120%" in window.frame.status.words
    window.run("undo")
    assert "thin" not in item(window, "bpa").words
    assert "假设" not in window.frame.status.words
    window.run("redo")
    assert "thin" in item(window, "bpa").words


def test_a_share_is_typed_at_once_in_the_window_that_opens(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-12-31")
    dialog = dialog_of(window)
    dialog.utilisation.setFocus()
    qtbot.waitUntil(dialog.utilisation.hasFocus)
    qtbot.keyClicks(dialog.utilisation, "80")
    qtbot.keyClick(dialog.utilisation, Qt.Key.Key_Return)
    window.settle()
    assert window.workspace.reading.switches.utilisation == 0.8


def dialog_of(window: OpenWindow) -> NumbersSection:
    window.run("switches")
    found = window.findChild(AssumingDialog)
    assert isinstance(found, AssumingDialog)
    found.open_section(found.numbers)
    return found.numbers


def test_weights_reorder_their_board_at_once_and_no_other(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")

    def rows(board: Board) -> list[str]:
        return [row.product for row in window.workspace.reading.rows(board)]

    before = {board: rows(board) for board in Board}
    dialog = dialog_of(window)
    for name, spin in dialog.weights[Board.FILL].items():
        spin.setValue(100.0 if name == "exposure" else 0.0)
    window.settle()
    assert sorted(rows(Board.FILL)) == sorted(before[Board.FILL])
    assert rows(Board.FILL) != before[Board.FILL]
    assert rows(Board.EXTEND) == before[Board.EXTEND]
    assert rows(Board.STRONG) == before[Board.STRONG]
    dialog.reset.click()
    window.settle()
    assert {board: rows(board) for board in Board} == before


def test_every_switch_is_told_as_it_was_typed_and_shown_again(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    dialog = dialog_of(window)
    starting = window.workspace.reading.switches
    spin = dialog.weights[Board.EXTEND]["surplus"]
    spin.selectAll()
    qtbot.keyClicks(spin, "41.5")
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    dialog.utilisation.setValue(0.8)
    qtbot.mouseClick(dialog.statuses[Status.BUILDING], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    window.settle()
    found = window.workspace.reading.switches
    assert found.weights == {
        **starting.weights,
        Board.EXTEND: {**starting.weights[Board.EXTEND], "surplus": 41.5},
    }
    assert found.utilisation == 0.8
    assert found.counting == {Status.OPERATING, Status.BUILDING}
    dialog.window().close()
    again = dialog_of(window)
    assert again.weights[Board.EXTEND]["surplus"].value() == 41.5
    assert again.weights[Board.FILL]["demand"].value() == starting.weights[Board.FILL]["demand"]
    assert again.statuses[Status.BUILDING].isChecked()
    qtbot.mouseClick(again.reset, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.workspace.reading.switches == starting


def test_weights_reorder_the_gaps_at_once(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    board = window.lists.boards["fill"]
    window.lists.setCurrentWidget(board)
    board.scope.setCurrentIndex(board.scope.findData(CITY))
    before = [row.id for row in board.model.rows]
    dialog = dialog_of(window)
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
    menu = map_menu(window.frame, window.desk.map._ground(), Spot("phenol"))
    action = next(a for a in menu.actions() if a.text() == "允许外购")
    action.trigger()
    window.settle()
    assert item(window, "phenol").words == ()
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

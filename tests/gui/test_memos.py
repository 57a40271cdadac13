"""便签 in the window: written by a key, told beside the thing, listed, taken back."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liantu.model.focus import LISTS_PAGE
from liantu.model.memos import MemoState
from liantu.model.target import Target
from liantu.telling.dossiers.describe import describe
from liantu.ui.forms.form import Form
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def write(window: OpenWindow, qtbot: QtBot, words: str) -> None:
    """Press the key and fill in the form."""
    window.frame.activateWindow()
    qtbot.waitUntil(window.frame.isActiveWindow)
    qtbot.keyClick(window.frame, Qt.Key.Key_N, KEYS)
    (form,) = (one for one in window.frame.findChildren(Form) if one.isVisible())
    form.panel.inputs["text"].show_value(words)
    form.look()
    assert form.confirm.isEnabled()
    qtbot.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    window.settle()


def test_a_note_is_written_told_listed_and_undone(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.follow(Target("product", "bpa"))
    window.settle()
    write(window, qtbot, "双酚A的去向")
    (memo,) = window.workspace.atlas.memos.values()
    assert (memo.text, memo.product, memo.state) == ("双酚A的去向", "bpa", MemoState.OPEN)
    assert memo.date == datetime.date.today().isoformat()
    reading = window.workspace.reading
    parts = describe(reading, Target("product", "bpa"), "pc-nylon", None).parts
    assert [part.gist for part in parts if part.id == "ui.part.memos"] == ["1 张，待议 1"]
    window.selection.show_page(LISTS_PAGE)
    page = window.desk.lists.view
    page.show_list("memos")
    window.settle()
    assert [row.memo.id for row in page.grid.model.shown] == [memo.id]
    window.run("undo")
    assert not window.workspace.atlas.memos


def test_a_note_about_the_chain_where_nothing_is_selected(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.selection.open_chain("al")
    window.settle()
    write(window, qtbot, "链长会再议")
    (memo,) = window.workspace.atlas.memos.values()
    assert (memo.chain, memo.product) == ("al", "")

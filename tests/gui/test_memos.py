"""便签 in the window: written by a key, told beside the thing, listed, taken back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from liantu.briefing.pictures import draw
from liantu.diagram.drawing import Clip, Drawing, Label, Shape
from liantu.diagram.segment.mapping import graph_of
from liantu.model.focus import LISTS_PAGE
from liantu.model.memos import MemoState
from liantu.model.target import Target
from liantu.render.vector import Picture
from liantu.telling.dossiers.describe import describe
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.forms.form import Form
from liantu.ui.verbs import export
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


def test_the_card_is_marked_on_screen_and_on_a_picture_only_if_asked(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    window.follow(Target("product", "bpa"))
    window.settle()
    parts = window.desk.parts
    export.export_picture(parts)
    dialog = window.frame.findChild(ExportDialog)
    assert dialog is not None
    assert not dialog.memos.isVisible(), "there is no note"
    dialog.reject()
    write(window, qtbot, "双酚A的去向")
    assert window.map.canvas.lens.noted
    item = graph_of(window.workspace.reading, "pc-nylon").by_id["bpa"]
    assert item.memo == "【便签·待议】双酚A的去向"
    assert letters(draw(window.workspace.reading, export.seen(parts))) == []
    export.export_picture(parts)
    (dialog,) = (one for one in window.frame.findChildren(ExportDialog) if one.isVisible())
    assert dialog.memos.isVisible()
    qtbot.mouseClick(dialog.memos, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert len(letters(draw(window.workspace.reading, dialog.wish()))) == 2, "card and legend"
    dialog.reject()


def letters(drawing: Picture) -> list[str]:
    """The letters of notes in a picture."""
    assert isinstance(drawing, Drawing)
    return [s.text for s in flat(drawing.shapes) if isinstance(s, Label) and s.text == "便"]


def flat(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """All shapes, those inside of others too."""
    for shape in shapes:
        yield from flat(shape.shapes) if isinstance(shape, Clip) else (shape,)


def test_a_note_about_the_chain_where_nothing_is_selected(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.selection.open_chain("al")
    window.settle()
    write(window, qtbot, "链长会再议")
    (memo,) = window.workspace.atlas.memos.values()
    assert (memo.chain, memo.product) == ("al", "")

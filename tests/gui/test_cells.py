"""A field of a thing changed in the cell of a list that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liantu.model.focus import MAP, Focus
from liantu.ui.forms.cell import CellEditor
from liantu.ui.forms.form import Form
from liantu.ui.forms.inputs import ChoiceInput, LineInput
from liantu.ui.lists.view import Table
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import write

KEY = Qt.Key


@pytest.fixture
def window(open_window: Open, tmp_path: Path) -> OpenWindow:
    window = open_window(write(tmp_path / "资料"), size=(1366, 768))
    window.selection.reset(Focus(MAP, "resin"))
    window.settle()
    window.lists.setCurrentWidget(window.lists.enterprises)
    window.settle()
    return window


def table(window: OpenWindow) -> Table:
    return window.lists.enterprises.grid.table


def cell(window: OpenWindow, column: str) -> QModelIndex:
    grid = window.lists.enterprises.grid
    at = next(i for i, c in enumerate(grid.model.columns) if c.id == column)
    row = next(r for r in range(grid.table.model().rowCount()) if grid.row_at(index(grid, r, at)))
    return index(grid, row, at)


def index(grid: object, row: int, at: int) -> QModelIndex:
    return grid.table.model().index(row, at)  # type: ignore[attr-defined, no-any-return]


def editor(window: OpenWindow, column: str) -> CellEditor:
    table(window).setCurrentIndex(cell(window, column))
    table(window).setFocus()
    QTest.keyClick(table(window), KEY.Key_F2)
    found = table(window).viewport().findChildren(CellEditor)
    assert len(found) == 1
    return found[0]


def gone(window: OpenWindow) -> bool:
    return table(window).viewport().findChildren(CellEditor) == []


def test_a_choice_is_made_in_the_cell(window: OpenWindow, qtbot: QtBot) -> None:
    found = editor(window, "county")
    assert isinstance(found.field, ChoiceInput)
    assert found.field.value() == "东县"
    found.field.combo.setCurrentIndex(found.field.combo.findData("西县"))
    window.settle()
    qtbot.waitUntil(lambda: gone(window))
    assert window.workspace.reading.atlas.enterprises["plant"].county == "西县"
    assert window.workspace.history.undo_label == "试验化工有限公司：县市区改为西县"


def test_esc_changes_nothing(window: OpenWindow, qtbot: QtBot) -> None:
    found = editor(window, "enterprise")
    assert isinstance(found.field, LineInput)
    QTest.keyClicks(found.field.line, "X")
    QTest.keyClick(found.field.line, KEY.Key_Escape)
    qtbot.waitUntil(lambda: gone(window))
    assert not window.workspace.dirty


def test_what_is_wrong_is_told_and_keeps_the_cell_open(window: OpenWindow, qtbot: QtBot) -> None:
    found = editor(window, "enterprise")
    assert isinstance(found.field, LineInput)
    found.field.line.clear()
    QTest.keyClick(found.field.line, KEY.Key_Return)
    assert found.message.text() == "这一项要填。"
    QTest.keyClicks(found.field.line, "Works")
    assert found.message.text() == ""
    QTest.keyClick(found.field.line, KEY.Key_Return)
    window.settle()
    qtbot.waitUntil(lambda: gone(window))
    assert window.workspace.reading.atlas.enterprises["plant"].name == "Works"


def test_a_cell_of_no_field_opens_all_of_the_row(window: OpenWindow) -> None:
    grid = window.lists.enterprises.grid
    plain = next(c.id for c in grid.model.columns if not c.edit)
    table(window).setCurrentIndex(cell(window, plain))
    QTest.keyClick(table(window), KEY.Key_F2)
    assert gone(window)
    found = window.frame.findChildren(Form)
    assert [form.title.text() for form in found] == ["编辑企业：试验化工有限公司"]
    found[0].close()

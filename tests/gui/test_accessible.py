"""A screen reader hears which card is selected and how it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from liantu.model.target import Target
from liantu.telling.answer import answer
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow


def heard(window: OpenWindow) -> tuple[str, str]:
    found = QAccessible.queryAccessibleInterface(window.map.canvas)
    return found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)


def test_the_map_names_what_is_selected(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    assert heard(window) == ("产业链图谱", "")
    window.selection.pick(Target("product", "bpa"))
    window.settle()
    reading = window.workspace.reading
    assert heard(window) == ("产业链图谱：双酚A", answer(reading, "bpa"))
    canvas = window.map.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    window.settle()
    product = window.selection.focus.product
    assert product not in ("", "bpa")
    name = reading.atlas.products[product].name
    assert heard(window) == (f"产业链图谱：{name}", answer(reading, product))
    window.selection.pick(None)
    window.settle()
    assert heard(window) == ("产业链图谱", "")

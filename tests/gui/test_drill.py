"""断供演练: chosen where it is seen, changed by clicks and keys, taken back, kept and reopened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liantu.model.drill import Drill, Shock, ShockKind
from liantu.model.focus import DRILL, PLAN
from liantu.model.target import Target
from liantu.ui.pages.plan.drill.page import DrillTab
from liantu.ui.verbs.drill import tab
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton


def calm(window: OpenWindow) -> DrillTab:
    """The tab, with all that it tells."""
    found = tab(window.desk.parts)
    window.settle()
    window.wait(lambda: not found.busy)
    return found


def drill(window: OpenWindow) -> Drill:
    return window.workspace.reading.scenario.drill


def test_a_drill_by_clicks_and_keys(open_window: Open, qtbot: QtBot) -> None:
    """One window: a firm is stopped, by half, something is done, all is taken back."""
    window = open_window(chain="nev", size=(1366, 768))
    window.follow(Target("enterprise", "huilong"))
    window.run("drill_stop")
    view = calm(window).view
    assert window.desk.selection.focus.page == PLAN
    assert window.desk.selection.focus.plan == DRILL
    assert drill(window).shocks == (Shock(ShockKind.ENTERPRISE, "huilong"),)
    assert view.side.failing.rows.list.item(0).text() == "汇隆停产"

    field = view.side.failing.share
    field.setFocus()
    QTest.keyClicks(field, "40")
    QTest.keyClick(field, Qt.Key.Key_Return)
    calm(window)
    assert drill(window).shocks[0].share == 0.4
    window.run("undo")
    calm(window)
    assert drill(window).shocks[0].share == 1.0
    assert field.value() == 1.0

"""Another date or scenario leaves the view where it is: zoom, place, fold, selection, lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liantu.model.scenario import ProjectChoice
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.gui.test_window import click

CONTROL = Qt.KeyboardModifier.ControlModifier
Change = Callable[[OpenWindow], None]


def by_key(window: OpenWindow) -> None:
    """The event before, as the keys ask for it."""
    QTest.keyClick(window.frame, Qt.Key.Key_BracketLeft, CONTROL)
    window.settle()


def by_scenario(window: OpenWindow) -> None:
    """All of 双酚A runs."""
    wanted = window.workspace.wanted
    window.bridge.look(replace(wanted, projects=(ProjectChoice("P001"),)))
    window.settle()


def nearer(window: OpenWindow, at: QPoint) -> None:
    """Turn the wheel over the map."""
    port = window.map.canvas.viewport()
    for _ in range(3):
        turn = QWheelEvent(
            *(QPointF(at), QPointF(port.mapToGlobal(at)), QPoint(), QPoint(0, 120)),
            *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
            *(Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(port, turn)


def spot(window: OpenWindow, product: str) -> QPoint:
    """Where the card of a product is seen."""
    scene = window.map.canvas.map_scene
    place = scene.place(product) if scene is not None else None
    assert place is not None
    return window.map.canvas.mapFromScene(place.center())


@pytest.mark.parametrize("change", [by_key, by_scenario])
def test_zoom_place_and_selection_stay(open_window: Open, qtbot: QtBot, change: Change) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26", size=(1600, 960), lists=False)
    click(qtbot, window, "pc")
    canvas = window.map.canvas
    nearer(window, canvas.viewport().rect().center())
    window.settle()
    zoom, serial = canvas.percent, window.workspace.reading.serial
    before = spot(window, "pc")
    change(window)
    assert window.workspace.reading.serial != serial
    assert canvas.percent == zoom > 100
    assert (spot(window, "pc") - before).manhattanLength() <= 60, "the selected card hardly moves"
    assert window.selection.focus.product == "pc"
    assert window.inspector.dossier is not None
    assert window.inspector.dossier.title == "聚碳酸酯"


@pytest.mark.parametrize("change", [by_key, by_scenario])
def test_a_fold_stays(open_window: Open, qtbot: QtBot, change: Change) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26", size=(1600, 960), lists=False)
    click(qtbot, window, "pc")
    QTest.keyClick(window.map.canvas, Qt.Key.Key_Space)
    window.settle()
    assert window.selection.focus.fold == "pc"
    change(window)
    assert window.selection.focus.fold == "pc"
    assert window.map.canvas.partial


@pytest.mark.parametrize("change", [by_key, by_scenario])
def test_the_inspector_stays_where_it_is_read(
    open_window: Open, qtbot: QtBot, change: Change
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26", size=(1600, 960), lists=False)
    click(qtbot, window, "bpa")
    view = window.inspector.view
    key = next(k for k in view.folds if not view.folds[k].is_open)
    QTest.mouseClick(view.folds[key].head, Qt.MouseButton.LeftButton)
    QApplication.processEvents()  # how high it is at its width is known then
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    at = view.verticalScrollBar().value()
    assert at > 40
    change(window)
    assert view.folds[key].is_open
    assert abs(view.verticalScrollBar().value() - at) <= 20
    click(qtbot, window, "pc")
    assert view.verticalScrollBar().value() == 0, "another thing is read from its beginning"


@pytest.mark.parametrize("change", [by_key, by_scenario])
def test_lists_stay_where_they_are(open_window: Open, qtbot: QtBot, change: Change) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26", size=(1600, 960))
    table = window.lists.products.table
    assert table.isVisible()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    at = table.verticalScrollBar().value()
    assert at > 0
    change(window)
    assert table.verticalScrollBar().value() == at
    window.selection.open_chain("cu")
    window.settle()
    assert table.verticalScrollBar().value() == 0


def test_the_page_of_lists_stays_where_it_is(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26", size=(1366, 728))
    window.selection.show_page("lists")
    window.settle()
    grid = window.desk.lists.view.grid
    bar = grid.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    by_key(window)
    assert abs(bar.value() - at) <= max(at // 4, 3)
    assert at == 0 or bar.value() > 0

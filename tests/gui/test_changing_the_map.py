"""What the mouse changes on the map: lines drawn, cards carried; Esc leaves all as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from liantu.model.focus import MAP, Focus
from liantu.model.target import Target
from liantu.ui.canvas.segment_scene import SegmentScene
from liantu.ui.forms.form import Form
from liantu.ui.forms.inputs import LineInput
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import CHAIN, write

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
GROUPS = """\
  groups:
    - {stage: up, name: 酚, products: [phenol]}
    - {stage: up, name: 酮, products: [acetone]}
    - {stage: down, name: 树脂, products: [bpa]}
"""
GROUPED = CHAIN.replace("  members:\n", GROUPS + "  members:\n").replace("    raw: yes\n", "")


@pytest.fixture
def window(open_window: Open, tmp_path: Path) -> OpenWindow:
    window = open_window(write(tmp_path / "资料", {"01-resin.yaml": GROUPED}), size=(1366, 768))
    window.selection.reset(Focus(MAP, "resin", target=Target("product", "phenol")))
    window.settle()
    return window


def scene(window: OpenWindow) -> SegmentScene:
    found = window.map.canvas.map_scene
    assert isinstance(found, SegmentScene)
    return found


def spot(window: OpenWindow, at: QPointF) -> QPoint:
    return window.map.canvas.mapFromScene(at)


def middle(window: OpenWindow, product: str) -> QPoint:
    place = scene(window).place(product)
    assert place is not None
    return spot(window, place.center())


def handle(window: OpenWindow, product: str) -> QPoint:
    place = scene(window).place(product)
    assert place is not None
    return spot(window, QPointF(place.right(), place.center().y()))


def drag(window: OpenWindow, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    port = window.map.canvas.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    if release:
        QTest.mouseRelease(port, LEFT, NONE, end)


def form(window: OpenWindow) -> Form:
    found = window.frame.findChildren(Form)
    assert len(found) == 1
    return found[0]


def test_a_line_from_the_handle_becomes_an_input(window: OpenWindow) -> None:
    drag(window, handle(window, "phenol"), middle(window, "acetone"))
    told = form(window)
    assert told.title.text() == "投入：苯酚 → 丙酮"
    assert told.reason.text() == "还要填：单耗"
    amount = told.panel.inputs["per_unit"]
    assert isinstance(amount, LineInput)
    QTest.keyClicks(amount.line, "0.3")
    QTest.keyClick(amount.line, Qt.Key.Key_Return)
    window.settle()
    product = window.workspace.reading.atlas.products["acetone"]
    assert [(i.product, i.per_unit, i.unit) for i in product.routes[0].inputs] == [
        ("phenol", 0.3, "t")
    ]
    assert window.selection.focus.product == "phenol"


def test_a_line_let_go_over_bare_ground_is_none(window: OpenWindow) -> None:
    drag(window, handle(window, "phenol"), QPoint(3, 3))
    assert window.frame.findChildren(Form) == []
    assert not window.workspace.dirty


def test_esc_gives_a_line_up(window: OpenWindow) -> None:
    drag(window, handle(window, "phenol"), middle(window, "acetone"), release=False)
    assert window.map.canvas.drawing
    QTest.keyClick(window.map.canvas, Qt.Key.Key_Escape)
    assert not window.map.canvas.drawing
    QTest.mouseRelease(window.map.canvas.viewport(), LEFT, NONE, middle(window, "acetone"))
    assert window.frame.findChildren(Form) == []
    assert window.selection.focus.product == "phenol"


def test_an_input_is_clicked_on_the_map(window: OpenWindow) -> None:
    window.run("edit_draw")
    assert "苯酚" in window.banner.words
    QTest.mouseMove(window.map.canvas.viewport(), middle(window, "acetone"))
    QTest.mouseClick(window.map.canvas.viewport(), LEFT, NONE, middle(window, "acetone"))
    assert form(window).title.text() == "投入：丙酮 → 苯酚"
    assert "点选一个环节" not in window.banner.words
    form(window).close()


def test_esc_ends_the_choice_of_an_input(window: OpenWindow) -> None:
    window.run("edit_draw")
    QTest.keyClick(window.map.canvas, Qt.Key.Key_Escape)
    assert "点选一个环节" not in window.banner.words
    QTest.mouseClick(window.map.canvas.viewport(), LEFT, NONE, middle(window, "acetone"))
    assert window.selection.focus.product == "acetone"
    assert window.frame.findChildren(Form) == []


def test_a_card_is_carried_to_another_segment_and_stays_selected(window: OpenWindow) -> None:
    drag(window, middle(window, "phenol"), middle(window, "acetone") + QPoint(2, 2))
    window.settle()
    chain = window.workspace.reading.atlas.chains["resin"]
    assert [(g.name, g.products) for g in chain.groups] == [
        ("酮", ("acetone", "phenol")),
        ("树脂", ("bpa",)),
    ]
    assert window.workspace.history.undo_label == "苯酚 移到“酮”"
    assert window.selection.focus.product == "phenol"
    window.run("undo")
    assert window.workspace.reading.atlas.chains["resin"].groups[0].products == ("phenol",)


def test_a_card_carried_to_another_stage_moves_there(window: OpenWindow) -> None:
    drag(window, middle(window, "phenol"), middle(window, "bpa") + QPoint(2, 2))
    window.settle()
    chain = window.workspace.reading.atlas.chains["resin"]
    stages = {m.product: m.stage for m in chain.members()}
    assert stages["phenol"] == "down"


def test_a_carried_card_let_go_in_its_own_box_stays(window: OpenWindow) -> None:
    at = middle(window, "phenol")
    drag(window, at, at + QPoint(0, 14))
    window.settle()
    assert not window.workspace.dirty


def test_esc_gives_a_carried_card_back(window: OpenWindow) -> None:
    drag(window, middle(window, "phenol"), middle(window, "bpa"), release=False)
    QTest.keyClick(window.map.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(window.map.canvas.viewport(), LEFT, NONE, middle(window, "bpa"))
    window.settle()
    assert not window.workspace.dirty


def test_what_is_not_selected_is_not_carried(window: OpenWindow) -> None:
    drag(window, middle(window, "acetone"), middle(window, "bpa"))
    window.settle()
    assert not window.workspace.dirty


def line_menu(window: OpenWindow) -> QMenu:
    window.selection.pick(None)
    window.settle()
    line = next(one for one in scene(window).lines if one.ends == ("phenol", "bpa"))
    (x, y), (u, v) = line.line.points[0], line.line.points[1]
    at = spot(window, QPointF((x + u) / 2, (y + v) / 2))
    port = window.map.canvas.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(reason, at, port.mapToGlobal(at)))
    return next(m for m in window.columns.findChildren(QMenu) if m.isVisible())


def choose(menu: QMenu, words: str) -> None:
    action = next(a for a in menu.actions() if a.text() == words)
    action.trigger()
    menu.close()


def test_the_menu_of_a_line_changes_the_input(window: OpenWindow) -> None:
    menu = line_menu(window)
    roles = next(m for m in menu.findChildren(QMenu) if m.title() == "角色")
    choose(roles, "部件")
    menu.close()
    window.settle()
    flow = next(
        i
        for i in window.workspace.reading.atlas.products["bpa"].routes[0].inputs
        if i.product == "phenol"
    )
    assert flow.role == "part"
    choose(line_menu(window), "编辑投入：苯酚 → 双酚A…")
    told = form(window)
    assert told.panel.inputs["per_unit"].value() == "0.85"
    told.close()
    choose(line_menu(window), "删除这条投入")
    window.settle()
    assert window.workspace.history.undo_label == "双酚A · 删除投入：苯酚"


def test_the_menu_of_a_card_has_the_verbs_that_change_it(window: OpenWindow) -> None:
    at = middle(window, "bpa")
    port = window.map.canvas.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(reason, at, port.mapToGlobal(at)))
    menu = next(m for m in window.columns.findChildren(QMenu) if m.isVisible())
    words = [a.text() for a in menu.actions()]
    more = next(m for m in menu.findChildren(QMenu) if m.title() == "增改")
    inside = [a.text() for a in more.actions()]
    menu.close()
    assert "编辑…" in words
    wanted = ["新增投入…", "新增产能…", "移到细分环节…", "删除…"]
    assert [w for w in wanted if w not in inside] == []

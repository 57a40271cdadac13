"""The inspector answers first, and folds the rest so that nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from liantu.model.target import Target
from liantu.ui.dialogs.why import WhyDialog
from liantu.ui.widgets.mark import MarkView
from liantu.wording import text
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton


def show(window: OpenWindow, product: str, width: int = 1366) -> None:
    window.frame.resize(width, 768)
    window.follow(Target("product", product))
    frame = window.desk.map.frame
    window.wait(lambda: frame.side_open)
    window.settle()


def in_sight(window: OpenWindow, part: QWidget) -> bool:
    """Whether the whole of a part lies in what the inspector shows."""
    view = window.inspector.view.viewport()
    top = part.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + part.height() <= view.height()


def opened(window: OpenWindow) -> list[str]:
    return [key for key, fold in window.inspector.view.folds.items() if fold.is_open]


def test_a_wide_window_opens_sums_routes_and_projects(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    show(window, "bpa", 1366)
    assert opened(window) == []
    show(window, "pc", 1600)
    assert opened(window) == ["ui.part.sums", "ui.part.routes", "ui.part.projects"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_part_opens_by_key_and_stays_open_for_the_next_thing(
    open_window: Open, qtbot: QtBot, key: Qt.Key
) -> None:
    window = open_window(chain="pc-nylon")
    show(window, "bpa")
    head = window.inspector.view.folds["ui.part.makers"].head
    assert "已收起，在产 1 家" in head.accessibleName()
    qtbot.keyClick(head, key)
    assert opened(window) == ["ui.part.makers"]
    assert "已展开" in head.accessibleName()
    show(window, "pc")
    assert opened(window) == ["ui.part.makers"]
    qtbot.keyClick(window.inspector.view.folds["ui.part.makers"].head, key)
    show(window, "bpa")
    assert opened(window) == []


def test_a_jump_opens_its_part_and_brings_it_into_sight(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    show(window, "naoh")
    jumps = window.inspector.view.findChildren(QPushButton, "jump")
    button = next(b for b in jumps if b.text() == "来源")
    qtbot.mouseClick(button, LEFT)
    fold = window.inspector.view.folds["ui.part.sources"]
    assert fold.is_open
    assert window.frame.focusWidget() is fold.head
    assert in_sight(window, fold.head)


def test_a_chain_opens_with_the_product_selected(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    show(window, "phenol")
    pill = next(b for b in window.inspector.links() if b.words == "橡塑助剂")
    qtbot.mouseClick(pill, LEFT)
    window.settle()
    assert window.selection.focus.chain == "rubber"
    assert window.selection.focus.product == "phenol"
    pills = {b.words: b.property("chosen") for b in window.inspector.links() if b.line.chain}
    assert pills == {"聚碳酸酯·尼龙": False, "橡塑助剂": True, "生物医药与器械": False}


def test_the_sentence_is_copied_and_the_neighbours_are_shown_alone(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon", date="2022-12-31")
    show(window, "phenol")
    buttons = {b.text(): b for b in window.inspector.buttons()}
    qtbot.mouseClick(buttons[text("ui.inspector.copy")], LEFT)
    assert QGuiApplication.clipboard().text().startswith("苯酚：疑似短链·向上（上游延伸）。")
    qtbot.mouseClick(buttons[text("ui.inspector.fold")], LEFT)
    assert window.selection.focus.fold == "phenol"


def test_the_letter_is_the_same_in_the_inspector_and_in_the_sheet(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    show(window, "phenol")
    above = window.inspector.head.findChild(MarkView)
    window.run("why")
    sheet = window.findChild(WhyDialog)
    assert isinstance(sheet, WhyDialog)
    assert isinstance(above, MarkView)
    assert above.mark.letter == "购"
    assert above.mark in [view.mark for view in sheet.findChildren(MarkView)]


def test_the_chains_of_a_large_enterprise_are_seen_without_scrolling(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", date="2022-12-31", size=(1366, 728), lists=False)
    window.follow(Target("enterprise", "luxi"))
    window.wait(lambda: window.desk.map.frame.side_open)
    window.settle()
    pills = [b for b in window.inspector.links() if b.target and b.target.kind == "chain"]
    assert len(pills) == 9
    assert all(in_sight(window, pill) for pill in pills)


def test_nothing_of_another_chain_is_seen_before_the_new_one_is_told(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    inspector = window.inspector
    former = [line.words for line in inspector.links()]
    assert inspector.isVisible() and former and inspector.buttons()
    window.selection.open_chain("rubber")
    assert window.head.first.name.text() == "橡塑助剂"
    assert inspector.head.title == "橡塑助剂与塑料加工产业链"
    assert inspector.links() == [] and inspector.view.folds == {}
    assert not inspector.view.widget().isVisible()
    assert not any(button.isVisible() for button in inspector.buttons())
    window.selection.open_chain("chem")  # before anything was told of the last
    window.settle()
    told = [line.words for line in inspector.links()]
    assert inspector.view.widget().isVisible() and told and told != former
    assert inspector.dossier is not None
    chem = window.workspace.reading.atlas.chains["chem"]
    assert inspector.dossier.title == inspector.head.title == chem.name
    window.selection.pick(None, "rubber")
    window.selection.pick(Target("product", "phenol"))  # the same chain: it is told at once
    assert inspector.dossier is not None and inspector.dossier.title == "苯酚"
    window.settle()
    assert inspector.dossier.title == inspector.head.title == "苯酚"

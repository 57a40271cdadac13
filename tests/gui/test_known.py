"""What is known and what is not is told apart on tiles, heads, cards and chips."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from liantu.analysis.certain import GAPS
from liantu.model.focus import HOME, REPORT
from liantu.model.standing import Certainty
from liantu.model.target import Target
from liantu.telling.answer import answer
from liantu.telling.standing import coverage_sentence
from liantu.ui.dialogs.why import WhyDialog
from liantu.ui.widgets.mark import MarkView
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.gui.test_window import item

DATE = "2022-12-31"


def words(window: OpenWindow, chain: str) -> list[str]:
    tile = next(t for t in window.home.tiles if t.chain == chain)
    return [shown.words for shown in tile.lines]


def test_a_tile_counts_key_links_and_what_lacks(open_window: Open) -> None:
    window = open_window(date=DATE)
    reading = window.workspace.reading
    summary = reading.summary("al")
    keys, _, lacking, gaps, _ = words(window, "al")
    assert keys.startswith(f"关键环节 {sum(summary.keys.values())}：在产 ")
    assert f"缺主材 {len(summary.mains.materials)} 种" in lacking
    rows = {row.product for board in GAPS for row in reading.rows(board, "al")}
    sure = {p for p in rows if reading.verdicts[p].certainty is Certainty.CONFIRMED}
    assert gaps.startswith(f"已确认缺口 {len(sure)} · 待核实 {len(rows - sure)} · ")


def test_a_tile_names_what_lacks_in_its_tip_and_says_nothing_of_closure(
    open_window: Open,
) -> None:
    window = open_window(date=DATE)
    tile = next(t for t in window.home.tiles if t.chain == "al")
    atlas = window.workspace.reading.atlas
    mains = window.workspace.reading.summary("al").mains
    assert all(atlas.products[p].name in tile.toolTip() for p in mains.materials)
    shown = [label.text() for label in tile.findChildren(QLabel)]
    assert any(f"主材保障 {mains.share:.0%}" in text for text in shown)
    assert "主材本地保障率" in tile.toolTip()
    assert not any("闭合" in text for text in [*shown, tile.toolTip()])


def test_few_made_products_have_a_number_and_no_share(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(date=DATE)
    mains = window.workspace.reading.summary("pipe").mains
    assert mains.made < 3
    tile = next(t for t in window.home.tiles if t.chain == "pipe")
    shown = [label.text() for label in tile.findChildren(QLabel)]
    assert any(text.endswith(f"主材保障 {mains.made} 个中 {mains.full} 个") for text in shown)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.head.second.mains.text() == f"主材本地保障率 {mains.made} 个中 {mains.full} 个"
    assert not any("闭合" in part.text() for part in window.head.findChildren(QLabel))


@pytest.mark.parametrize("page", [HOME, REPORT])
@pytest.mark.parametrize("width", [1366, 1920])
def test_how_much_the_data_hold_stands_whole_below_every_page(
    open_window: Open, page: str, width: int
) -> None:
    window = open_window(chain="al", date=DATE)
    window.frame.resize(width, 768)
    window.selection.show_page(page)
    window.settle()
    shown = window.desk.coverage
    assert shown.isVisible()
    assert shown.text() == coverage_sentence(window.workspace.reading)
    assert shown.width() >= shown.sizeHint().width()
    assert window.frame.width() == width


def marks_above(window: OpenWindow) -> list[MarkView]:
    """The letters beside the name in the inspector."""
    return window.inspector.head.findChildren(MarkView)


def test_an_unseen_gap_is_hollow_on_card_and_chip(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date=DATE)
    found = item(window, "phenol")
    assert found.suspected
    assert "疑似" in found.tooltip
    assert not any("疑似" in line for line in item(window, "bpa").tooltip.splitlines())
    window.selection.pick(Target("product", "phenol"))
    window.settle()
    above = window.inspector.head.findChild(MarkView)
    assert isinstance(above, MarkView)
    assert above.mark.hollow
    window.selection.pick(Target("product", "bpa"))
    window.settle()
    window.wait(lambda: [view.mark.hollow for view in marks_above(window)] == [False])


def test_the_answer_leads_the_sheet(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", date=DATE)
    window.selection.pick(Target("product", "phenol"))
    window.run("why")
    dialog = window.findChild(WhyDialog)
    assert isinstance(dialog, WhyDialog)
    said = dialog.sheet.findChild(QLabel, "answer")
    assert said is not None
    assert said.text() == answer(window.workspace.reading, "phenol")
    told = [label.text() for label in dialog.sheet.findChildren(QLabel)]
    assert told.count(said.text()) == 1

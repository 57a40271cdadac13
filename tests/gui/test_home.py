"""总览: what is seen can be clicked, and the firms of a chain are its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from liantu.model.classes import Word
from liantu.model.focus import LISTS_PAGE
from liantu.telling.charts.catalogue import ChartName
from liantu.ui.pages.home.tile import Tile
from liantu.ui.widgets.chart import ChartView
from liantu.ui.widgets.text import Elided
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import CHAIN, write

LEFT = Qt.MouseButton.LeftButton


def tile(window: OpenWindow, chain: str) -> Tile:
    return next(t for t in window.home.tiles if t.chain == chain)


def card(window: OpenWindow, qtbot: QtBot, name: ChartName) -> ChartView:
    """The view of a chart of the city, scrolled to and drawn."""
    view = window.home.cards[name].view
    window.home.ensureWidgetVisible(window.home.cards[name])
    qtbot.waitUntil(lambda: view.surface is not None and not view.busy, timeout=20_000)
    window.settle()
    return view


def spot(view: ChartView, wanted: str) -> QPoint:
    """The middle of the area whose tip begins so."""
    assert view.surface is not None
    at = next(at for at, hit in enumerate(view.surface.hits) if hit.tip.startswith(wanted))
    return view.surface.area(at).center().toPoint()


def click(view: ChartView, qtbot: QtBot, wanted: str) -> None:
    assert view.surface is not None
    qtbot.mouseClick(view.surface.widget, LEFT, pos=spot(view, wanted))


def test_a_piece_of_a_tile_opens_its_list(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    bar = tile(window, "pc-nylon").composition
    qtbot.mouseClick(bar, LEFT, pos=bar.place(Word.SHORT_UP).toPoint())
    assert window.selection.focus.page == LISTS_PAGE
    view = window.desk.lists.view
    assert (view.key, view.side.value("chain")) == ("products", "pc-nylon")
    boxes = view.side.boxes["class"].boxes
    assert [name for name, box in boxes.items() if box.box.isChecked()] == ["短链·向上"]


def test_beside_the_pieces_a_tile_opens_its_chain(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    found = tile(window, "cu")
    at = found.composition.mapTo(found, QPoint(found.composition.width() - 2, 9))
    qtbot.mouseClick(found, LEFT, pos=at)
    assert window.selection.focus.chain == "cu"


@pytest.mark.parametrize(
    ("tip", "chain", "word"),
    [("铝 短链·向上：", "al", "短链·向上"), ("铜 断链：", "cu", "断链")],
)
def test_a_cell_of_the_table_leads_to_its_list(
    open_window: Open, qtbot: QtBot, tip: str, chain: str, word: str
) -> None:
    window = open_window()
    click(card(window, qtbot, ChartName.HEAT), qtbot, tip)
    assert window.selection.focus.page == LISTS_PAGE
    ledger = window.desk.lists.view
    assert ledger.side.value("chain") == chain
    shown = [n for n, b in ledger.side.boxes["class"].boxes.items() if b.box.isChecked()]
    assert shown == [word]


def test_a_cell_of_the_network_leads_to_the_user(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    click(card(window, qtbot, ChartName.NETWORK), qtbot, "煤盐氟硅化工 → 橡塑助剂：8 种")
    assert window.selection.focus.chain == "rubber"


def test_a_county_leads_to_its_enterprises(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    click(card(window, qtbot, ChartName.COUNTIES), qtbot, "茌平区：")
    ledger = window.desk.lists.view
    assert (ledger.key, ledger.side.value("county")) == ("enterprises", "茌平区")
    assert len(ledger.grid.model.shown) == 23


def test_the_firms_of_a_tile_are_those_of_its_own_trunk(open_window: Open) -> None:
    window = open_window()
    for chain in ("textile", "paper", "it", "pharma"):
        window.home.board.see(0, 10_000)
        window.settle()
        assert not tile(window, chain).lines[-1].words.split("：")[1].startswith("鲁西")


def test_a_chain_without_a_field_has_no_empty_tag(open_window: Open, tmp_path: Path) -> None:
    chain = CHAIN.replace("  field: 化工\n", "")
    window = open_window(write(tmp_path, {"01-resin.yaml": chain}))
    labels = tile(window, "resin").findChildren(QLabel)
    assert [one.text() for one in labels if one.objectName() == "tag"] == []


def test_another_folder_begins_at_the_top(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window()
    bar = window.home.verticalScrollBar()
    bar.setValue(400)
    window.reload()
    window.settle()
    assert bar.value() == 400
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        window.bridge.open(write(tmp_path, {"01-resin.yaml": CHAIN}))
    window.settle()
    assert bar.value() == 0


def test_the_words_of_the_tiles_are_explained_on_the_page(open_window: Open) -> None:
    window = open_window()
    told = [part.text() for part in window.home.findChildren(type(window.home.headline))]
    assert "断链：有人要、有料、没人做" in told
    assert "空心：疑似，未见记录，待核实" in told


def test_a_list_without_room_ends_with_a_whole_name(qtbot: QtBot) -> None:
    told = "缺主材 3 种：轴承钢丝(球化退火)、黄铜棒、精密冷轧带钢"
    line = Elided(told)
    qtbot.addWidget(line)
    line.resize(line.fontMetrics().horizontalAdvance(told) - 20, 20)
    line.show()
    assert line.text() == "缺主材 3 种：轴承钢丝(球化退火)、黄铜棒…"
    assert line.toolTip() == line.words == told
    line.resize(line.fontMetrics().horizontalAdvance(told) + 20, 20)
    assert line.text() == told
    line.setStyleSheet("font-size: 40px")
    assert line.text().endswith("…"), "a style is put on after the words"
    line.setStyleSheet("padding: 0 30px")
    assert line.text().endswith("…"), "what the style keeps free is no room for words"
    line.setStyleSheet("")
    line.set_words("一句没有顿号的话，长到放不下也照旧断开")
    line.resize(100, 20)
    assert line.text().endswith("…")

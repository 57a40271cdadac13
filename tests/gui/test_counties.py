"""County filter over map and lists, and an enterprise's own map."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from liantu.model.target import Target
from tests.gui.conftest import Open
from tests.gui.test_window import LEFT, card

ENTER = Qt.Key.Key_Return


def test_a_county_filters_map_and_lists(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    county = window.head.county
    window.pick(county, "高新区")
    assert county.closed.text().startswith("高新区 ")
    assert not card(window, "bpa").faded
    assert card(window, "glycerol").faded
    window.lists.setCurrentWidget(window.lists.enterprises)
    shown = window.lists.enterprises.model
    counties = {shown.index(row, 1).data() for row in range(shown.rowCount())}
    assert counties == {"高新区"}
    window.pick(county, "")
    assert not card(window, "glycerol").faded


def test_the_choice_stays_when_the_chain_changes(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.pick(window.head.county, "阳谷县")
    window.selection.open_chain("cu")
    window.settle()
    assert window.head.county.key == "阳谷县"
    assert not card(window, "cath").faded
    assert card(window, "cutube").faded


def test_an_enterprise_has_a_map_of_its_own(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.follow(Target("enterprise", "luxi"))
    button = next(b for b in window.inspector.findChildren(QPushButton) if b.text() == "看它的图谱")
    qtbot.mouseClick(button, LEFT)
    assert window.map.view is not None
    assert window.map.view.title.startswith("鲁西")
    assert {"bpa", "phenol", "pc"} <= {c.id for c in window.map.view.cards}
    assert window.can("picture"), "it is exported like any other"
    qtbot.mouseClick(window.map.chips.buttons()[0], LEFT)
    assert window.map.map is not None
    assert window.map.map.graph.chain == "pc-nylon"


def test_long_links_wrap_and_are_not_cut(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="al")
    qtbot.wait(300)
    window.follow(Target("enterprise", "xinfa"))
    window.settle()
    qtbot.wait(300)
    words = [link.findChild(QLabel) for link in window.inspector.links()]
    assert any(line.height() > 1.5 * line.fontMetrics().height() for line in words), "one wraps"
    for line in words:
        assert line.height() >= line.heightForWidth(line.width()), line.text()
    for link in window.inspector.links():
        assert link.height() <= link.findChild(QLabel).height() + 8, "no gap below"


def test_power_is_not_shown_to_go_to_everybody(open_window: Open) -> None:
    window = open_window(chain="al")
    window.desk.map._show_firm("xinfa")
    assert window.map.view is not None
    cards = {card.id: card.band for card in window.map.view.cards}
    assert cards["elec"] == 1
    assert "cath" not in cards, "copper is refined with power, but not for that on this map"
    assert cards["al"] == 1
    assert cards["billet"] == 2

"""The lists under the map: filled when seen, filters that stay, keys that sort."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from liantu.model.boards import Board
from liantu.model.focus import CITY
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.ui.lists.page import ListPage
from tests.gui.conftest import Open


def column(page: ListPage, id_: str) -> list[str]:
    at = [c.id for c in page.model.columns].index(id_)
    return [str(page.model.index(row, at).data()) for row in range(page.model.rowCount())]


def test_a_hidden_list_is_counted_and_filled_when_it_is_shown(
    open_window: Open, qtbot: QtBot
) -> None:
    lists = open_window(chain="pc-nylon", date="2022-10-26").lists
    short = lists.gaps["short"]
    assert short.model.rows == ()
    qtbot.waitUntil(lambda: lists.bar.words("short") != "短链")
    assert short.model.rows == (), "counted, and still not filled"
    lists.setCurrentWidget(short)
    assert lists.bar.words("short") == f"短链 {len(short.model.rows)}"
    assert short.model.rowCount() == len(short.model.rows) > 0


def test_a_tab_tells_no_number_before_its_lists_are_counted(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon")
    bar = window.lists.bar

    def tabs() -> list[str]:
        return [bar.tabs.tabText(at) for at in range(bar.tabs.count())]

    qtbot.waitUntil(lambda: tabs()[-1].startswith("体检 "))
    assert tabs()[2] == "企业 9"
    window.lists.show_chain(window.workspace.reading, "cu")
    assert tabs()[0] == "缺口", "neither 0 nor the number of the chain before"
    assert tabs()[2] == "企业"
    qtbot.waitUntil(lambda: tabs()[2].startswith("企业 "))


def test_what_has_no_number_in_its_tab_is_not_counted(open_window: Open, qtbot: QtBot) -> None:
    lists = open_window(chain="pc-nylon").lists
    qtbot.waitUntil(lambda: lists.issues.is_counted)
    assert not lists.health.trust.is_counted
    lists.setCurrentWidget(lists.health)
    assert len(lists.health.trust.model.rows) == 21


def test_the_same_reading_and_chain_do_not_fill_again(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    rows = window.lists.products.model.rows
    window.lists.show_chain(window.workspace.reading, "pc-nylon")
    assert window.lists.products.model.rows is rows


def test_words_stay_when_chain_and_date_change(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    page = window.lists.products
    page.filter.setText("铜箔")
    window.selection.open_chain("cu")
    assert page.filter.text() == "铜箔"
    assert 0 < page.model.rowCount() < len(page.model.rows)
    assert all(
        "铜箔" in "".join(str(page.model.index(r, c).data()) for c in range(7)) for r in (0, 1)
    )
    window.choose_date("2022-10-25")
    assert page.filter.text() == "铜箔"
    assert page.model.rowCount() < len(page.model.rows)


def test_full_and_half_width_and_case_are_the_same(open_window: Open) -> None:
    page = open_window(chain="pc-nylon").lists.products
    page.filter.setText("ｐｃ板材")
    assert column(page, "product") == ["PC板材与薄膜"]


def test_unknown_comes_last_in_either_direction(open_window: Open) -> None:
    page = open_window(chain="pc-nylon").lists.products
    at = [c.id for c in page.model.columns].index("supply")
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        page.table.sortByColumn(at, order)
        cells = column(page, "supply")
        known = [float(c.removeprefix("≥ ")) for c in cells if c[0] in "≥0123456789"]
        assert cells[len(known) :] == [c for c in cells if c in ("—", "不详")]
        assert known == sorted(known, reverse=order is Qt.SortOrder.DescendingOrder)
    assert len(known) > 3


def test_a_county_chosen_before_a_list_was_seen_still_holds(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    lists, choose = window.lists, window.head.county_chosen.emit
    choose("高新区")
    lists.setCurrentWidget(lists.gaps["short"])
    shown = set(column(lists.gaps["short"], "county"))
    assert shown and all("高新区" in words for words in shown)
    choose("")
    assert lists.gaps["short"].model.rowCount() == len(lists.gaps["short"].model.rows)


def test_the_chosen_row_stays_chosen_under_a_filter(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    page = window.lists.products
    page.table.selectRow(page.model.row_of("bpa"))
    assert window.selection.focus.product == "bpa"
    page.filter.setText("双酚A")
    (row,) = {index.row() for index in page.table.selectedIndexes()}
    assert page.model.row_at(row).id == "bpa"


def test_a_board_keeps_its_blocks_apart_however_it_is_sorted(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    page = window.lists.boards["fill"]
    window.lists.setCurrentWidget(page)
    whole = len(window.workspace.reading.rows(Board.FILL, "pc-nylon"))
    assert page.pending is not None
    assert page.pending.text() == f"待核实（{whole}）"
    assert page.model.rowCount() == whole > 1
    scores = [float(words) for words in column(page, "score")]
    assert scores == sorted(scores, reverse=True)
    at = [c.id for c in page.model.columns].index("score")
    page.table.sortByColumn(at, Qt.SortOrder.AscendingOrder)
    assert [float(words) for words in column(page, "score")] == sorted(scores)


def test_what_is_not_confirmed_can_be_hidden_and_the_list_says_why_it_is_empty(
    open_window: Open,
) -> None:
    window = open_window(chain="pc-nylon")
    page = window.lists.boards["fill"]
    window.lists.setCurrentWidget(page)
    count = page.model.rowCount()
    assert page.pending is not None
    page.pending.setChecked(False)
    assert page.model.rowCount() == 0
    assert page.empty.text() == f"尚无已确认缺口；待核实 {count} 项，见摸底任务单"
    page.pending.setChecked(True)
    assert page.model.rowCount() == count


def test_a_board_of_the_whole_city_is_one_choice_away(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    for key in ("fill", "extend", "strong", "survey", "shortlist"):
        page = window.lists.boards[key]
        window.lists.setCurrentWidget(page)
        page.scope.setCurrentIndex(page.scope.findData(CITY))
        reading = window.workspace.reading
        assert len(page.model.rows) == len(find(key).rows(reading, Scope(city=True))) > 0
        said = find(key).remarked(reading, Scope(city=True))
        assert page.foot.words.words == said
        assert bool(said) is (key != "strong")


def test_a_board_shows_what_its_criteria_weigh(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    page = window.lists.boards["strong"]
    window.lists.setCurrentWidget(page)
    assert page.foot.legend is not None
    words = [found.text() for found in page.foot.legend.findChildren(QLabel) if found.text()]
    assert words == ["牵连 50", "缺口 25", "梯队 25"]

"""A large folder: rows are found by a worker, filtered and sorted between events, and are the same
in the end; until then the window shows what it showed before and says that it works.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from liantu.analysis import room
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.focus import HOME, LISTS_PAGE, PLAN, POOL
from liantu.model.scenario import Scenario
from liantu.telling.lists.catalogue import find
from liantu.telling.shocks import backup as shown_backups
from liantu.ui.lists import grid as grids
from liantu.ui.lists import stock, table, texts
from liantu.ui.lists.lines import why_height
from liantu.ui.lists.page import ListPage
from liantu.ui.lists.view import HEAD_HEIGHT, ROW_HEIGHT
from liantu.ui.pages.lists import ledger as ledgers
from liantu.ui.pages.lists.ledger import GROUPS, Ledger
from liantu.ui.remembered.list_memory import Memory
from liantu.ui.session.parting import Parting
from liantu.ui.work import finding
from liantu.wording import text
from tests.gui.conftest import Open
from tests.gui.opened import WAIT_MS, OpenWindow

DAY = "2022-12-31"
DOWN = Qt.SortOrder.DescendingOrder
LARGE_NOW = (
    (grids, "AT_ONCE", 0),
    (finding, "LARGE", 1),
    (table, "AT_ONCE", 0),
    (texts, "KEPT", 0),
    (stock, "RUN", 7),
)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """From the call on the shipped folder is a large one."""

    def begin() -> None:
        for module, name, value in LARGE_NOW:
            monkeypatch.setattr(module, name, value)

    yield begin


def told(view: Ledger) -> dict[str, object]:
    """What the page tells of the list in front."""
    boxes = {
        f"{kind}:{value}": box.count.text()
        for kind, found in view.side.boxes.items()
        for value, box in found.boxes.items()
    }
    combo = view.side.combos["county"]
    return {
        "rows": [view.grid.model.item.key(row) for row in view.grid.model.shown],
        "sentence": view.head.sentence.words,
        "foot": view.foot.words.words,
        "boxes": boxes,
        "counties": [combo.itemText(at) for at in range(combo.count())],
        "survey": view.survey.words if view.survey.isVisible() else "",
    }


def walked(window: OpenWindow, view: Ledger, qtbot: QtBot) -> dict[str, object]:
    """The lists one after the other, one of them sorted, one filtered."""
    found: dict[str, object] = {}
    view.remember(Memory())  # how another window sorted may have been saved meanwhile

    def note(name: str) -> None:
        qtbot.waitUntil(lambda: not view.busy, timeout=WAIT_MS)
        found[name] = told(view)

    for key in (str(Board.FILL), "survey", "city", "balance", "enterprises", "issues"):
        view.show_list(key)
        view.grid.table.sortByColumn(-1, DOWN)  # a window before may have left it sorted
        note(key)
    view.grid.table.sortByColumn(0, DOWN)
    note("issues sorted")
    view.show_list("balance")
    view.grid.table.sortByColumn(2, DOWN)
    view.head.field.setText("双酚")
    note("balance sorted and filtered")
    view.head.field.clear()
    view.side.choose("chain", "pc-nylon")
    note("balance of a chain")
    view.side.choose("chain", "")
    note("balance of the city again")
    found["counts"] = {key: entry.count for key, entry in view.side.entries.items()}
    return found


def ledger(window: OpenWindow) -> Ledger:
    window.selection.show_page(LISTS_PAGE)
    window.settle()
    return window.desk.lists.view


def test_a_large_folder_is_listed_like_a_small_one(
    open_window: Open, qtbot: QtBot, large: Callable[[], None]
) -> None:
    window = open_window(date=DAY)
    small = walked(window, ledger(window), qtbot)
    large()
    other = open_window(date=DAY)
    assert walked(other, ledger(other), qtbot) == small
    counts = small["counts"]
    assert isinstance(counts, dict)
    assert counts.keys() == {key for keys in GROUPS.values() for key in keys}
    assert all(counts.values())


def test_what_was_shown_stays_until_the_rows_are_there(
    open_window: Open, qtbot: QtBot, large: Callable[[], None]
) -> None:
    window = open_window(date=DAY)
    view = ledger(window)
    view.show_list("products")
    qtbot.waitUntil(lambda: not view.busy, timeout=WAIT_MS)
    before = [row.id for row in view.grid.model.shown]
    large()
    view.head.field.setText("双酚")
    assert [row.id for row in view.grid.model.shown] == before
    assert view.head.sentence.words == text("ui.list.working")
    view.head.field.setText("双酚A")  # the first key is not worked out any more
    qtbot.waitUntil(lambda: not view.busy, timeout=WAIT_MS)
    shown = [row.id for row in view.grid.model.shown]
    assert 0 < len(shown) < len(before)
    assert view.head.sentence.words == view.sentence
    view.side.choose("chain", "pc-nylon")
    assert [row.id for row in view.grid.model.shown] == shown
    assert view.head.sentence.words == text("ui.list.working")
    assert {entry.count for entry in view.side.entries.values()} == {""}  # unknown is never 0
    qtbot.waitUntil(lambda: not view.busy, timeout=WAIT_MS)
    assert view.where in view.sentence


def test_the_chosen_row_stays_when_a_long_list_is_sorted(
    open_window: Open, qtbot: QtBot, large: Callable[[], None]
) -> None:
    window = open_window(date=DAY)
    view = ledger(window)
    qtbot.waitUntil(lambda: not view.busy, timeout=WAIT_MS)
    grid = view.grid
    assert grid.laid is not None
    grid.table.selectRow(grid.laid.line(3))
    chosen = [row.id for row in grid.chosen]
    large()
    grid.table.sortByColumn(0, DOWN)
    assert grid.model.busy
    qtbot.waitUntil(lambda: not grid.model.busy, timeout=WAIT_MS)
    assert [row.id for row in grid.chosen] == chosen != []
    line = grid.table.currentIndex().row()
    assert grid.laid.why_line == line + 1
    heads = {at for at in grid.laid.special if at != line + 1}
    for at in range(grid.laid.rowCount()):
        high = HEAD_HEIGHT if at in heads else ROW_HEIGHT
        if at == line + 1:
            high = why_height(grid.table, grid.laid.words(at))
        assert grid.table.rowHeight(at) == high


def test_lists_under_the_map_find_the_rows_of_the_city_by_a_worker(
    open_window: Open, qtbot: QtBot, large: Callable[[], None]
) -> None:
    large()
    window = open_window(chain="pc-nylon", date=DAY)
    page = window.lists.city
    assert isinstance(page, ListPage)
    qtbot.waitUntil(lambda: page.is_counted and not window.lists.busy, timeout=WAIT_MS)
    assert page.model.held == 0
    window.lists.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=WAIT_MS)
    reading = window.workspace.reading
    assert page.asked is not None
    expected = [row.id for row in find("city").rows(*page.asked)]
    assert [row.id for row in page.model.rows] == expected
    assert page.asked[0] is reading
    item = page.model.item
    said = (item.missed(*page.asked), item.remarked(*page.asked))
    assert page.foot.words.words == "　".join(words for words in said if words)


def test_projects_of_a_large_folder_are_told_by_a_worker(
    open_window: Open, qtbot: QtBot, large: Callable[[], None]
) -> None:
    def pool() -> tuple[list[str], str, list[str]]:
        window = open_window(date=DAY)
        window.selection.go(window.selection.focus.__class__(page=PLAN, plan=POOL))
        window.settle()
        view = window.desk.plan.tabs[POOL].view
        qtbot.waitUntil(lambda: bool(view.shown), timeout=WAIT_MS)
        qtbot.waitUntil(lambda: not view.grid.model.busy, timeout=WAIT_MS)
        combo = view.head.combos["chain"]
        offered = [combo.itemText(at) for at in range(combo.count())]
        return [row.project.id for row in view.shown], view.head.sentence.words, offered

    small = pool()
    large()
    assert pool() == small


def test_all_rows_of_a_long_list_are_copied_as_those_of_a_short_one(
    open_window: Open, qtbot: QtBot, large: Callable[[], None]
) -> None:
    window = open_window(date=DAY)
    view = ledger(window)
    qtbot.waitUntil(lambda: not view.busy, timeout=WAIT_MS)
    grid, counted, marked = view.grid, list[int](), list[frozenset[object]]()
    grid.copied.connect(counted.append)
    grid.marked.connect(marked.append)
    grid.table.selectAll()
    grid.copy()
    short, all_marked = QGuiApplication.clipboard().text(), marked[-1]
    grid.table.clearSelection()
    large()
    grid.table.selectAll()
    grid.copy()
    qtbot.waitUntil(lambda: len(counted) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: marked[-1] == all_marked, timeout=WAIT_MS)
    assert QGuiApplication.clipboard().text() == short
    assert counted == [len(view.grid.model.shown)] * 2
    assert len(short.splitlines()) == counted[0] + 1


def test_the_window_tells_no_cell_again_that_a_worker_has_told(
    open_window: Open, qtbot: QtBot, large: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    large()
    window = open_window(date=DAY)
    view = ledger(window)
    told_here = list[str]()
    backups = shown_backups.cell

    def cell(*asked: object, **named: object) -> str:
        if threading.current_thread() is threading.main_thread():
            told_here.append("")
        return backups(*asked, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(shown_backups, "cell", cell)
    view.show_list("outage")
    qtbot.waitUntil(lambda: not view.busy, timeout=WAIT_MS)
    model = view.grid.model
    column = next(at for at, c in enumerate(model.columns) if c.id == "outage_backup")
    words = [model.cell(row, column).words for row in range(20)]
    assert told_here == []
    view.grid.table.viewport().repaint()
    assert told_here == []
    assert words == [model.columns[column].text(row) for row in model.shown[:20]]
    assert any(words)


def test_a_large_folder_keeps_the_rows_of_few_lists_and_finds_the_others_again(
    open_window: Open, qtbot: QtBot, large: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    large()
    window = open_window(date=DAY)
    view = ledger(window)

    def shown(key: str) -> dict[str, object]:
        view.show_list(key)
        qtbot.waitUntil(lambda: not view.busy, timeout=WAIT_MS)
        found = told(view)
        del found["counties"]  # not offered for products: it shows those of another list
        return found

    products = shown("products")
    grid = view.grid
    grid.table.selectRow(40)
    bar = grid.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place, chosen = bar.value(), [row.id for row in grid.chosen]
    assert place > 0 < len(chosen)
    shown("enterprises")
    assert len(grid.model.rows) == len(products["rows"]), "a city has room for all"  # type: ignore[arg-type]
    monkeypatch.setattr(ledgers, "BEHIND", 0)
    shown("chains")
    assert grid.model.rows == ()
    assert grid.model.held == 0
    view.show_list("products")
    assert view.head.sentence.words == text("ui.list.working")
    assert shown("products") == products
    assert [row.id for row in grid.chosen] == chosen
    assert bar.value() == place


def test_lists_that_are_not_seen_do_not_keep_a_former_reading(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(date=DAY)
    view = ledger(window)
    for key in ("products", "balance"):
        view.show_list(key)
    grids = list(view._grids.values())
    assert all(grid.model.rows for grid in grids)
    window.selection.show_page(PLAN)
    window.desk.bridge.choose_date("2022-10-25")
    window.settle()
    assert [grid.model.held for grid in grids] == [0] * len(grids)
    window.desk.bridge.choose_date(DAY)
    window.settle()
    window.selection.show_page(LISTS_PAGE)
    window.settle()
    reading = window.workspace.reading
    assert [row.id for row in view.grid.model.rows] == [
        row.id for row in find("balance").rows(reading, view.scope)
    ]
    assert {row.reading.serial for row in view.grid.model.rows} == {reading.serial}


def test_a_reading_that_is_not_looked_at_any_more_is_let_go_but_for_coming_back(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moved(day: str) -> Reading:
        before = window.workspace.reading
        window.desk.bridge.choose_date(day)
        window.settle()
        window.desk.findChild(Parting).part()
        return before

    window = open_window(chain="pc-nylon", date=DAY)
    for page in (PLAN, LISTS_PAGE, HOME):
        window.selection.show_page(page)
        window.settle()
    first = moved("2022-10-25")
    qtbot.wait(0)
    assert "diagnosis" in vars(first), "a city keeps it for coming back"
    monkeypatch.setattr(room, "HELD", 1)
    beside = window.workspace.reading.beside(Scenario(date="2021-01-01"))
    assert "diagnosis" in vars(beside)
    second = moved("2022-10-26")
    assert "diagnosis" not in vars(beside)
    qtbot.waitUntil(lambda: not {"diagnosis", "boards"} & vars(first).keys(), timeout=WAIT_MS)
    assert not {"diagnosis", "boards"} & vars(second).keys()
    assert "diagnosis" in vars(window.workspace.reading)

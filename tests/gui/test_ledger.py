"""The page 清单: counts, order, reasons, the way to the map and back, copying and the file."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.focus import LISTS_PAGE, MAP
from liantu.telling.answer import answer
from liantu.ui.exporting.list_export import free_name
from liantu.ui.lists.lines import link_room
from liantu.ui.pages.lists.boxes import Box
from liantu.ui.pages.lists.ledger import Ledger
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
DAY = "2022-12-31"


def opened(open_window: Open, qtbot: QtBot) -> tuple[OpenWindow, Ledger]:
    """The page 清单, reached by its button in the bar."""
    window = open_window(chain="pc-nylon", date=DAY)
    qtbot.mouseClick(window.frame.topbar.pages[LISTS_PAGE], LEFT)
    window.settle()
    view = window.desk.lists.view
    assert view.isVisible()
    return window, view


def tick(qtbot: QtBot, box: Box) -> None:
    """Click the little square."""
    inside: QCheckBox = box.box
    qtbot.mouseClick(inside, LEFT, pos=QPoint(8, inside.height() // 2))


def column(view: Ledger, id_: str) -> list[str]:
    found = view.grid.model.item.column(id_)
    return [found.text(row) for row in view.grid.model.shown]


def choose(qtbot: QtBot, view: Ledger, key: str) -> None:
    """Click a row."""
    assert view.grid.laid is not None
    table, line = view.grid.table, view.grid.laid.line(view.grid.model.row_of(key))
    index = table.model().index(line, 0)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())


def test_all_broken_links_of_the_city_by_importance_are_two_clicks_away(
    open_window: Open, qtbot: QtBot
) -> None:
    window, view = opened(open_window, qtbot)
    reading = window.workspace.reading
    tick(qtbot, view.side.boxes["class"].boxes["短链·向上"])
    expected = [
        row.product
        for row in reading.rows(Board.FILL)
        if reading.verdicts[row.product].worst is Word.BROKEN
    ]
    assert [row.id for row in view.grid.model.shown] == expected != []
    scores = [float(words) for words in column(view, "score")]
    assert scores == sorted(scores, reverse=True)


def test_every_filter_counts_what_it_lets_pass(open_window: Open, qtbot: QtBot) -> None:
    window, view = opened(open_window, qtbot)
    rows = window.workspace.reading.rows(Board.FILL)
    boxes = view.side.boxes
    whole = {value: int(box.count.text()) for value, box in boxes["class"].boxes.items()}
    assert whole == Counter(w.removeprefix("疑似") for w in column(view, "class"))
    assert sum(whole.values()) == len(rows)
    assert view.side.entries["fill"].count == str(len(rows))
    tick(qtbot, boxes["class"].boxes["断链"])
    shown = len(view.grid.model.shown)
    assert shown == whole["短链·向上"]
    assert int(boxes["certainty"].boxes["PENDING"].count.text()) == shown
    states = {value: int(box.count.text()) for value, box in boxes["state"].boxes.items()}
    assert states == {value: column(view, "state").count(value) for value in states}
    assert int(boxes["class"].boxes["断链"].count.text()) == whole["断链"], "its own count stays"
    tick(qtbot, boxes["certainty"].boxes["PENDING"])
    assert view.grid.model.shown == []
    qtbot.mouseClick(view.side.clear_button, LEFT)
    assert len(view.grid.model.shown) == len(rows)


def test_a_chain_lists_what_its_board_has(open_window: Open, qtbot: QtBot) -> None:
    window, view = opened(open_window, qtbot)
    view.side.choose("chain", "pc-nylon")
    expected = [row.product for row in window.workspace.reading.rows(Board.FILL, "pc-nylon")]
    assert [row.id for row in view.grid.model.shown] == expected
    assert view.sentence.startswith(f"聚碳酸酯·尼龙 {len(expected)} 项：")
    assert "丙酮（并入苯酚）" in view.foot.words.words
    view.side.choose("field", "有色金属")
    assert view.side.value("chain") == ""
    chains = window.workspace.reading.atlas.chains
    inside = {chain.label for chain in chains.values() if chain.field == "有色金属"}
    assert all(set(words.split("、")) & inside for words in column(view, "chains"))


def test_the_places_are_chosen_in_one_column(open_window: Open, qtbot: QtBot) -> None:
    _, view = opened(open_window, qtbot)
    rooms = [view.side.combos[place].geometry() for place in ("field", "chain", "county")]
    assert len({(room.left(), room.width()) for room in rooms}) == 1


def test_a_county_keeps_what_concerns_it(open_window: Open, qtbot: QtBot) -> None:
    _, view = opened(open_window, qtbot)
    combo = view.side.combos["county"]
    at = combo.findData("高新区")
    promised = int(combo.itemText(at).split()[-1])
    view.side.choose("county", "高新区")
    assert len(view.grid.model.shown) == promised > 0
    assert all("高新区" in words for words in column(view, "county"))


def test_the_reason_stands_below_the_row_and_leads_to_the_map_and_back(
    open_window: Open, qtbot: QtBot
) -> None:
    window, view = opened(open_window, qtbot)
    tick(qtbot, view.side.boxes["class"].boxes["断链"])
    choose(qtbot, view, "phenol")
    grid = view.grid
    assert grid.laid is not None
    line = grid.laid.why_line
    assert line == grid.laid.line(grid.model.row_of("phenol")) + 1
    assert grid.laid.words(line) == answer(window.workspace.reading, "phenol")
    assert window.selection.focus.page == LISTS_PAGE
    spot = link_room(grid.table, grid.table.row_room(line)).center()
    qtbot.mouseClick(grid.table.viewport(), LEFT, pos=spot)
    assert (window.selection.focus.page, window.selection.focus.product) == (MAP, "phenol")
    qtbot.keyClick(window.frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.selection.focus.page == LISTS_PAGE
    assert [row.id for row in grid.chosen] == ["phenol"]
    assert "断链" in view.side.boxes["class"].hidden
    assert grid.laid.why_line == line


def test_blocks_have_heads_that_cannot_be_chosen(open_window: Open, qtbot: QtBot) -> None:
    _, view = opened(open_window, qtbot)
    grid = view.grid
    assert grid.laid is not None
    count = len(grid.model.shown)
    assert grid.laid.words(0).startswith("已确认（0）")
    assert grid.laid.words(1).startswith(f"待核实（{count}）")
    head = grid.table.model().index(1, 0)
    qtbot.mouseClick(grid.table.viewport(), LEFT, pos=grid.table.visualRect(head).center())
    assert grid.chosen == []
    assert grid.laid.rowCount() == count + 2


def test_what_is_copied_is_what_is_shown(open_window: Open, qtbot: QtBot) -> None:
    _, view = opened(open_window, qtbot)
    view.head.field.setText("苯酚")
    button = view._acts["fill"].copy
    qtbot.mouseClick(button, LEFT)
    head, *lines = QGuiApplication.clipboard().text().split("\n")
    columns = view.grid.model.columns
    assert head.split("\t") == ["名次", *(c.head for c in columns)]
    rows = view.grid.model.shown
    assert rows and len(rows) < len(view.grid.model.rows)
    assert [line.split("\t")[1:] for line in lines] == [[c.text(r) for c in columns] for r in rows]
    assert button.text() == f"已复制 {len(rows)} 行"


def test_columns_can_be_chosen_and_are_kept(open_window: Open, qtbot: QtBot) -> None:
    window, view = opened(open_window, qtbot)
    view.grid.toggle_column("deficit")
    view.grid.toggle_column("home")
    shown = [c.id for c in view.grid.model.columns]
    assert "deficit" in shown and "home" not in shown
    view.grid.table.horizontalHeader().resizeSection(0, 251)
    window.desk.stop()
    again = Ledger()
    again.remember(type(view._memory)(window.frame.settings.tables))
    again.show_list("fill")
    assert [c.id for c in again.grid.model.columns] == shown
    assert again.grid.table.columnWidth(0) == 251
    again.grid.forget()
    assert [c.id for c in again.grid.model.columns][:2] == ["product", "home"]
    again.deleteLater()


def sheet(path: Path) -> list[list[str]]:
    """The words of the first sheet, row by row."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as book:
        texts = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        strings = ["".join(t.itertext()) for t in texts.iter(f"{main}si")]
        found = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in found.iter(f"{main}row"):
        cells = []
        for cell in row.iter(f"{main}c"):
            value = cell.findtext(f"{main}v", "")
            cells.append(strings[int(value)] if cell.get("t") == "s" else value)
        rows.append(cells)
    return rows


def test_the_shown_list_is_written_and_no_file_is_replaced(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window, view = opened(open_window, qtbot)
    tick(qtbot, view.side.boxes["class"].boxes["断链"])
    rows, columns = view.grid.model.shown, view.grid.model.columns
    button: QPushButton = view.head.export
    qtbot.mouseClick(button, LEFT)
    dialog = window.frame.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "清单.xlsx"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(target.exists, timeout=20_000)
    window.settle()
    found = sheet(target)
    assert found[0][0] == "补链榜"
    assert found[2][0] == view.sentence
    assert found[3][1 : 1 + len(columns)] == [c.head for c in columns]
    names = [row[1] for row in found[5 : 5 + len(rows)]]
    assert found[4][0] == f"待核实（{len(rows)}）"
    assert names == [row.name for row in rows] != []
    assert not any("断链" in cell for row in found[3:-1] for cell in row)


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    assert free_name(tmp_path, "补链榜_20221231") == "补链榜_20221231.xlsx"
    (tmp_path / "补链榜_20221231.xlsx").touch()
    assert free_name(tmp_path, "补链榜_20221231") == "补链榜_20221231_2.xlsx"
    (tmp_path / "补链榜_20221231_2.xlsx").touch()
    assert free_name(tmp_path, "补链榜_20221231") == "补链榜_20221231_3.xlsx"


def test_every_list_of_the_page_can_be_shown(open_window: Open, qtbot: QtBot) -> None:
    _, view = opened(open_window, qtbot)
    for key, entry in view.side.entries.items():
        view.side.more.setChecked(True)
        qtbot.mouseClick(entry, LEFT)
        assert view.key == key
        assert len(view.grid.model.shown) == len(view.grid.model.rows), key
        assert view.grid.model.rows or view.grid.model.item.kind, key
        assert entry.count == str(len(view.grid.model.rows))


def test_a_narrow_page_has_its_filters_behind_a_button(open_window: Open, qtbot: QtBot) -> None:
    _, view = opened(open_window, qtbot)
    assert view.side.isVisible() and not view.head.side.isVisible()
    qtbot.mouseClick(view.side.fold_button, LEFT)
    assert not view.side.isVisible()
    qtbot.mouseClick(view.head.side, LEFT)
    assert view.side.isVisible()
    small = Ledger()
    qtbot.addWidget(small)
    for width, beside in ((1000, False), (1300, True), (1000, False)):
        small.resize(width, 600)
        small.show()
        assert small.side.isVisible() is beside
        assert small.head.side.isVisible() is not beside

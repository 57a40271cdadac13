"""What every list can do: sort as other programs do, copy, follow, keep head and first column."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from liantu.model import Product
from liantu.model.target import Target
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.searching import search
from liantu.telling.searching.search import with_pinyin
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.grid import Grid
from liantu.ui.lists.segments import Segments
from liantu.ui.lists.sieve import Sieve
from liantu.ui.lists.stock import arranging
from liantu.ui.lists.view import Frozen
from liantu.ui.remembered.list_memory import Memory
from liantu.ui.work.slices import at_once
from tests.helpers.atlases import atlas, maker, product
from tests.helpers.readings import reading, shipped_at

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
NYLON = Scope(chains=("pc-nylon",))


def named(id_: str, name: str, unit: str = "万吨/年", base: str = "t", per: float = 1e4) -> Product:
    return replace(product(id_), name=name, unit=unit, base_unit=base, base_per_unit=per)


def filled(
    qtbot: QtBot,
    id_: str,
    scope: Scope = NYLON,
    *,
    heads: bool = False,
    asks: RowAsks | None = None,
) -> Grid:
    grid = Grid(find(id_), heads=heads, exports=True, asks=asks)
    qtbot.addWidget(grid)
    grid.model.fill(find(id_).rows(shipped_at("2022-12-31"), scope))
    grid.resize(1100, 500)
    grid.show()
    return grid


def test_products_are_sorted_by_pinyin_and_amounts_by_base_unit() -> None:
    small = reading(
        atlas(
            [
                named("a", "氨水"),
                named("b", "白炭黑", "吨/年", "t", 1.0),
                named("c", "纯碱"),
                named("d", "单甘酯", "吨/年", "t", 1.0),
                named("z", "重质长丝", "万台/年", "台", 1e4),
                named("y", "原料"),
            ],
            [
                maker("f1", "a", 5.0),
                maker("f2", "b", 300.0, unit="吨/年"),
                maker("f3", "d", 70_000.0, unit="吨/年"),
                maker("f4", "z", 900.0, unit="万台/年"),
                maker("f5", "c"),
            ],
        )
    )
    item = find("products")
    rows = item.rows(small, Scope(chains=("c",)))

    def names(column: str, descending: bool) -> list[str]:
        order = at_once(arranging(item.column(column), rows, descending))
        return [rows[at].name for at in order]

    by_name = ["氨水", "白炭黑", "纯碱", "单甘酯", "原料", "重质长丝"]
    assert names("product", descending=False) == by_name
    assert names("product", descending=True) == by_name[::-1]
    assert names("supply", descending=False)[:4] == ["白炭黑", "氨水", "单甘酯", "重质长丝"]
    assert names("supply", descending=True)[:4] == ["单甘酯", "氨水", "白炭黑", "重质长丝"]
    for way in (False, True):
        assert set(names("supply", descending=way)[4:]) == {"纯碱", "原料"}, "unknown is last"


def test_money_of_other_countries_is_shown_in_its_words_and_sorted_last() -> None:
    found = shipped_at("2022-12-31")
    item = find("projects")
    rows = item.rows(found, Scope(chains=("brg",)))
    order = [rows[at] for at in at_once(arranging(item.column("money"), rows, descending=True))]
    foreign = [r for r in rows if r.project.investment and "美元" in r.project.investment.text]
    assert foreign
    for row in foreign:
        assert "美元" in item.column("money").text(row)
        assert item.column("money").amount(row) is None
        assert order.index(row) > max(order.index(r) for r in rows if r.investment is not None)


def test_a_filter_finds_by_pinyin_and_other_names(qtbot: QtBot) -> None:
    grid = filled(qtbot, "products")
    index = with_pinyin(search.build(shipped_at("2022-12-31").atlas))
    grid.model.set_index(index)
    for typed in ("bpa", "sfa", "shuangfen", "双酚Ａ"):
        grid.model.narrow(Sieve(words=typed))
        assert "bpa" in {row.id for row in grid.model.shown}, typed
        assert len(grid.model.shown) < len(grid.model.rows)


def test_the_first_column_stays_in_sight(qtbot: QtBot) -> None:
    grid = filled(qtbot, "products")
    grid.resize(500, 400)
    assert grid.table.findChild(Frozen) is None, "made when it is needed first"
    grid.table.horizontalScrollBar().setValue(200)
    frozen = grid.table.findChild(Frozen)
    assert frozen.isVisible()
    assert frozen.width() == grid.table.columnWidth(0)
    assert frozen.isColumnHidden(1) and not frozen.isColumnHidden(0)
    grid.table.verticalScrollBar().setValue(300)
    assert frozen.verticalScrollBar().value() == grid.table.verticalScrollBar().value()
    cell = grid.model.index(12, 0)
    grid.table.scrollTo(cell)
    qtbot.mouseClick(
        frozen.viewport(), Qt.MouseButton.LeftButton, pos=frozen.visualRect(cell).center()
    )
    assert grid.chosen == [grid.model.row_at(12)]
    grid.table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_the_menu_of_a_row_copies_and_leads_on(qtbot: QtBot) -> None:
    asks = RowAsks()
    grid = filled(qtbot, "products", asks=asks)
    grid.table.selectRow(grid.model.row_of("bpa"))
    cell = grid.model.index(grid.model.row_of("bpa"), 0)
    grid.table.menu_asked.emit(cell, QPoint(0, 0))
    (menu,) = grid.findChildren(QMenu)
    acts = {action.text(): action for action in menu.actions() if action.text()}
    whole = len(grid.model.rows)
    assert list(acts) == [
        "复制单元格",
        "复制选中的行（1）",
        f"复制全部（{whole} 行）",
        "在图谱上看",
        "看企业",
        "收藏／取消收藏",
        "补链方案…",
        "演练停产",
        "编辑…",
        "删除…",
        "记问题…",
        "导出本清单…",
    ]
    acts["复制单元格"].trigger()
    assert QGuiApplication.clipboard().text() == "双酚A"
    acts["复制选中的行（1）"].trigger()
    assert len(QGuiApplication.clipboard().text().split("\n")) == 2
    with qtbot.waitSignal(asks.map) as seen:
        acts["在图谱上看"].trigger()
    assert seen.args == [Target("product", "bpa")]
    with qtbot.waitSignal(asks.firm) as seen:
        acts["看企业"].trigger()
    assert seen.args == [Target("enterprise", "luxi")]
    menu.hide()


def test_a_menu_offers_nothing_that_nobody_hears(qtbot: QtBot) -> None:
    for asks, told in (
        (None, []),
        (RowAsks(edits=False), ["在图谱上看", "看企业"]),
    ):
        grid = filled(qtbot, "products", asks=asks)
        row = grid.model.row_of("bpa")
        grid.table.selectRow(row)
        grid.table.menu_asked.emit(grid.model.index(row, 0), QPoint(0, 0))
        (menu,) = grid.findChildren(QMenu)
        words = [action.text() for action in menu.actions() if action.text()]
        assert [w for w in words if not w.startswith(("复制", "导出"))] == told
        menu.hide()


def test_several_rows_are_marked_together(qtbot: QtBot) -> None:
    grid = filled(qtbot, "products")
    heard: list[frozenset[Target]] = []
    grid.marked.connect(heard.append)
    picked: list[object] = []
    grid.picked.connect(picked.append)
    view, left = grid.table.viewport(), Qt.MouseButton.LeftButton
    spots = [grid.table.visualRect(grid.model.index(row, 0)).center() for row in (0, 1)]
    qtbot.mouseClick(view, left, pos=spots[0])
    qtbot.mouseClick(view, left, Qt.KeyboardModifier.ControlModifier, spots[1])
    rows = [grid.model.row_at(row) for row in (0, 1)]
    assert heard[-1] == {Target("product", row.id) for row in rows}
    assert picked == rows[:1]
    qtbot.mouseClick(view, left, pos=spots[1])
    assert heard[-1] == frozenset()


def test_a_list_without_blocks_has_no_heads_and_its_reason_follows_the_row(qtbot: QtBot) -> None:
    grid = filled(qtbot, "products", heads=True)
    assert grid.laid is not None
    whole = grid.model.rowCount()
    assert grid.laid.rowCount() == whole
    grid.mark("bpa")
    assert grid.laid.rowCount() == whole + 1
    at = [c.id for c in grid.model.columns].index("supply")
    grid.table.sortByColumn(at, DOWN)
    assert [row.id for row in grid.chosen] == ["bpa"]
    assert grid.laid.why_line == grid.laid.line(grid.model.row_of("bpa")) + 1
    grid.mark("")
    assert grid.laid.rowCount() == whole


def test_bad_memories_are_forgotten() -> None:
    bad: list[dict[str, Any]] = [
        {"fill": 3},
        {"fill": {"columns": 1, "widths": {"a": "b"}, "sorting": {"column": "a", "down": 1}}},
    ]
    for kept in (None, {}, *bad):
        memory = Memory(kept)
        assert memory.columns("fill") == []
        assert memory.widths("fill") == {}
        assert memory.sorting("fill") is None
    sound = Memory({"fill": {"columns": ["product"], "widths": {"product": 200, "x": 100000}}})
    assert (sound.columns("fill"), sound.widths("fill")) == (["product"], {"product": 200})
    assert Memory(sound.kept).columns("fill") == ["product"]


def test_lists_that_do_not_fit_are_in_the_menu(qtbot: QtBot) -> None:
    segments = Segments(("fill", "extend", "broken"), 2)
    qtbot.addWidget(segments)
    segments.tell({"fill": "补链 5", "extend": "延链 20", "broken": "断链 3"})
    segments.show()
    assert [b.text() for b in segments.buttons.values()] == ["补链 5", "延链 20"]
    segments.bring("broken")
    assert segments.menu_button.text() == "断链 3 ▼"
    assert not any(b.isChecked() for b in segments.buttons.values())
    segments.bring("extend")
    assert segments.buttons["extend"].isChecked() and not segments.menu_button.isChecked()
    segments.tighten(True)
    assert not any(b.isVisible() for b in segments.buttons.values())
    assert segments.menu_button.text() == "延链 20 ▼"
    chosen: list[str] = []
    segments.chosen.connect(chosen.append)
    segments.menu_button.menu().aboutToShow.emit()
    actions = segments.menu_button.menu().actions()
    assert [a.text() for a in actions] == ["补链 5", "延链 20", "断链 3"]
    actions[2].trigger()
    assert chosen == ["broken"]

"""A screen reader hears which card is selected and how it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liantu.model.focus import CHARTS, POSTER
from liantu.model.target import Target
from liantu.telling.answer import answer
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow


def heard(window: OpenWindow) -> tuple[str, str]:
    found = QAccessible.queryAccessibleInterface(window.map.canvas)
    return found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)


def test_the_map_names_what_is_selected(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    assert heard(window) == ("产业链图谱", "")
    window.selection.pick(Target("product", "bpa"))
    window.settle()
    reading = window.workspace.reading
    assert heard(window) == ("产业链图谱：双酚A", answer(reading, "bpa"))
    canvas = window.map.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    window.settle()
    product = window.selection.focus.product
    assert product not in ("", "bpa")
    name = reading.atlas.products[product].name
    assert heard(window) == (f"产业链图谱：{name}", answer(reading, product))
    window.selection.pick(None)
    window.settle()
    assert heard(window) == ("产业链图谱", "")


def spoken(widget: QWidget) -> tuple[str, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)


def test_the_map_tells_how_the_selected_stands_who_makes_it_and_how_much(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    window.selection.pick(Target("product", "bpa"))
    window.settle()
    name, value = spoken(window.map.canvas)
    assert name.endswith("双酚A")
    assert "在产" in value, "how it stands"
    assert "鲁西集团 20 万吨/年" in value, "who makes it, and how much"


def test_the_board_names_the_spot_that_the_keys_are_at(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.selection.show_page(POSTER)
    view = window.desk.poster.view
    window.wait(lambda: not window.desk.poster.busy and bool(view._spots))
    assert spoken(view) == ("看板", "")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view._ring is not None
    target = view._ring.target
    atlas = window.workspace.reading.atlas
    known = {"product": atlas.products, "enterprise": atlas.enterprises, "chain": atlas.chains}
    name, told = spoken(view)
    assert name.startswith("看板：")
    if target.kind in known:
        assert known[target.kind][target.id].name in f"{name}{told}"  # type: ignore[index]


def test_a_chart_names_the_area_that_the_keys_are_at(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.selection.show_page(CHARTS)
    view = window.desk.charts.view.card.view
    window.wait(lambda: view.surface is not None and not view.busy)
    title, nothing = spoken(view)
    assert nothing == ""
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.surface is not None
    first, _, rest = view.surface.hits[0].tip.partition("\n")
    assert spoken(view) == (f"{title}：{first}", rest)
    view.clearFocus()
    assert spoken(view) == (title, "")


def test_a_cell_tells_its_column_and_its_badges(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    page = window.lists.products
    model = page.model
    row = model.row_of("bpa")
    heads = [column.head for column in model.columns]
    told = [
        model.index(row, at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(len(heads))
    ]
    assert all(words.startswith(f"{head}：") for words, head in zip(told, heads, strict=True))
    assert "环节：双酚A" in told
    (made,) = [words for words in told if words.startswith("在产产能：")]
    assert "20" in made
    count = next(words for words in told if words.startswith("家数："))
    assert count == "家数：1 家" or count.endswith(" 家")

"""The tab 对比 and the lens of that name, with real clicks."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from liantu.model.focus import COMPARE, MAP, PLAN
from liantu.model.target import Target
from liantu.ui.canvas.segment_scene import SegmentScene
from liantu.ui.lists.page import ListPage
from liantu.ui.pages.plan.compare.page import CompareTab
from liantu.ui.pages.plan.compare.side import CURRENT
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
SMALL = (1366, 697)


def tab(window: OpenWindow) -> CompareTab:
    return cast(CompareTab, window.desk.plan.tabs[COMPARE])


def shown(window: OpenWindow) -> CompareTab:
    focus = replace(window.selection.focus, page=PLAN, plan=COMPARE)
    window.selection.go(focus)
    found = tab(window)
    window.wait(lambda: not found.busy and found.view.found is not None)
    return found


def click(window: OpenWindow, qtbot: QtBot, page: int, row: int, *, twice: bool = False) -> None:
    table = tab(window).view.pages[page].table
    spot = table.visualRect(table.model().index(row, 1)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=spot)
    if twice:
        qtbot.mouseDClick(table.viewport(), LEFT, pos=spot)


def test_the_day_before_the_last_event_is_compared_with_now(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    view = shown(window).view
    assert (view.before.side, view.after.side) == ("2022-10-25", CURRENT)
    assert "7 个环节有变化：双酚A由疑似短链·向上变为在产" in view.words.text()
    assert view.tabs.tabText(0) == "定性变化 7"
    assert view.numbers is not None
    assert view.numbers.model.rowCount() > 10


def test_a_click_selects_and_two_clicks_go_to_the_map(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="cu", size=SMALL)
    found = shown(window)
    click(window, qtbot, 0, 1)
    focus = window.selection.focus
    assert (focus.page, focus.product, focus.chain) == (PLAN, "phenol", "pc-nylon")
    assert found.view.maps.chain.currentData() == "pc-nylon"
    click(window, qtbot, 0, 0, twice=True)
    window.settle()
    focus = window.selection.focus
    assert (focus.page, focus.product, focus.lens) == (MAP, "bpa", "compare")
    assert focus.against == "2022-10-25"


def test_sides_change_places(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    view = shown(window).view
    qtbot.mouseClick(view.swap, LEFT)
    window.wait(lambda: "不再" in view.words.text() or "停产" in view.words.text())
    assert (view.before.side, view.after.side) == (CURRENT, "2022-10-25")
    assert view.found is not None
    assert view.found.classes[0].lost or any(c.lost for c in view.found.classes)


def test_a_scenario_is_chosen_with_the_keys(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    view = shown(window).view
    combo = view.before
    combo.setFocus()
    at = combo.findData("bpa-120")
    assert combo.itemText(at) == "双酚A 120万吨全部投产"
    combo.setCurrentIndex(at - 1)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    window.wait(lambda: "101.9 → 1.9 万吨/年" in view.words.text())
    assert window.selection.focus.against == "bpa-120"


def test_numbers_stand_at_the_right_and_are_sorted_as_numbers(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    view = shown(window).view
    table = next(p for p in view.side.findChildren(ListPage)).grid.table
    model = table.model()
    for column in (1, 2, 3):
        index = model.index(0, column)
        assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    window.settle()
    told = [model.index(row, 1).data() for row in range(model.rowCount())]
    known = [int(words) for words in told if words.isdigit()]
    assert len(known) > 5
    assert known == sorted(known, reverse=True)


def test_it_follows_the_date_and_the_scenario(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    view = shown(window).view
    kept = window.workspace.atlas.scenarios["bpa-120"]
    window.bridge.look(kept)
    window.settle()
    window.wait(lambda: "1.9 → 101.9 万吨/年" in view.words.text())
    assert view.before.side == "now"
    assert view.tabs.tabText(1).startswith("供需变化 ")


def test_the_map_shows_the_second_side(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    found = shown(window)
    found.view.before.mean("2018-11-30")
    found.view.after.mean("2018-12-01")
    found.compare()
    window.wait(lambda: "鲁西集团 聚碳酸酯 投产" in found.view.words.text())
    found.view.before.chosen.emit()
    window.wait(lambda: not found.busy)
    click(window, qtbot, 0, 0, twice=True)
    window.wait(lambda: window.workspace.reading.date == "2018-12-01")
    window.settle()
    lens = window.map.canvas.lens
    assert (lens.versus, "pc" in lens.changes) == ("2018-11-30", True)
    window.run("undo")
    assert window.workspace.reading.date != "2018-12-01"


def test_both_maps_are_drawn(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    view = shown(window).view
    view.tabs.setCurrentWidget(view.maps)
    window.wait(lambda: all(not p.pixmap().isNull() for p in view.maps.pictures))
    one, other = (picture.pixmap().toImage() for picture in view.maps.pictures)
    assert one != other
    assert view.maps.chain.currentText().endswith("（7）")


def test_the_comparison_is_copied(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    shown(window)
    window.run("compare_copy")
    words = QGuiApplication.clipboard().text()
    assert words.startswith("“2022-10-25”→“2022-12”")
    assert "苯酚：疑似无链 → 疑似短链·向上（本地新增用户 双酚A）" in words


def test_the_lens_marks_what_differs_and_fades_the_rest(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    qtbot.keyClick(window.map.canvas, "4")
    window.settle()
    scene = window.map.canvas.map_scene
    assert isinstance(scene, SegmentScene)
    lens = window.map.canvas.lens
    assert scene._brush.lens is lens
    assert set(lens.changes) == {"bpa", "phenol", "acetone", "epoxy", "tbba", "psu", "pc_si"}
    assert lens.quiets("pc")
    assert not lens.quiets("bpa")
    faint = window.map.canvas._theme.faded
    assert scene.cards["pc"].opacity() == faint and scene.cards["bpa"].opacity() == 1.0
    assert all(shape.opacity == 1.0 for shape in scene._draw_card("pc")), "it is faded once"
    assert not scene.cards["pc"].faded, "it does not give way to what is looked at"
    window.map.canvas.highlight({"bpa"})
    assert scene.cards["pc"].opacity() == faint * faint
    window.map.canvas.highlight(None)
    assert [e.told for e in window.legend.entries[:2]] == ["新在产 1", "类别变化 6"]
    window.pick(window.head.against, "bpa-120")
    assert window.selection.focus.against == "bpa-120"
    assert [e.told for e in window.legend.entries[:1]] == ["供需变化 3"]
    chips = [button.text() for button in window.map.chips.buttons()]
    assert any("双酚A 120万吨" in words for words in chips)
    window.pick(window.head.lens, "diagnosis")
    assert not window.head.against.isVisible()
    assert window.map.chips.buttons() == []
    assert scene.cards["pc"].opacity() == 1.0


def test_a_version_stands_on_a_side(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    found = shown(window)
    folder = window.workspace.folder
    found.view.before._add(folder)
    window.wait(lambda: "资料没有变化" in found.view.words.text())
    assert window.selection.focus.target != Target("product", "bpa")

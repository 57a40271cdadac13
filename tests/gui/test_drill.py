"""断供演练: chosen where it is seen, changed by clicks and keys, taken back, kept and reopened."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from liantu.model.drill import NO_DRILL, Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.model.focus import DRILL, MAP, PLAN
from liantu.model.target import Target
from liantu.ui.assuming.keeping import KeepScenario
from liantu.ui.assuming.measuring import Measuring
from liantu.ui.pages.plan.drill.page import DrillTab
from liantu.ui.pages.plan.drill.view import DrillView
from liantu.ui.verbs.drill import tab
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
HUILONG = Shock(ShockKind.ENTERPRISE, "huilong")


def calm(window: OpenWindow) -> DrillTab:
    """The tab, with all that it tells."""
    found = tab(window.desk.parts)
    window.settle()
    window.wait(lambda: not found.busy)
    return found


def drill(window: OpenWindow) -> Drill:
    return window.workspace.reading.scenario.drill


def rows(view: DrillView) -> list[str]:
    table = view.result.hits
    cells = (table.item(at, 0) for at in range(table.rowCount()))
    return [cell.text() for cell in cells if cell is not None]


def typed(field: QWidget, words: str) -> None:
    """Type over what stands in a field, and Enter."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_two_clicks_from_the_customer_to_its_supplier(open_window: Open, qtbot: QtBot) -> None:
    """汇隆 fails by the line in the inspector of 中通客车, and what it stops leads to the map."""
    window = open_window(chain="nev", size=(1600, 1000))
    window.follow(Target("enterprise", "zhongtong"))
    inspector = window.desk.map.inspector
    line = next(b for b in inspector.links() if b.words == "汇隆停产")
    qtbot.mouseClick(line, LEFT)
    view = calm(window).view
    focus = window.desk.selection.focus
    assert (focus.page, focus.plan) == (PLAN, DRILL)
    assert drill(window).shocks == (HUILONG,)
    assert view.words.text().startswith("汇隆停产：直接断料 3 个环节、2 家企业")
    assert "其中 1 个为推定" in view.words.text()
    assert view.result.records.item(0, 0).text() == "汇隆 → 中通客车股份有限公司"
    assert "29名中通员工" in view.result.records.item(0, 2).text()

    view.result.tabs.setCurrentWidget(view.result.hits)
    table = view.result.hits
    place = table.visualItemRect(table.item(0, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    assert window.desk.selection.focus.page == PLAN
    assert window.desk.selection.focus.product == "bus12"
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    focus = window.desk.selection.focus
    assert (focus.page, focus.product, focus.lens) == (MAP, "bus12", "outage")


def test_a_drill_by_clicks_and_keys(open_window: Open, qtbot: QtBot) -> None:
    """One window: by half, with one more found by its name, a measure, kept, left and reopened."""
    window = open_window(chain="nev", size=(1366, 768))
    window.follow(Target("enterprise", "huilong"))
    window.run("drill_stop")
    view = calm(window).view
    assert rows(view) == ["纯电动客车", "燃油混动客车", "燃油混动客车"]
    days = view.result.days.table
    assert [days.item(at, 0).text() for at in range(days.rowCount())] == ["当天"]

    typed(view.side.failing.share, "40")
    calm(window)
    assert drill(window).shocks[0].share == 0.4
    assert "40%" in view.side.failing.rows.list.item(0).text()
    window.run("undo")
    calm(window)
    assert view.side.failing.share.value() == 1.0

    finder = view.side.failing.picking.finder
    finder.line.setText("鲁西集团")
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    calm(window)
    assert [s.id for s in drill(window).shocks] == ["huilong", "luxi"]
    qtbot.mouseClick(view.side.failing.rows.drop, LEFT)
    calm(window)
    assert drill(window).shocks == (HUILONG,)

    box = view.side.reckoning.flags["deduced"]
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    calm(window)
    assert not drill(window).deduced
    assert rows(view) == ["纯电动客车", "燃油混动客车"]
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    qtbot.mouseClick(view.side.reckoning.assumes, LEFT)
    calm(window)
    assert drill(window).stock == 7
    assert [days.item(at, 0).text() for at in range(days.rowCount())] == ["当天", "7 天后"]
    assert view.result.hits.item(0, 3).text() == "7 天"

    qtbot.mouseClick(view.side.doing.add, LEFT)
    form = next(w for w in window.desk.shell.findChildren(Measuring) if w.isVisible())
    form.day.setValue(3)
    form.who.setText("支援员工")
    qtbot.mouseClick(form.save, LEFT)
    calm(window)
    assert drill(window).measures == (
        Measure(MeasureKind.RESTORE, day=3, id="huilong", share=0.5, who="支援员工"),
    )
    assert "恢复到正常产出的" in view.side.doing.rows.list.item(0).text()

    window.run("scenario_new")
    keep = next(w for w in window.desk.shell.findChildren(KeepScenario) if w.isVisible())
    keep.name.setText("推演一")
    qtbot.mouseClick(keep.save, LEFT)
    kept = drill(window)
    calm(window)
    window.run("drill_clear")
    calm(window)
    assert drill(window) == NO_DRILL
    assert [b.text() for b in view.beginning.kept] == [
        "双酚A停产演练",
        "2022年底汇隆断供",
        "推演一",
    ]
    assert len(view.beginning.most) == 3
    qtbot.mouseClick(view.beginning.kept[2], LEFT)
    calm(window)
    assert drill(window) == kept
    assert window.workspace.reading.scenario.name == "推演一"

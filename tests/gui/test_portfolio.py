"""要素统筹: asked, seen, chosen among, filled in and adopted with real clicks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.plan import Plan
from liantu.model.focus import MAP, PLAN, PORTFOLIO
from liantu.model.target import Target
from liantu.ui.forms.form import Form
from liantu.ui.forms.panel import Panel
from liantu.ui.pages.plan.portfolio.frame import FRONT, MISSING, RESULT
from liantu.ui.pages.plan.portfolio.grid import Rows
from liantu.ui.pages.plan.portfolio.tab import PortfolioTab
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import write

LEFT = Qt.MouseButton.LeftButton
CAPITAL = Resource.CAPITAL


PROJECTS = """\
format: 1
projects:
  P1:
    name: 甲项目
    status: planned
    chain: resin
    county: 东县
    investment: {text: 5亿元, amount: 5, unit: 亿元}
    phases: [{status: planned, product: phenol, amount: 30, unit: 万吨/年}]
  P2:
    name: 乙项目
    status: planned
    chain: resin
    investment: {text: 2亿元, amount: 2, unit: 亿元}
    phases: [{status: planned, product: phenol, amount: 3, unit: 万吨/年}]
  P3:
    name: 丙项目
    status: planned
    chain: resin
    owner: 丙公司
    phases: [{status: planned, product: phenol, amount: 30, unit: 万吨/年}]
"""


@pytest.fixture
def small(open_window: Open, tmp_path: Path) -> OpenWindow:
    found = open_window(write(tmp_path / "d", {"projects.yaml": PROJECTS}), size=(1366, 768))
    found.selection.go(replace(found.selection.focus, page=PLAN, plan=PORTFOLIO))
    return found


@pytest.fixture
def window(open_window: Open) -> OpenWindow:
    found = open_window(size=(1366, 768))
    found.selection.go(replace(found.selection.focus, page=PLAN, plan=PORTFOLIO))
    return found


def tab_of(window: OpenWindow, qtbot: QtBot) -> PortfolioTab:
    tab = window.desk.plan.tabs[PORTFOLIO]
    assert isinstance(tab, PortfolioTab)
    qtbot.waitUntil(lambda: tab.ready and not tab.busy, timeout=60_000)
    return tab


def solve(tab: PortfolioTab, qtbot: QtBot, total: str = "100") -> None:
    field = tab.side.totals[CAPITAL]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, total)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.mouseClick(tab.side.solve, LEFT)
    qtbot.waitUntil(lambda: tab.answer is not None and not tab.busy, timeout=60_000)


def click(table: Rows, words: str) -> None:
    """Choose the row in which something stands."""
    found = table.findItems(words, Qt.MatchFlag.MatchContains)
    assert found, words
    table.scrollToItem(found[0])
    spot = table.visualItemRect(found[0]).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=QPoint(min(spot.x(), 100), spot.y()))


def test_the_tab_opens_with_what_is_missing_and_asks_nothing(
    window: OpenWindow, qtbot: QtBot
) -> None:
    tab = tab_of(window, qtbot)
    assert tab.bar.currentIndex() == MISSING and tab.answer is None
    assert tab.missing.sentence.text().startswith("29 个待定项目中，20 个缺数字")
    assert tab.missing.table.rowCount() == 20
    assert [field.total for field in tab.side.totals.values()] == [None] * 4
    assert not window.can("portfolio_adopt") and window.can("portfolio_asks")
    QTest.mouseClick(tab.side.solve, LEFT)
    assert "没有给出任何一项总额" in tab.side.note.text() and tab.side.note.isVisible()
    assert tab.answer is None


def test_a_question_is_solved_explained_and_chosen_among(window: OpenWindow, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    solve(tab, qtbot)
    assert tab.bar.currentIndex() == RESULT
    assert tab.result.headline.text().startswith("在资金 100 亿元以内，从 29 个待定项目中选 5 个：")
    assert "资金总额 100 亿元：用 55.73 亿元" in tab.result.lines.text()
    click(tab.result.table, "全透明太阳能发电玻璃项目")
    assert "不选它，少 14.7 分" in tab.result.detail.text()
    assert window.selection.focus.target == Target("project", "P067")
    assert window.selection.focus.page == PLAN
    tab.bar.setCurrentIndex(FRONT)
    chart = tab.front.chart
    qtbot.waitUntil(lambda: chart.surface is not None and not chart.busy, timeout=30_000)
    assert "最不划算的一步：用到 5.728 亿元" in tab.front.finding.text()
    surface = chart.surface
    assert surface is not None
    at = next(n for n, hit in enumerate(surface.hits) if hit.tip.startswith("90 分"))
    QTest.mouseClick(surface.widget, LEFT, pos=surface.area(at).center().toPoint())
    assert isinstance(tab.answer.plan, Plan) and len(tab.answer.plan.chosen) == 4
    assert "比分值最高的选法少 14.7 分" in tab.front.headline.text()
    qtbot.waitUntil(lambda: not chart.busy, timeout=30_000)


def test_the_keys_choose_a_portfolio_of_the_front(small: OpenWindow, qtbot: QtBot) -> None:
    tab = tab_of(small, qtbot)
    solve(tab, qtbot)
    tab.bar.setCurrentIndex(FRONT)
    chart = tab.front.chart
    qtbot.waitUntil(lambda: chart.surface is not None and not chart.busy, timeout=30_000)
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert tab.answer is not None and not tab.answer.is_best
    qtbot.waitUntil(lambda: not chart.busy, timeout=30_000)


def test_wishes_change_the_question_and_say_that_the_answer_is_old(
    small: OpenWindow, qtbot: QtBot
) -> None:
    tab = tab_of(small, qtbot)
    solve(tab, qtbot)
    click(tab.result.table, "乙项目")
    QTest.mouseClick(tab.result.buttons["must"], LEFT)
    assert tab.result.stale.isVisible() and "必选 1 个" in tab.side.wanted.text()
    QTest.mouseClick(tab.side.solve, LEFT)
    qtbot.waitUntil(lambda: not tab.busy and not tab.result.stale.isVisible(), timeout=60_000)
    assert isinstance(tab.answer.plan, Plan) and "P2" in tab.answer.plan.chosen
    QTest.mouseClick(tab.side.clear, LEFT)
    assert not tab.side.will.inside


def test_a_missing_figure_becomes_a_fact_with_who_said_it(small: OpenWindow, qtbot: QtBot) -> None:
    tab = tab_of(small, qtbot)
    table = tab.missing.table
    (found,) = table.findItems("丙项目", Qt.MatchFlag.MatchExactly)
    cell = table.item(found.row(), 3)
    cell.setText("2.6")
    assert "请先在“依据”里写明" in tab.missing.note.text() and cell.text() == ""
    tab.missing.said.insert("丙公司张经理电话")  # QTest types ASCII alone
    cell.setText("两亿")
    assert "“两亿”不是数" in tab.missing.note.text()
    cell.setText("2.6")
    small.settle()
    tab_of(small, qtbot)
    project = small.workspace.atlas.projects["P3"]
    assert project.investment is not None
    assert (project.investment.text, project.investment.amount) == ("2.6亿元", 2.6)
    assert "丙公司张经理电话" in project.note
    assert tab.missing.table.rowCount() == 0
    small.bridge.undo()
    small.settle()
    tab_of(small, qtbot)
    assert tab.missing.table.rowCount() == 1
    small.bridge.discard()
    small.settle()


def test_the_choice_is_adopted_as_a_scenario_and_taken_back(
    small: OpenWindow, qtbot: QtBot
) -> None:
    tab = tab_of(small, qtbot)
    solve(tab, qtbot)
    assert small.can("portfolio_adopt")
    QTest.mouseClick(tab.adopt, LEFT)
    small.settle()
    reading = small.bridge.session.reading
    chosen = {choice.project for choice in reading.scenario.projects}
    assert isinstance(tab.answer.plan, Plan) and chosen == set(tab.answer.plan.chosen)
    assert reading.scenario.name == "要素统筹：资金 100 亿元"
    assert reading.atlas is not reading.base
    tab_of(small, qtbot)
    assert tab.result.headline.text().startswith("在资金 100 亿元以内，从 3 个待定项目中选 1 个：")
    small.bridge.undo()
    small.settle()
    tab_of(small, qtbot)
    assert not small.bridge.session.reading.scenario.projects


def test_solving_can_be_cancelled(small: OpenWindow, qtbot: QtBot) -> None:
    tab = tab_of(small, qtbot)
    tab.side.totals[CAPITAL].setValue(100.0)
    QTest.mouseClick(tab.side.solve, LEFT)
    assert tab.side.cancel.isVisible() and not tab.side.solve.isEnabled()
    QTest.mouseClick(tab.side.cancel, LEFT)
    assert tab.side.note.text() == "已取消。" and tab.side.solve.isEnabled()
    qtbot.waitUntil(lambda: not tab.busy, timeout=30_000)


def test_a_project_is_seen_on_the_map(small: OpenWindow, qtbot: QtBot) -> None:
    tab = tab_of(small, qtbot)
    solve(tab, qtbot)
    click(tab.result.table, "甲项目")
    QTest.mouseClick(tab.result.open, LEFT)
    small.settle()
    focus = small.selection.focus
    assert (focus.page, focus.chain, focus.target) == (MAP, "resin", Target("project", "P1"))


def test_papers_and_sheets_are_written(
    small: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = tab_of(small, qtbot)
    solve(tab, qtbot)
    for verb, name in (("portfolio_export", "a.docx"), ("portfolio_asks", "b.xlsx")):
        small.run(verb)
        dialog = next(w for w in small.frame.findChildren(QFileDialog) if w.isVisible())
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.reject()
        qtbot.waitUntil((tmp_path / name).exists, timeout=30_000)
        small.wait(lambda: "已导出" in small.banner.words)


def test_a_folder_without_projects_says_so(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(write(tmp_path), size=(1024, 700))
    window.selection.go(replace(window.selection.focus, page=PLAN, plan=PORTFOLIO))
    tab = tab_of(window, qtbot)
    tab.side.totals[CAPITAL].setValue(10.0)
    QTest.mouseClick(tab.side.solve, LEFT)
    qtbot.waitUntil(lambda: tab.answer is not None and not tab.busy, timeout=30_000)
    assert tab.result.headline.text() == "没有待定的项目可选。"


def test_figures_and_rules_of_a_project_are_changed_in_its_form(
    small: OpenWindow, qtbot: QtBot
) -> None:
    tab = tab_of(small, qtbot)
    solve(tab, qtbot)
    click(tab.result.table, "甲项目")
    QTest.mouseClick(tab.result.edit, LEFT)
    (form,) = [w for w in small.frame.findChildren(Form) if w.isVisible()]
    (panel,) = form.findChildren(Panel)
    assert {"requires", "excludes", "investment"} <= set(panel.inputs)
    form.reject()


def test_after_a_cancelled_beginning_a_question_can_still_be_asked(
    small: OpenWindow, qtbot: QtBot
) -> None:
    tab = tab_of(small, qtbot)
    other = small.bridge.session.reading.at("2022-11-01")
    tab._draw(other, small.selection.focus)
    tab._work.cancel()
    assert tab._ground is not None and tab._ground.reading is not other
    assert tab.side.note.text() == "已取消。"
    solve(tab, qtbot)
    assert tab.answer is not None and isinstance(tab.answer.plan, Plan)
    assert tab._ground.reading is other

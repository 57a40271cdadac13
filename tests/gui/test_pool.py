"""项目库 in the window: filters, the sheet, notes, the scenario, the Gantt chart, with clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from liantu.model.focus import MAP, PLAN, POOL, Focus
from liantu.model.scenario import ProjectChoice
from liantu.model.target import Target
from liantu.ui.forms.form import Form
from liantu.ui.pages.plan.pool.view import Pool
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import write
from tests.helpers.projects import DAY, FILES

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window: Open, tmp_path: Path) -> OpenWindow:
    folder = write(tmp_path / "资料", FILES)
    window = open_window(folder, date=DAY, size=(1366, 768))
    QTest.mouseClick(window.frame.topbar.pages[PLAN], LEFT)
    window.settle()
    window.selection.go(Focus(PLAN, "resin", plan=POOL))
    calm(window)
    return window


def view(window: OpenWindow) -> Pool:
    found = window.desk.plan.tabs[POOL].widget
    assert isinstance(found, Pool)
    return found


def calm(window: OpenWindow) -> None:
    window.settle()
    window.wait(lambda: not window.desk.plan.tabs[POOL].busy)  # type: ignore[attr-defined]


def ids(window: OpenWindow) -> list[str]:
    return [row.project.id for row in view(window).shown]


def press(window: OpenWindow, words: str) -> None:
    """Click a view, or what presses (with its number)."""
    head = view(window).head
    found = [*head.view.buttons, *head.press.buttons]
    QTest.mouseClick(next(b for b in found if b.text() == words), LEFT)
    calm(window)


def choose(window: OpenWindow, project: str) -> None:
    grid = view(window).grid
    index = grid.model.index(grid.model.row_of(project), 0)
    grid.table.scrollTo(index)
    QTest.mouseClick(grid.table.viewport(), LEFT, pos=grid.table.visualRect(index).center())
    calm(window)


def act(window: OpenWindow, words: str) -> None:
    """Click a button of the chosen project."""
    buttons: list[QToolButton] = view(window).card.buttons
    found = next(b for b in buttons if b.text().startswith(words))
    assert found.isVisible() and found.isEnabled()
    QTest.mouseClick(found, LEFT)
    window.settle()


def form(window: OpenWindow) -> Form:
    (found,) = (one for one in window.frame.findChildren(Form) if one.isVisible())
    return found


def confirm(window: OpenWindow) -> None:
    found = form(window)
    found.look()
    assert found.confirm.isEnabled()
    QTest.mouseClick(found.confirm, LEFT)
    calm(window)


def told(window: OpenWindow) -> str:
    inside = view(window).card.view.widget()
    return "\n".join(label.text() for label in inside.findChildren(QLabel))


def test_views_and_filters_leave_what_they_say(window: OpenWindow) -> None:
    assert ids(window) == [f"P{at}" for at in range(1, 9)]
    head = view(window).head
    assert [label.text() for label in head.rates] == [
        "开工率 80%",
        "竣工率 20%",
        "投资完成率 39%",
    ]
    assert "6 个中 2 个两项都有数" in head.rates[2].toolTip()
    press(window, "逾期 1")
    assert ids(window) == ["P1"]
    press(window, "停滞 2")
    assert ids(window) == ["P2", "P6"]
    press(window, "全部 8")
    press(window, "督导")
    assert ids(window) == ["P2", "P6", "P1", "P3"]
    press(window, "会商")
    assert ids(window) == ["P2", "P6", "P1"]


def test_a_place_narrows_rates_too(window: OpenWindow) -> None:
    head = view(window).head
    combo = head.combos["county"]
    combo.setCurrentIndex(combo.findData("西县"))
    combo.activated.emit(combo.currentIndex())
    calm(window)
    assert ids(window) == ["P2"]
    assert head.rates[0].text() == "开工率 0%"


def test_a_click_shows_the_sheet_with_what_is_changed(window: OpenWindow) -> None:
    choose(window, "P1")
    assert window.selection.focus.target == Target("project", "P1")
    assert view(window).card.title.text() == "苯酚装置"
    said = told(window)
    assert "补上苯酚（疑似短链·向上）" in said
    assert "用能指标没有落实" in said
    assert "市府督查室：现场查看" in said
    effect = view(window).grid.model.item.column("effect")
    assert effect.text(view(window).grid.model.rows[0]).startswith("补上苯酚")


@pytest.mark.parametrize(("button", "kind"), [("记会商", "meetings"), ("记问题", "findings")])
def test_a_note_is_a_step_in_the_ledger(window: OpenWindow, button: str, kind: str) -> None:
    choose(window, "P1")
    before = set(getattr(window.workspace.atlas, kind))
    act(window, button)
    confirm(window)
    (new,) = set(getattr(window.workspace.atlas, kind)) - before
    made = getattr(window.workspace.atlas, kind)[new]
    assert (made.project, made.department, made.chain) == ("P1", "甲局", "resin")
    window.run("undo")
    assert set(getattr(window.workspace.atlas, kind)) == before


def test_an_inspection_is_a_visit_to_the_project(window: OpenWindow) -> None:
    choose(window, "P1")
    act(window, "记督导")
    confirm(window)
    made = list(window.workspace.atlas.visits.values())[-1]
    assert (made.projects, str(made.kind), made.enterprises) == (("P1",), "inspection", ("plant",))


def test_f2_changes_the_chosen_project(window: OpenWindow) -> None:
    choose(window, "P3")
    act(window, "编辑")
    assert form(window).isVisible()
    form(window).close()
    assert window.can("edit_thing")


def test_a_new_project_is_chosen_among_the_others(window: OpenWindow) -> None:
    window.run("pool_new")
    made = form(window)
    made.panel.inputs["name"].show_value("新建项目")
    made.panel.inputs["status"].show_value("building")
    made.panel.inputs["status"].changed.emit()
    confirm(window)
    calm(window)
    new = next(p for p in window.workspace.atlas.projects.values() if p.name == "新建项目")
    assert view(window).chosen == new.id
    grid = view(window).grid
    assert grid.table.currentIndex().row() == grid.model.row_of(new.id)
    assert window.selection.focus.page == PLAN


def test_a_project_runs_in_the_scenario_and_not_again(window: OpenWindow) -> None:
    choose(window, "P1")
    act(window, "假定投产")
    calm(window)
    reading = window.workspace.reading
    assert reading.scenario.projects == (ProjectChoice("P1", True),)
    assert reading.situation.is_local("phenol")
    assert "情景已假定投产" in told(window)
    # nothing of it runs by the record, so that it makes no difference not to count it
    assert not window.can("suppose_off")
    act(window, "假定投产")
    calm(window)
    assert not window.workspace.reading.scenario.assumes
    assert not window.workspace.reading.situation.is_local("phenol")


def test_a_bar_of_the_chart_chooses_its_project(window: OpenWindow) -> None:
    press(window, "甘特图")
    chart = view(window).chart
    window.wait(lambda: chart.surface is not None)
    assert chart.surface is not None
    area = chart.surface.area(0)
    at = QPoint(int(area.left() + 8), int(area.center().y()))
    QTest.mouseClick(chart.surface.widget, LEFT, pos=at)
    calm(window)
    assert window.selection.focus.target == Target("project", "P1")
    assert view(window).card.title.text() == "苯酚装置"


def test_the_map_shows_the_firm_of_the_project(window: OpenWindow) -> None:
    choose(window, "P1")
    act(window, "在图谱上看项目")
    assert window.selection.focus.page == MAP
    assert window.selection.focus.enterprise == "plant"


def test_an_earlier_date_leaves_later_facts_out(window: OpenWindow) -> None:
    window.choose_date("2022-08-31")
    calm(window)
    assert view(window).head.rates[2].text() == "投资完成率 不详"

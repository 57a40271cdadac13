"""Scenarios chosen, assumed, kept and left by real clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from liantu.model.drill import NO_DRILL, Measure, MeasureKind, Shock, ShockKind
from liantu.model.focus import COMPARE, PLAN, POOL, SCENARIOS
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
from liantu.model.target import Target
from liantu.ui.assuming.keeping import KeepScenario
from liantu.ui.assuming.measuring import Measuring
from liantu.ui.assuming.window import AssumingDialog
from liantu.ui.pages.plan.scenarios.view import NOW, OWN, ScenariosView
from liantu.ui.verbs import scenarios as verbs
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
BPA = "双酚A 120万吨全部投产"


def wanted(window: OpenWindow) -> Scenario:
    return window.workspace.wanted


def opened_menu(window: OpenWindow) -> QMenu:
    menu = window.frame.topbar.scenario_menu
    menu.aboutToShow.emit()
    return menu


def pick(window: OpenWindow, words: str) -> None:
    action = next(a for a in opened_menu(window).actions() if a.text() == words)
    assert action.isEnabled()
    action.trigger()
    window.settle()


def assuming(window: OpenWindow) -> AssumingDialog:
    window.run("switches")
    found = window.findChild(AssumingDialog)
    assert isinstance(found, AssumingDialog)
    return found


def tab(window: OpenWindow) -> ScenariosView:
    window.run("scenario_manage")
    view = verbs.tab(window.desk.parts).view
    window.wait(view.isVisible)
    return view


def type_in(field: QWidget, words: str) -> None:
    """As an input method does: the keys of a test know no Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def write(field: object, words: str, qtbot: QtBot) -> None:
    field.setFocus()  # type: ignore[attr-defined]
    field.selectAll()  # type: ignore[attr-defined]
    type_in(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


# -- the bar


def test_the_menu_of_the_bar_opens_by_the_key_and_offers_what_is_kept(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    bar = window.frame.topbar
    menu, seen = bar.scenario_menu, []

    def look() -> None:
        seen.extend(a.text() for a in menu.actions() if a.isCheckable() and a.isChecked())
        menu.close()

    menu.aboutToShow.connect(look, Qt.ConnectionType.QueuedConnection)
    bar.scenario.setFocus()
    qtbot.keyClick(bar.scenario, Qt.Key.Key_Space)
    assert seen == ["现状"]
    words = [a.text() for a in menu.actions() if not a.isSeparator()]
    assert words[:2] == ["现状", BPA]
    assert words[-5:] == ["改假设…", "存为新情景…", "保存情景的改动", "还原情景", "管理情景…"]


def test_a_scenario_is_chosen_told_and_left_by_one_click(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    bar = window.frame.topbar
    assert not bar.now.isVisible()
    pick(window, BPA)
    assert wanted(window).id == "bpa-120"
    assert bar.scenario.property("changed") is True
    assert BPA in bar.scenario.accessibleName()
    assert "假定投产" in bar.scenario.toolTip()
    assert [a.text() for a in opened_menu(window).actions() if a.isChecked()] == [BPA]
    qtbot.mouseClick(bar.now, LEFT)
    window.settle()
    assert not wanted(window).assumes
    assert not bar.now.isVisible()
    window.run("undo")
    assert wanted(window).id == "bpa-120"


def test_reality_is_never_changed_itself(open_window: Open) -> None:
    window = open_window()
    assert not window.can("scenario_new") and not window.can("scenario_save")
    window.follow(Target("enterprise", "luxi"))
    window.run("suppose_stop")
    assert wanted(window).stops == (Stop("luxi"),)
    assert "未保存的情景" in window.frame.topbar.scenario.accessibleName()
    assert "假定停产：鲁西集团" in window.banner.words.replace(" ", "")
    assert not window.workspace.dirty
    window.run("suppose_stop")
    assert wanted(window) == Scenario(date=wanted(window).date)


def test_it_is_kept_under_a_name_that_none_has(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.follow(Target("enterprise", "luxi"))
    window.run("suppose_stop")
    window.run("scenario_new")
    dialog = window.findChild(KeepScenario)
    assert isinstance(dialog, KeepScenario)
    dialog.name.selectAll()
    type_in(dialog.name, BPA)
    assert not dialog.save.isEnabled() and "请换一个名称" in dialog.trouble.text()
    dialog.name.selectAll()
    type_in(dialog.name, "鲁西停产")
    qtbot.mouseClick(dialog.save, LEFT)
    window.settle()
    kept = window.workspace.atlas.scenarios["s001"]
    assert (kept.name, kept.date, kept.stops) == ("鲁西停产", "", (Stop("luxi"),))
    assert (wanted(window).id, window.workspace.dirty) == ("s001", True)
    assert not window.can("scenario_save")
    window.run("undo")
    assert "s001" not in window.workspace.atlas.scenarios
    assert (wanted(window).id, wanted(window).stops) == ("", (Stop("luxi"),))


def test_changes_are_saved_or_taken_back(open_window: Open) -> None:
    window = open_window()
    pick(window, BPA)
    window.follow(Target("enterprise", "luxi"))
    window.run("suppose_stop")
    assert f"{BPA}（有改动）" in window.frame.topbar.scenario.accessibleName()
    window.run("scenario_revert")
    assert wanted(window).stops == ()
    window.run("undo")
    window.run("scenario_save")
    kept = window.workspace.atlas.scenarios["bpa-120"]
    assert (kept.stops, kept.date) == ((Stop("luxi"),), "")
    assert not window.can("scenario_revert")


# -- the assumptions


def test_projects_run_as_a_whole_or_by_phase_and_from_a_day(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    dialog = assuming(window)
    section = dialog.projects
    type_in(section.search, "双酚A项目")
    assert section.key == ("P001", None)
    qtbot.mouseClick(section.buttons["on"], LEFT)
    window.settle()
    assert wanted(window).projects == (ProjectChoice("P001"),)
    assert dialog.side.item(0).text() == "项目（1）"
    write(section.since, "2025-13", qtbot)
    assert section.trouble.isVisible()
    assert wanted(window).projects == (ProjectChoice("P001"),)
    write(section.since, "2025-06", qtbot)
    window.settle()
    assert wanted(window).projects == (ProjectChoice("P001", since="2025-06"),)
    qtbot.mouseClick(section.buttons["plain"], LEFT)
    window.settle()
    assert not wanted(window).assumes
    section.tree.setFocus()
    qtbot.keyClick(section.tree, Qt.Key.Key_Right)
    qtbot.keyClick(section.tree, Qt.Key.Key_Down)
    assert section.key == ("P001", 1)
    section.since.clear()
    qtbot.mouseClick(section.buttons["off"], LEFT)
    window.settle()
    assert wanted(window).projects == (ProjectChoice("P001", False, 1),)
    window.run("undo")
    assert section.buttons["plain"].isChecked()


def test_a_choice_that_changes_nothing_is_said(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    dialog = assuming(window)
    type_in(dialog.projects.search, "聚碳酸酯项目一期")
    qtbot.mouseClick(dialog.projects.buttons["on"], LEFT)
    window.settle()
    assert dialog.note.isVisible()
    assert "没有在建或规划的产能可投产" in dialog.note.text()


def test_firms_plants_and_products_are_assumed_by_search(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    dialog = assuming(window)
    for section, picker, words in (
        (dialog.firms, dialog.firms.firm, "鲁西集团"),
        (dialog.plants, dialog.plants.firm, "鲁西集团"),
        (dialog.plants, dialog.plants.product, "聚碳酸酯"),
        (dialog.products, dialog.products.external.product, "双酚A"),
    ):
        dialog.open_section(section)
        type_in(picker.line, words)
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    window.settle()
    assert wanted(window).external == ("bpa",)
    dialog.open_section(dialog.firms)
    qtbot.mouseClick(dialog.firms.add, LEFT)
    dialog.open_section(dialog.plants)
    assert dialog.plants.unit.currentText() == "万吨/年"
    type_in(dialog.plants.amount, "30")
    qtbot.mouseClick(dialog.plants.add, LEFT)
    window.settle()
    assert wanted(window).stops == (Stop("luxi"),)
    assert wanted(window).plants == (Plant("luxi", "pc", 30.0, "万吨/年"),)
    qtbot.mouseClick(dialog.plants.rows.drop, LEFT)
    dialog.open_section(dialog.firms)
    qtbot.mouseClick(dialog.firms.rows.drop, LEFT)
    dialog.open_section(dialog.products)
    qtbot.mouseClick(dialog.products.external.rows.drop, LEFT)
    window.settle()
    assert not wanted(window).assumes


def test_a_drill_is_assumed_beside_the_rest_and_changes_no_class(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    classes = window.workspace.reading.verdicts
    dialog = assuming(window)
    section = dialog.drill
    dialog.open_section(section)
    section.failing.picking.picked.emit(ShockKind.ENTERPRISE, "huilong")
    window.settle()
    assert wanted(window).drill.shocks == (Shock(ShockKind.ENTERPRISE, "huilong"),)
    assert dialog.side.item(dialog.sections.index(section)).text() == "断供演练（1）"
    section.failing.days.setValue(5)
    section.reckoning.days.setValue(60)
    qtbot.mouseClick(section.doing.add, LEFT)
    form = dialog.findChild(Measuring)
    assert isinstance(form, Measuring)
    qtbot.mouseClick(form.save, LEFT)
    window.settle()
    drill = wanted(window).drill
    assert (drill.shocks[0].days, drill.days) == (5, 60)
    assert drill.measures == (Measure(MeasureKind.RESTORE, id="huilong", share=0.5),)
    assert "断供演练 汇隆停产（持续 5 天） · 演练措施" in window.banner.words
    assert window.workspace.reading.verdicts is classes
    qtbot.mouseClick(section.failing.rows.drop, LEFT)
    window.settle()
    assert wanted(window).drill == NO_DRILL
    window.run("undo")
    assert wanted(window).drill == drill


def test_what_is_missing_is_said_where_it_is_missing(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    dialog = assuming(window)
    dialog.open_section(dialog.plants)
    qtbot.mouseClick(dialog.plants.add, LEFT)
    assert "选一家企业" in dialog.plants.trouble.text()
    dialog.plants.firm.show_value("luxi")
    dialog.plants.product.show_value("pc")
    type_in(dialog.plants.amount, "三十")
    qtbot.mouseClick(dialog.plants.add, LEFT)
    assert "大于 0" in dialog.plants.trouble.text()
    assert not wanted(window).assumes


# -- the tab


def test_the_tab_tells_what_a_scenario_changes(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    view = tab(window)
    assert view.id == NOW
    assert view.detail.name.isReadOnly()
    assert [c for c, b in view.detail.buttons.items() if b.isVisible()] == ["edit"]
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    assert view.id == "bpa-120"
    window.wait(lambda: not view.effects.busy)
    assert "环氧树脂" in view.detail.effect.text()
    qtbot.mouseClick(view.detail.buttons["use"], LEFT)
    window.settle()
    assert wanted(window).id == "bpa-120"
    assert not view.detail.buttons["use"].isVisible()
    qtbot.mouseClick(view.detail.buttons["compare"], LEFT)
    window.settle()
    focus = window.selection.focus
    assert (focus.page, focus.plan) == (PLAN, COMPARE)


def test_names_and_notes_are_written_in_place(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    view = tab(window)
    view.choose("bpa-120")
    write(view.detail.name, "另一个名称", qtbot)
    window.settle()
    assert window.workspace.atlas.scenarios["bpa-120"].name == "另一个名称"
    write(view.detail.name, "现状", qtbot)
    window.settle()
    assert view.detail.name.text() == "另一个名称"
    assert "请换一个名称" in window.banner.words
    view.detail.note.setFocus()
    view.detail.note.selectAll()
    type_in(view.detail.note, "新的说明")
    view.list.setFocus()
    window.settle()
    assert window.workspace.atlas.scenarios["bpa-120"].note == "新的说明"


def test_what_is_looked_at_and_not_kept_stands_in_the_list(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.follow(Target("enterprise", "luxi"))
    window.run("suppose_stop")
    view = tab(window)
    assert view.id == OWN
    assert "假定停产：鲁西集团" in view.detail.words.text()
    qtbot.mouseClick(view.detail.buttons["copy"], LEFT)
    dialog = window.findChild(KeepScenario)
    assert isinstance(dialog, KeepScenario)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    window.settle()
    assert view.id == "s001"


def test_a_scenario_is_copied_and_deleted(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    view = tab(window)
    view.choose("bpa-120")
    qtbot.mouseClick(view.detail.buttons["copy"], LEFT)
    window.settle()
    assert window.workspace.atlas.scenarios["s001"].name == f"{BPA}（2）"
    view.choose("bpa-120")
    qtbot.mouseClick(view.detail.buttons["use"], LEFT)
    window.settle()
    qtbot.mouseClick(view.detail.buttons["delete"], LEFT)
    window.settle()
    assert "bpa-120" not in window.workspace.atlas.scenarios
    assert (wanted(window).id, wanted(window).assumes) == ("", False)
    window.run("undo")
    assert wanted(window).id == "bpa-120"


def test_a_file_goes_to_a_colleague_and_comes_back(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    parts, file = window.desk.parts, tmp_path / "handed on.yaml"
    verbs._write(parts, window.workspace.atlas.scenarios["bpa-120"], str(file))
    assert "已导出情景文件" in window.banner.words
    verbs._take_in(parts, str(file))
    window.settle()
    assert window.workspace.atlas.scenarios["s001"].name == f"{BPA}（2）"
    file.write_text("format: 1\nscenarios: {a: {name: 甲, stops: [nobody]}}\n", "utf-8")
    verbs._take_in(parts, str(file))
    assert "不能用" in window.banner.words and "nobody" in window.banner.words
    assert QApplication.activeModalWidget() is None


def test_the_page_comes_back_with_the_tab(open_window: Open) -> None:
    window = open_window()
    tab(window)
    focus = window.selection.focus
    assert (focus.page, focus.plan) == (PLAN, SCENARIOS)


def test_rows_of_lists_are_supposed_and_taken_back(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    window.lists.setCurrentWidget(window.lists.enterprises)
    window.settle()
    grid = window.lists.enterprises.grid
    acts = grid._acts(grid.model.row_at(0), grid.model.index(0, 0))
    stop = next(part["假定停产"] for part in acts if "假定停产" in part)
    stop()
    window.settle()
    assert len(wanted(window).stops) == 1
    stop()
    window.settle()
    assert not wanted(window).assumes
    pool = window.desk.plan.tabs[POOL]
    window.selection.go(replace(window.selection.focus, page=PLAN, plan=POOL))
    window.settle()
    table = pool.view.grid
    acts = table._acts(table.model.row_at(0), table.model.index(0, 0))
    next(part["假定不计"] for part in acts if "假定不计" in part)()
    window.settle()
    assert [c.on for c in wanted(window).projects] == [False]

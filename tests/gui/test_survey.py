"""The 摸底 in the window: sheets, answers and declarations, each one step that can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog

from liantu.model.focus import LISTS_PAGE
from liantu.model.verification import Answer
from liantu.ui.dialogs.declaring import DeclareDialog
from liantu.ui.dialogs.taking import TakeDialog
from liantu.ui.dialogs.task_sheets import SheetsDialog
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.filled_sheets import fill

DAY = "2024-12-31"
ONLY = "茌平区"


@pytest.fixture
def window(open_window: Open) -> OpenWindow:
    window = open_window(date=DAY)
    window.selection.show_page(LISTS_PAGE)
    window.settle()
    window.desk.lists.view.show_list("survey")
    return window


def dialog(window: OpenWindow, kind: type[QDialog], button: str) -> QDialog:
    window.desk.lists.view.survey.buttons[button].click()
    found = [d for d in window.frame.findChildren(kind) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def made(window: OpenWindow, folder: Path, *, record: bool = True) -> Path:
    """Let the window write the sheet of one county."""
    asked = dialog(window, SheetsDialog, "sheets")
    assert isinstance(asked, SheetsDialog)
    for county, box in asked.boxes.items():
        box.setChecked(county == ONLY)
    asked.due.setDate(QDate(2025, 1, 15))
    asked.office.setText("市工信局")
    asked.folder.setText(str(folder))
    asked.record.setChecked(record)
    asked.write.click()
    window.wait(lambda: not asked.isVisible())
    window.settle()
    return folder / f"聊城市_摸底任务单_{ONLY}_20241231.xlsx"


def test_sheets_are_written_and_recorded_as_one_step(window: OpenWindow, tmp_path: Path) -> None:
    path = made(window, tmp_path / "下发")
    assert path.is_file()
    answers = window.workspace.atlas.answers
    assert (len(answers), {r.answer for r in answers}) == (40, {Answer.ASKED})
    assert "已下发 1 个" in window.desk.lists.view.survey.words
    assert "已生成 1 份任务单" in window.banner.words
    window.run("undo")
    assert window.workspace.atlas.answers == ()
    assert "已下发" not in window.desk.lists.view.survey.words


def test_answers_are_seen_taken_told_and_taken_back(window: OpenWindow, tmp_path: Path) -> None:
    sheet = made(window, tmp_path)
    rows = {1: ("有", "茌平区鑫泰铝板带有限公司", "3万吨", "2023"), 2: ("无",), 3: ("不清",)}
    filled = fill(sheet, tmp_path / "填好.xlsx", rows)
    asked = dialog(window, TakeDialog, "take")
    assert isinstance(asked, TakeDialog)
    assert not asked.accept_button.isEnabled()
    asked.read([filled])
    window.wait(asked.accept_button.isEnabled)
    told = [[asked.table.item(r, c).text() for c in range(5)] for r in range(3)]
    assert told[0] == [
        "填好.xlsx 第 5 行",
        "铝板带(冷轧)",
        "有",
        "记为有；新增 茌平区鑫泰铝板带有限公司：3 万吨/年，在产",
        "",
    ]
    assert told[1][3] == "记为无，2025-12-31 前有效"
    assert "新答复 3 条：有 1、无 1、不清 1；未答复 37 项" in asked.summary.text()
    asked.accept_button.click()
    window.settle()
    assert window.workspace.reading.situation.is_local("alsheet")
    assert "收回摸底答复：1 个县市区、3 条" in window.banner.words
    assert window.banner.items[0].text() == "铝板带(冷轧)：疑似断链（待核实） → 在产"
    assert "交回了但没有答完：茌平区 37 项" in window.banner.words
    window.run("undo")
    assert not window.workspace.reading.situation.is_local("alsheet")


def test_a_wrong_line_is_shown_first_and_nothing_can_be_taken(
    window: OpenWindow, tmp_path: Path
) -> None:
    sheet = made(window, tmp_path, record=False)
    filled = fill(sheet, tmp_path / "填好.xlsx", {1: ("无",), 2: ("有",)})
    asked = dialog(window, TakeDialog, "take")
    assert isinstance(asked, TakeDialog)
    asked.read([filled, tmp_path / "没有.xlsx"])
    window.wait(lambda: asked.table.rowCount() == 3)
    assert asked.table.item(0, 0).text() == "没有.xlsx"
    assert asked.table.item(1, 4).text() == "错误：答“有”，但没有填企业全称。"
    assert "有错误 2 处，不能收回" in asked.summary.text()
    assert not asked.accept_button.isEnabled()
    assert window.workspace.atlas.answers == ()


def test_a_due_day_before_the_day_asked_about_is_refused(window: OpenWindow) -> None:
    asked = dialog(window, SheetsDialog, "sheets")
    assert isinstance(asked, SheetsDialog)
    asked.due.setDate(QDate(2024, 12, 1))
    asked.write.click()
    assert asked.note.text() == "交回日期 2024-12-01 早于口径日期 2024-12-31。"
    assert asked.isVisible()


def test_a_declaration_turns_what_is_not_seen_into_confirmed(window: OpenWindow) -> None:
    asked = dialog(window, DeclareDialog, "declare")
    assert isinstance(asked, DeclareDialog)
    asked.county.setCurrentIndex(asked.county.findData("全市"))
    asked.until.setDate(QDate(2024, 12, 31))
    asked.save.click()
    assert asked.note.text() == "有效期 2024-12-31 不晚于声明日期 2024-12-31。"
    asked.until.setDate(QDate(2025, 6, 30))
    asked.save.click()
    window.settle()
    assert window.workspace.reading.verdicts["alsheet"].standing == "none"
    assert "完整性声明：有效 1 份" in window.desk.lists.view.survey.words
    window.run("undo")
    assert window.workspace.atlas.declarations == ()

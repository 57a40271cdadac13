"""Taking in a sheet in the window: nothing changes before the button, one step to take it back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from liantu.library.difference import same
from liantu.library.importing.tables import read_tables
from liantu.library.importing.targets import targets
from liantu.ui.dialogs.importing.blank import BlankDialog
from liantu.ui.dialogs.importing.dialog import ImportDialog
from liantu.ui.verbs.file import open_dropped
from liantu.ui.widgets.dialog_rows import AROUND
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

HEAD = ["企业全称", "县区", "产品名称", "年产能（万吨/年）", "状态", "年份", "依据"]
GOOD = ["新厂化工有限公司", "茌平区", "双酚A", "5", "在产", "2024", "2024年6月报送表"]
BAD = ["新厂化工有限公司", "茌平区", "双酚", "5", "在产", "2024", "2024年6月报送表"]


def sheet(path: Path, *rows: list[str], head: list[str] | None = None) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head or HEAD, *rows])
    return path


def dropped(window: OpenWindow, path: Path) -> ImportDialog:
    open_dropped(window.desk.parts, [path])
    return ready(window)


def ready(window: OpenWindow) -> ImportDialog:
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    window.wait(lambda: not dialog.busy)
    return dialog


def shown(dialog: ImportDialog) -> list[str]:
    return [str(row.state) for row in dialog.rows.model.rows]


def test_a_dropped_sheet_is_shown_taken_in_and_taken_back(
    open_window: Open, tmp_path: Path
) -> None:
    window = open_window(chain="pc-nylon")
    before = window.workspace.atlas
    dialog = dropped(window, sheet(tmp_path / "表.csv", GOOD))
    assert (shown(dialog), dialog.take_button.text()) == (["new"], "导入 1 行")
    assert dialog.top.chosen.id == "capacity"
    assert window.workspace.atlas is before, "nothing changes before the button"
    dialog.take_button.click()
    window.settle()
    assert any(f.name == GOOD[0] for f in window.workspace.atlas.enterprises.values())
    assert window.banner.words == "已导入“表.csv”：企业 1 家、产能 1 项、来源 1 项。可以撤销。"
    window.run("undo")
    assert same(window.workspace.atlas, before)
    assert "可以撤销" not in window.banner.words


def test_rows_with_errors_hold_the_button_until_they_are_to_be_skipped(
    open_window: Open, tmp_path: Path
) -> None:
    window = open_window(chain="pc-nylon")
    dialog = dropped(window, sheet(tmp_path / "表.csv", GOOD, BAD))
    assert not dialog.take_button.isEnabled()
    assert "有 1 行有错" in dialog.note.text()
    next(b for b in dialog.rows.states.buttons if b.property("key") == "error").click()
    assert shown(dialog) == ["error"]
    dialog.rows.table.selectRow(0)
    assert "相近的有：双酚A" in dialog.rows.detail.text()
    dialog.rows.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith("3\t错误\t新厂化工有限公司")
    dialog.skip.setChecked(True)
    dialog.take_button.click()
    window.settle()
    assert window.banner.words.endswith("跳过有错的 1 行（第 3 行）。可以撤销。")


def test_no_sentence_carries_the_buttons_below_the_screen(
    open_window: Open, tmp_path: Path
) -> None:
    window = open_window(chain="pc-nylon")
    dialog = dropped(window, sheet(tmp_path / "表.csv", [*GOOD[:-1], ""], BAD, BAD))
    assert "没有依据" in dialog.note.text()
    window.settle()
    free = dialog.screen().availableGeometry().height() - AROUND.height()
    assert dialog.height() <= free
    assert dialog.take_button.geometry().bottom() <= dialog.height()
    assert dialog.note.height() >= dialog.note.heightForWidth(dialog.note.width())


def test_columns_are_chosen_and_remembered(open_window: Open, tmp_path: Path) -> None:
    window = open_window(chain="pc-nylon")
    head = ["甲", "县区", "乙", *HEAD[3:]]
    file = sheet(tmp_path / "表.csv", GOOD, head=head)
    dialog = dropped(window, file)
    dialog.top.target.setCurrentIndex(dialog.top.target.findData("capacity"))
    dialog.top.target.activated.emit(dialog.top.target.currentIndex())
    window.wait(lambda: not dialog.busy)
    assert "还没有指定这些列：企业名称" in dialog.note.text()
    combo = dialog.mapping.combos[0]
    combo.setCurrentIndex(combo.findData("firm"))
    combo = dialog.mapping.combos[2]
    combo.setCurrentIndex(combo.findData("product"))
    window.wait(lambda: not dialog.busy)
    assert shown(dialog) == ["new"]
    dialog.take_button.click()
    window.settle()
    window.wait(lambda: window.findChild(ImportDialog) is None)
    again = dropped(window, file)
    again.top.target.setCurrentIndex(again.top.target.findData("capacity"))
    again.top.target.activated.emit(again.top.target.currentIndex())
    window.wait(lambda: not again.busy)
    assert again.mapping.columns[0] == "firm"
    assert (shown(again), again.take_button.isEnabled()) == (["same"], False)
    assert "图谱里都有" in again.note.text()
    again.close()


def test_a_source_is_asked_for_where_rows_name_none(open_window: Open, tmp_path: Path) -> None:
    window = open_window(chain="pc-nylon")
    dialog = dropped(window, sheet(tmp_path / "表.csv", GOOD[:6], head=HEAD[:6]))
    assert shown(dialog) == ["error"]
    assert "其中 1 行没有依据：在上面“整张表的来源”写一个" in dialog.note.text()
    dialog.origin.fields["title"].setText("县区报送表")
    dialog.origin.fields["date"].setText("去年")
    window.wait(lambda: not dialog.busy)
    assert "不是日期" in dialog.note.text()
    dialog.origin.fields["date"].setText("2024-06")
    window.wait(lambda: not dialog.busy)
    assert (shown(dialog), dialog.take_button.isEnabled()) == (["new"], True)
    dialog.close()


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"<html><table>", "这是网页"), (b"", "文件里没有内容"), (b"%PDF-1", "这是 PDF")],
)
def test_what_is_no_table_is_told_on_the_page(
    open_window: Open, tmp_path: Path, data: bytes, words: str
) -> None:
    window = open_window(chain="pc-nylon")
    (tmp_path / "表.xls").write_bytes(data)
    dialog = dropped(window, tmp_path / "表.xls")
    assert words in dialog.note.text()
    assert not dialog.take_button.isEnabled()
    dialog.close()


def test_work_can_be_stopped_and_begun_again(open_window: Open, tmp_path: Path) -> None:
    window = open_window(chain="pc-nylon")
    dialog = dropped(window, sheet(tmp_path / "表.csv", GOOD))
    dialog.keep.setChecked(True)
    dialog.stop_button.click()
    assert (shown(dialog), dialog.busy) == ([], False)
    assert "已停止，没有改动资料" in dialog.note.text()
    dialog.keep.setChecked(False)
    window.wait(lambda: not dialog.busy)
    assert shown(dialog) == ["new"]
    dialog.close()


def test_the_verb_opens_the_page_and_a_file_is_chosen_there(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(chain="pc-nylon")
    file = sheet(tmp_path / "表.csv", GOOD)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window.run("import")
    dialog = ready(window)
    assert not dialog.take_button.isEnabled()
    window.settle()
    (hint,), room = dialog.mapping.widget().findChildren(QLabel), dialog.mapping.viewport()
    at = hint.mapTo(room, QPoint(0, 0))
    assert "选择…" in hint.text() and room.rect().contains(QRect(at, hint.size()))
    dialog.top.choose()
    window.wait(lambda: not dialog.busy)
    assert shown(dialog) == ["new"]
    dialog.close()


def test_a_template_is_written_and_can_be_dropped_again(open_window: Open, tmp_path: Path) -> None:
    window = open_window(chain="pc-nylon")
    window.run("template")
    blank = window.findChild(BlankDialog)
    assert isinstance(blank, BlankDialog)
    assert blank.stem == "企业填报模板"
    blank.full.setChecked(True)
    assert blank.stem == "企业现有资料"
    out = tmp_path / "企业.xlsx"
    blank.take(out)
    window.wait(lambda: "已导出" in window.banner.words)
    assert read_tables(out)[0].name == targets()["enterprise"].name
    dialog = dropped(window, out)
    assert set(shown(dialog)) == {"passed", "same"}
    dialog.close()

"""Versions in the window: kept, compared, marked on the map, merged as one step."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from liantu.library.editing import Draft, edited
from liantu.library.plain import plain
from liantu.library.reader import read_folder
from liantu.library.versions.opening import open_version
from liantu.library.versions.snapshots import shelf, take
from liantu.model.edits import Edit
from liantu.ui.versions.compare import CompareDialog
from liantu.ui.versions.keep import KeepDialog
from liantu.ui.versions.mapped import MapTab
from liantu.ui.versions.merge import MergeDialog
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import write

Kind = TypeVar("Kind", bound=QWidget)
WAIT = 20_000
ENDS = Qt.MatchFlag.MatchEndsWith


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "我的")


def edit(folder: Path, old: str, new: str, name: str = "enterprises.yaml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def dialog(kind: type[Kind]) -> Kind:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def opened(window: OpenWindow, verb: str, kind: type[Kind]) -> Kind:
    window.run(verb)
    return dialog(kind)


def begun(folder: Path) -> Path:
    """A copy that a colleague took with the version that both began from."""
    take(folder, read_folder(folder), "起点", time="2024-09-30T10:00:00")
    return Path(shutil.copytree(folder, folder.parent / "同事的"))


def test_a_version_is_kept_renamed_deleted_and_put_back(
    folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    found = opened(open_window(folder), "version_keep", KeepDialog)
    found.name.setText("2024Q4上报版")
    found.note.setText("报省里")
    qtbot.waitUntil(found.keep.isEnabled, timeout=WAIT)
    found.keep.click()
    qtbot.waitUntil(lambda: "已存为版本" in found.words.text(), timeout=WAIT)
    assert "2024Q4上报版  报省里" in found.list.item(0).text()
    assert found.words.objectName() == "secondary"  # good news is no warning
    assert found.list.currentRow() == 0
    assert found.buttons["rename"].isEnabled()
    found.name.setText("2024年终版")
    found.buttons["rename"].click()
    qtbot.waitUntil(lambda: "已改名" in found.words.text(), timeout=WAIT)
    found.list.setCurrentRow(0)
    found.buttons["delete"].click()
    qtbot.waitUntil(found.back.isVisible, timeout=WAIT)
    assert shelf(folder).snapshots == ()
    found.back.click()
    qtbot.waitUntil(lambda: "已恢复" in found.words.text(), timeout=WAIT)
    assert [one.name for one in shelf(folder).snapshots] == ["2024年终版"]
    found.keep.click()
    qtbot.waitUntil(lambda: "请填写版本名称" in found.words.text(), timeout=WAIT)


def test_a_version_is_restored_beside_the_folder_and_opened(
    folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    take(folder, read_folder(folder), "起点", time="2024-09-30T10:00:00")
    edit(folder, "amount: 20", "amount: 25")
    window = open_window(folder)
    found = opened(window, "version_keep", KeepDialog)
    qtbot.waitUntil(lambda: bool(found.list.findItems("起点", ENDS)), timeout=WAIT)
    found.list.setCurrentRow(0)
    found.buttons["restore"].click()
    asked = dialog(QFileDialog)
    assert Path(asked.directory().path()) == folder.parent  # where else would it be put?
    asked.fileSelected.emit(str(folder.parent))
    asked.reject()
    qtbot.waitUntil(found.enter.isVisible, timeout=WAIT)
    found.enter.click()
    window.wait(lambda: window.workspace.folder == folder.parent / "我的_起点")
    window.settle()
    made = window.workspace.atlas.enterprises["plant"].capacities
    assert [c.amount for c in made if c.product == "bpa"] == [20]
    assert "amount: 25" in (folder / "enterprises.yaml").read_text(encoding="utf-8")


def test_a_damaged_version_is_told_and_cannot_be_chosen(
    folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    begun(folder)
    (folder / ".liantu" / "versions" / "坏.zip").write_bytes(b"junk")
    found = opened(open_window(folder), "version_keep", KeepDialog)
    qtbot.waitUntil(lambda: found.list.count() == 2, timeout=WAIT)
    assert "已跳过 坏.zip" in found.list.item(1).text()
    found.list.setCurrentRow(1)
    assert not found.buttons["delete"].isEnabled()


def test_the_open_data_are_compared_with_the_newest_version(
    folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    begun(folder)
    edit(folder, "status: planned", "status: operating, amount: 5, unit: 万吨/年")
    window = open_window(folder, "resin")
    found = opened(window, "version_compare", CompareDialog)
    qtbot.waitUntil(lambda: found.found is not None, timeout=WAIT)
    assert found.words.text().startswith("与“起点”相比，“当前打开的资料”共有 1 处资料变化")
    page = found.tabs.widget(0)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=WAIT)
    names = [row.name for row in page.model.shown]
    assert "苯酚" in names
    page.table.selectRow(names.index("苯酚"))
    window.settle()
    assert window.selection.focus.product == "phenol"


def test_what_changed_is_marked_on_the_map_until_the_dialog_is_closed(
    folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    begun(folder)
    edit(folder, "status: planned", "status: operating, amount: 5, unit: 万吨/年")
    window = open_window(folder, "resin")
    plain = [entry.id for entry in window.legend.entries]
    found = opened(window, "version_compare", CompareDialog)
    qtbot.waitUntil(lambda: found.found is not None, timeout=WAIT)
    found.mark.click()
    marked = {entry.id: entry.items for entry in window.legend.entries}
    assert marked["change_added"] == {"phenol"}
    found.close()
    assert [entry.id for entry in window.legend.entries] == plain


def test_the_map_of_either_version_is_drawn_with_its_marks(
    folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    begun(folder)
    edit(folder, "status: planned", "status: operating, amount: 5, unit: 万吨/年")
    found = opened(open_window(folder, "resin"), "version_compare", CompareDialog)
    qtbot.waitUntil(lambda: found.found is not None, timeout=WAIT)
    found.tabs.setCurrentIndex(2)
    tab = found.tabs.widget(2)
    assert isinstance(tab, MapTab)
    qtbot.waitUntil(lambda: not tab.picture.pixmap().isNull(), timeout=WAIT)
    first = tab.picture.pixmap().toImage()
    tab.side.setCurrentIndex(1)
    qtbot.waitUntil(lambda: tab.picture.pixmap().toImage() != first, timeout=WAIT)


def test_a_folder_that_is_no_version_is_told(
    folder: Path, tmp_path: Path, open_window: Open, qtbot: QtBot
) -> None:
    begun(folder)
    (tmp_path / "坏.zip").write_bytes(b"junk")
    found = opened(open_window(folder), "version_compare", CompareDialog)
    qtbot.waitUntil(lambda: found.found is not None, timeout=WAIT)
    found.before.add(tmp_path / "坏.zip")
    found.start()
    qtbot.waitUntil(lambda: "不是完好的 ZIP 文件" in found.words.text(), timeout=WAIT)


def test_where_no_version_is_kept_it_is_said_how_to_keep_one(
    folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    found = opened(open_window(folder), "version_compare", CompareDialog)
    qtbot.waitUntil(lambda: "存为版本…" in found.words.text(), timeout=WAIT)
    assert not found.go.isEnabled()


def test_a_colleague_s_data_are_merged_as_one_step(
    folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    other = begun(folder)
    edit(folder, "amount: 20", "amount: 40")
    edit(other, "amount: 20", "amount: 25")
    edit(other, "title: 试验日报", "title: 试验晚报", "sources.yaml")
    window = open_window(folder, "resin")
    found = opened(window, "version_merge", MergeDialog)
    found.choose(other)
    qtbot.waitUntil(lambda: found.both is not None, timeout=WAIT)
    assert found.base.source is not None
    assert found.base.source.title == "起点"
    assert not found.take.isEnabled(), "nothing is decided beforehand"
    (group,) = found.deciding.groups
    group.button(0).click()
    assert found.take.isEnabled()
    found.take.click()
    qtbot.waitUntil(lambda: window.workspace.dirty, timeout=WAIT)
    window.settle()
    atlas = window.workspace.atlas
    assert atlas.sources["daily"].title == "试验晚报"
    assert atlas.enterprises["plant"].capacities[0].amount == 40
    assert window.workspace.history.undo_label == "合并“同事的”：2 条"
    assert "合并“同事的”：2 条" in window.banner.words
    window.run("undo")
    assert "合并" not in window.banner.words
    assert window.workspace.atlas.sources["daily"].title == "试验日报"


def test_nothing_to_merge_leaves_the_button_dead(
    folder: Path, open_window: Open, qtbot: QtBot
) -> None:
    other = begun(folder)
    found = opened(open_window(folder), "version_merge", MergeDialog)
    found.choose(other)
    qtbot.waitUntil(lambda: found.both is not None, timeout=WAIT)
    assert "没有需要合并的内容" in found.words.text()
    assert not found.take.isEnabled()
    assert not found.tabs.isVisible()


def test_a_version_is_what_is_on_the_screen(folder: Path, open_window: Open, qtbot: QtBot) -> None:
    window = open_window(folder, "resin")
    told = {**(plain(window.workspace.atlas, "enterprise", "plant") or {}), "note": "未存的话"}
    draft = Draft("enterprise", "plant", told)
    window.bridge.edit(Edit("改", lambda atlas: edited(atlas, [draft])))
    qtbot.waitUntil(lambda: window.workspace.dirty, timeout=WAIT)
    window.settle()
    before = read_folder(folder)
    found = opened(window, "version_keep", KeepDialog)
    assert "含未保存的修改" in found.words.text()
    found.name.setText("未存版")
    qtbot.waitUntil(found.keep.isEnabled, timeout=WAIT)
    found.keep.click()
    qtbot.waitUntil(lambda: "已存为版本" in found.words.text(), timeout=WAIT)
    assert read_folder(folder) == before
    kept = open_version("未存版", folder).loaded.atlas
    assert kept.enterprises["plant"].note == "未存的话"

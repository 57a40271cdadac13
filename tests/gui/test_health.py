"""数据体检: named checks, what they found, and where it stands; loops found after the reading."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from liantu.ui.dialogs.problems import ProblemsDialog
from liantu.ui.lists.page import ListPage
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.gui.test_window import LEFT
from tests.helpers.folders import CHAIN, write


def click(qtbot: QtBot, page: ListPage, key: str) -> None:
    index = page.model.index(page.model.row_of(key), 0)
    page.table.scrollTo(index)
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=page.table.visualRect(index).center())


def count(window: OpenWindow, title: str) -> int:
    window.lists.health.checks.fill()
    rows = window.lists.health.checks.model.rows
    return int(next(row.count for row in rows if row.title == title))


def test_a_check_leads_to_its_findings_and_they_to_the_thing(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon")
    lists = window.lists
    lists.setCurrentWidget(lists.health)
    click(qtbot, lists.health.checks, "未对应到环节的说法")
    assert lists.currentWidget() is lists.issues
    shown = lists.issues.model
    assert shown.rowCount() == count(window, "未对应到环节的说法") > 0
    assert {shown.index(row, 1).data() for row in range(shown.rowCount())} == {"未对应到环节的说法"}
    places = [shown.index(row, 2).data() for row in range(shown.rowCount())]
    assert all(place.startswith("enterprises.yaml:") for place in places)
    first = shown.index(0, 0)
    qtbot.mouseClick(
        lists.issues.table.viewport(), LEFT, pos=lists.issues.table.visualRect(first).center()
    )
    assert window.selection.focus.enterprise
    assert lists.currentWidget() is lists.issues, "the list that was used stays in front"


def test_a_check_that_found_nothing_leads_nowhere(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.lists.setCurrentWidget(window.lists.health)
    click(qtbot, window.lists.health.checks, "重名的环节或企业")
    assert count(window, "重名的环节或企业") == 0
    assert window.lists.currentWidget() is window.lists.health


def test_loops_are_found_in_the_background(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    looped = CHAIN.replace(
        "    name: 苯酚\n    unit: 万吨/年\n",
        "    name: 苯酚\n    unit: 万吨/年\n    routes:\n      back:\n        name: 回收\n"
        "        inputs:\n          bpa: {per_unit: 1.2, unit: t, basis: estimate}\n",
    )
    window = open_window(write(tmp_path, {"01-resin.yaml": looped}), chain="resin")
    qtbot.waitUntil(lambda: count(window, "互为投入成环的环节") == 1, timeout=20_000)
    assert any("苯酚" in str(i.params.get("names")) for i in window.workspace.issues)


def test_reading_problems_are_a_check_of_their_own(open_window: Open, tmp_path: Path) -> None:
    bad = CHAIN.replace("per_unit: 0.85", "per_unit: 很多")
    window = open_window(write(tmp_path, {"01-resin.yaml": bad}), chain="resin")
    window.lists.health.checks.fill()
    first = window.lists.health.checks.model.rows[0]
    assert (first.title, first.count) == ("文件读取", 1)
    assert window.banner.words == "资料有 1 处错误，其余照常可用。"


def test_enterprises_of_the_chain_of_another_and_of_the_city(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon")
    page = window.lists.enterprises
    window.lists.setCurrentWidget(page)
    own = {row.id for row in page.model.rows}
    page.scope.setCurrentIndex(page.scope.findData(""))
    assert len(page.model.rows) == len(window.workspace.reading.atlas.enterprises)
    page.scope.setCurrentIndex(page.scope.findData("cu"))
    copper = {row.id for row in page.model.rows}
    assert copper != own
    assert all("铜" in row.chains.split("、") for row in page.model.rows)
    click(qtbot, page, "xiangguang" if "xiangguang" in copper else sorted(copper - own)[0])
    assert page.scope.currentData() == "cu", "the scope stays when the chain changes"


def test_enterprises_are_filtered_by_honour(open_window: Open) -> None:
    window = open_window(chain="brg")
    page = window.lists.enterprises
    window.lists.setCurrentWidget(page)
    page.scope.setCurrentIndex(page.scope.findData(""))
    page.choose("honours", "省“十强”产业集群领军企业库")
    names = {page.model.index(row, 0).data() for row in range(page.model.rowCount())}
    assert len(names) == 3
    assert any("嘉华" in name for name in names)


def test_the_problems_show_the_root_and_what_follows_from_it(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    text = CHAIN.replace("    name: 苯酚\n", '    name: ""\n')
    window = open_window(write(tmp_path, {"01-resin.yaml": text}))
    assert "1 处错误" in window.banner.words
    window.run("problems")
    dialog = window.findChild(ProblemsDialog)
    assert dialog is not None
    page = dialog.page
    severities = [page.model.index(row, 0).data() for row in range(page.model.rowCount())]
    assert severities.count("错误") == 1
    page.table.selectRow(severities.index("错误"))
    assert "enterprises.yaml:" not in dialog.detail.text()
    assert dialog.follows.text().startswith("由此引起的 ")
    dialog.follows.click()
    assert "条由此引起" in dialog.detail.text()
    assert "enterprises.yaml:" in dialog.detail.text()
    assert dialog.open_button.isEnabled()
    dialog.copy_button.click()
    assert "enterprises.yaml:" in QGuiApplication.clipboard().text()
    dialog.close()

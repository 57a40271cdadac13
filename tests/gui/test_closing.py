"""补链方案: targets are found and clicked, plans chosen, searches given up, papers written."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from liantu.analysis.plans.plan import Plan, Plans, Wish
from liantu.analysis.reading import Reading
from liantu.diagram.plan_map.picture import DETAIL
from liantu.jobs import Progress
from liantu.model.focus import CLOSING, MAP, PLAN
from liantu.model.target import Target
from liantu.ui.pages.plan.closing import view as module
from liantu.ui.pages.plan.closing.page import ClosingTab
from liantu.ui.pages.plan.closing.rows import PRODUCT
from liantu.ui.pages.plan.closing.view import ClosingView
from liantu.ui.verbs.plan import tab
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton


def shown(window: OpenWindow) -> ClosingView:
    """The tab with plans in it."""
    window.selection.go(replace(window.selection.focus, page=PLAN, plan=CLOSING))
    found = tab(window.desk.parts)
    settle(window, found)
    return found.view


def plans(view: ClosingView) -> tuple[Plan, ...]:
    assert view.found is not None
    return view.found.plans


def settle(window: OpenWindow, found: ClosingTab) -> None:
    window.settle()
    window.wait(lambda: found.widget.isVisible() and not found.busy)


def click(qtbot: QtBot, rows: QListWidget, words: str) -> None:
    """Click the row that begins so."""
    at = next(r for r in range(rows.count()) if rows.item(r).text().startswith(words))
    rows.scrollToItem(rows.item(at))
    place = rows.visualItemRect(rows.item(at)).center()
    qtbot.mouseClick(rows.viewport(), LEFT, pos=place)


def test_a_first_target_of_the_chain_is_shown(open_window: Open) -> None:
    view = shown(open_window(chain="pc-nylon"))
    assert view.words.text().startswith("要在本地做出苯酚")
    assert view.plans.count() == 1
    assert view.plans.item(0).text().splitlines() == [
        "1 · 全部自建",
        "自建 1 个环节，不留缺口",
        "造价不详",
    ]
    assert [view.detail.tabText(at) for at in range(4)] == [
        "方案图",
        "新建环节 1",
        "外购 2",
        "为什么能做出来",
    ]
    assert view.side.targets.item(0).text() == "没有在产的关键环节 7"


def test_a_click_on_a_target_and_on_a_plan(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    view = shown(window)
    click(qtbot, view.side.targets, "改性PC")
    settle(window, tab(window.desk.parts))
    assert view.words.text().startswith("要在本地做出改性PC")
    count = view.plans.count()
    assert count > 1
    assert view.plans.currentRow() == count - 1
    click(qtbot, view.plans, "1 ·")
    assert view.detail.links.rowCount() < len(plans(view)[-1].links)


@pytest.mark.parametrize("size", [(1366, 728), (800, 460)])
def test_the_words_of_a_plan_can_be_read(open_window: Open, size: tuple[int, int]) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26", size=size)
    view = shown(window)
    for at in range(len(plans(view))):
        view.plans.setCurrentRow(at)
        window.settle()
        assert view.detail.map.scale_now * DETAIL >= 11.9


def test_a_target_is_searched_for_by_name_and_entered(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    view = shown(window)
    view.side.search.setText("电机控制器")
    assert view.side.targets.item(1).text() == "电机控制器"
    qtbot.keyClick(view.side.search, Qt.Key.Key_Return)
    settle(window, tab(window.desk.parts))
    assert view.words.text().startswith("要在本地做出电机控制器")
    view.side.search.setText("没有这个东西")
    assert view.side.targets.item(0).text() == "找到的环节：没有"


def test_conditions_change_the_plans(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    view, found = shown(window), tab(window.desk.parts)
    found.aim("epoxy", "pc-nylon")
    settle(window, found)
    assert view.plans.count() == 2
    view.side.kind.setCurrentIndex(1)
    view.side.kind.activated.emit(1)
    settle(window, found)
    assert view.found is not None
    assert not view.found.ladder
    assert len(plans(view)[0].imports) == 0
    view.side.allow.setValue(1)
    settle(window, found)
    assert plans(view)[0].imports == ("ech",)
    view.side.allow.setValue(0)
    settle(window, found)
    qtbot.keyClicks(view.side.demand, "-3")
    qtbot.keyClick(view.side.demand, Qt.Key.Key_Return)
    settle(window, found)
    assert view.words.text() == "环氧树脂的年产量要大于 0，且不能无限大。"
    assert not view.plans.isVisible()
    assert not window.can("plan_export")
    view.side.demand.clear()
    qtbot.keyClicks(view.side.demand, "10")
    qtbot.keyClick(view.side.demand, Qt.Key.Key_Return)
    settle(window, found)
    assert view.detail.links.item(1, 3).text() == "10 万吨"
    assert "双酚A按已知产需只余" in view.notes.text()


def test_what_shall_be_bought_is_not_built(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    view, found = shown(window), tab(window.desk.parts)
    found.aim("epoxy", "pc-nylon")
    settle(window, found)
    view.detail.buy_asked.emit("ech")
    settle(window, found)
    assert view.side.buying.words.text() == "指定外购：环氧氯丙烷"
    assert [k.product for k in plans(view)[-1].links] == ["epoxy"]
    view.side.buying.clear.click()
    settle(window, found)
    assert len(plans(view)[-1].links) == 2


def test_no_plan_says_why(open_window: Open) -> None:
    window = open_window(chain="ejiao")
    view, found = shown(window), tab(window.desk.parts)
    found.aim("dhide", "ejiao")
    settle(window, found)
    lines = view.words.text().splitlines()
    assert lines[:2] == ["没有办法在本地做出国产驴皮。", "国产驴皮在资料中没有可用的工艺路线。"]
    assert view.shown is None


def test_rows_and_cards_lead_to_each_other_and_to_the_map(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    view, found = shown(window), tab(window.desk.parts)
    found.aim("epoxy", "pc-nylon")
    settle(window, found)
    spots = [
        QPoint(x, y)
        for x in range(0, view.detail.map.viewport().width(), 12)
        for y in range(0, view.detail.map.viewport().height(), 12)
    ]
    spot = next(s for s in spots if view.detail.map.product_at(s) == "ech")
    qtbot.mouseClick(view.detail.map.viewport(), LEFT, pos=spot)
    assert view.detail.links.product == "ech"
    view.detail.setCurrentWidget(view.detail.links)
    row = view.detail.links.visualItemRect(view.detail.links.item(1, 1)).center()
    qtbot.mouseClick(view.detail.links.viewport(), LEFT, pos=row)
    assert view.detail.links.item(1, 0).data(PRODUCT) == "epoxy"
    qtbot.mouseDClick(view.detail.links.viewport(), LEFT, pos=row)
    view.detail.links.itemActivated.emit(view.detail.links.item(1, 1))
    focus = window.selection.focus
    assert (focus.page, focus.product) == (MAP, "epoxy")


def test_the_proof_is_a_tree(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    view, found = shown(window), tab(window.desk.parts)
    found.aim("epoxy", "pc-nylon")
    settle(window, found)
    top = view.detail.proof.topLevelItem(0)
    assert top.text(0).startswith("环氧树脂：新建")
    assert [top.child(at).text(0) for at in range(top.childCount())] == [
        "双酚A：本地现有",
        "环氧氯丙烷：新建（丙烯高温氯化法）",
    ]


def test_a_selected_product_is_asked_for_by_a_verb(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    assert not window.can("plan_closing")
    window.follow(Target("product", "epoxy"))
    window.settle()
    window.run("plan_closing")
    focus = window.selection.focus
    assert (focus.page, focus.plan) == (PLAN, CLOSING)
    settle(window, tab(window.desk.parts))
    assert tab(window.desk.parts).view.words.text().startswith("要在本地做出环氧树脂")


def test_another_date_looks_again(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    view, found = shown(window), tab(window.desk.parts)
    found.aim("bpa", "pc-nylon")
    settle(window, found)
    assert view.words.text().startswith("双酚A本地已在产")
    window.choose_date("2022-10-25")
    settle(window, found)
    assert view.words.text().startswith("要在本地做出双酚A")


def test_a_search_is_given_up_and_begun_again(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(chain="pc-nylon")
    view, found = shown(window), tab(window.desk.parts)
    going, usual = threading.Event(), module.ladder

    def slow(reading: Reading, wish: Wish, count: int, progress: Progress) -> Plans:
        while not going.wait(0.01):
            progress.step(1, 5)
        return usual(reading, wish, count, progress)

    monkeypatch.setattr(module, "ladder", slow)
    found.aim("pc", "pc-nylon")
    window.wait(view.going.isVisible)
    assert view.going.words.text() == "正在找聚碳酸酯的补链方案…"
    qtbot.mouseClick(view.going.cancel, LEFT)
    window.wait(lambda: not found.busy)
    assert view.words.text().startswith("已取消")
    assert not view.going.isVisible()
    going.set()
    found.aim("pc", "pc-nylon")
    settle(window, found)
    assert view.plans.count() == 3


def test_a_paper_of_the_chosen_plan_is_written(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(chain="pc-nylon")
    shown(window)
    window.desk.actions_.by_id["plan_export"].trigger()
    (dialog,) = window.frame.findChildren(QFileDialog)
    path = tmp_path / "方案.docx"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    window.wait(path.exists)
    window.wait(
        lambda: any(str(path) in told.text() for told in window.banner.findChildren(QLabel))
    )


def test_the_map_of_a_plan_is_copied(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    shown(window)
    QGuiApplication.clipboard().clear()
    window.desk.actions_.by_id["plan_copy"].trigger()
    window.wait(lambda: not QGuiApplication.clipboard().image().isNull())

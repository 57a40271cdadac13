"""Tabs of 谋划 that nobody sees hold nothing of a former reading and do no work at it any more."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QWidget

from liantu.analysis import room
from liantu.analysis.pool import changing
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model import Project
from liantu.model.focus import HOME, MAP, PLAN, PLANS, POOL, PORTFOLIO, SCENARIOS
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.ui.pages.plan.pool import page as pool_page
from liantu.ui.pages.plan.portfolio.tab import PortfolioTab
from liantu.ui.session.parting import Parting
from liantu.ui.work import finding
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import write
from tests.helpers.projects import DAY, FILES

FORMER, BEFORE = "2022-10-25", "2021-06-30"
"""Days before and after the capacity of the folder runs, and before some of its projects."""

WIDEST = 12
"""Columns that are looked at."""


class Slow:
    """Notes what is asked for, and what is over, given up or not."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.asked: list[str] = []
        self.ended: list[str] = []
        self.wanted: Sequence[Project] = ()

    def work_out(self, reading: Reading, projects: Sequence[Project], progress: Progress) -> None:
        """In the place of the true one."""
        self.asked.append(reading.date)
        self.wanted = projects
        try:
            while not self.gate.wait(0.01):
                progress.check()
            changing.work_out(reading, projects, progress)
        finally:
            self.ended.append(reading.date)


def see(window: OpenWindow, plan: str) -> None:
    """Bring a tab to the front and wait until all of it is shown."""
    window.selection.go(replace(window.selection.focus, page=PLAN, plan=plan))
    calm(window)


def calm(window: OpenWindow) -> None:
    window.settle()
    tabs = window.desk.plan.tabs.values()
    window.wait(lambda: not any(tab.busy for tab in tabs))  # type: ignore[attr-defined]


def solve(window: OpenWindow) -> PortfolioTab:
    """Ask 要素统筹 for the projects of a total."""
    see(window, PORTFOLIO)
    tab = window.desk.plan.tabs[PORTFOLIO]
    assert isinstance(tab, PortfolioTab)
    tab.side.totals[Resource.CAPITAL].setValue(8)
    tab.solve()
    window.wait(lambda: tab.answer is not None and not tab.busy)
    return tab


def told(widget: QWidget) -> list[str]:
    """Every word and every cell that is seen."""
    labels = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    cells: list[str] = []
    for view in widget.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model is not None:
            rows, columns = model.rowCount(), 1 if isinstance(view, QListView) else WIDEST
            shape = [(r, c) for r in range(rows) for c in range(columns)]
            cells += [str(model.index(r, c).data(Qt.ItemDataRole.DisplayRole)) for r, c in shape]
    return labels + cells


def all_told(window: OpenWindow) -> dict[str, list[str]]:
    """What each tab shows."""
    found = {}
    for plan in PLANS:
        see(window, plan)
        found[plan] = told(window.desk.plan.tabs[plan].widget)
    return found


def test_a_tab_that_is_left_holds_no_former_reading_and_comes_back_right(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "HELD", 1)  # as if the folder filled all the room
    folder = write(tmp_path / "资料", FILES)
    window = open_window(folder, date=FORMER)
    former = []
    for day in (BEFORE, DAY):
        solve(window)
        shown = all_told(window)
        former.append(ref(window.workspace.reading))
        window.selection.show_page(HOME)
        window.choose_date(day)
    window.desk.findChild(Parting).part()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.wait(lambda: [one() for one in former] == [None] * len(former))

    back = all_told(window)
    assert back != shown
    fresh = open_window(folder, date=DAY)
    solve(fresh)
    assert back == all_told(fresh)


def test_lists_under_the_map_that_is_left_hold_no_rows_until_it_is_seen_again(
    open_window: Open, tmp_path: Path
) -> None:
    window = open_window(write(tmp_path / "资料", FILES), chain="resin", date=DAY)
    window.selection.show_page(MAP)
    window.settle()
    lists = window.lists
    lists.setCurrentWidget(lists.projects)
    window.wait(lambda: bool(lists.projects.model.rows))
    assert window.selection.focus.list == "projects"
    window.selection.show_page(HOME)
    window.choose_date(FORMER)
    assert [page.model.held for page in lists.every] == [0] * len(lists.every)
    assert [page.asked for page in lists.every] == [None] * len(lists.every)
    window.selection.show_page(MAP)
    window.settle()
    window.wait(lambda: bool(lists.projects.model.rows) and not lists.busy)
    reading = window.workspace.reading
    assert {row.reading.serial for row in lists.projects.model.rows} == {reading.serial}
    scope = Scope(chains=("resin",))
    for key, page in (("projects", lists.projects), ("products", lists.products)):
        lists.setCurrentWidget(page)
        window.wait(lambda page=page: bool(page.model.rows))
        assert [page.model.item.key(row) for row in page.model.rows] == [
            page.model.item.key(row) for row in find(key).rows(reading, scope)
        ]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    """What projects change is worked out once the gate is open."""
    found = Slow()
    monkeypatch.setattr(pool_page, "work_out", found.work_out)
    return found


def test_of_a_large_folder_projects_are_worked_out_only_while_they_are_seen(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: Slow
) -> None:
    monkeypatch.setattr(finding, "LARGE", 1)
    window = open_window(write(tmp_path / "资料", FILES), date=DAY)
    window.selection.go(replace(window.selection.focus, page=PLAN, plan=POOL))
    window.wait(lambda: slow.asked == [DAY])
    window.selection.go(replace(window.selection.focus, plan=SCENARIOS))
    window.wait(lambda: slow.ended == [DAY])
    slow.gate.set()
    see(window, POOL)
    assert slow.asked == slow.ended == [DAY, DAY]
    reading = window.workspace.reading
    assert all(changing.is_known(reading, project) for project in slow.wanted)
    see(window, SCENARIOS)
    see(window, POOL)
    assert slow.asked == [DAY, DAY], "all is known"


def test_what_is_not_seen_is_not_worked_out_but_begun_again_when_it_is(
    open_window: Open, tmp_path: Path, slow: Slow
) -> None:
    window = open_window(write(tmp_path / "资料", FILES), date=DAY)
    window.selection.go(replace(window.selection.focus, page=PLAN, plan=POOL))
    window.wait(lambda: slow.asked == [DAY])
    window.selection.go(replace(window.selection.focus, plan=SCENARIOS))
    window.settle()
    assert slow.ended == [], "another tab of the same reading leaves it running"
    window.choose_date(FORMER)
    window.wait(lambda: slow.ended == [DAY])
    window.choose_date(DAY)
    assert slow.asked == [DAY], "nobody sees it"
    slow.gate.set()
    see(window, POOL)
    assert slow.asked == slow.ended == [DAY, DAY], "the same reading has come back"
    assert not window.desk.plan.tabs[POOL].widget.working.isVisible()  # type: ignore[attr-defined]

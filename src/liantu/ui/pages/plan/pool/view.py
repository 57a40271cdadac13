"""项目库 on the screen: filters above, a table or a Gantt chart, the chosen project beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.telling.charts.bars import Gantt
from liantu.telling.charts.gantt import projects_gantt
from liantu.telling.charts.model import Aim
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.project_columns import ProjectRow
from liantu.telling.lists.projects import pool_list
from liantu.telling.lists.projects import rows as project_rows
from liantu.telling.pool.sheet import dossier
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.grid import Grid
from liantu.ui.pages.plan.pool.card import NARROW, WIDE, Card
from liantu.ui.pages.plan.pool.head import Head, Tally, places, tally
from liantu.ui.pages.plan.pool.sifting import ALL, CONSULTATION, GANTT, SUPERVISION, Sift
from liantu.ui.style.look import Tones
from liantu.ui.widgets.chart import ChartView
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.ui.work.finding import Finder, is_large
from liantu.wording import text

ROWS = 60
"""Bars of the chart at most; filters leave fewer."""
LARGE = 1300
"""From this width on the card is broader."""


Got = TypeVar("Got")


class Pool(QWidget):
    """``picked`` carries the id of a chosen project, ``followed`` the target of a line of it."""

    picked = Signal(str)
    followed = Signal(object)
    entered = Signal(str, str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("pool")
        self._reading = Reading.nothing()
        self._rows: list[ProjectRow] = []
        self._finder = Finder(self)
        self.head, self.card = Head(), Card()
        self.asks = RowAsks(self)
        self.grids = {ALL: Grid(pool_list(), exports=True, asks=self.asks)}
        for key in (CONSULTATION, SUPERVISION):
            self.grids[key] = Grid(find(key), exports=True, asks=self.asks)
        self.chart = ChartView(tones.theme)
        self.finding = label("", "finding", wrap=True)
        self.note = label("", "secondary", wrap=True)
        self.empty = label("", "hint", wrap=True)
        self.body = QStackedWidget()
        self.area = self._scrolled()
        self.chosen = ""
        self._assemble()
        self.head.changed.connect(self.refresh)
        for grid in self.grids.values():
            grid.picked.connect(lambda row: self.picked.emit(row.project.id))
        self.chart.chosen.connect(self._on_bar)
        self.card.view.followed.connect(self.followed)
        self.card.view.entered.connect(self.entered)

    # -- what is shown

    def draw(self, reading: Reading) -> None:
        """Show the projects of another reading, of a large folder once they are found; filters
        stay.
        """
        self._reading = reading
        self._finder.forget("shown")
        self._find("rows", partial(_found, reading), self._take)

    def let_go(self) -> None:
        """Stop what runs, and hold no rows until another reading is drawn; filters stay."""
        self._finder.forget("rows")
        self._finder.forget("shown")
        self._reading, self._rows = Reading.nothing(), []
        for grid in self.grids.values():
            grid.let_go()
        self.chart.let_go()
        self.working.hide()
        self._show_card()

    def stop(self) -> None:
        """Leave no thread behind."""
        self._finder.stop()
        self.chart.stop()

    def _find(self, name: str, job: Callable[[], Got], deliver: Callable[[Got], object]) -> None:
        """At once, or by a worker where there are many projects."""
        if is_large(self._reading):
            self._finder.now(name, job, deliver)
        else:
            deliver(job())

    def _take(self, found: tuple[list[ProjectRow], dict[str, list[str]]]) -> None:
        self._rows, offered = found
        self.head.offer(offered)
        self.refresh()

    def refresh(self) -> None:
        """Show what the filters let pass."""
        job = partial(_sifted, self._reading, self._rows, self.head.sift)
        self._find("shown", job, self._show)

    def _show(self, found: tuple[list[ProjectRow], Tally]) -> None:
        shown, told = found
        self.head.tell(told)
        sift = self.head.sift
        if sift.view == GANTT:
            self._show_gantt(shown)
        else:
            self.grid.model.fill(shown, partial(self._mark, self.grid))
            self.body.setCurrentWidget(self.grid if shown else self.empty)
            self.empty.setText(text(_NOTHING.get(sift.view, "pool.nothing")))
        self._show_card()

    def _mark(self, grid: Grid) -> None:
        grid.mark(self.chosen)
        grid.come_back()

    def choose(self, project: str) -> None:
        """Show the sheet of a project, and mark its row."""
        self.chosen = project if project in self._reading.atlas.projects else ""
        self.grid.mark(self.chosen)
        self._show_card()

    @property
    def grid(self) -> Grid:
        """The table of the view; behind the chart, that of all."""
        return self.grids.get(self.head.view.key, self.grids[ALL])

    @property
    def shown(self) -> list[ProjectRow]:
        """The rows that the filters let pass, as they are sorted in the table."""
        if self.head.view.key == GANTT:
            return self.head.sift.shown(self._rows)
        return list(self.grid.model.shown)

    def gantt(self) -> Gantt:
        """The chart of the shown projects."""
        projects = [row.project for row in self.head.sift.shown(self._rows)]
        return projects_gantt(self._reading, projects, ROWS)

    def _show_gantt(self, shown: list[ProjectRow]) -> None:
        projects, reading = [row.project for row in shown], self._reading
        found = projects_gantt(reading, projects, ROWS)
        self.finding.setText(found.finding)
        self.note.setText(found.note)
        if found.empty:
            self.empty.setText(text("pool.gantt.none" if shown else "pool.nothing"))
            self.body.setCurrentWidget(self.empty)
            return
        key = (reading.serial, tuple(project.id for project in projects))
        self.chart.ask_for(key, lambda: projects_gantt(reading, projects, ROWS), found)
        self.body.setCurrentWidget(self.area)

    def _show_card(self) -> None:
        if self.chosen and self.chosen in self._reading.atlas.projects:
            self.card.show_dossier(dossier(self._reading, self.chosen))
        else:
            self.card.show_hint(text("pool.pick"))

    def _on_bar(self, aim: Aim) -> None:
        if aim.target is not None:
            self.picked.emit(aim.target.id)

    # -- building

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 4, 8, 8)
        for part in (self.finding, self.chart, self.note):
            box.addWidget(part)
        box.addStretch(1)
        return Scrolled(inside)

    def _assemble(self) -> None:
        for part in (*self.grids.values(), self.area, self.empty):
            self.body.addWidget(part)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.working = label("", "remark")
        self.working.hide()
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.head)
        left.addWidget(self.body, 1)
        left.addWidget(self.working)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 6)
        box.setSpacing(0)
        box.addLayout(left, 1)
        box.addWidget(self.card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower card on a small window."""
        super().resizeEvent(event)
        self.card.setFixedWidth(WIDE if self.width() >= LARGE else NARROW)


_NOTHING = {"consultation": "pool.conferred.none", "supervision": "pool.watched.none"}


def _found(reading: Reading) -> tuple[list[ProjectRow], dict[str, list[str]]]:
    rows = project_rows(reading, _all(reading))
    return rows, places(rows)


def _sifted(
    reading: Reading, rows: Sequence[ProjectRow], sift: Sift
) -> tuple[list[ProjectRow], Tally]:
    before, shown = sift.before_press(rows), sift.shown(rows)
    return shown, tally(reading, before, len(shown))


def _all(reading: Reading) -> Scope:
    return Scope(chains=tuple(reading.atlas.chains), city=True)

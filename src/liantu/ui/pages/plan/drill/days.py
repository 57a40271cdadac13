"""The days of a drill: the chart of what is lost above the days on which something changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.diagram.theme import Theme
from liantu.telling.charts.course import Course
from liantu.telling.charts.model import Aim
from liantu.telling.shocks.days import COLUMNS, DayRow
from liantu.ui.pages.plan.closing.rows import Rows
from liantu.ui.widgets.chart import ChartView
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text

NARROW = (74, 84, 84)
"""Widths of the day, of how many stand still, and of the loss, px."""
BEGINS, LEAST = 0.56, 160
"""Share of the rest that what stops has, and its width at least, px."""
EDGE = 4
"""Of the table around its rows, px."""
HIGHEST = 250
"""Height of the table at most, px; of more rows it scrolls."""


class Days(Scrolled):
    """``day_chosen`` carries the units that stop on a day that was clicked."""

    day_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(name="homeBody")
        self._days: dict[str, DayRow] = {}
        self.finding = label("", "strong", wrap=True)
        self.chart = ChartView(theme)
        self.note = label("", "secondary", wrap=True)
        heads = [text(f"shock.drill.days.{name}") for name in COLUMNS]
        self.table = Rows(heads, (), text("shock.drill.tab.days"))
        body = QWidget()
        body.setObjectName("homeBody")
        box = QVBoxLayout(body)
        box.setContentsMargins(4, 8, 4, 4)
        box.setSpacing(6)
        for part in (self.finding, self.table, self.chart, self.note):
            box.addWidget(part)
        box.addStretch(1)
        self.setWidget(body)
        self.chart.chosen.connect(self._on_aim)
        self.table.itemSelectionChanged.connect(self._on_row)

    def show_days(self, days: Sequence[DayRow], course: Course) -> None:
        """Show the days."""
        self._days = {str(row.day): row for row in days}
        self.finding.setText(course.finding)
        self.note.setText(course.note)
        for part in (self.chart, self.note):
            part.setVisible(not course.empty)
        self.chart.ask_for(course, lambda: course, course)
        self.table.blockSignals(True)
        self.table.show_rows([(str(row.day), row.cells) for row in days])
        self.table.blockSignals(False)
        self._fit()

    def _fit(self) -> None:
        """The table as high as its rows: the chart follows them."""
        rows = sum(self.table.rowHeight(at) for at in range(self.table.rowCount()))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(min(rows + head + EDGE, HIGHEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise in another width."""
        super().resizeEvent(event)
        room = self.viewport().width() - sum(NARROW) - 2 * EDGE
        day, still, loss = NARROW
        begins = max(round(room * BEGINS), LEAST)
        for at, width in enumerate((day, begins, still, loss)):
            self.table.setColumnWidth(at, width)
        self.table.resizeRowsToContents()
        self._fit()

    @property
    def busy(self) -> bool:
        """Whether the chart that is seen is not yet the one wanted."""
        return self.chart.isVisible() and self.chart.busy

    def _on_aim(self, aim: Aim) -> None:
        """Choose the last row that is not after a day of the chart."""
        before = [row for row in self._days.values() if aim.at is not None and row.day <= aim.at]
        if before:
            self.table.selectRow(len(before) - 1)

    def _on_row(self) -> None:
        row = self._days.get(self.table.product)
        if row is not None:
            self.day_chosen.emit(frozenset(row.begins))

"""The table of a list: rows to choose and sort, copying as TSV."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from liantu.model.boards import Board
from liantu.ui.lists.score import ScoreDelegate
from liantu.ui.lists.table import TableModel

ROW_HEIGHT = 34


class Table(QTableView):
    """A table that copies its selected rows as tab-separated text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on the usual key."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        else:
            super().keyPressEvent(event)

    def selected_text(self) -> str:
        """The selected rows with a header line, as TSV; tabs in cells become blanks."""
        model = self.model()
        columns = range(model.columnCount())
        orientation = Qt.Orientation.Horizontal
        lines = [[str(model.headerData(c, orientation)) for c in columns]]
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        lines += [[str(model.index(row, c).data()) for c in columns] for row in chosen]
        return "\n".join("\t".join(_cell(value) for value in line) for line in lines)


def table_of(model: TableModel) -> Table:
    """A table that shows a model; scores of one board are painted as bars."""
    table = Table()
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setSortIndicatorClearable(True)
    table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.setSortingEnabled(True)
    for at, column in enumerate(model.columns):
        table.setColumnWidth(at, column.width)
        if column.parts is not None and model.item.id in set(Board):
            table.setItemDelegateForColumn(at, ScoreDelegate(table))
    return table


def _cell(value: str) -> str:
    return value.replace("\t", " ").replace("\n", " ").replace("\r", " ")

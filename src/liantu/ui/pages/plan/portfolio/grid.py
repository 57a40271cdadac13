"""A table of rows in single lines: what does not fit is told in full elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

ID = Qt.ItemDataRole.UserRole
"""Where an item keeps the id of its row."""


class Rows(QTableWidget):
    """``widths`` of the columns in px; the last takes what is left."""

    def __init__(self, name: str) -> None:
        super().__init__(0, 0)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)

    def show_rows(
        self,
        heads: Sequence[str],
        widths: Sequence[int],
        rows: Sequence[tuple[str, Sequence[str]]],
    ) -> None:
        """Rows as (id, cells); the chosen one stays chosen where it is still there."""
        kept = self.chosen
        self.blockSignals(True)
        same = [self._head(at) for at in range(self.columnCount())] == list(heads)
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setRowCount(len(rows))
        for at, (id_, cells) in enumerate(rows):
            for column, words in enumerate(cells):
                self.setItem(at, column, _item(id_, words))
        if not same:
            for column, width in enumerate(widths):
                self.setColumnWidth(column, width)
        self._choose(kept, rows)
        self.blockSignals(False)

    def stress(self, row: int, columns: int) -> None:
        """Let the first cells of a row stand out."""
        for column in range(columns):
            item = self.item(row, column)
            if item is not None:
                font = item.font()
                font.setBold(True)
                item.setFont(font)

    def _head(self, column: int) -> str:
        found = self.horizontalHeaderItem(column)
        return found.text() if found is not None else ""

    @property
    def chosen(self) -> str:
        """The id of the chosen row; empty where none is."""
        item = self.item(self.currentRow(), 0)
        return str(item.data(ID)) if item is not None else ""

    def _choose(self, kept: str, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        at = next((at for at, (id_, _) in enumerate(rows) if id_ == kept), -1)
        self.setCurrentCell(at, 0 if at >= 0 else -1)


def _item(id_: str, words: str) -> QTableWidgetItem:
    made = QTableWidgetItem(words)
    made.setData(ID, id_)
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return made

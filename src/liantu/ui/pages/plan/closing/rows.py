"""Rows of the lists and tables of the tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListWidgetItem, QTableWidget
from PySide6.QtWidgets import QTableWidgetItem as Cell

PRODUCT = Qt.ItemDataRole.UserRole
ROW = 30


def item(words: str, product: str) -> QListWidgetItem:
    """A row that stands for a product."""
    made = QListWidgetItem(words)
    made.setData(PRODUCT, product)
    return made


def head_item(words: str) -> QListWidgetItem:
    """A heading over rows."""
    made = QListWidgetItem(words)
    made.setFlags(Qt.ItemFlag.NoItemFlags)
    return made


class Rows(QTableWidget):
    """A table whose rows stand for products; read only, its words wrap."""

    def __init__(self, heads: Sequence[str], widths: Sequence[int], name: str) -> None:
        super().__init__(0, len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        head.sectionResized.connect(lambda *_: self.resizeRowsToContents())
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)

    def show_rows(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show products with their cells."""
        self.setRowCount(len(rows))
        for at, (product, cells) in enumerate(rows):
            for column, words in enumerate(cells):
                cell = Cell(words)
                cell.setData(PRODUCT, product)
                self.setItem(at, column, cell)
        self.resizeRowsToContents()

    @property
    def product(self) -> str:
        """The product of the chosen row, or empty."""
        found = self.item(self.currentRow(), 0)
        return found.data(PRODUCT) if found is not None else ""

    def mark(self, product: str) -> None:
        """Choose the row of a product without telling anybody."""
        self.blockSignals(True)
        firsts = [self.item(row, 0) for row in range(self.rowCount())]
        products = [one.data(PRODUCT) if one is not None else "" for one in firsts]
        at = products.index(product) if product in products else -1
        if at < 0:
            self.clearSelection()
            self.setCurrentCell(-1, -1)
        else:
            self.selectRow(at)
        self.blockSignals(False)

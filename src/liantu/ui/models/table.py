"""One table model for all lists: columns are declared once as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from liantu.wording import text

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2
PARTS_ROLE = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True)
class Column(Generic[Row]):
    """``code`` names the header's wording; ``sort`` defaults to the shown text,
    ``parts`` makes a stacked bar of the cell, ``hint`` names the wording that explains the header.
    """

    code: str
    show: Callable[[Row], str]
    sort: Callable[[Row], float | str] | None = None
    numeric: bool = False
    width: int = 120
    parts: Callable[[Row], tuple[float, ...] | None] | None = None
    hint: str = ""


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows of any frozen type, shown through columns; ``identify`` gives the id of a row."""

    def __init__(
        self, columns: Sequence[Column[Row]], identify: Callable[[Row], str], parent: object = None
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()
        self._identify = identify

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Index of the first row with this id, or -1."""
        return next((i for i, row in enumerate(self.rows) if self._identify(row) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, alignment, sort key and id of a cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.show(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(column.numeric)
        if role == PARTS_ROLE:
            return column.parts(row) if column.parts else None
        if role == SORT_ROLE:
            return column.sort(row) if column.sort else column.show(row)
        return self._identify(row) if role == ID_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Header words and their alignment."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return text(column.code)
        if role == Qt.ItemDataRole.ToolTipRole:
            return text(column.hint) if column.hint else None
        return _align(column.numeric) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _align(numeric: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

"""The rows of a list laid out: a head before each block, the reason below the chosen row."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from liantu.telling.lists.column import Block
from liantu.ui.lists.table import ID_ROLE, LINE_ROLE, At, TableModel

Line = int | Block | str
"""A row of the table, the head of a block, or :data:`WHY`."""
WHY = "why"


class Kind(enum.IntEnum):
    """What a line is."""

    ROW = 0
    HEAD = 1
    WHY = 2


class Laid(QAbstractTableModel):
    """Lines over a :class:`TableModel`. ``head`` tells the words of a block with so many rows.

    Without blocks in the list there are no heads.
    """

    def __init__(self, table: TableModel, head: Callable[[Block, int], str]) -> None:
        super().__init__()
        self.table = table
        self._head = head
        self._lines: list[Line] = []
        self._open, self._why = -1, ""
        table.modelReset.connect(self._relay)
        table.layoutChanged.connect(self._relay)

    def row(self, line: int) -> int:
        """The row of the table on a line; -1 for heads and reasons."""
        found = self._lines[line] if 0 <= line < len(self._lines) else -1
        return found if isinstance(found, int) and not isinstance(found, Block) else -1

    def line(self, row: int) -> int:
        """The line of a row of the table, or -1."""
        for at, found in enumerate(self._lines):
            if not isinstance(found, Block) and found == row:
                return at
        return -1

    def kind(self, line: int) -> Kind:
        """What stands on a line."""
        found = self._lines[line]
        if isinstance(found, Block):
            return Kind.HEAD
        return Kind.WHY if found == WHY else Kind.ROW

    def unfold(self, row: int) -> None:
        """Show the reason below this row and below no other; -1 for none."""
        if row == self._open:
            return
        old = self._lines.index(WHY) if WHY in self._lines else -1
        if old >= 0:
            self.beginRemoveRows(QModelIndex(), old, old)
            del self._lines[old]
            self.endRemoveRows()
        self._open, self._why = row, self._told(row)
        if self._why:
            at = self.line(row) + 1
            self.beginInsertRows(QModelIndex(), at, at)
            self._lines.insert(at, WHY)
            self.endInsertRows()

    @property
    def why_line(self) -> int:
        """The line of the reason, or -1."""
        return self._lines.index(WHY) if WHY in self._lines else -1

    def _told(self, row: int) -> str:
        why = self.table.item.why
        return why(self.table.row_at(row)) if why and row >= 0 else ""

    def _relay(self) -> None:
        self.beginResetModel()
        self._open, self._why = -1, ""
        self._lines = self._laid()
        self.endResetModel()

    def _laid(self) -> list[Line]:
        rows = range(self.table.rowCount())
        if self.table.item.block is None:
            return list(rows)
        found: dict[Block, list[int]] = {block: [] for block in Block}
        for row in rows:
            found[self.table.block_at(row)].append(row)
        lines: list[Line] = []
        for block, inside in found.items():
            if inside or block is Block.SURE:
                lines += [block, *inside]
        return lines

    def words(self, line: int) -> str:
        """What a head or a reason says."""
        found = self._lines[line]
        if not isinstance(found, Block):
            return self._why
        rows = range(self.table.rowCount())
        return self._head(found, sum(self.table.block_at(row) is found for row in rows))

    def rowCount(self, parent: At = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: At = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of columns."""
        return self.table.columnCount(parent)

    def data(self, index: At, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell of a row; of other lines the words in the first cell."""
        if not index.isValid():
            return None
        kind = self.kind(index.row())
        if role == LINE_ROLE:
            return int(kind)
        if kind is Kind.ROW:
            return self.table.index(self.row(index.row()), index.column()).data(role)
        if role == ID_ROLE:
            return ""
        shown = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
        return self.words(index.row()) if shown else None

    def flags(self, index: At) -> Qt.ItemFlag:
        """Only rows can be selected."""
        if index.isValid() and self.kind(index.row()) is not Kind.ROW:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Those of the table."""
        return self.table.headerData(section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the table."""
        self.table.sort(column, order)


def rows_of(model: TableModel | Laid, lines: set[int]) -> list[Any]:
    """The rows of the list on these lines, from top to bottom."""
    if isinstance(model, Laid):
        found = (model.row(line) for line in sorted(lines))
        return [model.table.row_at(row) for row in found if row >= 0]
    return [model.row_at(line) for line in sorted(lines)]

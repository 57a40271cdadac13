"""The rows of a list laid out: a head before each block, the reason below the chosen row."""

from __future__ import annotations

import enum
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from liantu.telling.lists.column import Block
from liantu.ui.lists.table import ID_ROLE, LINE_ROLE, At, Cell, TableModel


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
        self._heads: dict[int, tuple[Block, int]] = {}
        self._rows = 0
        self._open, self._why = -1, ""
        self._why_at = -1
        self.special: tuple[int, ...] = ()
        """The lines that are no rows of the table, in order."""
        table.modelReset.connect(self._relay)
        table.layoutChanged.connect(self._relay)

    def row(self, line: int) -> int:
        """The row of the table on a line; -1 for heads and reasons."""
        if not 0 <= line < self.rowCount() or line in self.special:
            return -1
        return line - bisect_left(self.special, line)

    def line(self, row: int) -> int:
        """The line of a row of the table, or -1."""
        if not 0 <= row < self._rows:
            return -1
        line = row
        for at in self.special:
            line += at <= line
        return line

    def kind(self, line: int) -> Kind:
        """What stands on a line."""
        if line in self._heads:
            return Kind.HEAD
        return Kind.WHY if line == self._why_at else Kind.ROW

    def cell(self, line: int, at: int) -> Cell:
        """What is painted of the row on a line in a column."""
        return self.table.cell(self.row(line), at)

    def unfold(self, row: int) -> None:
        """Show the reason below this row and below no other; -1 for none."""
        if row == self._open:
            return
        old = self._why_at
        if old >= 0:
            self.beginRemoveRows(QModelIndex(), old, old)
            self._why_at = -1
            self._move_heads(old, -1)
            self._note_special()
            self.endRemoveRows()
        self._open, self._why = row, self._told(row)
        if self._why:
            at = self.line(row) + 1
            self.beginInsertRows(QModelIndex(), at, at)
            self._move_heads(at, 1)
            self._why_at = at
            self._note_special()
            self.endInsertRows()

    def _note_special(self) -> None:
        why = () if self._why_at < 0 else (self._why_at,)
        self.special = tuple(sorted((*self._heads, *why)))

    def _move_heads(self, start: int, by: int) -> None:
        heads = self._heads.items()
        self._heads = {at + by if at >= start else at: head for at, head in heads}

    @property
    def why_line(self) -> int:
        """The line of the reason, or -1."""
        return self._why_at

    def _told(self, row: int) -> str:
        why = self.table.item.why
        return why(self.table.row_at(row)) if why and row >= 0 else ""

    def _relay(self) -> None:
        self.beginResetModel()
        self._open, self._why, self._why_at = -1, "", -1
        self._rows = self.table.rowCount()
        self._heads = self._laid()
        self._note_special()
        self.endResetModel()

    def _laid(self) -> dict[int, tuple[Block, int]]:
        """The heads by their lines, with the rows below each: the table has a block in one."""
        if self.table.item.block is None:
            return {}
        counts = self.table.shown_blocks()
        heads: dict[int, tuple[Block, int]] = {}
        line = 0
        for block in Block:
            if counts[block] or block is Block.SURE:
                heads[line] = (block, counts[block])
                line += 1 + counts[block]
        return heads

    def words(self, line: int) -> str:
        """What a head or a reason says."""
        return self._head(*self._heads[line]) if line in self._heads else self._why

    def rowCount(self, parent: At = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of lines."""
        if parent.isValid():
            return 0
        return self._rows + len(self._heads) + (self._why_at >= 0)

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

"""One table model for all lists: rows, their texts, and which of them are shown in which order."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from liantu.telling.lists.column import Block, Column, List, names, several
from liantu.wording import text

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1
PARTS_ROLE = Qt.ItemDataRole.UserRole + 2
SLICE = 100
"""Rows that are prepared between two events: some milliseconds."""
BREAK = "\n"
"""Stands between the cells of a row where words are looked for: nobody can type it."""


def folded(words: str) -> str:
    """Words as they are compared: full and half width, capital and small are the same."""
    return unicodedata.normalize("NFKC", words).casefold()


class TableModel(QAbstractTableModel):
    """The rows of a list in its columns for the window.

    ``rows`` are all of them in the order of the list; the rows of the model are those that pass the
    filter, sorted. Both are done in Python on texts that are made once. However the list is sorted,
    its blocks stay apart; what is not confirmed may be hidden.
    """

    def __init__(self, item: List[Any]) -> None:
        super().__init__()
        self.item = item
        self.columns: tuple[Column[Any], ...] = item.on_screen
        self.rows: tuple[Any, ...] = ()
        self._texts = Texts(self.columns, ())
        self._order: list[int] = []
        self._shown: list[int] = []
        self._words, self._chosen = "", dict[str, str]()
        self._sorting = (-1, Qt.SortOrder.AscendingOrder)
        self._blocks: list[Block] = []
        self._hides_pending = False

    def fill(self, rows: Sequence[Any]) -> None:
        """Show other rows under the same filter and sorting."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._texts = Texts(self.columns, self.rows)
        block = self.item.block
        self._blocks = [block(row) if block else Block.SURE for row in self.rows]
        self._order = self._sorted()
        self._shown = self._kept()
        self.endResetModel()

    def narrow(self, words: str, chosen: Mapping[str, str]) -> None:
        """Keep rows that contain the words in any cell and the value in each column named."""
        self._words, self._chosen = folded(words), {k: v for k, v in chosen.items() if v}
        self.beginResetModel()
        self._shown = self._kept()
        self.endResetModel()

    @property
    def pending(self) -> int:
        """Number of rows that are not confirmed, shown or not."""
        return self._blocks.count(Block.PENDING)

    def hide_pending(self, hidden: bool) -> None:
        """Show only what is confirmed, or all."""
        self.beginResetModel()
        self._hides_pending = hidden
        self._shown = self._kept()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the keys of a column, unknown last; -1 is the order of the list."""
        before = self.persistentIndexList()
        kept = [self._shown[index.row()] for index in before]
        self.layoutAboutToBeChanged.emit()
        self._sorting = (column, order)
        self._order = self._sorted()
        self._shown = self._kept()
        places = {at: row for row, at in enumerate(self._shown)}
        after = [
            self.index(places[at], index.column()) for at, index in zip(kept, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def fold_some(self) -> bool:
        """Prepare some rows, so that the first key of a filter need not; whether more are left."""
        return self._texts.fold(SLICE)

    def values(self, column: str) -> list[str]:
        """Every value of a column, row by row; a cell may name several."""
        return [value for cell in self._texts.of(column) for value in several(cell)]

    def row_of(self, key: str) -> int:
        """Place of the first shown row with this id, or -1."""
        identify = self.item.key
        return next((i for i, at in enumerate(self._shown) if identify(self.rows[at]) == key), -1)

    def row_at(self, row: int) -> Any:
        """What stands in a shown row."""
        return self.rows[self._shown[row]]

    def _sorted(self) -> list[int]:
        column, order = self._sorting
        if not 0 <= column < len(self.columns):
            return list(range(len(self.rows)))
        keys = [self.columns[column].key(row) for row in self.rows]
        known = [at for at, key in enumerate(keys) if key is not None]
        known.sort(key=lambda at: keys[at], reverse=order is Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type, return-value]
        return known + [at for at, key in enumerate(keys) if key is None]

    def _kept(self) -> list[int]:
        shown = self._order
        if self._words:
            lines, words = self._texts.lines, self._words
            shown = [at for at in shown if words in lines[at]]
        for column, value in self._chosen.items():
            cells = self._texts.of(column)
            shown = [at for at in shown if names(cells[at], value)]
        if self._hides_pending:
            shown = [at for at in shown if self._blocks[at] is not Block.PENDING]
        return sorted(shown, key=self._blocks.__getitem__)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of shown rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, alignment, parts and id of a cell; what is not confirmed is pale."""
        if not index.isValid():
            return None
        at, column = self._shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts.cell(at, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(column.numeric)
        if role == Qt.ItemDataRole.ForegroundRole and self._blocks[at] is Block.PENDING:
            return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        if role == PARTS_ROLE:
            return column.parts(self.rows[at]) if column.parts else None
        return self.item.key(self.rows[at]) if role == ID_ROLE else None

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
            return column.head
        if role == Qt.ItemDataRole.ToolTipRole:
            return text(column.hint) if column.hint else None
        return _align(column.numeric) if role == Qt.ItemDataRole.TextAlignmentRole else None


class Texts:
    """The texts of rows, each made once when it is first asked for."""

    def __init__(self, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
        self._columns, self._rows = columns, rows
        self._cells: list[dict[int, str]] = [{} for _ in rows]
        self._lines: list[str] = []
        self._places = {column.id: at for at, column in enumerate(columns)}

    def cell(self, row: int, column: int) -> str:
        """The text of a cell."""
        found = self._cells[row]
        if column not in found:
            found[column] = self._columns[column].text(self._rows[row])
        return found[column]

    def of(self, column: str) -> list[str]:
        """The texts of a column by its id."""
        at = self._places[column]
        return [self.cell(row, at) for row in range(len(self._rows))]

    @property
    def lines(self) -> list[str]:
        """Every row as one folded text."""
        self.fold(len(self._rows))
        return self._lines

    def fold(self, count: int) -> bool:
        """Make the lines of the next rows ready; whether there are more."""
        columns, start = range(len(self._columns)), len(self._lines)
        for row in range(start, min(start + count, len(self._rows))):
            self._lines.append(folded(BREAK.join(self.cell(row, at) for at in columns)))
        return len(self._lines) < len(self._rows)


def _align(numeric: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

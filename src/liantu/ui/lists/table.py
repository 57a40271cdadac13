"""One table model for all lists: rows, their texts, and which of them are shown in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from liantu.telling import classes
from liantu.telling.help import glossary
from liantu.telling.lists.column import Block, Column, Key, List
from liantu.telling.search import Index
from liantu.ui.lists.sieve import Sieve, Sifted, counted, counted_blocks, sift
from liantu.ui.lists.texts import Texts
from liantu.wording import text

At = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1
PARTS_ROLE = Qt.ItemDataRole.UserRole + 2
MARKS_ROLE = Qt.ItemDataRole.UserRole + 3
PILL_ROLE = Qt.ItemDataRole.UserRole + 4
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 5
TIP_ROLE = Qt.ItemDataRole.UserRole + 6
PAIR_ROLE = Qt.ItemDataRole.UserRole + 7
LINE_ROLE = Qt.ItemDataRole.UserRole + 8
SLICE = 100
"""Rows that are prepared between two events: some milliseconds."""


class TableModel(QAbstractTableModel):
    """The rows of a list in its columns for the window.

    ``rows`` are all of them in the order of the list; the rows of the model are those that pass the
    filters, sorted. Both are done in Python on texts that are made once. However the list is
    sorted, its blocks stay apart.
    """

    def __init__(self, item: List[Any]) -> None:
        super().__init__()
        self.item = item
        self.columns: tuple[Column[Any], ...] = item.on_screen
        self.rows: tuple[Any, ...] = ()
        self._index = Index()
        self._texts = Texts(item, self.columns, (), self._index)
        self._order: list[int] = []
        self._shown: list[int] = []
        self._sieve, self._sifted = Sieve(), Sifted(0, {})
        self._sorting = ("", Qt.SortOrder.AscendingOrder)
        self._blocks: list[Block] = []

    def set_index(self, index: Index) -> None:
        """Find rows by the other names that an index knows, from the next filter on."""
        self._index = index
        self._texts.look(self.columns, index)

    def fill(self, rows: Sequence[Any]) -> None:
        """Show other rows under the same filters and sorting."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._texts = Texts(self.item, self.columns, self.rows, self._index)
        block = self.item.block
        self._blocks = [block(row) if block else Block.SURE for row in self.rows]
        self._order = self._sorted()
        self._sift()
        self.endResetModel()

    def narrow(self, sieve: Sieve) -> None:
        """Keep the rows that pass all filters."""
        self.beginResetModel()
        self._sieve = sieve
        self._sift()
        self.endResetModel()

    def show_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Show other columns of the list; the sorting stays."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._texts.look(self.columns, self._index)
        self._sift()
        self.endResetModel()

    def counts(self, column: str) -> Counter[str]:
        """Rows by the values of a column, of those that pass every other filter."""
        return counted(self._sifted, self._texts, column)

    def block_counts(self) -> Counter[Block]:
        """Rows by block, of those that pass every other filter."""
        return counted_blocks(self._sifted, self._blocks)

    def whole_blocks(self) -> list[Block]:
        """The block of every row, shown or not."""
        return list(self._blocks)

    def whole_values(self, column: str) -> dict[str, int]:
        """The values of a column in all rows by which they may be filtered, the commonest first."""
        facets = self._texts.facets(column)
        return dict(Counter(value for row in facets for value in row).most_common())

    @property
    def pending(self) -> int:
        """Number of rows that are not confirmed, shown or not."""
        return self._blocks.count(Block.PENDING)

    @property
    def shown(self) -> list[Any]:
        """The shown rows in their order."""
        return [self.rows[at] for at in self._shown]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the keys of a column, unknown last; -1 is the order of the list."""
        before = self.persistentIndexList()
        kept = [self._shown[index.row()] for index in before]
        self.layoutAboutToBeChanged.emit()
        known = 0 <= column < len(self.columns)
        self._sorting = (self.columns[column].id if known else "", order)
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
        return self._texts.values(column)

    def row_of(self, key: str) -> int:
        """Place of the first shown row with this id, or -1."""
        identify = self.item.key
        return next((i for i, at in enumerate(self._shown) if identify(self.rows[at]) == key), -1)

    def row_at(self, row: int) -> Any:
        """What stands in a shown row."""
        return self.rows[self._shown[row]]

    def block_at(self, row: int) -> Block:
        """The block of a shown row."""
        return self._blocks[self._shown[row]]

    def _sorted(self) -> list[int]:
        id_, order = self._sorting
        if not id_:
            return list(range(len(self.rows)))
        return arranged(self.item.column(id_), self.rows, order is Qt.SortOrder.DescendingOrder)

    def _sift(self) -> None:
        self._sifted = sift(self._sieve, self._texts, self._blocks)
        self._shown = self._kept()

    def _kept(self) -> list[int]:
        passed = self._sifted.without()
        return sorted((at for at in self._order if at in passed), key=self._blocks.__getitem__)

    def rowCount(self, parent: At = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of shown rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: At = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: At, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, alignment, pictures and id of a cell."""
        if not index.isValid():
            return None
        at, column = self._shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts.cell(at, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(column)
        if role == ID_ROLE:
            return self.item.key(self.rows[at])
        if role in (PAIR_ROLE, Qt.ItemDataRole.AccessibleTextRole):
            return column.pair if role == PAIR_ROLE else self._spoken(at, column)
        shows = _SHOWS.get(role)
        found = shows(column) if shows else None
        return found(self.rows[at]) if found else None

    def _spoken(self, at: int, column: Column[Any]) -> str:
        """The cell with its column and its unit, and what a badge means that stands alone."""
        row, words = self.rows[at], self._texts.cell(at, column)
        if column.marks and not words:
            words = " ".join(classes.word(code) for code, _ in column.marks(row))
        unit = column.unit(row)
        told = unit in words or column.head.endswith(unit)
        if not told and column.key(row) is not None:
            words = f"{words} {unit}"
        return text("ui.map.spoken", title=column.head, name=words or text("ui.none"))

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
            return glossary.lines(glossary.column(column.titled)) or None
        return _align(column) if role == Qt.ItemDataRole.TextAlignmentRole else None


_SHOWS: dict[int, Callable[[Column[Any]], Callable[[Any], object] | None]] = {
    PARTS_ROLE: lambda column: column.parts,
    MARKS_ROLE: lambda column: column.marks,
    PILL_ROLE: lambda column: column.pill,
    NUMBER_ROLE: lambda column: column.number,
    TIP_ROLE: lambda column: column.tip,
}


def arranged(column: Column[Any], rows: Sequence[Any], descending: bool) -> list[int]:
    """The places of rows sorted by a column: what is unknown last, what cannot be compared apart,
    the commonest kind first.
    """
    keys: list[Key | None] = [column.key(row) for row in rows]
    known = [at for at, key in enumerate(keys) if key is not None]
    known.sort(key=lambda at: keys[at], reverse=descending)  # type: ignore[arg-type, return-value]
    if column.kind is not None:
        kinds = {at: column.kind(rows[at]) for at in known}
        common = Counter(kinds.values())
        known.sort(key=lambda at: (-common[kinds[at]], kinds[at]))
    return known + [at for at, key in enumerate(keys) if key is None]


def _align(column: Column[Any]) -> Qt.AlignmentFlag:
    """Numbers to the right; one with a bar behind it to the left."""
    right = column.numeric and column.parts is None
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

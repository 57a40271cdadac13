"""One table model for all lists: rows, their texts, and which of them are shown in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from liantu.model.classes import Word
from liantu.telling import classes
from liantu.telling.help import glossary
from liantu.telling.lists.column import Block, Column, List, Mark
from liantu.telling.searching.search import Index
from liantu.ui.lists.sieve import Sieve, Sifted, counted, counting, counting_blocks, sifting
from liantu.ui.lists.stock import Sorting, Stock
from liantu.ui.lists.texts import SLICE
from liantu.ui.work.freeing import Freeing
from liantu.ui.work.slices import Slices, Steps, at_once
from liantu.wording import text

At = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1
TIP_ROLE = Qt.ItemDataRole.UserRole + 2
LINE_ROLE = Qt.ItemDataRole.UserRole + 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
AT_ONCE = 3000
"""Rows that are filtered and sorted at once: some ten milliseconds, but for the first time."""


class Cell(NamedTuple):
    """All of a cell that is painted; one question for each of these costs more than the paint."""

    words: str
    align: Qt.AlignmentFlag
    parts: tuple[float, ...] | None = None
    pill: str = ""
    number: int | None = None
    marks: tuple[Mark, ...] = ()
    pair: bool = False


class TableModel(QAbstractTableModel):
    """The rows of a list in its columns for the window.

    ``rows`` are all of them in the order of the list; the rows of the model are those that pass the
    filters, sorted. Both are done in Python on texts that are made once. However the list is
    sorted, its blocks stay apart.

    ``counted`` are the columns whose values are counted, ``named`` those from whose values may be
    chosen: they are made ready with the rows.

    Of up to :data:`AT_ONCE` rows all that is asked for has happened on return. Of more it is done
    between events: until then the model is as it was, ``busy``, and ``settled`` tells the end.
    """

    settled = Signal()

    def __init__(self, item: List[Any]) -> None:
        super().__init__()
        self.item = item
        self.columns: tuple[Column[Any], ...] = item.on_screen
        self.counted: tuple[str, ...] = ()
        self.named: tuple[str, ...] = ()
        self._index = Index()
        self._stock = self._wanted = Stock(item)
        self._shown: list[int] = []
        self._sieve, self._sifted = Sieve(), Sifted(0, {})
        self._counts: dict[str, Counter[str]] = {}
        self._blocks = Counter[Block]()
        self._sorting: Sorting = ("", False)
        self._resorted = self._stale = False
        self._then: list[Callable[[], None]] = []
        self._slices = Slices(self)
        self._freeing = Freeing(self)

    @property
    def rows(self) -> tuple[Any, ...]:
        """All of them in the order of the list."""
        return self._stock.rows

    @property
    def kinds(self) -> Mapping[Word, int]:
        """All rows by the worst of their classes."""
        return self._stock.kinds

    @property
    def held(self) -> int:
        """How many rows live as long as this shows them or is about to."""
        return max(len(self._wanted.rows), len(self._stock.rows))

    @property
    def busy(self) -> bool:
        """Whether what was asked for is not shown yet."""
        return self._slices.running

    def set_index(self, index: Index) -> None:
        """Find rows by the other names that an index knows, from the next filter on."""
        self._index = index
        self._look()

    def fill(
        self,
        rows: Sequence[Any],
        then: Callable[[], None] | None = None,
        cells: Mapping[int, dict[str, str]] | None = None,
    ) -> None:
        """Show other rows under the same filters and sorting, and do ``then``; ``cells`` are told
        already.
        """
        self._wanted = Stock(self.item, rows, self.columns, self._index)
        self._wanted.texts.take(cells or {})
        self._begin(then)

    def let_go(self) -> None:
        """Hold no rows any more; filters and sorting stay for those that come."""
        self._slices.stop()
        self._then.clear()
        self._freeing.free({self._stock, self._wanted})
        self._wanted = Stock(self.item, (), self.columns, self._index)
        self._resorted, self._blocks = False, Counter()
        self._take(self._wanted, Sifted(0, {}), [], {})

    def narrow(self, sieve: Sieve, then: Callable[[], None] | None = None) -> None:
        """Keep the rows that pass all filters, and do ``then``."""
        known = sieve == self._sieve and self._stock is self._wanted and not self._stale
        self._sieve = sieve
        if known and not self.busy and self._is_long and then is not None:
            then()
        else:
            self._begin(then)

    def show_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Show other columns of the list; the sorting stays."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._look()
        self.endResetModel()
        if self._sieve.words:
            self._begin()

    def _look(self) -> None:
        self._stale = True
        for stock in {self._stock, self._wanted}:
            stock.texts.look(self.columns, self._index)

    def _begin(self, then: Callable[[], None] | None = None, *, resorted: bool = False) -> None:
        """Bring about what is wanted now: at once, or between events where that takes long."""
        self._resorted = resorted and (self._resorted or not self.busy)
        if then is not None:
            self._then.append(then)
        work = self._working()
        if self._is_long:
            self._slices.run(work)
        else:
            self._slices.stop()
            at_once(work)

    @property
    def _is_long(self) -> bool:
        return self.held > AT_ONCE

    def _working(self) -> Steps:
        """Work out what is to be shown, then show it."""
        stock = self._wanted
        yield from stock.looking()
        order = yield from stock.ordering(self._sorting)
        sifted = yield from sifting(self._sieve, stock.texts, stock.blocks)
        shown = yield from stock.keeping(order, sifted)
        counts: dict[str, Counter[str]] = {}
        blocks = yield from counting_blocks(sifted, stock.blocks)
        for column in self.counted:
            yield from stock.texts.sorting_out(column)
            facets = stock.texts.facets(column)
            counts[column] = yield from counting(sifted, facets, column)
            stock.values(column)
            yield
        for column in self.named:
            yield from stock.texts.naming(column)
        self._slices.stop()
        self._blocks = blocks
        self._take(stock, sifted, shown, counts)

    def _take(
        self, stock: Stock, sifted: Sifted, shown: list[int], counts: dict[str, Counter[str]]
    ) -> None:
        if self._resorted:
            self._rearrange(shown)
        else:
            self.beginResetModel()
            self._stock, self._shown = stock, shown
            self._sifted, self._counts = sifted, counts
            self.endResetModel()
        self._resorted = self._stale = False
        waiting, self._then = self._then, []
        for then in waiting:
            then()
        if not self.busy:
            self.settled.emit()

    def _rearrange(self, shown: list[int]) -> None:
        """Show the same rows in another order; what is current stays."""
        before = self.persistentIndexList()
        kept = [self._shown[index.row()] for index in before]
        self.layoutAboutToBeChanged.emit()
        self._shown = shown
        places = {at: row for row, at in enumerate(shown)} if before else {}
        after = [
            self.index(places[at], index.column()) for at, index in zip(kept, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def counts(self, column: str) -> Counter[str]:
        """Rows by the values of a column, of those that pass every other filter."""
        if column not in self._counts:
            facets = self._stock.texts.facets(column)
            self._counts[column] = counted(self._sifted, facets, column)
        return self._counts[column]

    def block_counts(self) -> Counter[Block]:
        """Rows by block, of those that pass every other filter."""
        return self._blocks

    def shown_blocks(self) -> Counter[Block]:
        """The shown rows by block."""
        return Counter(map(self._stock.blocks.__getitem__, self._shown))

    def whole_blocks(self) -> Counter[Block]:
        """All rows by block, shown or not."""
        return self._stock.whole

    def whole_values(self, column: str) -> dict[str, int]:
        """The values of a column in all rows by which they may be filtered, the commonest first."""
        return self._stock.values(column)

    @property
    def pending(self) -> int:
        """Number of rows that are not confirmed, shown or not."""
        return self._stock.whole[Block.PENDING]

    @property
    def shown(self) -> list[Any]:
        """The shown rows in their order."""
        return [self.rows[at] for at in self._shown]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the keys of a column, unknown last; -1 is the order of the list."""
        known = 0 <= column < len(self.columns)
        down = order is Qt.SortOrder.DescendingOrder
        self._sorting = (self.columns[column].id, down) if known else ("", False)
        self._begin(resorted=True)

    def fold_some(self) -> bool:
        """Prepare some rows, so that the first key of a filter need not; whether more are left."""
        return self._stock.texts.fold(SLICE)

    def values(self, column: str) -> list[str]:
        """Every value of a column, row by row; a cell may name several."""
        return self._stock.texts.values(column)

    def row_of(self, key: str) -> int:
        """Place of the first shown row with this id, or -1."""
        identify = self.item.key
        return next((i for i, at in enumerate(self._shown) if identify(self.rows[at]) == key), -1)

    def row_at(self, row: int) -> Any:
        """What stands in a shown row."""
        return self.rows[self._shown[row]]

    def cell(self, row: int, at: int) -> Cell:
        """What is painted of a shown row in a column."""
        column, place = self.columns[at], self._shown[row]
        told = self.rows[place]
        return Cell(
            words=self._stock.texts.cell(place, column),
            align=_align(column),
            parts=column.parts(told) if column.parts else None,
            pill=column.pill(told) if column.pill else "",
            number=column.number(told) if column.number else None,
            marks=column.marks(told) if column.marks else (),
            pair=column.pair,
        )

    def rowCount(self, parent: At = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of shown rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: At = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: At, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, alignment and id of a cell, and what more there is to it."""
        if not index.isValid():
            return None
        at, column = self._shown[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._stock.texts.cell(at, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(column)
        if role == ID_ROLE:
            return self.item.key(self.rows[at])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(at, column)
        return column.tip(self.rows[at]) if role == TIP_ROLE and column.tip else None

    def _spoken(self, at: int, column: Column[Any]) -> str:
        """The cell with its column and its unit, and what a badge means that stands alone."""
        row, words = self.rows[at], self._stock.texts.cell(at, column)
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


def _align(column: Column[Any]) -> Qt.AlignmentFlag:
    """Numbers to the right; one with a bar behind it to the left."""
    return _RIGHT if column.numeric and column.parts is None else _LEFT

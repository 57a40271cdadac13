"""The texts of the rows of a list, each made once when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from liantu.telling.lists.column import Column, List, several
from liantu.telling.searching.matching import Key
from liantu.telling.searching.search import Index
from liantu.ui.work.slices import Steps, at_once

SLICE = 100
"""Rows that are prepared between two events: some milliseconds."""
PIECE = 10
"""Rows whose texts are made between two looks at the clock: some lists tell a lot."""
KEPT = 4000
"""Of so many rows every text is kept; of more only what was seen, or they would fill the memory."""

Values = tuple[str, ...]


class Texts:
    """Cells by row and id of the column; ``keys`` are those of ``columns`` with the other names
    that ``index`` knows: words are looked for in them. What goes through all rows can be made
    ready piece by piece: ``naming``, ``sorting_out`` and ``folding`` do so.
    """

    def __init__(
        self,
        item: List[Any],
        columns: Sequence[Column[Any]],
        rows: Sequence[Any],
        index: Index,
    ) -> None:
        self._index = index
        self._item, self._columns, self._rows = item, tuple(columns), rows
        self._cells: dict[int, dict[str, str]] = {}
        self._facets: dict[str, list[Values]] = {}
        self._named: dict[str, list[Values]] = {}
        self._keys: list[Key] = []
        self._known: dict[Values, Values] = {}

    def take(self, cells: Mapping[int, dict[str, str]]) -> None:
        """What somebody has told already, by row and id of the column."""
        self._cells.update(cells)

    def look(self, columns: Sequence[Column[Any]], index: Index) -> None:
        """Look for words in other columns, or for other names."""
        self._columns, self._index, self._keys = tuple(columns), index, []

    def cell(self, row: int, column: Column[Any]) -> str:
        """The text of a cell."""
        found = self._cells.setdefault(row, {})
        if column.id not in found:
            found[column.id] = column.text(self._rows[row])
        return found[column.id]

    def named(self, id_: str) -> list[Values]:
        """What each cell of a column names, which may be several values."""
        if len(self._named.get(id_, ())) < len(self._rows):
            at_once(self.naming(id_))
        return self._named.get(id_, [])

    def naming(self, id_: str) -> Steps:
        """Make :meth:`named` ready."""
        column, found = self._item.column(id_), self._named.setdefault(id_, [])
        while len(found) < len(self._rows):
            start = len(found)
            some = range(start, min(start + PIECE, len(self._rows)))
            found += [self._once(tuple(several(self._told(row, column)))) for row in some]
            yield

    def values(self, id_: str) -> list[str]:
        """Every value of a column, row by row; a cell may name several."""
        return [value for cell in self.named(id_) for value in cell]

    def facets(self, id_: str) -> list[Values]:
        """The values by which each row may be filtered."""
        if len(self._facets.get(id_, ())) < len(self._rows):
            at_once(self.sorting_out(id_))
        return self._facets.get(id_, [])

    def sorting_out(self, id_: str) -> Steps:
        """Make :meth:`facets` ready."""
        found = self._facets.setdefault(id_, [])
        while len(found) < len(self._rows):
            some = self._rows[len(found) : len(found) + PIECE]
            found += [self._once(self._item.facet(id_, row)) for row in some]
            yield

    @property
    def keys(self) -> list[Key]:
        """Every row as words are compared with it."""
        self.fold(len(self._rows))
        return self._keys

    def folding(self) -> Steps:
        """Make :attr:`keys` ready."""
        while self.fold(PIECE):
            yield

    def fold(self, count: int) -> bool:
        """Make the keys of the next rows ready; whether there are more."""
        start = len(self._keys)
        for row in range(start, min(start + count, len(self._rows))):
            self._keys.append(self._index.row(self._told(row, c) for c in self._columns))
        return len(self._keys) < len(self._rows)

    def _told(self, row: int, column: Column[Any]) -> str:
        """The text of a cell, of which nothing is kept where there are many."""
        if len(self._rows) <= KEPT:
            return self.cell(row, column)
        known = self._cells.get(row, {}).get(column.id)
        return column.text(self._rows[row]) if known is None else known

    def _once(self, values: Values) -> Values:
        """The same values as one object for all rows."""
        return self._known.setdefault(values, values)

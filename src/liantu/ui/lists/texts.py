"""The texts of the rows of a list, each made once when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from liantu.telling.lists.column import Column, List, several
from liantu.telling.matching import Key
from liantu.telling.search import Index


class Texts:
    """Cells by row and id of the column; ``keys`` are those of ``columns`` with the other names
    that ``index`` knows: words are looked for in them.
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
        self._cells: list[dict[str, str]] = [{} for _ in rows]
        self._facets: dict[str, list[tuple[str, ...]]] = {}
        self._keys: list[Key] = []

    def look(self, columns: Sequence[Column[Any]], index: Index) -> None:
        """Look for words in other columns, or for other names."""
        self._columns, self._index, self._keys = tuple(columns), index, []

    def cell(self, row: int, column: Column[Any]) -> str:
        """The text of a cell."""
        found = self._cells[row]
        if column.id not in found:
            found[column.id] = column.text(self._rows[row])
        return found[column.id]

    def of(self, id_: str) -> list[str]:
        """The texts of a column by its id."""
        column = self._item.column(id_)
        return [self.cell(row, column) for row in range(len(self._rows))]

    def values(self, id_: str) -> list[str]:
        """Every value of a column, row by row; a cell may name several."""
        return [value for cell in self.of(id_) for value in several(cell)]

    def facets(self, id_: str) -> list[tuple[str, ...]]:
        """The values by which each row may be filtered."""
        if id_ not in self._facets:
            self._facets[id_] = [self._item.facet(id_, row) for row in self._rows]
        return self._facets[id_]

    @property
    def keys(self) -> list[Key]:
        """Every row as words are compared with it."""
        self.fold(len(self._rows))
        return self._keys

    def fold(self, count: int) -> bool:
        """Make the keys of the next rows ready; whether there are more."""
        start = len(self._keys)
        for row in range(start, min(start + count, len(self._rows))):
            self._keys.append(self._index.row(self.cell(row, c) for c in self._columns))
        return len(self._keys) < len(self._rows)

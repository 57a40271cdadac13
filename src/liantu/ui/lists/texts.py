"""The texts of the rows of a list, each made once when it is first asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from liantu.telling.lists.column import Column, List, several

BREAK = "\n"
"""Stands between the cells of a row where words are looked for: nobody can type it."""


def folded(words: str) -> str:
    """Words as they are compared: full and half width, capital and small are the same."""
    return unicodedata.normalize("NFKC", words).casefold()


class Texts:
    """Cells by row and id of the column; ``lines`` hold those of ``columns``: words are looked for
    in them.
    """

    def __init__(
        self, item: List[Any], columns: Sequence[Column[Any]], rows: Sequence[Any]
    ) -> None:
        self._item, self._columns, self._rows = item, tuple(columns), rows
        self._cells: list[dict[str, str]] = [{} for _ in rows]
        self._facets: dict[str, list[tuple[str, ...]]] = {}
        self._lines: list[str] = []

    def show(self, columns: Sequence[Column[Any]]) -> None:
        """Look for words in other columns."""
        self._columns, self._lines = tuple(columns), []

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
    def lines(self) -> list[str]:
        """Every row as one folded text."""
        self.fold(len(self._rows))
        return self._lines

    def fold(self, count: int) -> bool:
        """Make the lines of the next rows ready; whether there are more."""
        start = len(self._lines)
        for row in range(start, min(start + count, len(self._rows))):
            cells = (self.cell(row, column) for column in self._columns)
            self._lines.append(folded(BREAK.join(cells)))
        return len(self._lines) < len(self._rows)

"""The lines of a table that have a height of their own: few among tens of thousands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTableView


class Heights:
    """Qt keeps heights by line through a reset and moves them with what is put in or taken out
    before them; so only those that were set have to be set back.
    """

    def __init__(self, table: QTableView, usual: int) -> None:
        self._table, self._usual = table, usual
        self._set: frozenset[int] = frozenset()
        model = table.model()
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)

    def lay(self, own: Mapping[int, int]) -> None:
        """Give these lines their heights, and all others the usual one."""
        count = self._table.model().rowCount()
        for line in self._set - own.keys():
            if line < count:
                self._table.setRowHeight(line, self._usual)
        for line, height in own.items():
            self._table.setRowHeight(line, height)
        self._set = frozenset(own)

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        by = last - first + 1
        self._set = frozenset(line + by if line >= first else line for line in self._set)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        by = last - first + 1
        left = (line for line in self._set if not first <= line <= last)
        self._set = frozenset(line - by if line > last else line for line in left)

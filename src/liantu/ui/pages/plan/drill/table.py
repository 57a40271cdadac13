"""A table of what stands still: a click selects a unit, a second one leads to the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableWidgetItem

from liantu.telling.shocks.hits import COLUMNS, HitRow
from liantu.ui.pages.plan.closing.rows import Rows
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

WIDTHS = (136, 110, 62, 84, 104, 110, 54, 300)


class Hits(Rows):
    """``picked`` carries the :class:`HitRow` that was clicked, ``opened`` one clicked again."""

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        heads = [text(f"shock.drill.column.{column}") for column in COLUMNS]
        super().__init__(heads, WIDTHS, text("shock.drill.column.product"))
        self._rows: dict[str, HitRow] = {}
        self._last = ""
        plain_tip(self, text("shock.drill.tip"))
        self.itemClicked.connect(self._on_click)
        self.itemActivated.connect(self._on_activated)

    def show_hits(self, rows: Sequence[HitRow]) -> None:
        """Show what stands still."""
        kept = self.product
        self._rows, self._last = {row.key: row for row in rows}, ""
        self.show_rows([(row.key, row.cells) for row in rows])
        self.mark(kept)

    @property
    def chosen(self) -> HitRow | None:
        """The chosen row."""
        return self._rows.get(self.product)

    def stress(self, keys: frozenset[str]) -> None:
        """Choose the first of some units."""
        key = next((key for key in self._rows if key in keys), "")
        if key:
            self._last = ""
            self.mark(key)
            self.scrollTo(self.currentIndex())

    def _on_click(self, _item: QTableWidgetItem) -> None:
        row = self.chosen
        if row is None:
            return
        if row.key == self._last:
            self.opened.emit(row)
        else:
            self._last = row.key
            self.picked.emit(row)

    def _on_activated(self, _item: QTableWidgetItem) -> None:
        """By Enter; of a double click both clicks have done their work already."""
        row = self.chosen
        if row is not None and row.key != self._last:
            self.opened.emit(row)

"""A list as a table with what can be done to its rows: choose, sort, copy, follow, export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.model.target import Target
from liantu.telling.lists.column import Block, Column, List
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.copying import telling
from liantu.ui.lists.laid import Laid, rows_of
from liantu.ui.lists.row_menu import row_menu
from liantu.ui.lists.table import AT_ONCE, ID_ROLE, TableModel
from liantu.ui.lists.view import Table
from liantu.ui.lists.widths import Widths
from liantu.ui.remembered.list_memory import Memory, Sorting
from liantu.ui.remembered.marks import KINDS
from liantu.ui.work.slices import Slices, Steps, at_once, pieces
from liantu.wording import text

CHANGED = ("chain", "product", "enterprise", "project")
"""Kinds of what rows are about that can be changed from there."""
LOGGED = ("product", "visit", "project")
"""Kinds about which a finding can be noted."""

_SUPPOSED = {"enterprise": ("stop", "drill"), "product": ("drill",), "project": ("on", "off")}
"""What a scenario can suppose of the thing of a row."""
_WORDS = {"drill": "ui.verb.drill_stop"}

PIECE = 500
"""Rows that are marked between two looks at the clock."""


class Grid(QWidget):
    """``picked`` carries the one chosen row, ``marked`` the targets of several, ``opened`` the id
    of one that was double-clicked or entered, ``copied`` a number of rows; what else a row can be
    asked for goes to the :class:`RowAsks`.
    """

    picked = Signal(object)
    marked = Signal(object)
    opened = Signal(str)
    export_asked = Signal()
    copied = Signal(int)

    def __init__(
        self,
        item: List[Any],
        *,
        heads: bool = False,
        exports: bool = False,
        asks: RowAsks | None = None,
    ) -> None:
        """``heads``: with a head before each block, and the reason below the chosen row."""
        super().__init__()
        self.exports, self._asks = exports, asks
        self._memory, self._quiet, self._marked = Memory(), False, ""
        self._scrolled: int | None = None
        self._marking, self._copying = Slices(self), Slices(self)
        self.model = TableModel(item)
        self.laid = Laid(self.model, _head) if heads else None
        self._widths = Widths(item.id, self._memory, self.model.columns)
        self.table = Table(self.laid or self.model, self._widths)
        self.table.setAccessibleName(item.title)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.activated.connect(self._on_activated)
        self.table.menu_asked.connect(self._show_menu)
        self.table.map_asked.connect(self.show_on_map)
        self.table.copy_asked.connect(self.copy)
        self.table.edit_asked.connect(self._edit_cell)
        self.model.layoutChanged.connect(self._remark)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._note_sorting)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.table)

    # -- what is shown

    def let_go(self) -> None:
        """Hold no rows until the list is filled again; where it was scrolled to is known then."""
        if self._scrolled is None:
            self._scrolled = self.table.verticalScrollBar().value()
        self.model.let_go()

    def come_back(self) -> None:
        """Scroll to where the list was when its rows were let go."""
        if self._scrolled is not None:
            self.table.scroll_to(self._scrolled)
            self._scrolled = None

    def remember(self, memory: Memory) -> None:
        """Show columns, widths and sorting as they are kept there, and keep them there."""
        self._memory = memory
        self._widths.remember(memory)
        known = {c.id for c in self.model.item.columns}
        ids = [id_ for id_ in memory.columns(self.model.item.id) if id_ in known]
        self._show(self.model.item.chosen(ids) or self.model.item.on_screen)
        sorting = memory.sorting(self.model.item.id)
        if sorting is not None:
            self.sort_by(sorting)

    def sort_by(self, sorting: Sorting) -> None:
        """Sort by a column that is shown; by another one, nothing is done."""
        at = next((i for i, c in enumerate(self.model.columns) if c.id == sorting.column), -1)
        if at >= 0:
            self.table.sortByColumn(at, _order(sorting.down))

    def _note_sorting(self, at: int, order: Qt.SortOrder) -> None:
        if self._quiet:
            return
        known = 0 <= at < len(self.model.columns)
        down = order is Qt.SortOrder.DescendingOrder
        sorting = Sorting(self.model.columns[at].id, down) if known else None
        self._memory.note_sorting(self.model.item.id, sorting)

    def choose_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Show these columns; none are those of the list at first."""
        self._memory.note_columns(self.model.item.id, [c.id for c in columns])
        self._show(tuple(columns) or self.model.item.on_screen)

    def toggle_column(self, id_: str) -> None:
        """Show a column at its place among those offered, or hide it; the first one stays."""
        shown = {c.id for c in self.model.columns} ^ {id_}
        offered = self.model.item.offered
        self.choose_columns([c for c in offered if c.id in shown or c is offered[0]])

    def forget(self) -> None:
        """Columns and widths as they were at first."""
        self._memory.forget(self.model.item.id)
        self._show(self.model.item.on_screen)

    def _show(self, columns: Sequence[Column[Any]]) -> None:
        self._quiet = True
        self._widths.show(columns)
        self.model.show_columns(columns)
        self.table.fit()
        self._quiet = False
        self.mark(self._marked)

    def mark(self, key: str) -> None:
        """Select the row with this id without telling anybody."""
        self._marked = key
        self._quiet = True
        row = self.model.row_of(key) if key else -1
        if self.laid is not None:
            self.laid.unfold(row)
        line = self._line(row)
        flags = QItemSelectionModel.SelectionFlag
        if line >= 0:
            now = self.table.currentIndex()
            column = max(now.column(), 0) if now.row() == line else 0
            index = self.table.model().index(line, column)
            mode = flags.ClearAndSelect | flags.Rows | flags.Current
            self.table.selectionModel().setCurrentIndex(index, mode)
            self.table.scrollTo(index)
        else:
            self.table.clearSelection()
        self._quiet = False

    @property
    def marked_key(self) -> str:
        """The id of the chosen row, or empty."""
        return self._marked

    def _line(self, row: int) -> int:
        return self.laid.line(row) if self.laid is not None and row >= 0 else row

    def _remark(self) -> None:
        if self.laid is not None:
            self.mark(self._marked)

    # -- what is chosen

    @property
    def chosen(self) -> list[Any]:
        """The selected rows from top to bottom."""
        ranges = self.table.selectionModel().selection()  # of a million cells, maybe
        lines = {line for some in ranges.toList() for line in range(some.top(), some.bottom() + 1)}
        return rows_of(self.laid or self.model, lines)

    def target(self, row: Any) -> Target | None:
        """What a row is about."""
        return self.model.item.target(row)

    def firm(self, row: Any) -> Target | None:
        """The enterprise to see first for a row."""
        firm = self.model.item.firm
        key = firm(row) if firm else ""
        return Target("enterprise", key) if key else None

    def record(self, row: Any) -> Target | None:
        """What of the data a row tells and can be changed there."""
        item = self.model.item
        if item.record is not None:
            found: Target | None = item.record(row)
            return found
        target = self.target(row)
        return target if target is not None and target.kind in CHANGED else None

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> Any | None:
        """The row of an index; ``None`` for a head or a reason."""
        found = rows_of(self.laid or self.model, {index.row()})
        return found[0] if found else None

    def _on_selection(self, _chosen: QItemSelection, _old: QItemSelection) -> None:
        if self._quiet:
            return
        rows = self.chosen
        self._do(self._marking, len(rows), self._mark_all(rows if len(rows) > 1 else ()))
        if len(rows) == 1:
            self._marked = self.model.item.key(rows[0])
            if self.laid is not None:
                self.laid.unfold(self.model.row_of(self._marked))
            self.picked.emit(rows[0])

    def _mark_all(self, rows: Sequence[Any]) -> Steps:
        found = set[Target]()
        for some in pieces(len(rows), PIECE):
            targets = map(self.target, rows[some.start : some.stop])
            found.update(target for target in targets if target)
            yield
        self.marked.emit(frozenset(found))

    @staticmethod
    def _do(slices: Slices, count: int, work: Steps) -> None:
        """At once, or between events where there are many rows."""
        if count > AT_ONCE:
            slices.run(work)
        else:
            slices.stop()
            at_once(work)

    def _on_activated(self, index: QModelIndex) -> None:
        if self.row_at(index) is not None:
            self.opened.emit(index.data(ID_ROLE))

    def show_on_map(self) -> None:
        """Ask for the map with the chosen row selected on it."""
        rows = self.chosen
        target = self.target(rows[0]) if len(rows) == 1 else None
        if target is not None and self._asks is not None:
            self._asks.map.emit(target)

    # -- copying

    def copy(self) -> None:
        """Put the selected rows on the clipboard, or all that are shown where none is."""
        self.copy_rows(self.chosen or self.model.shown)

    def copy_rows(self, rows: Sequence[Any]) -> None:
        """Put rows as tab-separated text on the clipboard, with the heads of the shown columns."""
        self._do(self._copying, len(rows), self._copy_all(rows))

    def _copy_all(self, rows: Sequence[Any]) -> Steps:
        told = yield from telling(self.model.columns, rows)
        QGuiApplication.clipboard().setText(told)
        self.copied.emit(len(rows))

    def _show_menu(self, index: QModelIndex, spot: QPoint) -> None:
        row = self.row_at(index)
        if row is None:
            return
        if row not in self.chosen:
            self.table.selectRow(index.row())
        menu = row_menu(self, self._acts(row, index))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(spot)

    def _acts(self, row: Any, index: QModelIndex) -> list[dict[str, Callable[[], object]]]:
        """Copy the cell, the rows or all; see it on the map, see its enterprise; change; export."""
        rows, shown = self.chosen, self.model.shown
        clipboard = QGuiApplication.clipboard()
        copies: dict[str, Callable[[], object]] = {
            text("ui.row.copy_cell"): lambda: clipboard.setText(str(index.data())),
            text("ui.row.copy_rows", count=len(rows)): lambda: self.copy_rows(rows),
            text("ui.row.copy_all", count=len(shown)): lambda: self.copy_rows(shown),
        }
        asks = self._asks
        sights = self._sights(row, asks) if asks is not None else {}
        edits = self._edits(row, index, asks) if asks is not None and asks.edits else {}
        ends: dict[str, Callable[[], object]] = {}
        if self.exports:
            ends[text("ui.row.export")] = self._export
        return [copies, sights, edits, ends]

    def _sights(self, row: Any, asks: RowAsks) -> dict[str, Callable[[], object]]:
        """Where it is seen, and what can be asked about it without changing the data."""
        found: dict[str, Callable[[], object]] = {}
        target, firm, held = self.target(row), self.firm(row), self.record(row)
        if target is not None:
            found[text("ui.row.map")] = partial(asks.map.emit, target)
        if firm is not None and firm != target:
            found[text("ui.row.firm")] = partial(asks.firm.emit, firm)
        if not asks.edits:
            return found
        if target is not None and target.kind in KINDS:
            found[text("ui.star.toggle")] = partial(asks.star.emit, target)
        if target is not None and target.kind == "product":
            found[text("ui.verb.plan_closing")] = partial(asks.plan.emit, target)
        for about in dict.fromkeys(filter(None, (held, target))):
            for code in _SUPPOSED.get(about.kind, ()):
                words = text(_WORDS.get(code, f"ui.verb.suppose_{code}"))
                found[words] = partial(asks.suppose.emit, about, code)
        return found

    def _edits(
        self, row: Any, index: QModelIndex, asks: RowAsks
    ) -> dict[str, Callable[[], object]]:
        """What of it can be changed."""
        held = self.record(row)
        if held is None:
            return {}
        found: dict[str, Callable[[], object]] = {}
        column, at = self.model.columns[index.column()], QPersistentModelIndex(index)
        if column.edit:
            found[text("ui.row.edit_cell", name=column.head)] = lambda: self._edit_cell(at)
        found[text("ui.row.edit")] = partial(asks.edit.emit, held)
        if held.kind != "chain":
            found[text("ui.row.delete")] = partial(asks.delete.emit, held)
        if held.kind in LOGGED:
            found[text("ui.row.log")] = partial(asks.log.emit, held)
        return found

    def _edit_cell(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """The field that a cell shows, else all of what the row tells."""
        row = self.row_at(index)
        held = self.record(row) if row is not None else None
        asks = self._asks
        if held is None or asks is None or not asks.edits:
            return
        if key := self.model.columns[index.column()].edit:
            rect = self.table.visualRect(index)
            asks.cell.emit(held, key, self.table.viewport(), rect)
        else:
            asks.edit.emit(held)

    def _export(self) -> None:
        self.export_asked.emit()


def _order(down: bool) -> Qt.SortOrder:
    return Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder


def _head(block: Block, count: int) -> str:
    """The head of a block: its name and number, and what it means."""
    name = block.name.lower()
    words = text(f"ui.block.{name}", count=count)
    if block is Block.SURE and not count:
        return f"{words}\n{text('ui.block.sure.none')}"
    meaning = text(f"ui.block.{name}.words")
    return f"{words}\n{meaning}"

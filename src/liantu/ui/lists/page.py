"""One list under the map: filters above a sortable table, what holds for all of it below."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.ui.lists.foot import Foot
from liantu.ui.lists.table import ID_ROLE, TableModel
from liantu.ui.lists.view import table_of
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.text import label
from liantu.wording import text


class ListPage(QWidget):
    """A list with its filters, filled when it is seen; filters outlive what they filter.

    ``picked`` carries the row that the user chose, ``opened`` the id of the one that was
    double-clicked or entered, ``counted`` the number of all rows.
    """

    picked = Signal(object)
    opened = Signal(str)
    counted = Signal(int)

    def __init__(self, id_: str, title: str = "", scope: QComboBox | None = None) -> None:
        super().__init__()
        self._scope = scope
        self._asked: tuple[Reading, Scope] | None = None
        self._waiting: list[Any] | None = None
        self._filled, self._quiet, self._marked = True, False, ""
        self._pinned: dict[str, str] = {}
        self.model = TableModel(find(id_))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(text("ui.list.filter"))
        self.filter.setAccessibleName(text("ui.list.filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._refilter)
        self.combos = {key: self._combo(key) for key in self.model.item.filters.split()}
        self.count = label("", "secondary")
        self.pending = self._pending_box()
        self.foot = Foot(self.model.item)
        self.empty = label(text("ui.list.empty"), "hint", wrap=True)
        self.empty.setMinimumWidth(320)
        self.table = table_of(self.model)
        self.table.setAccessibleName(text(title) if title else self.model.item.title)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.activated.connect(lambda index: self.opened.emit(index.data(ID_ROLE)))
        self._folding = QTimer(self, interval=0)
        self._folding.timeout.connect(self._fold_some)
        self._assemble()

    def show_list(self, reading: Reading, scope: Scope) -> None:
        """List what the reading has within the scope: at once if the page is seen, else when it
        is shown.
        """
        if self._asked is not None:
            before, within = self._asked
            if before.serial == reading.serial and within == scope:
                return
        self._asked, self._waiting, self._filled = (reading, scope), None, False
        if self.isVisible():
            self.fill()
        elif self.model.rows:
            self.model.fill(())  # they would keep the reading before alive

    def clear_rows(self) -> None:
        """Show nothing."""
        self._asked, self._waiting, self._filled = None, [], False
        self.fill()

    @property
    def is_counted(self) -> bool:
        """Whether the number of rows is known."""
        return self._filled or self._waiting is not None

    def count_rows(self) -> None:
        """Find the rows without showing them, so that their number can be told."""
        if self._waiting is None and self._asked is not None:
            reading, scope = self._asked
            self._waiting = list(self.model.item.rows(reading, scope))
            self.counted.emit(len(self._waiting))

    def fill(self) -> None:
        """Show what was asked for last."""
        if self._filled:
            return
        self.count_rows()
        rows, self._waiting, self._filled = self._waiting or [], None, True
        self._quiet = True
        self.model.fill(rows)
        for column, combo in self.combos.items():
            self._offer(column, combo)
        self._quiet = False
        self._tell()
        self._refilter()
        self.table.scrollToTop()
        self.counted.emit(len(rows))
        self._folding.start()

    def _fold_some(self) -> None:
        if not self.model.fold_some():
            self._folding.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill what was asked for while the page was hidden."""
        self.fill()
        super().showEvent(event)

    def choose(self, column: str, value: str) -> None:
        """Set a filter; a value that no row has shows nothing rather than everything."""
        combo = self.combos[column]
        self._pinned[column] = value
        _hold(combo, value)

    def mark(self, key: str) -> None:
        """Select the row with this id without telling anybody."""
        self._marked = key
        self._quiet = True
        row = self.model.row_of(key) if key else -1
        flags = QItemSelectionModel.SelectionFlag
        if row >= 0:
            mode = flags.ClearAndSelect | flags.Rows | flags.Current
            self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), mode)
            self.table.scrollTo(self.model.index(row, 0))
        else:
            self.table.clearSelection()
        self._quiet = False

    def _assemble(self) -> None:
        bar = Flow(across=8)
        bar.setContentsMargins(16, 6, 16, 4)
        if self._scope is not None:
            bar.addWidget(self._scope)
        bar.addWidget(self.filter)
        for combo in self.combos.values():
            bar.addWidget(combo)
        if self.pending is not None:
            bar.addWidget(self.pending)
        bar.addWidget(self.count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        self.empty.setContentsMargins(16, 12, 16, 12)
        box.addWidget(self.empty)
        box.addWidget(self.table, 1)
        box.addWidget(self.foot)

    def _pending_box(self) -> QCheckBox | None:
        """Shows or hides what is not confirmed, where a list has such a block."""
        if self.model.item.block is None:
            return None
        box = QCheckBox(text("ui.list.pending", count=0))
        box.setToolTip(text("ui.list.pending.hint"))
        box.setChecked(True)
        box.toggled.connect(self._show_pending)
        return box

    def _show_pending(self, shown: bool) -> None:
        self.model.hide_pending(not shown)
        self._refilter()

    def _tell(self) -> None:
        """Say below the list what holds for all of it, and how many rows are not confirmed."""
        if self._asked is None:
            self.foot.clear()
        else:
            self.foot.tell(*self._asked)
        if self.pending is not None:
            self.pending.setText(text("ui.list.pending", count=self.model.pending))

    def _combo(self, column: str) -> QComboBox:
        combo = Combo()
        head = self.model.item.column(column).head
        combo.setAccessibleName(text("ui.list.choice", column=head))
        narrow(combo)
        combo.currentIndexChanged.connect(self._refilter)
        combo.activated.connect(lambda _: self._pinned.pop(column, None))
        return combo

    def _offer(self, column: str, combo: QComboBox) -> None:
        values = Counter(self.model.values(column))
        before = combo.currentData()
        combo.clear()
        head = self.model.item.column(column).head
        combo.addItem(text("ui.list.all", column=head), "")
        for value, count in values.items():
            combo.addItem(text("ui.list.value", value=value, count=count), value)
        combo.setCurrentIndex(max(0, combo.findData(before)))
        if self._pinned.get(column):
            _hold(combo, self._pinned[column])
        widen_list(combo)

    def _refilter(self) -> None:
        if self._quiet:
            return
        chosen = {column: combo.currentData() or "" for column, combo in self.combos.items()}
        self.model.narrow(self.filter.text(), chosen)
        self.mark(self._marked)
        shown, whole = self.model.rowCount(), len(self.model.rows)
        filtered = text("ui.list.shown", shown=shown, whole=whole)
        self.count.setText(filtered if shown != whole else "")
        self.empty.setVisible(shown == 0)
        self.empty.setText(self._nothing(whole))
        self.table.setVisible(shown > 0)

    def _nothing(self, whole: int) -> str:
        """Why no row is shown of so many."""
        hides = self.pending is not None and not self.pending.isChecked()
        if self.foot.remark and (hides or not whole):
            return self.foot.remark
        return text("ui.list.filtered" if whole else "ui.list.empty")

    def _on_selection(self, _chosen: QItemSelection, _old: QItemSelection) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        if not self._quiet and len(rows) == 1:
            found = self.model.row_at(rows.pop())
            self._marked = self.model.item.key(found)
            self.picked.emit(found)


def _hold(combo: QComboBox, value: str) -> None:
    """Choose a value, though no row has it."""
    if combo.findData(value) < 0 and value:
        combo.addItem(text("ui.list.value", value=value, count=0), value)
    combo.setCurrentIndex(max(0, combo.findData(value)))


def narrow(combo: QComboBox) -> None:
    """Keep a filter narrow, however long its values are."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setMinimumWidth(128)


def widen_list(combo: QComboBox) -> None:
    """Let the opened list show its values whole, up to a limit."""
    wanted = combo.view().sizeHintForColumn(0) + 40
    combo.view().setMinimumWidth(min(wanted, 420))

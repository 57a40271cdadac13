"""One list under the map: filters above, a sortable table, copying as TSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from liantu.ui.models.table import ID_ROLE, SORT_ROLE, TableModel
from liantu.ui.widgets.score import ScoreDelegate, ScoreLegend
from liantu.ui.widgets.text import label
from liantu.wording import text

ROW_HEIGHT = 34


class Filtered(QSortFilterProxyModel):
    """Keeps rows that contain the words in any column and the chosen value in given columns."""

    def __init__(self, model: TableModel[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self.chosen: dict[int, str] = {}
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the row is shown."""
        if not self.words and not any(self.chosen.values()):
            return True
        model = self.sourceModel()
        cells = [str(model.index(row, c).data()) for c in range(model.columnCount())]
        if any(value and value not in cells[c].split("、") for c, value in self.chosen.items()):
            return False
        return not self.words or any(self.words in cell.casefold() for cell in cells)


class Table(QTableView):
    """A table that copies its selected rows as tab-separated text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on the usual key."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        else:
            super().keyPressEvent(event)

    def selected_text(self) -> str:
        """The selected rows with a header line, as TSV; tabs in cells become blanks."""
        model = self.model()
        columns = range(model.columnCount())
        orientation = Qt.Orientation.Horizontal
        lines = [[str(model.headerData(c, orientation)) for c in columns]]
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        lines += [[str(model.index(row, c).data()) for c in columns] for row in chosen]
        return "\n".join("\t".join(_cell(value) for value in line) for line in lines)


class ListPage(QWidget):
    """A list with its filters; ``picked`` carries the id of the row that the user chose,
    ``opened`` of the one that was double-clicked or entered.
    """

    picked = Signal(str)
    opened = Signal(str)
    counted = Signal(int)

    def __init__(
        self,
        name: str,
        model: TableModel[Any],
        choices: Sequence[int],
        scope: QComboBox | None = None,
    ) -> None:
        super().__init__()
        self._scope = scope
        self.model = model
        self.proxy = Filtered(model, self)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(text("ui.list.filter"))
        self.filter.setAccessibleName(text("ui.list.filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._refilter)
        self.combos = {column: self._combo(column) for column in choices}
        self.count = label("", "secondary")
        self.empty = label(text("ui.list.empty"), "hint", wrap=True)
        self.empty.setMinimumWidth(320)
        self.table = _table(self.proxy, model)
        self.table.setAccessibleName(text(name))
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.activated.connect(lambda index: self.opened.emit(index.data(ID_ROLE)))
        self._quiet = False
        self._assemble()

    def set_rows(self, rows: Sequence[object]) -> None:
        """Show other rows and offer their values for filtering."""
        self._quiet = True
        self.model.set_rows(rows)
        for column, combo in self.combos.items():
            self._offer(column, combo)
        self._quiet = False
        self._refilter()
        self.table.scrollToTop()
        self.counted.emit(len(rows))

    def choose(self, column: int, value: str) -> None:
        """Set a filter; a value that no row has shows nothing rather than everything."""
        combo = self.combos[column]
        at = combo.findData(value)
        if at < 0:
            combo.addItem(text("ui.list.value", value=value, count=0), value)
            at = combo.findData(value)
        combo.setCurrentIndex(at)

    def mark(self, key: str) -> None:
        """Select the row with this id without telling anybody."""
        self._quiet = True
        row = self.model.row_of(key) if key else -1
        index = self.proxy.mapFromSource(self.model.index(row, 0)) if row >= 0 else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag
        if index.isValid():
            mode = flags.ClearAndSelect | flags.Rows | flags.Current
            self.table.selectionModel().setCurrentIndex(index, mode)
            self.table.scrollTo(index)
        else:
            self.table.clearSelection()
        self._quiet = False

    def _assemble(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 6, 16, 4)
        bar.setSpacing(8)
        if self._scope is not None:
            bar.addWidget(self._scope)
        bar.addWidget(self.filter)
        for combo in self.combos.values():
            bar.addWidget(combo)
        bar.addWidget(self.count)
        if any(column.parts for column in self.model.columns):
            bar.addWidget(ScoreLegend())
        bar.addStretch(1)
        self.filter.setMaximumWidth(260)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        self.empty.setContentsMargins(16, 12, 16, 12)
        box.addWidget(self.empty)
        box.addWidget(self.table, 1)

    def _combo(self, column: int) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(
            text("ui.list.choice", column=text(self.model.columns[column].code))
        )
        narrow(combo)
        combo.currentIndexChanged.connect(self._refilter)
        return combo

    def _offer(self, column: int, combo: QComboBox) -> None:
        show = self.model.columns[column].show
        values = Counter(v for row in self.model.rows for v in show(row).split("、") if v)
        before = combo.currentData()
        combo.clear()
        combo.addItem(text("ui.list.all", column=text(self.model.columns[column].code)), "")
        for value, count in values.items():
            combo.addItem(text("ui.list.value", value=value, count=count), value)
        combo.setCurrentIndex(max(0, combo.findData(before)))
        widen_list(combo)

    def _refilter(self) -> None:
        if self._quiet:
            return
        self.proxy.words = self.filter.text().strip().casefold()
        self.proxy.chosen = {c: combo.currentData() or "" for c, combo in self.combos.items()}
        self.proxy.invalidateFilter()
        shown, whole = self.proxy.rowCount(), len(self.model.rows)
        filtered = text("ui.list.shown", shown=shown, whole=whole)
        self.count.setText(filtered if shown != whole else "")
        self.empty.setVisible(shown == 0)
        self.empty.setText(text("ui.list.filtered" if whole else "ui.list.empty"))
        self.table.setVisible(shown > 0)

    def _on_selection(self, chosen: QItemSelection, _old: QItemSelection) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        if not self._quiet and len(rows) == 1:
            self.picked.emit(self.proxy.index(rows.pop(), 0).data(ID_ROLE))


def narrow(combo: QComboBox) -> None:
    """Keep a filter narrow, however long its values are."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setMinimumWidth(128)


def widen_list(combo: QComboBox) -> None:
    """Let the opened list show its values whole, up to a limit."""
    wanted = combo.view().sizeHintForColumn(0) + 40
    combo.view().setMinimumWidth(min(wanted, 420))


def _table(proxy: Filtered, model: TableModel[Any]) -> Table:
    table = Table()
    table.setModel(proxy)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setSortIndicatorClearable(True)
    table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.setSortingEnabled(True)
    for at, column in enumerate(model.columns):
        table.setColumnWidth(at, column.width)
        if column.parts is not None:
            table.setItemDelegateForColumn(at, ScoreDelegate(table))
    return table


def _cell(value: str) -> str:
    return value.replace("\t", " ").replace("\n", " ").replace("\r", " ")

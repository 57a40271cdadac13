"""The rows of a plan as a table: number, what becomes of it, what it is about, what to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from liantu.library.importing.rows import Row, State
from liantu.ui.style.look import Tones
from liantu.wording import text

HEADS = ("row", "state", "name", "notes")
ROW_HEIGHT = 26
_WIDTHS = (56, 64, 300)
_Index = QModelIndex | QPersistentModelIndex


class PreviewModel(QAbstractTableModel):
    """Rows of a plan, all or those in one state."""

    def __init__(self, tones: Tones, parent: QObject) -> None:
        super().__init__(parent)
        self._tones = tones
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        """Always the same."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, and the colour of what is wrong or new."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cells(row)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in (1, 3):
            return self._color(row.state)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _color(self, state: State) -> QColor | None:
        known = {
            State.ERROR: self._tones.bad,
            State.NEW: self._tones.good,
            State.UPDATE: self._tones.accent,
        }
        return QColor(known.get(state, self._tones.secondary))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return text(f"ui.import.head.{HEADS[section]}")
        return None


def told(row: Row) -> str:
    """A row as a line of text."""
    return "\t".join(_cells(row))


def _cells(row: Row) -> tuple[str, str, str, str]:
    notes = row.told
    return str(row.number), text(f"library.import.state.{row.state}"), row.name, notes


def preview_table(model: PreviewModel) -> QTableView:
    """The table on a model; long sentences are read by scrolling or in the line below."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(text("ui.import.preview"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    for at, width in enumerate(_WIDTHS):
        table.setColumnWidth(at, width)
    table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    return table

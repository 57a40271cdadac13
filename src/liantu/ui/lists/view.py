"""The table of a list: rows to choose, sort and copy; head and first column stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from liantu.ui.lists.cells import CellDelegate
from liantu.ui.lists.heights import Heights
from liantu.ui.lists.laid import Kind, Laid
from liantu.ui.lists.lines import link_room, why_height
from liantu.ui.lists.table import LINE_ROLE, TableModel
from liantu.ui.lists.widths import Widths

ROW_HEIGHT = 34
HEAD_HEIGHT = 28


class Table(QTableView):
    """``menu_asked`` carries the index and the place of a right click, ``map_asked`` tells that the
    link of a reason was clicked, ``copy_asked`` the usual key, ``edit_asked`` the index of a cell
    that is to be changed.
    """

    menu_asked = Signal(QModelIndex, QPoint)
    map_asked = Signal()
    copy_asked = Signal()
    edit_asked = Signal(QModelIndex)

    def __init__(self, model: TableModel | Laid, widths: Widths) -> None:
        super().__init__()
        self._widths = widths
        self._cells = CellDelegate(self)
        self.setModel(model)
        _dress(self, self._cells)
        self._heights = Heights(self, ROW_HEIGHT)  # before what lays them follows the model
        self._frozen: Frozen | None = None  # most tables are never scrolled sideways
        self.horizontalScrollBar().valueChanged.connect(self._freeze)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._on_resized)
        self.viewport().setMouseTracking(True)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._lay)
        self.fit()

    def fit(self) -> None:
        """Share the width among the columns as the user left them, else as they need it."""
        with self._widths.quiet():
            for at, width in enumerate(self._widths.shared(self.viewport().width())):
                self.setColumnWidth(at, width)
        self._freeze()

    def scroll_to(self, place: int) -> None:
        """Scroll down to a place, also just after other rows came."""
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place)

    def _on_resized(self, at: int, _old: int, new: int) -> None:
        self._widths.note(at, new)
        if self._frozen is not None:
            self._frozen.follow()

    def _freeze(self) -> None:
        """Let the first column stay while the others are scrolled sideways."""
        scrolled = self.horizontalScrollBar().value() > 0
        if self._frozen is None and scrolled:
            self._frozen = Frozen(self, self._cells)
        if self._frozen is not None:
            self._frozen.setVisible(scrolled)
            self._frozen.follow()

    def _lay(self) -> None:
        """Let heads and reasons take the whole width, and have heights of their own."""
        model = self.model()
        if not isinstance(model, Laid):
            return
        self.clearSpans()
        lines = {line: self._height(model, line, model.kind(line)) for line in model.special}
        self._heights.lay(lines)
        for line in lines:
            if model.columnCount() > 1:
                self.setSpan(line, 0, 1, model.columnCount())

    def _height(self, model: Laid, line: int, kind: Kind) -> int:
        if kind is Kind.WHY:
            return why_height(self, model.words(line))
        return HEAD_HEIGHT

    # -- what the user does

    def event(self, event: QEvent) -> bool:
        """F2 is for the cell here, whatever it does in the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride and self.currentIndex().isValid()
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and change on the usual keys."""
        if event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit_asked.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row; from the keyboard of the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        spot = self.visualRect(index).bottomLeft() if by_key else event.pos()
        if index.isValid():
            self.menu_asked.emit(index, self.viewport().mapToGlobal(spot))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; heads and reasons leave the choice as it is."""
        if not self.indexAt(event.position().toPoint()).data(LINE_ROLE):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link of a reason."""
        if event.button() is Qt.MouseButton.LeftButton and self._on_link(
            event.position().toPoint()
        ):
            self.map_asked.emit()
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click leads somewhere."""
        link = self._on_link(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def _on_link(self, spot: QPoint) -> bool:
        index = self.indexAt(spot)
        if index.data(LINE_ROLE) != Kind.WHY:
            return False
        return link_room(self, self.row_room(index.row())).contains(spot)

    def row_room(self, line: int) -> QRect:
        """The line over the whole width, in the viewport."""
        top, high = self.rowViewportPosition(line), self.rowHeight(line)
        return QRect(0, top, self.viewport().width(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.fit()
        model = self.model()
        if isinstance(model, Laid) and (line := model.why_line) >= 0:
            self.setRowHeight(line, self._height(model, line, Kind.WHY))


class Frozen(QTableView):
    """The first column again, over a table that is scrolled sideways."""

    def __init__(self, table: Table, cells: CellDelegate) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("frozen")
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        _dress(self, cells)
        self._heights = Heights(self, ROW_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(table.verticalScrollMode())
        bar = table.verticalScrollBar()
        bar.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(bar.setValue)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.hide()

    def _sort(self, at: int) -> None:
        header = self._table.horizontalHeader()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        turned = header.sortIndicatorSection() == at and header.sortIndicatorOrder() is up
        self._table.sortByColumn(at, down if turned else up)

    def follow(self) -> None:
        """Take place and heights of the table."""
        if not self.isVisible() and self._table.horizontalScrollBar().value() == 0:
            return
        table = self._table
        for at in range(1, self.model().columnCount()):
            self.setColumnHidden(at, True)
        self.setColumnWidth(0, table.columnWidth(0))
        model = table.model()
        special = model.special if isinstance(model, Laid) else ()
        self._heights.lay({line: table.rowHeight(line) for line in special})
        frame, head = table.frameWidth(), table.horizontalHeader().height()
        self.horizontalHeader().setFixedHeight(head)
        height = table.viewport().height() + head
        self.setGeometry(frame, frame, table.columnWidth(0), height)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Give wheel and keys to the table."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return QGuiApplication.sendEvent(self._table, event)
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the table."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self._table.menu_asked.emit(index, self.viewport().mapToGlobal(event.pos()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what the table would open."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._table.activated.emit(index)


def _dress(table: QTableView, cells: CellDelegate) -> None:
    table.setItemDelegate(cells)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(HEAD_HEIGHT)
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.horizontalHeader().setHighlightSections(False)

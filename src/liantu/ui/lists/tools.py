"""The buttons of a list: which words, which columns, copy, export."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from liantu.ui.lists.grid import Grid
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

TOLD_MS = 1800
"""So long a button says that it has copied."""
FIELD, BRIEF = 150, 112
"""Width of the field for words on a page and in a line of tabs."""


def filter_field(width: int = FIELD) -> QLineEdit:
    """The field for words that rows must have."""
    field = QLineEdit()
    field.setPlaceholderText(text("ui.list.filter"))
    field.setAccessibleName(text("ui.list.filter"))
    field.setClearButtonEnabled(True)
    field.setFixedWidth(width)
    return field


class CopyButton(QPushButton):
    """Copies the chosen rows or all, and says so for a while with the wording code ``told``."""

    def __init__(self, grid: Grid, words: str, told: str = "ui.list.copied") -> None:
        super().__init__(words)
        self._words, self._told = words, told
        self.setObjectName("small")
        plain_tip(self, text("ui.list.copy.hint"))
        self._timer = QTimer(self, interval=TOLD_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self.setText(self._words))
        self.clicked.connect(grid.copy)
        grid.copied.connect(self._tell)
        longest = text(told, count=88)
        widest = max(self.fontMetrics().horizontalAdvance(w) for w in (words, longest))
        self.setMinimumWidth(widest + 22)

    def _tell(self, count: int) -> None:
        self.setText(text(self._told, count=count))
        self._timer.start()


class ColumnsButton(QToolButton):
    """Offers every column of the list."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid
        self.setObjectName("small")
        self.setText(text("ui.list.columns"))
        self.setAccessibleName(text("ui.list.columns.hint"))
        plain_tip(self, text("ui.list.columns.hint"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self) -> None:
        menu, grid = self.menu(), self._grid
        menu.clear()
        shown = {column.id for column in grid.model.columns}
        for at, column in enumerate(grid.model.item.offered):
            action = menu.addAction(column.head.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column.id in shown)
            action.setEnabled(at > 0)
            action.triggered.connect(lambda _=False, id_=column.id: grid.toggle_column(id_))
        menu.addSeparator()
        menu.addAction(text("ui.list.columns.reset"), grid.forget)


class Tools(QWidget):
    """Filter field, ``more`` (shows the other filters), columns, copy and export in one line."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.field = filter_field(BRIEF)
        self.more = QToolButton()
        self.more.setObjectName("small")
        self.more.setCheckable(True)
        self.columns = ColumnsButton(grid)
        self.copy = CopyButton(grid, text("ui.list.copy"), "ui.list.copied.brief")
        self.export = QPushButton(text("ui.list.export"))
        self.export.setObjectName("small")
        self.export.clicked.connect(grid.export_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.field, self.more, self.columns, self.copy, self.export):
            row.addWidget(part)
        self.export.setVisible(grid.exports)  # not before: it would be a window of its own
        self.tell_filters(0)

    def tell_filters(self, active: int) -> None:
        """How many of the other filters hold something back."""
        code = "ui.list.filters.some" if active else "ui.list.filters"
        self.more.setText(text(code, count=active))
        self.more.setAccessibleName(self.more.text())

"""The bar at the top: menu, pages, search, edition, export."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton

from liantu.model.focus import HOME, LISTS_PAGE, MAP, REPORT
from liantu.ui.bars.date_bar import DateBar
from liantu.ui.widgets.text import label
from liantu.wording import text

PAGES = (HOME, MAP, LISTS_PAGE, REPORT)


class TopBar(QFrame):
    """``page_chosen`` carries one of :data:`PAGES`; ``search_asked`` wants the palette.

    The menus are empty until the verbs exist.
    """

    page_chosen = Signal(str)
    search_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.main_menu = QMenu(self)
        self.export_menu = QMenu(self)
        self.menu_button = _menu_button(text("ui.menu"), self.main_menu)
        self.export_button = _menu_button(text("ui.export.button"), self.export_menu)
        self.export_button.setObjectName("primary")
        self.pages = {page: self._page(page) for page in PAGES}
        self.search = QPushButton(text("ui.search.button"))
        self.search.setObjectName("search")
        self.search.setAccessibleName(text("ui.search"))
        self.search.setMinimumWidth(300)
        self.search.clicked.connect(self.search_asked)
        self.date = DateBar()
        self._assemble()

    def show_page(self, page: str) -> None:
        """Mark the page as the current one."""
        self.pages[page].setChecked(True)

    def _assemble(self) -> None:
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.menu_button)
        row.addWidget(label(text("ui.app"), "brand"))
        row.addSpacing(12)
        for button in self.pages.values():
            group.addButton(button)
            row.addWidget(button)
        row.addSpacing(24)
        row.addWidget(self.search, 2)
        row.addSpacing(12)
        row.addWidget(self.date)
        row.addStretch(1)
        row.addWidget(self.export_button)

    def _page(self, page: str) -> QPushButton:
        button = QPushButton(text(f"ui.page.{page}"))
        button.setObjectName("page")
        button.setAccessibleName(text(f"ui.page.{page}"))
        button.setCheckable(True)
        button.clicked.connect(lambda: self.page_chosen.emit(page))
        return button


def _menu_button(words: str, menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setAccessibleName(words)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button

"""What the tab 对比 shows: both sides, a sentence, the numbers, the lists and both maps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.telling.lists.column import List
from liantu.telling.versions import lists
from liantu.telling.versions.comparison import Comparison
from liantu.telling.versions.summary import basis, sentence
from liantu.ui.lists.page import ListPage
from liantu.ui.pages.plan.compare.maps import TwoMaps
from liantu.ui.pages.plan.compare.side import SideCombo
from liantu.ui.versions.waiting import Waiting
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

NUMBERS = 380
"""Width of the numbers beside the lists, px."""
SENTENCE = 92
"""Most height of the sentence, px; a longer one scrolls."""
PAGES: Sequence[Callable[[Comparison], List[Any]]] = (
    lists.classes,
    lists.balances,
    lists.plants,
    lists.openings,
    lists.things,
)


class CompareView(QWidget):
    """``picked`` carries the row that was chosen, ``opened`` the one that was double-clicked or
    entered (both a row of a list, or ``None``); ``swapped``: both sides change places.
    """

    picked = Signal(object)
    opened = Signal(object)
    swapped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.found: Comparison | None = None
        self.before = SideCombo(text("version.head.before"))
        self.after = SideCombo(text("version.head.after"))
        self.swap = QToolButton()
        self.swap.setText(text("version.side.swap"))
        self.swap.setAccessibleName(text("version.side.swap.name"))
        plain_tip(self.swap, text("version.side.swap.name"))
        self.swap.clicked.connect(self.swapped)
        self.waiting = Waiting(self)
        self.words = label("", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes = label("", "hint", wrap=True)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.currentChanged.connect(self._make_room)
        self.maps = TwoMaps()
        self.numbers: ListPage | None = None
        self.pages: list[ListPage] = []
        self.side = QWidget()
        self._buttons = QHBoxLayout()
        self._assemble()

    def take_verbs(self, verbs: Sequence[QAction]) -> None:
        """Buttons at the right end of the first row."""
        for action in verbs:
            button = QToolButton()
            button.setText(action.text())
            run_by(button, action)
            self._buttons.addWidget(button)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What stands beside one another, in order."""
        return (self.before, self.tabs, self.side)

    def refuse(self, words: str) -> None:
        """Tell why there is no comparison."""
        self.found = None
        self.words.setText(words)
        self.notes.hide()
        self.split.hide()

    def show_found(self, found: Comparison, chain: str) -> None:
        """Tell what differs; ``chain`` is that of the map that is shown first."""
        self.found = found
        self.words.setText(sentence(found))
        self.notes.setText(" ".join(basis(found)))
        self.notes.show()
        at = self.tabs.currentIndex()
        self._clear()
        for make in PAGES:
            if make is not lists.things or found.things:
                self._add(make(found), found)
        self.tabs.addTab(self.maps, text("version.tab.maps"))
        self.maps.show_found(found, chain)
        self.tabs.setCurrentIndex(at if at > 0 else self._first())
        self._show_numbers(found)
        self.split.show()

    # -- parts

    def _assemble(self) -> None:
        row = QHBoxLayout()
        for part in (self.before, self.swap, self.after):
            row.addWidget(part)
        row.addWidget(self.waiting)
        row.addStretch(1)
        row.addLayout(self._buttons)
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.words)
        lines.addWidget(self.notes)
        lines.addStretch(1)
        self.told = QScrollArea()
        self.told.setFrameShape(QFrame.Shape.NoFrame)
        self.told.setWidgetResizable(True)
        self.told.setWidget(told)
        self.told.setFixedHeight(SENTENCE)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._side = QVBoxLayout(self.side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self.split.addWidget(self.tabs)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([900, NUMBERS])
        self.split.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 6)
        box.setSpacing(6)
        box.addLayout(row)
        box.addWidget(self.told)
        box.addWidget(self.split, 1)
        box.addStretch(0)

    def _add(self, item: List[Any], found: Comparison) -> None:
        page = ListPage(item)
        page.show_list(found.after.reading, lists.SCOPE)
        page.picked.connect(self.picked)
        page.opened.connect(lambda key: self.opened.emit(_row(page, key)))
        rows = item.rows(found.after.reading, lists.SCOPE)
        self.pages.append(page)
        self.tabs.addTab(page, text("version.compare.tab", title=item.title, count=len(rows)))

    def _first(self) -> int:
        """The first list that has rows."""
        reading = self.found.after.reading if self.found else None
        for at, page in enumerate(self.pages):
            if reading is not None and page.model.item.rows(reading, lists.SCOPE):
                return at
        return 0

    def _show_numbers(self, found: Comparison) -> None:
        if self.numbers is not None:
            self._side.removeWidget(self.numbers)
            self.numbers.deleteLater()
        self.numbers = ListPage(lists.figures(found))
        self.numbers.show_list(found.after.reading, lists.SCOPE)
        self._side.addWidget(self.numbers)

    def _make_room(self) -> None:
        """The maps have the numbers' room as well."""
        self.side.setVisible(self.tabs.currentWidget() is not self.maps)

    def _clear(self) -> None:
        while self.tabs.count():
            self.tabs.removeTab(0)
        for page in self.pages:
            page.deleteLater()
        self.pages = []


def _row(page: ListPage, key: str) -> object:
    """The row with this id."""
    item = page.model.item
    return next((row for row in page.model.rows if item.key(row) == key), None)

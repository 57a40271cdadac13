"""Two sides: how they are chosen, a sentence, numbers, lists, and both maps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.telling.lists.column import List, Scope
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.page import ListPage
from liantu.ui.pages.plan.two_pictures import TwoPictures
from liantu.ui.versions.waiting import Waiting
from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

NUMBERS = 380
"""Width of the numbers beside the lists, px."""
SENTENCE = 92
"""Most height of the sentence, px; a longer one scrolls."""
SCOPE = Scope(city=True)
"""The rows are those of both sides, whatever the scope."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Told:
    """What is shown of two sides: ``lists`` with the words of their tabs."""

    reading: Reading
    sentence: str
    notes: str
    numbers: List[Any]
    lists: Sequence[tuple[str, List[Any]]]


class PairedView(QWidget):
    """``picked`` carries the row that was chosen, ``opened`` the one that was double-clicked or
    entered (both a row of a list, or ``None``), ``counted`` a row of the numbers with the column
    that was double-clicked; ``swapped``: both sides change places.
    """

    picked = Signal(object)
    opened = Signal(object)
    counted = Signal(object, int)
    swapped = Signal()

    def __init__(self, head: Sequence[QWidget], maps: TwoPictures, numbers: int = NUMBERS) -> None:
        """``head``: the choices of both sides, the last one behind the button that swaps them."""
        super().__init__()
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
        self.maps = maps
        self.numbers: ListPage | None = None
        self.asks = RowAsks(self, edits=False)
        self.pages: list[ListPage] = []
        self.side = QWidget()
        self.panes = (head[0], self.tabs, self.side)
        """What stands beside one another, in order."""
        self._reading: Reading | None = None
        self._at = 0
        self._buttons = QHBoxLayout()
        self._assemble(head, numbers)

    @property
    def busy(self) -> bool:
        """Whether both sides are being worked out, or their maps drawn."""
        return self.waiting.running or self.maps.busy

    def stop(self) -> None:
        """Leave no thread behind."""
        self.waiting.stop()
        self.maps.stop()

    def let_go(self) -> None:
        """Stop what runs, and hold neither side; the tab in front is known then."""
        self.waiting.drop()
        self.maps.let_go()
        if self._reading is not None:
            self._at = self.tabs.currentIndex()
        self._reading = None
        self._clear()
        self._take_numbers(None)
        self.split.hide()

    def take_verbs(self, verbs: Sequence[QAction]) -> None:
        """Buttons at the right end of the first row."""
        for action in verbs:
            button = QToolButton()
            button.setText(action.text())
            run_by(button, action)
            self._buttons.addWidget(button)

    def refuse(self, words: str) -> None:
        """Tell why there is nothing to be shown."""
        self.words.setText(words)
        self.notes.hide()
        self.split.hide()

    def show_told(self, told: Told) -> None:
        """Show the lists, the front one again at its place; the maps are its owner's."""
        at = self.tabs.currentIndex() if self._reading is not None else self._at
        self._reading = told.reading
        self.words.setText(told.sentence)
        self.notes.setText(told.notes)
        self.notes.show()
        self._clear()
        for words, item in told.lists:
            self._add(words, item)
        self.tabs.addTab(self.maps, text("version.tab.maps"))
        self.tabs.setCurrentIndex(at if at > 0 else self._first())
        self._show_numbers(told.numbers)
        self.split.show()

    # -- parts

    def _assemble(self, head: Sequence[QWidget], numbers: int) -> None:
        row = QHBoxLayout()
        for part in (*head[:-1], self.swap, head[-1]):
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
        self.told = Measured()
        self.told.setAccessibleName(text("version.told.name"))
        self.told.setFrameShape(QFrame.Shape.NoFrame)
        self.told.setWidget(told)
        self.told.setFixedHeight(SENTENCE)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._side = QVBoxLayout(self.side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self.split.addWidget(self.tabs)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([900, numbers])
        self.split.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 6)
        box.setSpacing(6)
        box.addLayout(row)
        box.addWidget(self.told)
        box.addWidget(self.split, 1)
        box.addStretch(0)

    def _add(self, words: str, item: List[Any]) -> None:
        assert self._reading is not None
        page = ListPage(item, asks=self.asks)
        page.show_list(self._reading, SCOPE)
        page.picked.connect(self.picked)
        page.opened.connect(lambda key: self.opened.emit(_row(page, key)))
        self.pages.append(page)
        self.tabs.addTab(page, words)

    def _first(self) -> int:
        """The first list that has rows."""
        for at, page in enumerate(self.pages):
            if self._reading is not None and page.model.item.rows(self._reading, SCOPE):
                return at
        return 0

    def _show_numbers(self, item: List[Any]) -> None:
        assert self._reading is not None
        page = ListPage(item, asks=self.asks)
        page.show_list(self._reading, SCOPE)
        page.opened.connect(partial(self._on_number, page))
        self._take_numbers(page)

    def _take_numbers(self, page: ListPage | None) -> None:
        if self.numbers is not None:
            self._side.removeWidget(self.numbers)
            self.numbers.deleteLater()
        self.numbers = page
        if page is not None:
            self._side.addWidget(page)

    def _on_number(self, page: ListPage, key: str) -> None:
        self.counted.emit(_row(page, key), page.table.currentIndex().column())

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

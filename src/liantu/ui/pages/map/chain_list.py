"""The chains at the left, grouped by field, with two bars each and a filter."""

from __future__ import annotations

import html

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from liantu.analysis.certain import gaps
from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.model.focus import Focus
from liantu.telling import completeness, matching
from liantu.telling.search import Index
from liantu.ui.look import Tones
from liantu.ui.pages.map.chain_delegate import (
    CHAIN,
    COUNTS,
    HEADING,
    MAINS,
    ROW,
    SPAN,
    ChainDelegate,
)
from liantu.ui.widgets.text import label
from liantu.wording import text


class ChainList(QWidget):
    """Emits ``chosen`` with the id of the chain that the user picked."""

    chosen = Signal(str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("chains")
        self.setMinimumWidth(190)
        self._reading: Reading | None = None
        self._index = Index()
        self.heading = label("", "sectionTitle")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(text("ui.chains.filter"))
        self.filter.setAccessibleName(text("ui.chains.filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self._delegate = ChainDelegate(tones, self)
        self._model = QStandardItemModel(self)
        self.view = _view(self._model, self._delegate)
        self.view.clicked.connect(self._pick)
        self.view.activated.connect(self._pick)
        self.empty = label(text("ui.chains.none"), "hint", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 8)
        box.setSpacing(8)
        for part in (self.heading, self.filter, self.empty):
            box.addWidget(part)
        box.addWidget(self.view, 1)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._delegate.tones = tones
        self.view.viewport().update()

    def draw(self, reading: Reading, focus: Focus) -> None:
        """List the chains of the reading; that of the focus is the current one."""
        if reading is not self._reading:
            self._reading = reading
            self.heading.setText(text("ui.chains.title", count=len(reading.atlas.chains)))
            self._fill()
        self.mark(focus.chain)

    def set_index(self, index: Index) -> None:
        """Let the filter find by pinyin, too."""
        self._index = index
        if self.filter.text():
            self._fill()

    def mark(self, chain: str) -> None:
        """Show ``chain`` as the current one."""
        for at in range(self._model.rowCount()):
            index = self._model.index(at, 0)
            if index.data(CHAIN) == chain and chain:
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index)
                return
        self.view.setCurrentIndex(QModelIndex())

    def chains(self) -> list[str]:
        """Ids of the listed chains from top to bottom."""
        rows = range(self._model.rowCount())
        found = [self._model.index(at, 0).data(CHAIN) for at in rows]
        return [key for key in found if key]

    def _pick(self, index: QModelIndex) -> None:
        if key := index.data(CHAIN):
            self.chosen.emit(key)

    def _fill(self) -> None:
        if self._reading is None:
            return
        current = self.view.currentIndex().data(CHAIN) or ""
        self._model.clear()
        groups: dict[str, list[Chain]] = {}
        for chain in self._reading.atlas.chains.values():
            if self._fits(chain):
                groups.setdefault(chain.field, []).append(chain)
        for field, chains in groups.items():
            self._model.appendRow(_heading(field or text("ui.chains.nofield")))
            for chain in chains:
                self._model.appendRow(_item(self._reading, chain))
        self.empty.setVisible(not groups)
        self.mark(current)

    def _fits(self, chain: Chain) -> bool:
        row = self._index.row((chain.name, chain.field))
        return matching.holds(matching.asked(self.filter.text()), row)


def _view(model: QStandardItemModel, delegate: ChainDelegate) -> QListView:
    view = QListView()
    view.setObjectName("chainView")
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setAccessibleName(text("ui.chains"))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)
    return view


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setSizeHint(QSize(120, HEADING))
    return item


def _item(reading: Reading, chain: Chain) -> QStandardItem:
    summary = reading.summary(chain.id)
    item = QStandardItem(chain.label)
    item.setData(chain.id, CHAIN)
    item.setData(summary.span.shares or (None, None), SPAN)
    item.setData((summary.mains.share if summary.mains.tells else None, None), MAINS)
    item.setData(words_of(reading, chain.id), COUNTS)
    words = text(
        "ui.chains.spoken", name=chain.name, numbers=completeness.numbers(reading, chain.id)
    )
    item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
    tip = f"{chain.name}\n{completeness.numbers_in_full(reading, chain.id)}"
    item.setData(_plain(tip), Qt.ItemDataRole.ToolTipRole)
    item.setSizeHint(QSize(120, ROW))
    return item


def words_of(reading: Reading, chain: str) -> str:
    """``确认 0 待核 12``: gaps that are confirmed, and those that are not."""
    found = gaps(reading, chain)
    return text("ui.chains.gaps", known=found.known, suspected=found.suspected)


def _plain(words: str) -> str:
    return html.escape(words).replace("\n", "<br>")

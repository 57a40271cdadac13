"""The chains at the left, grouped by field: name, composition and what is lacking, or icons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Chain
from liantu.model.focus import Focus
from liantu.model.target import Target
from liantu.ui.pages.map.chain_delegate import (
    CHAIN,
    INITIALS,
    NUMBERS,
    ChainDelegate,
)
from liantu.ui.pages.map.chain_head import ChainHead
from liantu.ui.remembered.marks import Marks
from liantu.ui.seen.chain_rows import told
from liantu.ui.style.look import Tones
from liantu.ui.widgets.text import label
from liantu.wording import text

ICONS = 44
"""Width of the list of icons."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width of the list, heights of a row and of the heading of a field (px)."""

    width: int
    row: int
    field: int


SHORT, SMALL, LARGE = Size(176, 22, 13), Size(176, 24, 15), Size(204, 28, 20)
RULE = 7
"""Height of the line that parts the fields of icons."""
LETTERS = 2
"""How much of a name an icon shows."""
HOVER_MS = 200
"""The mouse only passes where it stays for less."""


class ChainList(QWidget):
    """Emits ``chosen`` with the id of the chain that the user picked, ``beside_asked`` with that of
    one that is to stand beside the current one; ``toggled`` asks for icons
    or for the wide list, ``spread`` tells that it lies wide over what is beside it, or not.
    """

    chosen = Signal(str)
    beside_asked = Signal(str)
    toggled = Signal()
    spread = Signal(bool)

    def __init__(self, tones: Tones, marks: Marks) -> None:
        super().__init__()
        self.setObjectName("chains")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reading: Reading | None = None
        self._marks, self._listed = marks, tuple[str, ...]()
        marks.changed.connect(self._on_starred)
        self._size, self._icons, self._spread = SMALL, False, False
        self._rows: dict[str, int] = {}
        self.head = ChainHead(tones)
        self.head.button.clicked.connect(self.toggled)
        self._delegate = ChainDelegate(tones, self)
        self._model = QStandardItemModel(self)
        self.view = _view(self._model, self._delegate)
        self.view.clicked.connect(self._pick)
        self.view.activated.connect(self._pick)
        self.view.installEventFilter(self)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._ask)
        self.empty = label(text("ui.chains.none"), "hint", wrap=True)
        self._wait = QTimer(self, interval=HOVER_MS, singleShot=True)
        self._wait.timeout.connect(self._settle)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 1, 0)
        box.setSpacing(0)
        for part in (self.head, self.empty):
            box.addWidget(part)
        box.addWidget(self.view, 1)

    @property
    def room(self) -> int:
        """The width that is kept free for the list, with the line at its right."""
        return (ICONS if self._icons else self._size.width) + 1

    @property
    def span(self) -> int:
        """The width that it takes now."""
        return (ICONS if self.shows_icons else self._size.width) + 1

    @property
    def icons(self) -> bool:
        """Whether the list is one of icons, even if it lies open just now."""
        return self._icons

    @property
    def shows_icons(self) -> bool:
        """Whether icons are seen now."""
        return self._icons and not self._spread

    def take_size(self, *, large: bool, short: bool, icons: bool) -> None:
        """Fit a large or a small window, or one that is not high either."""
        size = LARGE if large else SHORT if short else SMALL
        if (size, icons) != (self._size, self._icons):
            self._size, self._icons, self._spread = size, icons, False
            self._resize()

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._delegate.tones = self.head.tones = tones
        self.head.update()
        self.view.viewport().update()

    def draw(self, reading: Reading, focus: Focus) -> None:
        """List the chains of the reading; that of the focus is the current one."""
        if reading is not self._reading:
            self._reading = reading
            self.head.count(len(reading.atlas.chains))
            self._fill(reading)
        self.mark(focus.chain)

    def mark(self, chain: str) -> None:
        """Show ``chain`` as the current one."""
        if chain not in self._rows:
            self.view.setCurrentIndex(QModelIndex())
            return
        index = self._model.index(self._rows[chain], 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def chains(self) -> list[str]:
        """Ids of the listed chains from top to bottom."""
        return list(self._rows)

    def beside(self, chain: str, step: int) -> str:
        """The chain so many rows below (above where negative); empty beyond the ends."""
        found = self.chains()
        at = found.index(chain) + step if chain in found else 0
        return found[at] if 0 <= at < len(found) else ""

    # -- icons that open under the mouse or with the focus

    def enterEvent(self, event: QEnterEvent) -> None:
        """Open if the mouse stays."""
        super().enterEvent(event)
        self._wait.start()

    def leaveEvent(self, event: QEvent) -> None:
        """Close, unless the list has the focus."""
        super().leaveEvent(event)
        self._wait.start()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Open and close with the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._wait.start()
        return False

    def _settle(self) -> None:
        wanted = self._icons and (self.underMouse() or self.view.hasFocus())
        if wanted != self._spread:
            self._spread = wanted
            self._resize()
            self.spread.emit(wanted)

    def _resize(self) -> None:
        icons = self.shows_icons
        self._delegate.icons = icons
        self.head.take_icons(icons, self._icons)
        bars = Qt.ScrollBarPolicy
        self.view.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if icons else bars.ScrollBarAsNeeded
        )
        # One layout for all rows: told of each by itself, the view looks at thousands again.
        self._model.blockSignals(True)
        for at in range(self._model.rowCount()):
            item = self._model.item(at)
            item.setSizeHint(self._row(bool(item.data(CHAIN))))
        self._model.blockSignals(False)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def _row(self, chain: bool) -> QSize:
        if chain:
            return QSize(ICONS, self._size.row)
        return QSize(ICONS, RULE if self.shows_icons else self._size.field)

    # -- filling

    def _pick(self, index: QModelIndex) -> None:
        if key := index.data(CHAIN):
            self.chosen.emit(key)

    def _fill(self, reading: Reading) -> None:
        current = self.view.currentIndex().data(CHAIN) or ""
        self._model.clear()
        self._listed = self._marks.chains(reading.atlas)
        groups = self._groups(reading.atlas)
        items: list[QStandardItem] = []
        self._rows = {}
        for head, chains in groups.items():
            items.append(_heading(head))
            for chain in chains:
                self._rows[chain.id] = len(items)
                items.append(_item(reading, chain))
        self._model.invisibleRootItem().appendRows(items)
        self.empty.setVisible(not groups)
        self._resize()
        self.mark(current)

    def _groups(self, atlas: Atlas) -> dict[str, list[Chain]]:
        """The chains by the head that they stand under: what is starred first, then by field."""
        starred = self._marks.chains(atlas)
        groups: dict[str, list[Chain]] = {}
        if starred:
            groups[text("ui.star.head")] = [atlas.chains[key] for key in starred]
        for chain in atlas.chains.values():
            if chain.id not in starred:
                groups.setdefault(chain.field or text("ui.chains.nofield"), []).append(chain)
        return groups

    # -- starring

    def _on_starred(self) -> None:
        if self._reading is not None and self._listed != self._marks.chains(self._reading.atlas):
            self._fill(self._reading)

    def _ask(self, spot: QPoint) -> None:
        """The menu of a row: star its chain or no longer, another beside it."""
        key = self.view.indexAt(spot).data(CHAIN)
        if not key:
            return
        target = Target("chain", key)
        code = "ui.star.remove" if self._marks.is_starred(target) else "ui.star"
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(text(code), lambda: self._marks.toggle(target))
        menu.addAction(text("beside.with"), lambda: self.beside_asked.emit(key))
        menu.popup(self.view.viewport().mapToGlobal(spot))


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
    view.setMinimumSize(1, 1)
    return view


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _item(reading: Reading, chain: Chain) -> QStandardItem:
    item = QStandardItem(chain.label)
    row = told(reading, chain.id)
    item.setData(chain.id, CHAIN)
    item.setData(chain.label[:LETTERS], INITIALS)
    item.setData(row.numbers, NUMBERS)
    item.setData(row.spoken, Qt.ItemDataRole.AccessibleTextRole)
    item.setData(row.tip, Qt.ItemDataRole.ToolTipRole)
    return item

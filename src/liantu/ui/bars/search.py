"""The search palette: type, go up and down, Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.telling.searching.hits import Beside, as_hit, beside
from liantu.telling.searching.search import WHOLE, Found, Group, Hit, Index
from liantu.ui.bars.hit_delegate import BESIDE, HIT, MORE, HitDelegate
from liantu.ui.habits.crash import hand_over
from liantu.ui.remembered.marks import Marks
from liantu.ui.style.look import Tones
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

WIDTH, HEIGHT = 680, 520
AT_ONCE = 20_000
"""So many names are looked through while the key is handled; more by a worker."""
PAGE = 8
"""Rows that a page key passes."""
LOOKED = 9
"""Things looked at last that are offered."""
_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""Its own menu opens, or another program is looked at for a moment: nobody has left."""


class SearchPalette(QFrame):
    """Lies over the window; ``chosen`` carries the target of the hit."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, tones: Tones) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._index = Index()
        self._reading: Reading | None = None
        self._marks = Marks(self)
        self._whole, self._most, self._entered = "", WHOLE, False
        self._tasks = Tasks(self)
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(text("ui.search.hint"))
        self.field.setAccessibleName(text("ui.search"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        parent.installEventFilter(self)
        self._delegate = HitDelegate(tones, self)
        self.results = QListWidget()
        self.results.setAccessibleName(text("ui.search.results"))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setItemDelegate(self._delegate)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.itemClicked.connect(self._choose)
        self.note = label("", "hint", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 10, 10, 10)
        box.addWidget(self.field)
        box.addWidget(self.note)
        box.addWidget(self.results, 1)
        self.hide()

    @property
    def index(self) -> Index:
        """What is searched in."""
        return self._index

    def set_index(self, index: Index) -> None:
        """Search in another index from now on."""
        entered, self._index = self._entered, index
        if self.isVisible():
            self._search(self.field.text())
            if entered:
                self._enter()

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._delegate.tones = tones
        self.results.viewport().update()

    def open(self, reading: Reading, marks: Marks) -> None:
        """Show the palette over the parent and take the keys; hits are told as they stand in the
        reading. While nothing is typed, what is starred and what was looked at is offered.
        """
        self._reading, self._marks = reading, marks
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        parent = self.parentWidget() or self
        width, height = min(WIDTH, parent.width() - 40), min(HEIGHT, parent.height() - 80)
        self.setGeometry((parent.width() - width) // 2, 52, width, height)
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()
        self._search(self.field.text())

    @property
    def busy(self) -> bool:
        """Whether what was typed is still being looked for."""
        return self._tasks.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def hits(self) -> list[Hit]:
        """The hits shown, from top to bottom."""
        rows = range(self.results.count())
        found = [self.results.item(row).data(HIT) for row in rows]
        return [hit for hit in found if hit is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the results while the field keeps the focus."""
        if watched is not self.field:
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
                self._press(event.position().toPoint())
        elif isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYS:
                self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: PAGE,
            Qt.Key.Key_PageUp: -PAGE,
        }
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in steps:
            self._move(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            return False
        return True

    def _enter(self) -> None:
        """Open the row; while what is typed is looked for, or not all names are read, it is opened
        once it is found.
        """
        self._entered = self.busy or (self.results.currentRow() < 0 and not self._index.spelt)
        if not self.busy:
            self._choose(self.results.currentItem())

    def _press(self, at: QPoint) -> None:
        """A press that no widget took reaches the window, also from the palette itself."""
        if not self.geometry().contains(at):
            self.hide()

    def _leave(self) -> None:
        """Back to where the keys went before."""
        before, self._before = self._before, None
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, steps: int) -> None:
        """Go so many rows on, past the heads, as far as there are rows."""
        way, row = (1 if steps > 0 else -1), self.results.currentRow()
        rows = range(row + way, self.results.count() if way > 0 else -1, way)
        able = [at for at in rows if self.results.item(at).flags() & Qt.ItemFlag.ItemIsSelectable]
        if able:
            self.results.setCurrentRow(able[: abs(steps)][-1])

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        if kind := item.data(MORE):
            self._show_whole(kind, self.results.row(item))
        elif (hit := item.data(HIT)) is not None:
            self.hide()
            self.chosen.emit(hit.target)

    def _show_whole(self, kind: str, row: int) -> None:
        """Show all hits of a kind, or the next many, the first new one in the place of the row that
        said how many.
        """
        self._most = self._most + WHOLE if kind == self._whole else WHOLE
        self._whole = kind
        self._look(self.field.text(), row)

    def _search(self, query: str) -> None:
        self._whole, self._entered = "", False
        self._look(query)

    def _look(self, query: str, row: int = -1) -> None:
        """Find what was typed and show it, from ``row`` on; what was shown stays until then."""
        self._tasks.drop()
        index, whole, most = self._index, self._whole, self._most
        if len(index.entries) <= AT_ONCE:
            self._fill(query, row, index.find(query, whole=whole, most=most))
            return
        task = self._tasks.new(
            lambda progress: index.find(query, whole=whole, most=most, progress=progress)
        )
        task.done.connect(partial(self._on_found, query, row))
        task.failed.connect(hand_over)
        task.start()

    def _on_found(self, query: str, row: int, found: Found) -> None:
        entered, self._entered = self._entered, False
        self._fill(query, row, found)
        if entered and self.isVisible():
            self._enter()

    def _fill(self, query: str, row: int, found: Found) -> None:
        self.results.clear()
        if found.best:
            self._head(text("ui.search.best"))
        for hit in found.best:
            self._add(hit)
        for group in found.groups:
            self._group(group)
        if not query.strip():
            self._offer_marked()
        self.note.setText(text(self._note(query)))
        self.note.setVisible(not found.best)
        if row < 0:
            self._move(1)
        else:
            self.results.setCurrentRow(row)

    def _offer_marked(self) -> None:
        """What is starred, then what was looked at last."""
        if self._reading is None:
            return
        atlas = self._reading.atlas
        starred, looked = self._marks.starred(atlas), self._marks.looked(atlas)
        for code, targets in (("ui.star.head", starred), ("ui.looked.head", looked[:LOOKED])):
            if targets:
                self._head(text(code))
            for target in targets:
                self._add(as_hit(atlas, target))

    def _note(self, query: str) -> str:
        if not query.strip():
            return "ui.search.help"
        return "ui.search.none" if self._index.spelt else "ui.search.reading"

    def _group(self, group: Group) -> None:
        self._head(text(f"ui.search.{group.kind}"))
        for hit in group.hits:
            self._add(hit)
        if group.more:
            item = QListWidgetItem(text("ui.search.more", count=group.more))
            item.setData(MORE, group.kind)
            self.results.addItem(item)

    def _add(self, hit: Hit) -> None:
        known = beside(self._reading, hit.target) if self._reading else Beside()
        item = QListWidgetItem(hit.name)
        item.setData(HIT, hit)
        item.setData(BESIDE, known)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(hit, known))
        item.setToolTip(_spoken(hit, known))
        self.results.addItem(item)

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.results.addItem(item)


def _spoken(hit: Hit, known: Beside) -> str:
    """A hit in one line: name, kind, state, place."""
    kind = text(f"ui.search.{hit.target.kind}")
    return " · ".join(filter(None, (hit.name, kind, known.state, known.where)))

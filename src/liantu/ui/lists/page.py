"""One list under the map: filters above a sortable table, what holds for all of it below."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Block, List, Scope
from liantu.telling.lists.counted import summed
from liantu.telling.searching.search import Index
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.combos import hold, narrow, widen_list
from liantu.ui.lists.foot import Foot
from liantu.ui.lists.grid import Grid
from liantu.ui.lists.listed import Listed, listed
from liantu.ui.lists.sieve import Sieve
from liantu.ui.lists.tools import Tools
from liantu.ui.lists.wish import ListWish
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.text import label
from liantu.ui.work.finding import Finder, is_large
from liantu.wording import text


class ListPage(QWidget):
    """A list with its filters, filled when it is seen; filters outlive what they filter.

    ``picked`` carries the row that the user chose, ``opened`` the id of the one that was
    double-clicked or entered, ``counted`` the number of all rows,
    ``uncounted`` that it is no longer known. ``tools`` stand above the table
    where the list is ``docked``, else wherever its owner puts them.
    """

    picked = Signal(object)
    opened = Signal(str)
    counted = Signal(int)
    uncounted = Signal()

    def __init__(
        self,
        id_: str | List[Any],
        title: str = "",
        scope: QComboBox | None = None,
        *,
        docked: bool = True,
        exports: bool = False,
        finder: Finder | None = None,
        asks: RowAsks | None = None,
    ) -> None:
        """``finder`` finds the rows of a whole folder where it is large."""
        super().__init__()
        self._finder, self._finding, self._known = finder, False, False
        self._words: tuple[str, str] | None = None
        self._scope = scope
        self._asked: tuple[Reading, Scope] | None = None
        self._within: Scope | None = None
        self._waiting: list[Any] | None = None
        self._filled, self._quiet = True, False
        self._scrolled = 0
        self._pinned: dict[str, str] = {}
        self.grid = Grid(find(id_) if isinstance(id_, str) else id_, exports=exports, asks=asks)
        self.model, self.table = self.grid.model, self.grid.table
        if title:
            self.table.setAccessibleName(text(title))
        self.tools = Tools(self.grid)
        self.filter = self.tools.field
        self.filter.textChanged.connect(self._refilter)
        self.combos = {key: self._combo(key) for key in self.model.item.filters.split()}
        self.count = label("", "secondary")
        self.pending = self._pending_box()
        self.foot = Foot(self.model.item)
        self.empty = label(text("ui.list.empty"), "hint", wrap=True)
        self.empty.setMinimumWidth(320)
        self.grid.picked.connect(self.picked)
        self.grid.opened.connect(self.opened)
        self._folding = QTimer(self, interval=0)
        self._folding.timeout.connect(self._fold_some)
        self._assemble(docked)

    @property
    def asked(self) -> tuple[Reading, Scope] | None:
        """What was to be listed last."""
        return self._asked

    @property
    def wish(self) -> ListWish:
        """The list as it is shown, to be written to a file."""
        where = text("ui.facet.city")
        if self._asked is not None and len(self._asked[1].chains) == 1:
            where = self._asked[0].atlas.chains[self._asked[1].chains[0]].label
        shown = self.model.rowCount()
        return ListWish(
            item=self.model.item,
            rows=tuple(self.model.shown),
            columns=self.model.columns,
            where=where,
            lead=summed(self.model.item, where, len(self.model.rows), self.model.kinds, shown),
        )

    def set_index(self, index: Index) -> None:
        """Find rows by other names and by pinyin with this."""
        self.model.set_index(index)
        if self.filter.text():
            self._refilter()

    def show_list(self, reading: Reading, scope: Scope) -> None:
        """List what the reading has within the scope: at once if the page is seen, else when it
        is shown.
        """
        same = self._within == scope
        if same and self._asked is not None and self._asked[0].serial == reading.serial:
            return
        self._note_scrolled(same=same)
        self._within = scope
        self._asked, self._waiting, self._filled = (reading, scope), None, False
        self._finding, self._known, self._words = False, False, None
        if self.isVisible():
            self.fill()
            return
        if self.model.rows:
            self.model.fill(())  # they would keep the reading before alive
        self.uncounted.emit()

    def _note_scrolled(self, *, same: bool) -> None:
        """Where the list stands: it stays there where only date or assumptions are others."""
        if not same:
            self._scrolled = 0
        elif self._filled:
            self._scrolled = self.table.verticalScrollBar().value()

    def clear_rows(self) -> None:
        """Show nothing."""
        self._within = None
        self._asked, self._waiting, self._filled = None, [], False
        self.fill()

    def rest(self) -> None:
        """Hold no rows of a reading that nobody looks at, until something is listed again."""
        self._note_scrolled(same=True)
        self._asked, self._waiting, self._filled = None, None, False
        self._finding, self._known, self._words = False, False, None
        self.model.let_go()
        self.uncounted.emit()

    @property
    def is_counted(self) -> bool:
        """Whether the number of rows is known, or is being found."""
        return self._filled or self._waiting is not None or self._finding or self._known

    def count_rows(self) -> None:
        """Find the rows without showing them, so that their number can be told."""
        if self._waiting is not None or self._asked is None:
            return
        reading, scope = self._asked
        item = self.model.item
        if self._finder is None or not is_large(reading) or len(scope.chains) == 1:
            self._waiting = list(item.rows(reading, scope))
            self.counted.emit(len(self._waiting))
        elif not self._finding:
            self._finding = True
            ask = partial(self._finder.now, item.id) if self.isVisible() else self._finder.later
            ask(
                partial(listed, item, *self._asked, remarked=True),
                partial(self._on_found, self._asked),
            )

    def _on_found(self, asked: tuple[Reading, Scope], found: Listed) -> None:
        if self._asked is not asked:
            return  # something else is to be listed by now
        self._finding, self._known = False, True
        self.counted.emit(len(found.rows))
        if self.isVisible():  # else they are found again when they are wanted
            self._waiting, self._words = list(found.rows), (found.missed, found.remark)
            self.fill()

    def fill(self) -> None:
        """Show what was asked for last, as soon as it is found."""
        if self._filled or (self._asked is None and self._waiting is None):
            return
        self.count_rows()
        if self._finding:
            self.count.setText(text("ui.list.working"))
            return
        rows, self._waiting, self._filled = self._waiting or [], None, True
        self.model.named = tuple(self.combos)
        self.model.fill(rows, self._on_filled)

    def _on_filled(self) -> None:
        self._quiet = True
        for column, combo in self.combos.items():
            self._offer(column, combo)
        self._quiet = False
        self._tell()
        self._refilter()
        self.table.verticalScrollBar().setValue(self._scrolled)
        self.counted.emit(len(self.model.rows))
        self._folding.start()

    def _fold_some(self) -> None:
        if not self.model.fold_some():
            self._folding.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill what was asked for while the page was hidden."""
        self.fill()
        super().showEvent(event)

    def choose(self, column: str, value: str) -> None:
        """Set a filter; a value that no row has shows nothing rather than everything."""
        combo = self.combos[column]
        self._pinned[column] = value
        hold(combo, value)

    def mark(self, key: str) -> None:
        """Select the row with this id without telling anybody."""
        self.grid.mark(key)

    def _assemble(self, docked: bool) -> None:
        self.bar = QWidget()
        bar = Flow(across=8)
        self.bar.setLayout(bar)
        bar.setContentsMargins(16, 4, 16, 4)
        if self._scope is not None:
            bar.addWidget(self._scope)
        for combo in self.combos.values():
            bar.addWidget(combo)
        if self.pending is not None:
            bar.addWidget(self.pending)
        bar.addWidget(self.count)
        self.bar.hide()
        has_filters = bool(self.combos) or self._scope is not None or self.pending is not None
        self.tools.more.setVisible(has_filters)
        self.tools.more.toggled.connect(self.bar.setVisible)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        if docked:
            row = QHBoxLayout()
            row.setContentsMargins(16, 6, 16, 4)
            row.addWidget(self.tools)
            row.addStretch(1)
            box.addLayout(row)
        box.addWidget(self.bar)
        self.empty.setContentsMargins(16, 12, 16, 12)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body = QStackedWidget()
        self.body.addWidget(self.grid)
        self.body.addWidget(self.empty)
        box.addWidget(self.body, 1)
        box.addWidget(self.foot)

    def _pending_box(self) -> QCheckBox | None:
        """Shows or hides what is not confirmed, where a list has such a block."""
        if self.model.item.block is None:
            return None
        box = QCheckBox(text("ui.list.pending", count=0))
        box.setToolTip(text("ui.list.pending.hint"))
        box.setChecked(True)
        box.toggled.connect(self._refilter)
        return box

    def _tell(self) -> None:
        """Say below the list what holds for all of it, and how many rows are not confirmed."""
        if self._asked is None:
            self.foot.clear()
        else:
            self.foot.tell(*self._asked, self._words)
        if self.pending is not None:
            self.pending.setText(text("ui.list.pending", count=self.model.pending))

    def _combo(self, column: str) -> QComboBox:
        combo = Combo()
        head = self.model.item.column(column).head
        combo.setAccessibleName(text("ui.list.choice", column=head))
        narrow(combo)
        combo.currentIndexChanged.connect(self._refilter)
        combo.activated.connect(lambda _: self._pinned.pop(column, None))
        return combo

    def _offer(self, column: str, combo: QComboBox) -> None:
        values = Counter(self.model.values(column))
        before = combo.currentData()
        combo.clear()
        head = self.model.item.column(column).head
        combo.addItem(text("ui.list.all", column=head), "")
        for value, count in values.items():
            combo.addItem(text("ui.list.value", value=value, count=count), value)
        combo.setCurrentIndex(max(0, combo.findData(before)))
        if self._pinned.get(column):
            hold(combo, self._pinned[column])
        widen_list(combo)

    def _sieve(self) -> Sieve:
        hides = self.pending is not None and not self.pending.isChecked()
        return Sieve(
            words=self.filter.text(),
            chosen={column: combo.currentData() or "" for column, combo in self.combos.items()},
            blocks={Block.PENDING} if hides else frozenset(),
        )

    def _refilter(self) -> None:
        if self._quiet:
            return
        sieve = self._sieve()
        self.model.narrow(sieve, partial(self._on_narrowed, sieve))
        if self.model.busy:
            self.count.setText(text("ui.list.working"))

    def _on_narrowed(self, sieve: Sieve) -> None:
        self.mark(self.grid.marked_key)
        shown, whole = self.model.rowCount(), len(self.model.rows)
        filtered = text("ui.list.shown", shown=shown, whole=whole)
        self.count.setText(filtered if shown != whole else "")
        self.tools.tell_filters(sieve.active)
        if sieve.active:
            self.tools.more.setChecked(True)
        self.empty.setText(self._nothing(whole))
        self.body.setCurrentWidget(self.grid if shown else self.empty)

    def _nothing(self, whole: int) -> str:
        """Why no row is shown of so many."""
        hides = self.pending is not None and not self.pending.isChecked()
        if self.foot.remark and (hides or not whole):
            return self.foot.remark
        return text("ui.list.filtered" if whole else "ui.list.empty")

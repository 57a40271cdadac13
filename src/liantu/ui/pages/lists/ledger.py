"""One list of the city or of a chain in full, with its filters, its reasons and what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.issues import Issue
from liantu.model.boards import Board
from liantu.telling.asked import county_tallies
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.counted import summed
from liantu.telling.searching.search import Index
from liantu.telling.standing import coverage_sentence
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.grid import Grid
from liantu.ui.lists.listed import Listed, listed
from liantu.ui.lists.wish import ListWish
from liantu.ui.pages.lists.facets import Facets, counted_columns
from liantu.ui.pages.lists.foot import Foot
from liantu.ui.pages.lists.head import Acts, Head
from liantu.ui.pages.lists.side import NARROW, WIDE, Side
from liantu.ui.pages.lists.survey_bar import SurveyBar
from liantu.ui.remembered.list_memory import Memory
from liantu.ui.widgets.text import label
from liantu.ui.work.finding import Finder, is_large
from liantu.wording import text

GROUPS: Mapping[str, tuple[str, ...]] = {
    "boards": (*map(str, Board), "survey", "shortlist"),
    "all": (
        *("city", "products", "enterprises", "balance", "matches", "outage", "projects", "chains"),
    ),
    "work": (
        *("supervision", "consultation", "requests", "findings", "visits", "meetings", "exits"),
        *("assignments", "policies", "policy_matches", "memos"),
    ),
    "folder": ("trust", "issues", "sources"),
}
"""The lists of the page; those of the first group are always seen."""
FIRST = str(Board.FILL)
SURVEY = "survey"
NO_SIDE, LARGE = 1180, 1500
"""Narrower, the filters are behind a button; wider, the column is broader."""
BEHIND = 20_000
"""Rows that the lists behind the one in front hold together at most; a city has fewer in all."""

_FRONT = "front"
Asked = tuple[str, int, Scope]
"""A list, the serial number of a reading, and what of it is listed."""


def _count(key: str, reading: Reading, scope: Scope) -> int:
    return len(find(key).rows(reading, scope))


class Ledger(QWidget):
    """``opened`` carries the id of a row whose reasons are wanted, ``export_asked`` a
    :class:`ListWish`; ``weights_asked`` wants the weights, ``new_asked`` an entry of a kind, for a
    chosen chain. What its rows can be asked for goes to ``asks``.

    Lists are made when they are first seen; filters and the chosen row of each stay.
    """

    opened = Signal(str)
    export_asked = Signal(object)
    weights_asked = Signal()
    new_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.asks = RowAsks(self)
        self._reading = Reading.nothing()
        self._issues: tuple[Issue, ...] = ()
        self._index, self._memory = Index(), Memory()
        self._grids: dict[str, Grid] = {}
        self._acts: dict[str, Acts] = {}
        self._filled: dict[str, Asked] = {}
        self._missed: dict[str, str] = {}
        self._finder = Finder(self)
        self._uncounted: list[str] = []
        self._folded: bool | None = None
        self.key = FIRST
        names = {
            text(f"ui.ledger.{group}"): {key: find(key).title for key in keys}
            for group, keys in GROUPS.items()
        }
        self.side, self.head, self.survey = Side(names), Head(), SurveyBar()
        self.facets = Facets(self.side)
        self.body = QStackedWidget()
        self.empty = label("", "hint", wrap=True)
        self.foot = Foot()
        self._counting = QTimer(self, interval=0, singleShot=True)
        self._counting.timeout.connect(self._count_one)
        self._assemble()
        self._connect()

    # -- what the window says

    def draw(self, reading: Reading, issues: tuple[Issue, ...]) -> None:
        """Show another reading; list, filters and rows stay."""
        self._reading, self._issues = reading, issues
        self._let_go()
        self.facets.offer_places(reading)
        self._recount()
        self.show_list(self.key)

    def rest(self, reading: Reading) -> bool:
        """Another reading will be drawn when the page is seen again; whether it is another."""
        if reading.serial == self._reading.serial:
            return False
        self._reading = reading
        self._finder.drop()
        self._let_go(everything=True)
        return True

    def set_index(self, index: Index) -> None:
        """Find rows by other names and pinyin with this."""
        self._index = index
        for grid in self._grids.values():
            grid.model.set_index(index)
        if self.head.field.text():
            self._sift()

    def remember(self, memory: Memory) -> None:
        """Show columns and widths as they are kept there."""
        self._memory = memory
        for grid in self._grids.values():
            grid.remember(memory)

    # -- which list

    def ask(self, key: str, chain: str, county: str = "", word: str = "") -> None:
        """Show a list of a chain or a county; of its rows only those of one class, by its name."""
        self.side.clear()
        self.side.choose("chain", chain)
        self.show_list(key)
        self.side.choose("county", county)
        boxes = self.side.boxes["class"].boxes
        if word in boxes:
            for name, box in boxes.items():
                box.box.setChecked(name == word)

    def show_list(self, key: str) -> None:
        """Bring a list to the front, filled for the chosen places."""
        self.key = key
        self._let_go()
        grid = self.grid
        self.body.setCurrentWidget(grid)
        self.side.show_list(key)
        item = grid.model.item
        acts = self._acts[key]
        self.head.show_list(item.title, acts, scored=key in set(Board), kept=bool(item.kind))
        self.foot.show_list(key, self._reading)
        self._show_survey()
        self._fill()

    @property
    def grid(self) -> Grid:
        """The list in front."""
        if self.key not in self._grids:
            self._grids[self.key] = self._make(self.key)
        return self._grids[self.key]

    @property
    def scope(self) -> Scope:
        """The chains of the chosen place; all of them are the city."""
        chains = self._reading.atlas.chains
        field, chain = self.side.value("field"), self.side.value("chain")
        if chain in chains:
            return Scope(chains=(chain,), issues=self._issues)
        inside = tuple(key for key, c in chains.items() if not field or c.field == field)
        return Scope(chains=inside, city=not field, issues=self._issues)

    @property
    def where(self) -> str:
        """The chosen place in words."""
        chain = self._reading.atlas.chains.get(self.side.value("chain"))
        place = chain.label if chain else self.side.value("field")
        return place or text("ui.facet.city")

    def _make(self, key: str) -> Grid:
        grid = Grid(find(key), heads=True, exports=True, asks=self.asks)
        grid.model.set_index(self._index)
        grid.remember(self._memory)
        self.body.addWidget(grid)
        self._acts[key] = Acts(grid)
        grid.opened.connect(self._on_opened)
        grid.export_asked.connect(self._export)
        return grid

    def _let_go(self, *, everything: bool = False) -> None:
        """Lists behind the one in front hold no rows of a former reading, few of a large folder:
        a row keeps its reading alive. What is let go is found again when it is asked for.
        """
        room = BEHIND
        for key in [key for key in reversed(self._filled) if everything or key != self.key]:
            held = self._grids[key].model.held
            if self._filled[key][1] == self._reading.serial and held <= room:
                room -= held
            else:
                del self._filled[key]
                self._grids[key].let_go()

    def _on_opened(self, _key: str) -> None:
        self.grid.show_on_map()

    def _fill(self) -> None:
        """Show the rows of the chosen place; what is shown stays until they are there."""
        reading, scope, item = self._reading, self.scope, self.grid.model.item
        asked = (self.key, reading.serial, scope)
        self._finder.forget(_FRONT)
        if self._filled.get(self.key) == asked:
            self._filled[self.key] = self._filled.pop(self.key)  # the last one seen is the last
            self._on_filled(self.key)
        elif is_large(reading):
            job = partial(listed, item, reading, scope)
            self._finder.now(_FRONT, job, partial(self._take, asked))
            self._say_working()
        else:
            self._take(asked, Listed(item.rows(reading, scope), item.missed(reading, scope)))

    def _take(self, asked: Asked, found: Listed) -> None:
        """Show what was found, once the filters are worked out."""
        key, grid = self.key, self.grid
        self._filled.pop(key, None)
        self._filled[key], self._missed[key] = asked, found.missed
        grid.model.counted = counted_columns(grid.model)
        grid.model.fill(found.rows, partial(self._on_filled, key), found.cells)
        self._say_working()

    def _on_filled(self, key: str) -> None:
        if key == self.key:
            self.grid.mark(self.grid.marked_key)
            self.facets.offer_values(self.grid.model, self.palette())
            self._sift()

    # -- filters

    def _sift(self) -> None:
        model = self.grid.model
        sieve = self.facets.sieve(model, self.head.field.text())
        model.narrow(sieve, partial(self._on_sifted, self.key, self.grid.marked_key))
        self._say_working()

    def _on_sifted(self, key: str, marked: str) -> None:
        if key == self.key:
            self.grid.mark(marked)
            self.grid.come_back()
            self._tell()

    def _say_working(self) -> None:
        """What is shown is not yet what was asked for."""
        if self._finder.asked(_FRONT) or self.grid.model.busy:
            self.head.sentence.set_words(text("ui.list.working"))

    def _tell(self) -> None:
        """Count what each filter lets pass, and say how many rows there are."""
        model = self.grid.model
        if self._finder.asked(_FRONT) or model.busy:
            return
        self.facets.tell(model, self._reading)
        self.head.sentence.set_words(self.sentence)
        self.side.entries[self.key].tell(len(model.rows))
        said = (self._missed.get(self.key, ""), coverage_sentence(self._reading))
        self.foot.words.set_words("　".join(words for words in said if words))

    @property
    def sentence(self) -> str:
        """How many rows the list has, and how many are shown."""
        model = self.grid.model
        return summed(model.item, self.where, len(model.rows), model.kinds, model.rowCount())

    def _on_scope(self) -> None:
        self.facets.offer_chains(self._reading)
        self._recount()
        self._fill()

    # -- how many rows the others have

    def _recount(self) -> None:
        self._finder.forget_later()
        for entry in self.side.entries.values():
            entry.forget()
        self._uncounted = list(self.side.entries)
        self._counting.start()

    def _count_one(self) -> None:
        """Count one list that is not in front, then let events be handled before the next one."""
        if not self._uncounted or not self.isVisible():
            return
        key, reading = self._uncounted.pop(0), self._reading
        if key == self.key:
            self._counting.start()
        elif is_large(reading):
            job = partial(_count, key, reading, self.scope)
            self._finder.later(job, partial(self._on_counted, key))
        else:
            self._on_counted(key, _count(key, reading, self.scope))

    def _on_counted(self, key: str, count: int) -> None:
        if key != self.key:
            self.side.entries[key].tell(count)
        self._counting.start()

    @property
    def busy(self) -> bool:
        """Whether rows are still being found, sorted, filtered or counted."""
        counting = self.isVisible() and bool(self._uncounted)
        return self._finder.running or self.grid.model.busy or counting

    def stop(self) -> None:
        """Leave no thread behind."""
        self._finder.stop()

    # -- what is asked for

    def _ask_new(self) -> None:
        self.new_asked.emit(self.grid.model.item.kind, self.side.value("chain"))

    @property
    def wish(self) -> ListWish:
        """The list as it is shown, to be written to a file or printed."""
        model = self.grid.model
        return ListWish(
            item=model.item,
            rows=tuple(model.shown),
            columns=model.columns,
            where=self.where,
            lead=self.sentence,
        )

    def _export(self) -> None:
        self.export_asked.emit(self.wish)

    # -- building

    def _assemble(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.head)
        right.addWidget(self.survey)
        right.addWidget(self.body, 1)
        right.addWidget(self.foot)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.side)
        box.addLayout(right, 1)

    def _show_survey(self) -> None:
        """How far the counties are, above the list of what they are asked."""
        self._finder.forget(SURVEY)
        wanted, reading = self.key == SURVEY, self._reading
        if wanted and is_large(reading):
            job = partial(county_tallies, reading)
            self._finder.now(SURVEY, job, partial(self.survey.tell, reading))
        elif wanted:
            self.survey.draw(reading)
        self.survey.setVisible(wanted)

    def _connect(self) -> None:
        self.side.list_chosen.connect(self.show_list)
        self.side.scope_changed.connect(self._on_scope)
        self.side.changed.connect(self._sift)
        self.side.cleared.connect(self.head.field.clear)
        self.side.folded.connect(lambda: self.fold_side(True))
        self.head.side_asked.connect(lambda: self.fold_side(False))
        self.head.field.textChanged.connect(self._sift)
        self.head.weights_asked.connect(self.weights_asked)
        self.head.new_asked.connect(self._ask_new)
        self.head.export_asked.connect(self._export)

    def fold_side(self, folded: bool | None) -> None:
        """Put the filters behind a button, or show them; ``None``: as there is room."""
        self._folded = folded
        away = self.width() < NO_SIDE if folded is None else folded
        self.side.setVisible(not away)
        self.head.side.setVisible(away)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the measures of a small or a large window."""
        super().resizeEvent(event)
        self.side.setFixedWidth(WIDE if self.width() >= LARGE else NARROW)
        crossed = (event.oldSize().width() < NO_SIDE) is not (self.width() < NO_SIDE)
        self.fold_side(None if crossed else self._folded)

    def showEvent(self, event: Any) -> None:
        """Count the lists once they are seen."""
        super().showEvent(event)
        self._counting.start()

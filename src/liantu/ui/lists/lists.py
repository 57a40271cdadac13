"""The lists under the map in six tabs: of the shown chain, of the city, and 体检 of the folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.issues import Issue
from liantu.model.boards import Board
from liantu.model.classes import SINGLY
from liantu.model.focus import Focus
from liantu.telling.lists.column import Scope
from liantu.telling.searching.search import Index
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.bar import ListBar
from liantu.ui.lists.health import Health
from liantu.ui.lists.page import ListPage
from liantu.ui.lists.scoped import Scoped, Scopes
from liantu.ui.remembered.list_memory import Memory
from liantu.ui.work.finding import Finder
from liantu.wording import text

Page = TypeVar("Page", bound=ListPage)
_ASKED = ("shortlist", "survey")


class Lists(QWidget):
    """Emits ``picked`` with the target of the chosen row, ``opened`` with the product of a row
    that was double-clicked or entered, ``marked`` with the targets of several chosen rows,
    ``export_asked`` with a :class:`ListWish`, and ``currentChanged`` when another list is in front;
    what else its rows can be asked for goes to ``asks``.

    ``bar`` holds the tabs and stays where ``body`` is folded away. A list is filled when it is
    seen; those behind it are only counted, one by one between events.
    """

    picked = Signal(object)
    opened = Signal(str)
    marked = Signal(object)
    export_asked = Signal(object)
    currentChanged = Signal()  # noqa: N815  as a tab widget of Qt has it

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lists")
        self.setAccessibleName(text("ui.lists"))
        self.bar, self.body = ListBar(), QStackedWidget()
        self._finder = Finder(self)
        self.asks = RowAsks(self)
        told: dict[str, Any] = {
            "docked": False,
            "exports": True,
            "finder": self._finder,
            "asks": self.asks,
        }
        scopes = Scopes()
        self.products = self._add("products", ListPage("products", **told))
        self.enterprises = self._add("enterprises", Scoped("enterprises", scopes, **told))
        self.boards = {
            key: self._add(key, Scoped(key, scopes, **told)) for key in (*map(str, Board), *_ASKED)
        }
        self.gaps = {on: self._add(on, ListPage(on, **told)) for on in SINGLY}
        self.balances, self.projects, self.matches, self.outages, self.city = (
            self._add(key, ListPage(key, **told))
            for key in ("balance", "projects", "matches", "outage", "city")
        )
        self.health = Health(self._finder, self.asks)
        self.body.addWidget(self.health)
        self.issues = self._add("issues", ListPage("issues", **told))
        self.health.trust.picked.connect(partial(self._pick, self.health.trust))
        self.health.check_chosen.connect(self._show_check)
        for page in (self.products, *self._of_products, self.balances, self.city):
            page.opened.connect(self.opened)
        self.bar.chosen.connect(lambda key: self.setCurrentWidget(self.pages[key]))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.body, 1)
        self._counting = QTimer(self, interval=0, singleShot=True)
        self._counting.timeout.connect(self._count_one)
        self.setCurrentWidget(self.products)

    @property
    def of_chain(self) -> tuple[ListPage, ...]:
        """The lists of the shown chain."""
        return (
            self.products,
            self.enterprises,
            *self._of_products,
            self.balances,
            self.projects,
            self.matches,
            self.outages,
        )

    @property
    def pages(self) -> Mapping[str, QWidget]:
        """The pages by the names that a focus has for them."""
        return {
            "products": self.products,
            "enterprises": self.enterprises,
            **self.boards,
            **self.gaps,
            "balance": self.balances,
            "projects": self.projects,
            "matches": self.matches,
            "outage": self.outages,
            "city": self.city,
            "trust": self.health,
            "issues": self.issues,
        }

    @property
    def _of_products(self) -> tuple[ListPage, ...]:
        return (*self.boards.values(), *self.gaps.values())

    @property
    def every(self) -> tuple[ListPage, ...]:
        """All lists, those of 体检 as well."""
        shown = (page for page in self.pages.values() if isinstance(page, ListPage))
        return (*shown, self.health.checks, self.health.trust)

    # -- which list is in front

    def setCurrentWidget(self, page: QWidget) -> None:
        """Bring a list to the front with its tab, as a tab widget of Qt does."""
        key = next(key for key, known in self.pages.items() if known is page)
        before = self.body.currentWidget()
        self.body.setCurrentWidget(page)
        self.bar.show_list(key, page.tools if isinstance(page, ListPage) else None)
        if page is not before:
            self.currentChanged.emit()

    def currentWidget(self) -> QWidget:
        """The list in front."""
        return self.body.currentWidget()

    @property
    def front(self) -> str:
        """The name of the list in front, as a focus has it."""
        return next(k for k, page in self.pages.items() if page is self.body.currentWidget())

    # -- what they list

    def show_folder(self, reading: Reading, issues: Sequence[Issue]) -> None:
        """List what concerns the whole folder; what is shown already stays."""
        self.city.show_list(reading, Scope(city=True))
        scope = Scope(issues=tuple(issues))
        self.health.show_list(reading, scope)
        self.issues.show_list(reading, scope)
        self._counting.start()

    def show_chain(self, reading: Reading, chain: str, section: str | None = None) -> None:
        """List what the chain or section has; what is shown already stays."""
        scope = Scope(chains=(chain,), section=section)
        for page in self.of_chain:
            page.show_list(reading, scope)
        self._counting.start()

    def rest(self) -> None:
        """Hold no rows and find none, until something is listed again."""
        self._finder.drop()
        for page in self.every:
            page.rest()

    def filter_county(self, county: str) -> None:
        """Show only what concerns a county; an empty name shows all."""
        for page in self.of_chain:
            if "county" in page.combos:
                page.choose("county", county)

    def clear_rows(self) -> None:
        """Show nothing."""
        for page in self.of_chain:
            page.clear_rows()

    def mark(self, focus: Focus) -> None:
        """Follow the selection."""
        self.enterprises.mark(focus.enterprise)
        for page in (self.products, *self._of_products, self.balances):
            page.mark(focus.product)

    def set_index(self, index: Index) -> None:
        """Let the filters find other names and pinyin."""
        for page in self.every:
            page.set_index(index)

    def remember(self, memory: Memory) -> None:
        """Show columns and widths as they are kept there."""
        for page in self.every:
            page.grid.remember(memory)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what was asked for while the lists were hidden."""
        super().showEvent(event)
        self._counting.start()

    def _count_one(self) -> None:
        """Count a list that is not seen, if its tab tells its number; then let events be handled
        before the next one.
        """
        left = [p for p in self.pages.values() if isinstance(p, ListPage) and not p.is_counted]
        if left and self.isVisible():
            left[0].count_rows()
            self._counting.start()

    @property
    def busy(self) -> bool:
        """Whether rows of the folder are still being found."""
        return self._finder.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._finder.stop()

    def _add(self, key: str, page: Page) -> Page:
        self.body.addWidget(page)
        page.counted.connect(partial(self.bar.tell, key))
        page.uncounted.connect(partial(self.bar.forget, key))
        page.picked.connect(partial(self._pick, page))
        page.grid.marked.connect(self.marked)
        page.grid.export_asked.connect(lambda: self.export_asked.emit(page.wish))
        return page

    def _pick(self, page: ListPage, row: Any) -> None:
        target = page.model.item.target(row)
        if target is not None:
            self.picked.emit(target)

    def _show_check(self, title: str) -> None:
        self.issues.choose("severity", "")
        self.issues.choose("check", title)
        self.setCurrentWidget(self.issues)

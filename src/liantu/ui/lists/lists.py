"""The lists under the map: of the shown chain, of the city, and 数据体检 of the whole folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from liantu.analysis.reading import Reading
from liantu.issues import Issue
from liantu.model.boards import Board
from liantu.model.classes import SINGLY
from liantu.model.focus import Focus
from liantu.telling.classes import head
from liantu.telling.lists.column import Scope
from liantu.ui.lists.health import Health
from liantu.ui.lists.page import ListPage
from liantu.ui.lists.scoped import Scoped
from liantu.wording import text

Page = TypeVar("Page", bound=ListPage)
_ASKED = ("shortlist", "survey")


class Lists(QTabWidget):
    """Emits ``picked`` with the target of the chosen row, ``opened`` with the product of a row
    that was double-clicked or entered.

    A list is filled when it is seen; those behind it are only counted, one by one between events.
    """

    picked = Signal(object)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lists")
        self.setDocumentMode(True)
        self.setAccessibleName(text("ui.lists"))
        self.products = self._add("products", ListPage("products"))
        self.enterprises = self._add("enterprises", Scoped("enterprises"))
        self.boards = {key: self._add(key, Scoped(key)) for key in (*map(str, Board), *_ASKED)}
        self.gaps = {on: self._add(on, ListPage(on)) for on in SINGLY}
        self.balances, self.projects, self.matches, self.city = (
            self._add(key, ListPage(key)) for key in ("balance", "projects", "matches", "city")
        )
        self.health = Health()
        self.addTab(self.health, text("ui.tab.trust"))
        self.issues = self._add("issues", ListPage("issues"))
        self.health.trust.picked.connect(partial(self._pick, self.health.trust))
        self.health.check_chosen.connect(self._show_check)
        for page in (self.products, *self._of_products, self.balances, self.city):
            page.opened.connect(self.opened)
        self._counting = QTimer(self, interval=0, singleShot=True)
        self._counting.timeout.connect(self._count_one)

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
            "city": self.city,
            "trust": self.health,
            "issues": self.issues,
        }

    @property
    def _of_products(self) -> tuple[ListPage, ...]:
        return (*self.boards.values(), *self.gaps.values())

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

    def showEvent(self, event: QShowEvent) -> None:
        """Count what was asked for while the lists were hidden."""
        super().showEvent(event)
        self._counting.start()

    def _count_one(self) -> None:
        """Count a list that is not seen, if its tab tells its number; then let events be handled
        before the next one.
        """
        tabs = [self.widget(at) for at in range(self.count())]
        left = [tab for tab in tabs if isinstance(tab, ListPage) and not tab.is_counted]
        if left and self.isVisible():
            left[0].count_rows()
            self._counting.start()

    def _add(self, key: str, page: Page) -> Page:
        at = self.addTab(page, _tab(key, 0))
        page.counted.connect(lambda count: self.setTabText(at, _tab(key, count)))
        page.picked.connect(partial(self._pick, page))
        return page

    def _pick(self, page: ListPage, row: Any) -> None:
        target = page.model.item.target(row)
        if target is not None:
            self.picked.emit(target)

    def _show_check(self, title: str) -> None:
        self.issues.choose("severity", "")
        self.issues.choose("check", title)
        self.setCurrentWidget(self.issues)


def _tab(key: str, count: int) -> str:
    if key in SINGLY:
        return text("class.tab", head=head(key), count=count)
    return text(f"ui.tab.{key}", count=count)

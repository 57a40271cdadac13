"""The lists under the map: of the shown chain, of the city, and 数据体检 of the whole folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from liantu.document.session import Session
from liantu.issues import Issue
from liantu.model.focus import Focus
from liantu.model.target import Target
from liantu.ui.models.city_rows import (
    CITY_COLUMNS,
    MATCH_COLUMNS,
    CityGapRow,
    MatchRow,
    city_rows,
    match_rows,
)
from liantu.ui.models.gap_rows import (
    BALANCE_COLUMNS,
    COUNTY,
    GAP_COLUMNS,
    LISTS,
    LOCAL_COLUMNS,
    BalanceRow,
    GapRow,
    balance_rows,
    gap_rows,
)
from liantu.ui.models.record_rows import (
    CHECK,
    ISSUE_COLUMNS,
    PROJECT_COLUMNS,
    ProjectRow,
    project_rows,
    target_of,
)
from liantu.ui.models.rows import COUNTY as FIRM_COUNTY
from liantu.ui.models.rows import PRODUCT_COLUMNS, ProductRow, product_rows
from liantu.ui.models.table import TableModel
from liantu.ui.panels.enterprises import Enterprises
from liantu.ui.panels.health import Health
from liantu.ui.panels.list_page import ListPage
from liantu.wording import text

Page = TypeVar("Page", bound=ListPage)


class Lists(QTabWidget):
    """Emits ``picked`` with the target of the chosen row, ``opened`` with the product of a row
    that was double-clicked or entered.
    """

    picked = Signal(object)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lists")
        self.setDocumentMode(True)
        self.setAccessibleName(text("ui.lists"))
        products: TableModel[ProductRow] = TableModel(PRODUCT_COLUMNS, lambda row: row.id)
        plans: TableModel[ProjectRow] = TableModel(PROJECT_COLUMNS, lambda row: row.project.id)
        issues: TableModel[Issue] = TableModel(ISSUE_COLUMNS, self._issue_key)
        self._issues: Sequence[Issue] = ()
        self._workspace: Session | None = None
        self.products = self._page("products", products, (1, 2))
        self.enterprises = self._add("enterprises", Enterprises())
        gaps: dict[str, TableModel[GapRow]] = {
            key: TableModel(
                LOCAL_COLUMNS if key in ("thin", "weak") else GAP_COLUMNS, lambda row: row.id
            )
            for key in LISTS
        }
        self.gaps = {key: self._page(key, model, (1, 2, COUNTY)) for key, model in gaps.items()}
        sums: TableModel[BalanceRow] = TableModel(BALANCE_COLUMNS, lambda row: row.id)
        self.balances = self._page("balance", sums, (1,))
        for page in (*self.gaps.values(), self.balances):
            page.picked.connect(lambda key: self.picked.emit(Target("product", key)))
        self.projects = self._page("projects", plans, (1, 2, 4))
        deals: TableModel[MatchRow] = TableModel(MATCH_COLUMNS, lambda row: row.key)
        city: TableModel[CityGapRow] = TableModel(CITY_COLUMNS, lambda row: row.id)
        self.matches = self._page("matches", deals, (0,))
        self.city = self._page("city", city, (1,))
        self.matches.picked.connect(
            lambda key: self.picked.emit(Target("product", key.split("/")[0]))
        )
        self.city.picked.connect(lambda key: self.picked.emit(Target("product", key)))
        self.health = Health()
        self.addTab(self.health, text("ui.tab.trust"))
        self.issues = self._page("issues", issues, (0, CHECK))
        self.products.picked.connect(lambda key: self.picked.emit(Target("product", key)))
        self.enterprises.picked.connect(lambda key: self.picked.emit(Target("enterprise", key)))
        self.health.chain_chosen.connect(lambda key: self.picked.emit(Target("chain", key)))
        self.health.check_chosen.connect(self._show_check)
        for page in (self.products, *self.gaps.values(), self.balances, self.city):
            page.opened.connect(self.opened)
        self.projects.picked.connect(self._pick_project)
        self.issues.picked.connect(self._pick_issue)

    def show_workspace(self, workspace: Session) -> None:
        """Take over another reading: what concerns the whole folder."""
        self._workspace = workspace
        self.health.show_workspace(workspace)
        self.city.set_rows(city_rows(workspace))
        self._list_issues(workspace.issues)

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """List the problems anew: more were found after the first reading."""
        self.health.show_issues(issues)
        self._list_issues(issues)

    def show_chain(self, workspace: Session, chain: str, section: str | None) -> None:
        """List what the chain or section has."""
        self.products.set_rows(product_rows(workspace, chain, section))
        self.enterprises.show_chain(workspace, chain, section)
        self.projects.set_rows(project_rows(workspace, chain))
        self.balances.set_rows(balance_rows(workspace, chain, section))
        self.matches.set_rows(match_rows(workspace, chain, section))
        self.show_gaps(workspace, chain, section)

    def show_gaps(self, workspace: Session, chain: str, section: str | None) -> None:
        """List the gaps in the order of their scores."""
        for key, rows in gap_rows(workspace, chain, section).items():
            self.gaps[key].set_rows(rows)

    def filter_county(self, county: str) -> None:
        """Show only what concerns a county; an empty name shows all."""
        gaps = [(page, COUNTY) for page in self.gaps.values()]
        for page, column in ((self.enterprises, FIRM_COUNTY), (self.projects, 4), *gaps):
            page.choose(column, county)

    def clear_rows(self) -> None:
        """Show nothing."""
        pages = (self.products, self.enterprises, self.projects, self.balances, self.matches)
        for page in (*pages, *self.gaps.values()):
            page.set_rows(())

    def mark(self, focus: Focus) -> None:
        """Follow the selection, and bring the list of its kind to the front."""
        self.products.mark(focus.product)
        self.enterprises.mark(focus.enterprise)
        lists = (*self.gaps.values(), self.balances)
        for page in lists:
            page.mark(focus.product)
        still = (self.health, self.issues, self.projects, self.matches, self.city)
        if self.currentWidget() in still:
            return
        if focus.product and self.currentWidget() in lists:
            return
        if focus.enterprise:
            self.setCurrentWidget(self.enterprises)
        elif focus.product:
            self.setCurrentWidget(self.products)

    def _page(self, key: str, model: TableModel[Any], choices: Sequence[int]) -> ListPage:
        return self._add(key, ListPage(f"ui.list.{key}", model, choices))

    def _add(self, key: str, page: Page) -> Page:
        at = self.addTab(page, text(f"ui.tab.{key}", count=0))
        page.counted.connect(lambda count: self.setTabText(at, text(f"ui.tab.{key}", count=count)))
        return page

    def _list_issues(self, issues: Sequence[Issue]) -> None:
        self._issues = issues
        self.issues.set_rows(issues)

    def _show_check(self, title: str) -> None:
        self.issues.choose(0, "")
        self.issues.choose(CHECK, title)
        self.setCurrentWidget(self.issues)

    def _issue_key(self, issue: Issue) -> str:
        return f"{issue.code}@{issue.place}"

    def _pick_project(self, key: str) -> None:
        found = self._workspace.reading.atlas.projects.get(key) if self._workspace else None
        if found is not None and found.enterprise:
            self.picked.emit(Target("enterprise", found.enterprise))

    def _pick_issue(self, key: str) -> None:
        issue = next((i for i in self._issues if self._issue_key(i) == key), None)
        target = (
            target_of(self._workspace.reading.atlas, issue) if issue and self._workspace else None
        )
        if target is not None:
            self.picked.emit(target)

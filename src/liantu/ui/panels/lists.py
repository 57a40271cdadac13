"""The lists under the map: 环节 and 企业 of the shown chain or section."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from liantu.document.dossier import Target
from liantu.document.workspace import Workspace
from liantu.ui.models.rows import (
    ENTERPRISE_COLUMNS,
    PRODUCT_COLUMNS,
    EnterpriseRow,
    ProductRow,
    enterprise_rows,
    product_rows,
)
from liantu.ui.models.table import TableModel
from liantu.ui.panels.list_page import ListPage
from liantu.ui.selection import Focus
from liantu.wording import text


class Lists(QTabWidget):
    """Emits ``picked`` with the target of the chosen row."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lists")
        self.setDocumentMode(True)
        self.setAccessibleName(text("ui.lists"))
        products: TableModel[ProductRow] = TableModel(PRODUCT_COLUMNS, lambda row: row.id)
        firms: TableModel[EnterpriseRow] = TableModel(ENTERPRISE_COLUMNS, lambda row: row.id)
        self.products = ListPage("ui.list.products", products, (1, 2))
        self.enterprises = ListPage("ui.list.enterprises", firms, (1, 3))
        self.addTab(self.products, "")
        self.addTab(self.enterprises, "")
        self.products.counted.connect(self._name_products)
        self.enterprises.counted.connect(self._name_enterprises)
        self.products.picked.connect(lambda key: self.picked.emit(Target("product", key)))
        self.enterprises.picked.connect(lambda key: self.picked.emit(Target("enterprise", key)))
        self._name_products(0)
        self._name_enterprises(0)

    def show_chain(self, workspace: Workspace, chain: str, section: str | None) -> None:
        """List what the chain or section has."""
        self.products.set_rows(product_rows(workspace, chain, section))
        self.enterprises.set_rows(enterprise_rows(workspace, chain, section))

    def clear_rows(self) -> None:
        """Show nothing."""
        self.products.set_rows(())
        self.enterprises.set_rows(())

    def mark(self, focus: Focus) -> None:
        """Follow the selection, and bring the list of its kind to the front."""
        self.products.mark(focus.product)
        self.enterprises.mark(focus.enterprise)
        if focus.enterprise:
            self.setCurrentWidget(self.enterprises)
        elif focus.product:
            self.setCurrentWidget(self.products)

    def _name_products(self, count: int) -> None:
        self.setTabText(0, text("ui.tab.products", count=count))

    def _name_enterprises(self, count: int) -> None:
        self.setTabText(1, text("ui.tab.enterprises", count=count))

"""企业清单: of the shown chain, of another one or of the whole city, by county and honour."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from liantu.document.session import Session
from liantu.model.focus import CITY, SHOWN
from liantu.ui.models.rows import (
    COUNTY,
    ENTERPRISE_COLUMNS,
    HONOURS,
    STATUS,
    EnterpriseRow,
    enterprise_rows,
)
from liantu.ui.models.table import TableModel
from liantu.ui.panels.list_page import ListPage, narrow, widen_list
from liantu.wording import text


class Enterprises(ListPage):
    """The scope is chosen in a box before the filters and stays when the chain changes."""

    def __init__(self) -> None:
        model: TableModel[EnterpriseRow] = TableModel(ENTERPRISE_COLUMNS, lambda row: row.id)
        self.scope = QComboBox()
        self.scope.setAccessibleName(text("ui.scope"))
        narrow(self.scope)
        super().__init__("ui.list.enterprises", model, (COUNTY, STATUS, HONOURS), self.scope)
        self._shown: tuple[Session, str, str | None] | None = None
        self._offered: tuple[str, ...] = ()
        self.scope.currentIndexChanged.connect(self._relist)

    def show_chain(self, workspace: Session, chain: str, section: str | None) -> None:
        """List what the scope covers, now that this chain or section is shown."""
        self._shown = (workspace, chain, section)
        self._offer_scopes(workspace)
        self._relist()

    def _offer_scopes(self, workspace: Session) -> None:
        chains = workspace.reading.atlas.chains
        if self._offered == tuple(chains):
            return
        self._offered = tuple(chains)
        before = self.scope.currentData()
        self.scope.blockSignals(True)
        self.scope.clear()
        self.scope.addItem(text("ui.scope.chain"), SHOWN)
        self.scope.addItem(text("ui.scope.city"), CITY)
        for chain in chains.values():
            self.scope.addItem(text("ui.scope.other", chain=chain.label), chain.id)
        self.scope.setCurrentIndex(max(0, self.scope.findData(before)))
        self.scope.blockSignals(False)
        widen_list(self.scope)

    def _relist(self) -> None:
        if self._shown is None:
            return
        workspace, chain, section = self._shown
        wanted = self.scope.currentData()
        if wanted == SHOWN:
            self.set_rows(enterprise_rows(workspace, chain, section))
        else:
            self.set_rows(enterprise_rows(workspace, wanted, None))

"""A list of the shown chain, of another one or of the whole city: enterprises and the boards."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.model.focus import CITY, SHOWN
from liantu.telling.lists.column import Scope
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.combos import narrow, widen_list
from liantu.ui.lists.page import ListPage
from liantu.ui.widgets.fields import Combo
from liantu.ui.work.finding import Finder
from liantu.wording import text


class Scopes:
    """What the boxes of all lists offer, made once: a folder may have thousands of chains."""

    def __init__(self) -> None:
        self._chains: Mapping[str, Chain] = {}
        self._offered: tuple[str, ...] = ()
        self._model = QStandardItemModel()

    def of(self, chains: Mapping[str, Chain]) -> QStandardItemModel:
        """The shown chain, the city, and every chain; the same as before where they are."""
        if chains is self._chains:
            return self._model
        self._chains = chains
        offered = (*chains, *(chain.label for chain in chains.values()))
        if offered != self._offered:
            self._offered, self._model = offered, QStandardItemModel()
            self._add(text("ui.scope.chain"), SHOWN)
            self._add(text("ui.scope.city"), CITY)
            for chain in chains.values():
                self._add(text("ui.scope.other", chain=chain.label), chain.id)
        return self._model

    def _add(self, words: str, key: str) -> None:
        item = QStandardItem(words)
        item.setData(key, Qt.ItemDataRole.UserRole)
        self._model.appendRow(item)


class Scoped(ListPage):
    """The scope is chosen in a box before the filters and stays when the chain changes."""

    def __init__(
        self,
        id_: str,
        scopes: Scopes,
        *,
        docked: bool = True,
        exports: bool = False,
        finder: Finder | None = None,
        asks: RowAsks | None = None,
    ) -> None:
        self.scope = Combo()
        self.scope.setAccessibleName(text("ui.scope"))
        narrow(self.scope)
        super().__init__(
            id_, scope=self.scope, docked=docked, exports=exports, finder=finder, asks=asks
        )
        self._shown: tuple[Reading, Scope] | None = None
        self._scopes = scopes
        self.scope.currentIndexChanged.connect(self._relist)

    def show_list(self, reading: Reading, scope: Scope) -> None:
        """List what the box asks for, now that this scope is shown."""
        self._shown = (reading, scope)
        self._offer_scopes(reading)
        self._relist()

    def _offer_scopes(self, reading: Reading) -> None:
        offered = self._scopes.of(reading.atlas.chains)
        if self.scope.model() is offered:
            return
        before = self.scope.currentData()
        self.scope.blockSignals(True)
        self.scope.setModel(offered)
        self.scope.setCurrentIndex(max(0, self.scope.findData(before)))
        self.scope.blockSignals(False)
        widen_list(self.scope)

    def _relist(self) -> None:
        if self._shown is None:
            return
        reading, scope = self._shown
        wanted = self.scope.currentData()
        if wanted == CITY:
            scope = Scope(city=True)
        elif wanted != SHOWN:
            scope = Scope(chains=(wanted,))
        super().show_list(reading, scope)

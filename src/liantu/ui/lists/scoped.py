"""A list of the shown chain, of another one or of the whole city: enterprises and the boards."""

from __future__ import annotations

from collections.abc import Mapping

from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.model.focus import CITY, SHOWN
from liantu.telling.lists.column import Scope
from liantu.ui.finding import Finder
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.combos import narrow, widen_list
from liantu.ui.lists.page import ListPage
from liantu.ui.widgets.fields import Combo
from liantu.wording import text


class Scoped(ListPage):
    """The scope is chosen in a box before the filters and stays when the chain changes."""

    def __init__(
        self,
        id_: str,
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
        self._offered: tuple[str, ...] = ()
        self._chains: Mapping[str, Chain] = {}
        self.scope.currentIndexChanged.connect(self._relist)

    def show_list(self, reading: Reading, scope: Scope) -> None:
        """List what the box asks for, now that this scope is shown."""
        self._shown = (reading, scope)
        self._offer_scopes(reading)
        self._relist()

    def _offer_scopes(self, reading: Reading) -> None:
        chains = reading.atlas.chains
        if chains is self._chains:
            return
        self._chains = chains
        names = tuple(chain.label for chain in chains.values())
        if self._offered == (*chains, *names):
            return
        self._offered = (*chains, *names)
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
        reading, scope = self._shown
        wanted = self.scope.currentData()
        if wanted == CITY:
            scope = Scope(city=True)
        elif wanted != SHOWN:
            scope = Scope(chains=(wanted,))
        super().show_list(reading, scope)

"""The page 总览 as the window has it."""

from __future__ import annotations

from dataclasses import replace

from liantu.model.focus import CITY, SHOWN
from liantu.ui.look import Tones
from liantu.ui.pages.home.view import Home
from liantu.ui.pages.page import Drawn
from liantu.ui.selection import Selection
from liantu.ui.turns import Turns


class HomePage(Drawn):
    """Drawn anew for another reading only; a tile opens its chain, a count its list."""

    def __init__(self, selection: Selection, tones: Tones, turns: Turns) -> None:
        view = Home(tones)
        super().__init__(view, lambda reading, _: reading.serial, view.draw, turns)
        self.view = view
        self._selection = selection
        self.view.chosen.connect(selection.open_chain)
        self.view.listed.connect(self._open_list)

    def _open_list(self, chain: str, key: str, county: str) -> None:
        """The list of a chain below its map, of one county where one is named."""
        focus = self._selection.focus.opened(chain)
        scope = CITY if county else SHOWN
        self._selection.go(replace(focus, list=key, county=county, scope=scope))

"""The page 图表 as the window has it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from liantu.ui.pages.charts.view import Charts
from liantu.ui.pages.page import Drawn
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones
from liantu.ui.work.turns import Turns


class ChartsPage(Drawn):
    """Drawn anew for another reading or chain; its chooser changes the chain of the focus."""

    def __init__(self, selection: Selection, tones: Tones, turns: Turns) -> None:
        view = Charts(tones)
        super().__init__(
            view, lambda reading, focus: (reading.serial, focus.chain), view.draw, turns
        )
        self.view, self._selection = view, selection
        view.chain_chosen.connect(self._open)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.side, self.view.head, self.view.area)

    def _open(self, chain: str) -> None:
        focus = self._selection.focus
        self._selection.go(replace(focus, chain=chain, section=None, target=None))

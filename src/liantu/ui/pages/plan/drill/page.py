"""The tab 断供演练 as the window has it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from liantu.telling.search import Index
from liantu.ui.bridge import Bridge
from liantu.ui.look import Tones
from liantu.ui.pages.page import Drawn
from liantu.ui.pages.plan.drill.view import DrillView
from liantu.ui.selection import Selection


class DrillTab(Drawn):
    """``opened`` carries a kept scenario that is to be looked at, ``form_asked`` a measure that a
    form is to be about (``None``: a new one).
    """

    opened = Signal(object)
    form_asked = Signal(object)

    def __init__(self, selection: Selection, bridge: Bridge) -> None:
        self.view = DrillView()
        super().__init__(
            self.view,
            lambda reading, _: reading.serial,
            lambda reading, _: self.view.draw(reading),
            bridge.turns,
        )
        self._selection, self._bridge = selection, bridge
        self.view.asked.connect(bridge.suppose)
        self.view.opened.connect(self.opened)
        self.view.form_asked.connect(self.form_asked)
        bridge.indexed.connect(self._take_index)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""

    def stop(self) -> None:
        """Leave no thread behind."""

    @property
    def busy(self) -> bool:
        """Whether a drill is being reckoned."""
        return False

    def _take_index(self, index: Index) -> None:
        self.view.side.take_index(index)

"""The tab 补链方案 as the window has it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from liantu.model.target import Target
from liantu.telling.search import Index
from liantu.ui import looking
from liantu.ui.bridge import Bridge
from liantu.ui.look import Tones
from liantu.ui.pages.page import Drawn
from liantu.ui.pages.plan.closing.view import ClosingView
from liantu.ui.selection import Selection


class ClosingTab(Drawn):
    """Looks for plans anew for another reading, and offers the targets of another chain."""

    def __init__(self, selection: Selection, bridge: Bridge, tones: Tones) -> None:
        self.view = ClosingView(tones)
        super().__init__(
            self.view,
            lambda reading, focus: (reading.serial, focus.chain),
            self.view.draw,
            bridge.turns,
        )
        self._selection, self._bridge = selection, bridge
        self.view.followed.connect(self._follow)
        bridge.indexed.connect(self._take_index)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.side, self.view.plans, self.view.detail)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.view.set_tones(tones)

    def stop(self) -> None:
        """Leave no thread behind."""
        self.view.stop()

    @property
    def busy(self) -> bool:
        """Whether plans are looked for."""
        return self.view.busy

    def aim(self, product: str, chain: str = "") -> None:
        """Look for plans of a product, within a chain that shows it."""
        self.view.aim(product, chain)

    def _follow(self, target: Target) -> None:
        reading = self._bridge.session.reading
        self._selection.go(looking.follow(reading, self._selection.focus, target))

    def _take_index(self, index: Index) -> None:
        self.view.side.take_index(index)

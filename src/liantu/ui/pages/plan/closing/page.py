"""The tab 补链方案 as the window has it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from liantu.ui.pages.plan.closing.view import ClosingView
from liantu.ui.pages.plan.framed import ViewTab
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones


class ClosingTab(ViewTab):
    """Looks for plans anew for another reading, and offers the targets of another chain."""

    def __init__(self, selection: Selection, bridge: Bridge, tones: Tones) -> None:
        self.view = ClosingView(tones)
        ways = (lambda reading, focus: (reading.serial, focus.chain), self.view.draw)
        super().__init__(self.view, ways, selection, bridge, self.view.side)
        self.view.followed.connect(self.follow)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.side, self.view.plans, self.view.detail)

    def aim(self, product: str, chain: str = "") -> None:
        """Look for plans of a product, within a chain that shows it."""
        self.view.aim(product, chain)

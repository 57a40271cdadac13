"""The tab 情景 as the window has it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from liantu.model.target import Target
from liantu.ui.pages.plan.framed import ViewTab
from liantu.ui.pages.plan.scenarios.view import ScenariosView
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection


class ScenariosTab(ViewTab):
    """Drawn anew for another reading; effects are worked out by a worker."""

    def __init__(self, selection: Selection, bridge: Bridge) -> None:
        self.view = ScenariosView()
        ways = (lambda reading, _: reading.serial, lambda reading, _: self.view.draw(reading))
        super().__init__(self.view, ways, selection, bridge)
        self.view.chosen.connect(lambda product: self.follow(Target("product", product)))

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.list, self.view.detail)

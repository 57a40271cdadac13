"""The tab 情景 as the window has it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from liantu.model.target import Target
from liantu.ui import looking
from liantu.ui.bridge import Bridge
from liantu.ui.look import Tones
from liantu.ui.pages.page import Drawn
from liantu.ui.pages.plan.scenarios.view import ScenariosView
from liantu.ui.selection import Selection


class ScenariosTab(Drawn):
    """Drawn anew for another reading; effects are worked out by a worker."""

    def __init__(self, selection: Selection, bridge: Bridge) -> None:
        self.view = ScenariosView()
        super().__init__(
            self.view,
            lambda reading, _: reading.serial,
            lambda reading, _: self.view.draw(reading),
            bridge.turns,
        )
        self._selection, self._bridge = selection, bridge
        self.view.chosen.connect(self._follow)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.list, self.view.detail)

    def set_tones(self, tones: Tones) -> None:
        """The style sheet has all its colours."""

    def stop(self) -> None:
        """Leave no thread behind."""
        self.view.effects.stop()

    @property
    def busy(self) -> bool:
        """Whether what a scenario changes is still being worked out."""
        return self.view.effects.busy

    def _follow(self, product: str) -> None:
        reading = self._bridge.session.reading
        target = Target("product", product)
        self._selection.go(looking.follow(reading, self._selection.focus, target))

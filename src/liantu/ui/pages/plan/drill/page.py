"""The tab 断供演练 as the window has it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liantu.diagram.lenses import OUTAGE
from liantu.model.focus import DRILL
from liantu.model.target import Target
from liantu.telling.shocks.hits import HitRow
from liantu.ui.pages.plan.drill.view import DrillView
from liantu.ui.pages.plan.framed import ViewTab
from liantu.ui.seen import looking
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones


class DrillTab(ViewTab):
    """``opened`` carries a kept scenario that is to be looked at, ``form_asked`` a measure that a
    form is to be about (``None``: a new one).
    """

    opened = Signal(object)
    form_asked = Signal(object)

    def __init__(self, selection: Selection, bridge: Bridge, tones: Tones) -> None:
        self.view = DrillView(tones)
        ways = (lambda reading, _: reading.serial, lambda reading, _: self.view.draw(reading))
        super().__init__(self.view, ways, selection, bridge, self.view.side)
        self.view.asked.connect(bridge.suppose)
        self.view.opened.connect(self.opened)
        self.view.form_asked.connect(self.form_asked)
        self.view.result.hits.picked.connect(self._pick)
        self.view.result.hits.opened.connect(self._open)
        self.view.result.backups.followed.connect(self.follow)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.side, self.view.head, self.view.stack)

    def _pick(self, row: HitRow) -> None:
        """Select a unit's product where it is, so that what can be done with it can be done."""
        if self._selection.focus.plan == DRILL:
            focus = replace(self._selection.focus, target=Target("product", row.product))
            self._selection.settle(focus)

    def _open(self, row: HitRow) -> None:
        """See it on the map, painted by what stands still."""
        reading = self._bridge.session.reading
        focus = replace(self._selection.focus, map=None)
        found = looking.follow(reading, focus, Target("product", row.product))
        self._selection.go(replace(found, lens=OUTAGE))

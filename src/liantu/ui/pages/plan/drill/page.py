"""The tab 断供演练 as the window has it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from liantu.diagram.lenses import OUTAGE
from liantu.model.focus import DRILL
from liantu.model.target import Target
from liantu.telling.search import Index
from liantu.telling.shocks.hits import HitRow
from liantu.ui import looking
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

    def __init__(self, selection: Selection, bridge: Bridge, tones: Tones) -> None:
        self.view = DrillView(tones)
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
        self.view.result.hits.picked.connect(self._pick)
        self.view.result.hits.opened.connect(self._open)
        self.view.result.backups.followed.connect(self._follow)
        bridge.indexed.connect(self._take_index)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.side, self.view.head, self.view.stack)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.view.set_tones(tones)

    def stop(self) -> None:
        """Leave no thread behind."""
        self.view.stop()

    @property
    def busy(self) -> bool:
        """Whether a drill is being reckoned."""
        return self.view.busy

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

    def _follow(self, target: Target) -> None:
        reading = self._bridge.session.reading
        self._selection.go(looking.follow(reading, self._selection.focus, target))

    def _take_index(self, index: Index) -> None:
        self.view.side.take_index(index)

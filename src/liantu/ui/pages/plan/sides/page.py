"""The tab 并排 as the window has it: the focus keeps both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.lenses import DIAGNOSIS, LENSES, Lens
from liantu.jobs import Progress
from liantu.model.focus import Focus
from liantu.telling.beside.figures import Figure
from liantu.telling.beside.lists import aim
from liantu.telling.beside.pair import CHAIN, COUNTY, Pair, kind_of, meant
from liantu.telling.beside.ties import Tie
from liantu.telling.beside.told import Beside, beside
from liantu.ui.pages.plan.framed import ViewTab
from liantu.ui.pages.plan.sides.view import SidesView
from liantu.ui.seen import looking
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones
from liantu.ui.versions.work import Refused
from liantu.wording import text

RIGHT = 2
"""The column of the figures that is of the right side."""


class SidesTab(ViewTab):
    """Works out both sides away from the window's thread. ``aimed`` carries the list that a figure
    leads to, ``made`` tells that other sides are shown, or none.
    """

    aimed = Signal(object)
    made = Signal()

    def __init__(self, selection: Selection, bridge: Bridge, tones: Tones) -> None:
        self.view = SidesView()
        super().__init__(self.view, (_key, self._draw_it), selection, bridge)
        self._reading = Reading.nothing()
        self._lens = DIAGNOSIS
        self._asked: tuple[Reading, Pair] | None = None
        self.set_tones(tones)
        self.view.asked.connect(self.mean)
        self.view.kind_asked.connect(self._change_kind)
        self.view.swapped.connect(self.swap)
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self._open)
        self.view.counted.connect(self._count)
        self.view.maps.opened.connect(self._open_map)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return self.view.panes

    def take_verbs(self, verbs: Sequence[QAction]) -> None:
        """The buttons of the tab."""
        self.view.take_verbs(verbs)

    @property
    def pair(self) -> Pair | None:
        """What stands side by side."""
        return meant(self._reading, self._selection.focus)

    def mean(self, pair: Pair) -> None:
        """Let these stand side by side."""
        left, right = pair.targets
        self._selection.settle(replace(self._selection.focus, left=left, right=right))

    def swap(self) -> None:
        """Let both change places."""
        if (pair := self.pair) is not None:
            self.mean(pair.swapped)

    def let_go(self) -> None:
        """Stop what runs, and hold nothing of the reading that was drawn."""
        super().let_go()
        self._reading = Reading.nothing()
        self._asked = None

    # -- drawing

    def _draw_it(self, reading: Reading, focus: Focus) -> None:
        self._reading = reading
        pair, lens = meant(reading, focus), _lens(focus)
        self.view.offer(reading, pair, kind_of(focus))
        if pair is None:
            self._refuse(text("beside.few"))
        elif pair.left == pair.right:
            self._refuse(text("beside.alone"))
        elif self._asked != (reading, pair):
            self._lens, self._asked = lens, (reading, pair)
            self._work_out(reading, pair)
        elif lens is not self._lens and self.view.found is not None:
            chain = self.view.maps.chain.currentData() or ""
            self.view.show_maps(self.view.found, lens, chain)
            self._lens = lens

    def _work_out(self, reading: Reading, pair: Pair) -> None:
        def job(_progress: Progress) -> Beside:
            return beside(reading, pair)

        self.view.waiting.run(text("beside.working"), job, self._on_done, self.made.emit)

    def _on_done(self, found: object) -> None:
        if isinstance(found, Refused):
            self._refuse(found.words)
        elif isinstance(found, Beside):
            self.view.show_found(found, self._lens)

    def _refuse(self, words: str) -> None:
        self._asked = None
        self.view.refuse(words)
        self.made.emit()

    def _change_kind(self, kind: str) -> None:
        """Chains or counties: those that are meant where nobody chose any."""
        focus = replace(self._selection.focus, left=None, right=None)
        pair = meant(self._reading, focus, kind)
        if pair is not None:
            self.mean(pair)
        else:
            self._refuse(text("beside.few"))

    # -- where things lead

    def _pick(self, row: object) -> None:
        """Select what a row is about; both sides stay."""
        if not isinstance(row, Tie) or self.view.found is None:
            return
        if row.target.kind == CHAIN:
            self.view.maps.choose(row.id)
            return
        left, right = self.view.found.pair.targets
        focus = replace(self._selection.focus, left=left, right=right, target=row.target)
        self._selection.settle(focus)

    def _open(self, row: object) -> None:
        """Go to the map of what a row is about, of the left chain where that shows it."""
        if isinstance(row, Tie) and looking.leads(self._reading, row.target):
            self._selection.go(looking.follow(self._reading, self._at(0), row.target))

    def _count(self, row: object, column: int) -> None:
        """See what was counted: the right side from its own column, else the left one."""
        if isinstance(row, Figure) and self.view.found is not None:
            self.aimed.emit(aim(self.view.found, row, int(column == RIGHT)))

    def _open_map(self, side: int, chain: str) -> None:
        """The map of a chain, or of a county's part of it."""
        if self.view.found is not None:
            focus = self._at(side)
            self._selection.go(focus.opened(chain or focus.chain))

    def _at(self, side: int) -> Focus:
        """The focus on one side: its chain, or its county."""
        focus, found = self._selection.focus, self.view.found
        if found is None:
            return focus
        target = found.pair.targets[side]
        if target.kind == COUNTY:
            return replace(focus, county=target.id)
        return replace(focus, chain=target.id, map=None)


def _lens(focus: Focus) -> Lens:
    """The lens of the map; one that needs something beside it shows nothing here."""
    found = LENSES.get(focus.lens, DIAGNOSIS)
    return DIAGNOSIS if found.quiet else found


def _key(reading: Reading, focus: Focus) -> object:
    return reading.serial, meant(reading, focus), kind_of(focus), _lens(focus).id

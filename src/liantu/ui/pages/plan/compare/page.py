"""The tab 对比 as the window has it: its first side is what the lens 对比 compares with, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.library.versions.snapshots import Shelf, shelf
from liantu.model.focus import COMPARE, Focus
from liantu.telling.versions.comparison import Version, compared, reading_of
from liantu.telling.versions.sides import meant, pair, scenario_of, title_of
from liantu.ui.pages.plan.compare.side import CURRENT, Side
from liantu.ui.pages.plan.compare.view import CompareView, Made, make
from liantu.ui.pages.plan.framed import ViewTab
from liantu.ui.seen import looking
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones
from liantu.ui.versions.source import Source
from liantu.ui.versions.work import Refused, read_named
from liantu.ui.work.tasks import Tasks
from liantu.wording import text


class CompareTab(ViewTab):
    """Compares away from the window's thread, once it is seen and whenever a side is another."""

    def __init__(self, selection: Selection, bridge: Bridge, tones: Tones) -> None:
        self.view = CompareView()
        super().__init__(self.view, (_key, self._draw_it), selection, bridge)
        self._reading = Reading.nothing()
        self._folder: object = None
        self._tasks = Tasks(self.view)
        self.set_tones(tones)
        self.view.before.chosen.connect(self._on_before)
        self.view.after.chosen.connect(self.compare)
        self.view.swapped.connect(self._swap)
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self._open)
        self.view.maps.opened.connect(self._open_chain)

    def take_verbs(self, verbs: Sequence[QAction]) -> None:
        """The buttons of the tab."""
        self.view.take_verbs(verbs)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return self.view.panes

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()
        super().stop()

    @property
    def busy(self) -> bool:
        """Whether a comparison is being made, or its maps drawn."""
        return self._tasks.running or super().busy

    def let_go(self) -> None:
        """Stop what runs, and hold nothing of the reading that was drawn."""
        super().let_go()
        self._reading = Reading.nothing()

    # -- what is compared

    def compare(self) -> None:
        """Compare both sides anew."""
        reading, sides = self._reading, (self.view.before.side, self.view.after.side)
        if sides[0] == sides[1]:
            self.view.refuse(text("version.tab.same"))
            return

        def job(progress: Progress) -> Made:
            if sides[1] == CURRENT and isinstance(sides[0], str):
                before, after = pair(reading, sides[0])
            else:
                before, after = (_version(reading, side, progress) for side in sides)
            return make(compared(before, after, progress))

        words = text("version.compare.working")
        self.view.waiting.run(words, job, self._on_done, lambda: None)

    def _on_done(self, found: object) -> None:
        if isinstance(found, Refused):
            self.view.refuse(found.words)
        elif isinstance(found, Made):
            self.view.show_found(found, self._selection.focus.chain)

    def _draw_it(self, reading: Reading, focus: Focus) -> None:
        another = reading is not self._reading
        self._reading = reading
        self._read_versions(reading)
        if another:
            self.view.after.offer(reading)
            self.view.before.offer(reading)
        side = meant(reading, focus.against)
        if not isinstance(self.view.before.side, Source) and self.view.before.side != side:
            self.view.before.mean(side)
            another = True
        if another:
            self.compare()

    def _read_versions(self, reading: Reading) -> None:
        """Offer the versions of the folder once it is another."""
        folder = self._bridge.session.folder
        if folder == self._folder:
            return
        self._folder = folder

        def offer(found: object) -> None:
            assert isinstance(found, Shelf)
            for combo in (self.view.before, self.view.after):
                combo.offer_versions(found.snapshots, self._reading, folder)

        task = self._tasks.new(lambda _: shelf(folder), may_hang=True)
        task.done.connect(offer)
        task.start()

    def _on_before(self) -> None:
        """What the first side means, the lens compares with, too."""
        side = self.view.before.side
        if isinstance(side, str) and side != CURRENT:
            self._selection.settle(replace(self._selection.focus, against=side))
        self.compare()

    def _swap(self) -> None:
        before, after = self.view.before.side, self.view.after.side
        self.view.before.mean(after)
        self.view.after.mean(before)
        self.compare()

    # -- where a row leads

    def _pick(self, row: object) -> None:
        """The product of a row is selected wherever it is seen, and its map is shown here."""
        target = getattr(row, "target", None)
        if target is None or target.kind != "product" or not looking.leads(self._reading, target):
            return
        chain = self._reading.chain_for(target.id, self._selection.focus.chain)
        self.view.maps.choose(chain)
        focus = replace(self._selection.focus, chain=chain or self._selection.focus.chain)
        self._selection.settle(replace(focus, target=target))

    def _open(self, row: object) -> None:
        """Go to the map with the lens 对比."""
        target = getattr(row, "target", None)
        if target is not None and looking.leads(self._reading, target):
            self._go(looking.follow(self._reading, self._selection.focus, target))

    def _open_chain(self, _side: int, chain: str) -> None:
        if chain in self._reading.atlas.chains:
            self._go(self._selection.focus.opened(chain))

    def _go(self, focus: Focus) -> None:
        side = self.view.before.side
        lens = COMPARE if isinstance(side, str) and side != CURRENT else focus.lens
        against = side if isinstance(side, str) and side != CURRENT else focus.against
        self._look_at_after()
        self._selection.go(replace(focus, lens=lens, against=against))

    def _look_at_after(self) -> None:
        """The map shows the second side, so it becomes what is looked at: a step to be undone."""
        side, reading = self.view.after.side, self._reading
        if not isinstance(side, str) or side == CURRENT:
            return
        scenario = scenario_of(reading.base, side, reading.date)
        if scenario is not None and not scenario.alike(reading.scenario):
            self._bridge.look(scenario)


def _key(reading: Reading, focus: Focus) -> object:
    return reading.serial, focus.against


def _version(reading: Reading, side: Side, progress: Progress) -> Version:
    """A side of the open data, or a version that is read now."""
    if isinstance(side, Source):
        read = read_named(str(side.path), progress)
        return Version(read.title, reading_of(read.atlas, beside=reading.scenario), read.errors)
    if side == CURRENT:
        return pair(reading)[1]
    scenario = scenario_of(reading.base, side, reading.date)
    if scenario is None:
        return pair(reading)[0]
    found = reading.beside(scenario)
    return Version(title_of(found, side), found)

"""The page 图谱: chains at the left, map and lists in the middle, reasons at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.lenses import LENSES
from liantu.model.focus import Focus
from liantu.model.target import DRILLED, Target
from liantu.telling.answer import answer
from liantu.telling.line import Dossier
from liantu.telling.versions.turn import Turn
from liantu.ui.bars.steps import StepBar
from liantu.ui.bars.timeline import Timeline
from liantu.ui.canvas.accessible import speak
from liantu.ui.canvas.picture import Spot
from liantu.ui.pages.map.area import MapArea
from liantu.ui.pages.map.chain_list import ChainList
from liantu.ui.pages.map.drawer import Drawer
from liantu.ui.pages.map.frame import MapFrame, Parts
from liantu.ui.pages.map.head import MapHead
from liantu.ui.pages.map.legend import Legend
from liantu.ui.pages.map.listing import Listing, ListsPart
from liantu.ui.pages.map.menu import Ground, counted_menu, door_menu, map_menu
from liantu.ui.pages.map.side import Side
from liantu.ui.pages.page import Drawn
from liantu.ui.seen import lenses, looking
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones
from liantu.ui.widgets.banner import Banner
from liantu.ui.widgets.inspector import Inspector
from liantu.wording import text

DRAWING, LAYING = "drawing", "laying"
"""What the banner tells while a line is drawn, and while a large map is laid out."""


class MapPage(QObject):
    """``why_asked`` carries the product whose sheet is wanted; ``joined`` two products of which the
    first was drawn into the second, ``carried`` a product with the stage and the 细分环节 to
    which it was carried, ``input_asked`` what is to be done to an input, what goes in and what
    takes it, ``drill_asked`` the :class:`Target` of a drill, ``beside_asked`` two that are to stand
    side by side (the first ``None`` where the other is the first), ``amended`` the :class:`Amend`
    of a figure that is to be changed.
    """

    why_asked = Signal(str)
    joined = Signal(str, str)
    carried = Signal(str, str, str)
    input_asked = Signal(str, str, str)
    drill_asked = Signal(object)
    beside_asked = Signal(object, object)
    amended = Signal(object)

    def __init__(self, selection: Selection, bridge: Bridge, banner: Banner, tones: Tones) -> None:
        super().__init__()
        self._selection, self._bridge, self._banner = selection, bridge, banner
        self._menu_verbs: list[QAction] = []
        self._edits: list[QAction] = []
        self._more_edits: list[QAction] = []
        self._told_of = ""
        self._untold: Dossier | None = None
        self._untold_round: tuple[Reading, Focus] | None = None
        self._relit = False
        self.chains = ChainList(tones, selection.marks)
        self.head = MapHead()
        self.panel = MapArea(tones)
        self.legend = Legend(tones)
        self.timeline = Timeline(tones)
        self.steps = StepBar()
        self.listing = Listing(bridge.session)
        self.lists = self.listing.lists
        self.drawer = Drawer(self.lists)
        self.inspector = Inspector()
        self.side = Side(self.inspector)
        banner.keep_clear(self.chains, self.side)
        self.frame = MapFrame(
            Parts(
                chains=self.chains,
                head=self.head,
                map=self.panel,
                legend=self.legend,
                timeline=self.timeline,
                steps=self.steps,
                drawer=self.drawer,
                side=self.side,
            )
        )
        self.widget: QWidget = self.frame
        turns = bridge.turns
        self._drawn = (
            Drawn(self.panel, lambda r, f: (r.serial, f), self._draw_map, turns),
            Drawn(self.head, lambda r, f: (r.serial, f), self._draw_round, turns),
            Drawn(self.timeline, _dated, self.timeline.draw, turns),
            Drawn(self.inspector, _told, self._describe, turns),
            Drawn(self.chains, lambda r, f: (r.serial, f.chain), self.chains.draw, turns),
            ListsPart(self.listing, turns),
        )
        self._connect()

    def show(self, reading: Reading, focus: Focus) -> None:
        """Show the chain or enterprise of the focus and what is selected."""
        for part in self._drawn:
            part.show(reading, focus)

    def take_verbs(self, zoom: Mapping[str, QAction], menu: list[QAction]) -> None:
        """Put verbs into the row above the map and into the menu of its cards."""
        self.head.add_zoom(zoom)
        self._menu_verbs = menu

    def take_edits(
        self, card: list[QAction], more: list[QAction], inspector: list[QAction]
    ) -> None:
        """Put what changes the data into the menu of a card, ``more`` of it into one of its own,
        and below what is told of it.
        """
        self._edits, self._more_edits = card, more
        self.inspector.take_verbs(inspector)

    def begin_drawing(self) -> None:
        """Let the card that is clicked next go into the selected one."""
        canvas = self.panel.canvas
        if canvas.begin_drawing(self._selection.focus.product):
            name = self._bridge.session.reading.atlas.products[self._selection.focus.product].label
            stop = (text("ui.cancel"), canvas.stop_gesture)
            self._banner.tell(text("ui.map.draw", name=name), [stop], about=DRAWING, asks=True)

    def _on_carried(self, product: str, segment: int) -> None:
        shown = self.panel.map
        chain = self._bridge.session.reading.atlas.chains.get(self._selection.focus.chain)
        found = next((s for s in shown.graph.segments if s.id == segment), None) if shown else None
        if chain is not None and found is not None:
            group = "" if found.derived else found.name
            self.carried.emit(product, chain.stages[found.stage].id, group)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.chains.set_tones(tones)
        self.panel.set_tones(tones)
        self.legend.set_tones(tones)
        self.timeline.set_tones(tones)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where the focus can go, in order."""
        return (
            self.chains.view,
            self.head,
            self.panel.canvas,
            self.legend,
            self.steps.play,
            self.timeline.axis,
            self.lists.bar,
            self.lists.body,
            self.side,
        )

    def _ask_beside(self, chain: str) -> None:
        """A chain of the list beside the one that is shown."""
        shown = self._selection.focus.chain
        left = Target("chain", shown) if shown else None
        self.beside_asked.emit(left, Target("chain", chain))

    def _ask_beside_county(self, county: str) -> None:
        self.beside_asked.emit(None, Target("county", county))

    def step_chain(self, step: int) -> None:
        """Open the chain so many rows below in the list."""
        if chain := self.chains.beside(self._selection.focus.chain, step):
            self._selection.open_chain(chain)

    # -- wiring

    def _connect(self) -> None:
        canvas = self.panel.canvas
        self.chains.chosen.connect(self._selection.open_chain)
        self.chains.beside_asked.connect(self._ask_beside)
        self.panel.chips.beside_asked.connect(self._ask_beside_county)
        self.head.county_chosen.connect(lambda name: self._look(county=name))
        self.head.lens_chosen.connect(lambda lens: self._look(lens=lens))
        self.head.view_chosen.connect(lambda view: self._look(view=view))
        self.head.detail_chosen.connect(lambda detail: self._look(detail=detail))
        self.head.against_chosen.connect(lambda side: self._look(against=side))
        self.head.section_chosen.connect(self._choose_section)
        self.head.help_asked.connect(lambda: self.legend.tell_all(self.head.help))
        self.legend.filtered.connect(canvas.filter_to)
        self.timeline.asked.connect(self._bridge.choose_date)
        self.steps.asked.connect(self._show_step)
        self.timeline.near.connect(self._bridge.ahead.foresee_more)
        canvas.zoomed.connect(self.head.show_zoom)
        self.frame.covered.connect(
            lambda width: canvas.keep_visible(canvas.selected_product, width)
        )
        self.frame.left.connect(lambda: self._selection.pick(None))
        for at, lens in enumerate(LENSES, start=1):
            keys = QShortcut(QKeySequence(str(at)), canvas)
            keys.setContext(Qt.ShortcutContext.WidgetShortcut)
            keys.activated.connect(partial(self.head.lens_chosen.emit, lens))
        canvas.installEventFilter(self)
        canvas.selected.connect(self._on_card)
        canvas.doors.connect(self._on_doors)
        canvas.context_requested.connect(self._on_context)
        canvas.counted_asked.connect(self._on_counted)
        canvas.changes = lambda: not self._bridge.block and self._selection.focus.map is None
        canvas.joined.connect(self.joined)
        canvas.carried.connect(self._on_carried)
        canvas.drawing_ended.connect(lambda: self._banner.withdraw(DRAWING))
        self.panel.asked.connect(lambda changes: self._look(**changes))
        self.panel.settled.connect(self._bridge.ahead.lay_out)
        self.panel.made.connect(self._on_lens_made)
        self.panel.slow.connect(
            lambda cancel: self._banner.tell_progress(text("ui.map.laying"), cancel, LAYING)
        )
        self.panel.laid.connect(lambda: self._banner.withdraw(LAYING))
        self._bridge.watch(self.panel.frame)
        self.lists.picked.connect(self._follow)
        self.lists.opened.connect(self.why_asked)
        self.listing.settled.connect(self._on_listing)
        self.inspector.followed.connect(self._follow)
        self.inspector.why_asked.connect(self.why_asked)
        self.inspector.map_asked.connect(self._show_firm)
        self.inspector.amended.connect(self.amended)
        self.inspector.entered.connect(self._selection.enter)
        self.inspector.fold_asked.connect(lambda product: self._look(fold=product, box=""))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc on the map shuts the lists that lie over it, after what the mouse has begun; the
        rest is for the map, and for the window where the map has nothing to leave.
        """
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        free = not self.panel.canvas.busy_hand
        if event.key() != Qt.Key.Key_Escape or not free:
            return False
        if self.drawer.is_open and not self.frame.tall:
            return self.frame.step_back()
        bare = self._selection.focus.target is None and self.panel.canvas.is_bare
        if bare:
            event.ignore()
        return bare

    def show_marked(self, targets: frozenset[Target]) -> None:
        """Stress the products of several chosen rows; none of them leaves the stress as it was."""
        self.panel.canvas.mark({t.id for t in targets if t.kind == "product"})

    def mark_changes(self, changes: Mapping[str, Turn]) -> None:
        """Mark products that another version tells otherwise: ``added``, ``removed`` or
        ``changed``; an empty mapping takes the marks away.
        """
        self.panel.mark_changes(changes)
        self.legend.mark_changes(changes)

    def _look(self, **changes: Any) -> None:
        """Look at the same in another way; a step that can be returned from."""
        self._selection.go(replace(self._selection.focus, **changes))

    def _show_step(self, step: int | None) -> None:
        """Steps of one drill are looked at in one step of what can be returned to."""
        self._selection.settle(replace(self._selection.focus, step=step))

    def _follow(self, target: Target) -> None:
        if target.kind.startswith(DRILLED):
            self.drill_asked.emit(target)
            return
        reading, focus = self._bridge.session.reading, self._selection.focus
        self._selection.go(looking.follow(reading, focus, target))

    def _choose_section(self, key: str) -> None:
        self._selection.open_chain(self._selection.focus.chain, key or None)

    def _show_firm(self, enterprise: str) -> None:
        self._look(map=Target("enterprise", enterprise), fold="", box="")

    def _on_listing(self, front: str, scope: str) -> None:
        self._selection.settle(replace(self._selection.focus, list=front, scope=scope))

    def _on_card(self, product: str) -> None:
        self._selection.pick(Target("product", product) if product else None)

    def _on_doors(self, product: str, chains: tuple[str, ...], spot: QPoint) -> None:
        if len(chains) == 1:
            self._selection.enter(product, chains[0])
        else:
            reading = self._bridge.session.reading
            door_menu(self.widget, reading, self._selection, product, chains).popup(spot)

    def _on_context(self, found: Spot, spot: QPoint) -> None:
        map_menu(self.widget, self._ground(), found).popup(spot)

    def _on_counted(self, items: tuple[str, ...], spot: QPoint) -> None:
        counted_menu(self.widget, self._ground(), items).popup(spot)

    def _ground(self) -> Ground:
        shown, verbs = self.panel.map, self._menu_verbs
        return Ground(
            reading=self._bridge.session.reading,
            selection=self._selection,
            graph=shown.graph if shown is not None else None,
            verbs=verbs,
            edits=self._edits,
            more_edits=self._more_edits,
            change_input=self._change_input,
            amend=self.amended.emit,
            assume=self._bridge.assume,
        )

    def _change_input(self, act: str, supplied: str, consumer: str) -> None:
        self.input_asked.emit(act, supplied, consumer)

    # -- drawing

    def _draw_map(self, reading: Reading, focus: Focus) -> None:
        canvas = self.panel.canvas
        scene, lens = canvas.map_scene, canvas.lens
        self.panel.draw(reading, focus)
        self._relit = canvas.map_scene is scene and canvas.lens is not lens
        if self.panel.lays_out:
            self._bridge.ahead.drop()
        self.frame.show_selected(focus.target is not None)

    def _draw_round(self, reading: Reading, focus: Focus) -> None:
        """Tell of the map; of another lens only once it is painted, unless the legend has a filter,
        which ends with the lens.
        """
        self.steps.draw(reading, focus)
        self.drawer.tell_coverage(reading)
        relit, self._relit = self._relit, False
        if relit and not self.legend.chosen:
            if self._untold_round is None:
                self._bridge.turns.add(self._tell_round)
            self._untold_round = (reading, focus)
            self.head.mark(focus)
        else:
            self._untold_round = (reading, focus)
            self._tell_round()

    def _tell_round(self) -> None:
        if self._untold_round is None:
            return
        (reading, focus), self._untold_round = self._untold_round, None
        self.head.draw(reading, focus, self.panel.title)
        if not self.panel.lays_out:
            self.legend.draw(reading, focus)
        elif not self.panel.shows:
            self.legend.wipe()

    def _on_lens_made(self) -> None:
        reading, focus = self._bridge.session.reading, self._selection.focus
        if lenses.lens_of(reading, focus) is not None:  # also of what was left meanwhile
            self._draw_map(reading, focus)
            self._draw_round(reading, focus)

    def stop(self) -> None:
        """Leave no thread behind."""
        self.panel.stop()

    def _describe(self, reading: Reading, focus: Focus) -> None:
        """Tell of what is selected; of another chain only once its map is painted."""
        self._speak(reading, focus)
        former, self._told_of, self._untold = self._told_of, focus.chain, None
        if focus.chain not in reading.atlas.chains:
            self.inspector.show_hint(text("ui.map.nothing"))
            return
        dossier, turns = looking.dossier(reading, focus), self._bridge.turns
        if focus.chain == former or turns.pending:
            self.inspector.show_dossier(dossier, focus.chain)
            return
        self._untold = dossier
        self.inspector.announce(dossier)
        turns.add(partial(self._tell, dossier, focus.chain))

    def _tell(self, dossier: Dossier, chain: str) -> None:
        if self._untold is dossier:
            self._untold = None
            self.inspector.show_dossier(dossier, chain)

    def _speak(self, reading: Reading, focus: Focus) -> None:
        product = reading.atlas.products.get(focus.product)
        known = product is not None and product.id in reading.verdicts
        words = answer(reading, focus.product) if known else ""
        speak(self.panel.canvas, text("ui.map"), product.name if product else "", words)


def _dated(reading: Reading, focus: Focus) -> object:
    return (reading.serial, focus.firm, focus.chain)


def _told(reading: Reading, focus: Focus) -> object:
    return (reading.serial, focus.target, focus.chain, looking.section_of(reading, focus))

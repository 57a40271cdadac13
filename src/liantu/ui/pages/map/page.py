"""The page 图谱: chains at the left, map and lists in the middle, reasons at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from liantu.analysis.reading import Reading
from liantu.model.focus import Focus
from liantu.model.target import Target
from liantu.ui import looking
from liantu.ui.bridge import Bridge
from liantu.ui.canvas.picture import Spot
from liantu.ui.look import Tones
from liantu.ui.pages.map.chain_list import ChainList
from liantu.ui.pages.map.listing import Listing
from liantu.ui.pages.map.menu import Ground, counted_menu, door_menu, map_menu
from liantu.ui.pages.map.panel import MapPanel
from liantu.ui.pages.page import Drawn
from liantu.ui.selection import Selection
from liantu.ui.settings import Settings
from liantu.ui.shell import packed, unpacked
from liantu.ui.widgets.banner import Banner
from liantu.ui.widgets.inspector import Inspector
from liantu.wording import text

SIDES = (228, 320)
"""Widths of the chain list and of the inspector at first."""

LISTS_SHARE = 0.25
"""Share of the height that the lists take at first."""
LISTS_LEAST = 150
"""Height of the tabs, the filters and a row or two: less is not asked of the map."""


class MapPage(QObject):
    """``why_asked`` carries the product whose sheet is wanted."""

    why_asked = Signal(str)

    def __init__(self, selection: Selection, bridge: Bridge, banner: Banner, tones: Tones) -> None:
        super().__init__()
        self._selection, self._bridge, self._banner = selection, bridge, banner
        self._menu_verbs: list[QAction] = []
        self.chains = ChainList(tones)
        self.panel = MapPanel(tones)
        self.listing = Listing(bridge.session)
        self.lists = self.listing.lists
        self.lists.setMinimumHeight(LISTS_LEAST)
        self.inspector = Inspector()
        self.rows = _splitter(Qt.Orientation.Vertical, (self.panel, self.lists))
        self.widget: QWidget
        self.columns = self.widget = _splitter(
            Qt.Orientation.Horizontal, (self.chains, self.rows, self.inspector)
        )
        self.columns.setStretchFactor(1, 1)
        self.rows.setStretchFactor(0, 1)
        turns = bridge.turns
        self._drawn = (
            Drawn(self.panel, lambda r, f: (r.serial, f), self.panel.draw, turns),
            Drawn(self.inspector, _told, self._describe, turns),
            Drawn(self.chains, lambda r, f: (r.serial, f.chain), self.chains.draw, turns),
            Drawn(self.lists, lambda r, f: (r.serial, f), self.listing.draw, turns),
        )
        self._connect()

    def show(self, reading: Reading, focus: Focus) -> None:
        """Show the chain or enterprise of the focus and what is selected."""
        for part in self._drawn:
            part.show(reading, focus)

    def take_verbs(self, zoom: list[QAction], menu: list[QAction]) -> None:
        """Put verbs into the header of the map and into the menu of its cards."""
        self.panel.add_zoom(zoom)
        self._menu_verbs = menu

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self.chains.set_tones(tones)
        self.panel.set_tones(tones)

    @property
    def alone(self) -> bool:
        """Whether the map stands alone."""
        return self.lists.isHidden()

    def show_sides(self, shown: bool) -> None:
        """Show or hide all that stands around the map."""
        for part in (self.chains, self.lists, self.inspector):
            part.setVisible(shown)

    def share_room(self, settings: Settings, width: int, height: int) -> None:
        """The splitters as they were left, else in proportion to the window."""
        if not self.columns.restoreState(unpacked(settings.columns)):
            self.columns.setSizes([SIDES[0], width - sum(SIDES), SIDES[1]])
        if not self.rows.restoreState(unpacked(settings.rows)):
            lists = round(height * LISTS_SHARE)
            self.rows.setSizes([height - lists, lists])

    def note_room(self, settings: Settings) -> None:
        """Note the splitters for the next start."""
        settings.columns = packed(self.columns.saveState())
        settings.rows = packed(self.rows.saveState())

    # -- wiring

    def _connect(self) -> None:
        canvas = self.panel.canvas
        self.chains.chosen.connect(self._selection.open_chain)
        self.panel.county_chosen.connect(lambda name: self._look(county=name))
        self.panel.lens_chosen.connect(lambda lens: self._look(lens=lens))
        self.panel.section_chosen.connect(self._choose_section)
        canvas.selected.connect(self._on_card)
        canvas.doors.connect(self._on_doors)
        canvas.context_requested.connect(self._on_context)
        canvas.counted_asked.connect(self._on_counted)
        self.panel.area.asked.connect(lambda changes: self._look(**changes))
        self.panel.area.settled.connect(self._bridge.look_ahead)
        self._bridge.watch(self.panel.area.frame)
        self.lists.picked.connect(self._follow)
        self.lists.opened.connect(self.why_asked)
        self.listing.settled.connect(self._on_listing)
        self.inspector.followed.connect(self._follow)
        self.inspector.why_asked.connect(self.why_asked)
        self.inspector.map_asked.connect(self._show_firm)
        self.inspector.entered.connect(self._selection.enter)
        self.inspector.fold_asked.connect(lambda product: self._look(fold=product, box=""))

    def _look(self, **changes: Any) -> None:
        """Look at the same in another way; a step that can be returned from."""
        self._selection.go(replace(self._selection.focus, **changes))

    def _follow(self, target: Target) -> None:
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
        shown, verbs = self.panel.area.map, self._menu_verbs
        return Ground(
            reading=self._bridge.session.reading,
            selection=self._selection,
            graph=shown.graph if shown is not None else None,
            verbs=verbs,
            assume=self._bridge.assume,
        )

    # -- drawing

    def _describe(self, reading: Reading, focus: Focus) -> None:
        if focus.chain not in reading.atlas.chains:
            self.inspector.show_hint(text("ui.map.nothing"))
            return
        self.inspector.show_dossier(looking.dossier(reading, focus), focus.chain)


def _told(reading: Reading, focus: Focus) -> object:
    return (reading.serial, focus.target, focus.chain, looking.section_of(reading, focus))


def _splitter(way: Qt.Orientation, parts: tuple[QWidget, ...]) -> QSplitter:
    made = QSplitter(way)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    return made

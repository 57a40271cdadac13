"""The page 图谱: chains at the left, map and lists in the middle, reasons at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from liantu.analysis.reading import Reading
from liantu.model.focus import MAP, Focus
from liantu.model.target import Target
from liantu.ui import looking
from liantu.ui.bridge import Bridge
from liantu.ui.look import Tones
from liantu.ui.pages.map.chain_list import ChainList
from liantu.ui.pages.map.listing import Listing
from liantu.ui.pages.map.menu import card_menu
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

NOTE = "map"
"""What the banner tells about when not the whole map of the chain is shown."""


class MapPage(QObject):
    """``why_asked`` carries the product whose sheet is wanted."""

    why_asked = Signal(str)

    def __init__(self, selection: Selection, bridge: Bridge, banner: Banner, tones: Tones) -> None:
        super().__init__()
        self._selection, self._bridge, self._banner = selection, bridge, banner
        self._menu_verbs: list[QAction] = []
        self._noted: object = None
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
        noted = (focus.page == MAP, focus.map, focus.fold)
        if noted != self._noted:
            self._noted = noted
            self._tell_where(reading, focus)

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
        canvas.fold_asked.connect(lambda product: self._look(fold=product))
        canvas.door_opened.connect(self._on_door)
        canvas.context_requested.connect(self._on_context)
        self.lists.picked.connect(self._follow)
        self.lists.opened.connect(self.why_asked)
        self.listing.settled.connect(self._on_listing)
        self.inspector.followed.connect(self._follow)
        self.inspector.why_asked.connect(self.why_asked)
        self.inspector.map_asked.connect(self._show_firm)

    def show_marked(self, targets: frozenset[Target]) -> None:
        """Stress the products of several chosen rows; none of them leaves the stress as it was."""
        reading, focus = self._bridge.session.reading, self._selection.focus
        products = {target.id for target in targets if target.kind == "product"}
        self.panel.canvas.highlight(products or looking.stressed(reading, focus))

    def _look(self, **changes: Any) -> None:
        """Look at the same in another way; a step that can be returned from."""
        self._selection.go(replace(self._selection.focus, **changes))

    def _follow(self, target: Target) -> None:
        reading, focus = self._bridge.session.reading, self._selection.focus
        self._selection.go(looking.follow(reading, focus, target))

    def _choose_section(self, key: str) -> None:
        self._selection.open_chain(self._selection.focus.chain, key or None)

    def _show_firm(self, enterprise: str) -> None:
        self._look(map=Target("enterprise", enterprise), fold="")

    def _on_listing(self, front: str, scope: str) -> None:
        self._selection.settle(replace(self._selection.focus, list=front, scope=scope))

    def _on_card(self, product: str) -> None:
        self._selection.pick(Target("product", product) if product else None)

    def _on_door(self, chain: str) -> None:
        self._selection.enter(self._selection.focus.product, chain)

    def _on_context(self, product: str, spot: QPoint) -> None:
        reading, assume = self._bridge.session.reading, self._bridge.assume
        menu = card_menu(self.widget, reading, self._selection, product, self._menu_verbs, assume)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(spot)

    # -- drawing

    def _describe(self, reading: Reading, focus: Focus) -> None:
        if focus.chain not in reading.atlas.chains:
            self.inspector.show_hint(text("ui.map.nothing"))
            return
        self.inspector.show_dossier(looking.dossier(reading, focus))

    def _tell_where(self, reading: Reading, focus: Focus) -> None:
        """Say that not the whole map of the chain is shown, and offer the way back."""
        atlas = reading.atlas
        if focus.page != MAP:
            self._banner.withdraw(NOTE)
            return
        if focus.fold in atlas.products:
            words = text("ui.folded", name=atlas.products[focus.fold].name)
            offer = (text("ui.card.unfold"), lambda: self._look(fold=""))
        elif focus.firm in atlas.enterprises:
            words = text("ui.firm.shown", name=atlas.enterprises[focus.firm].name)
            offer = (text("ui.firm.back"), lambda: self._look(map=None, fold=""))
        else:
            self._banner.withdraw(NOTE)
            return
        self._banner.tell(words, [offer], about=NOTE)


def _told(reading: Reading, focus: Focus) -> object:
    return (reading.serial, focus.target, focus.chain, looking.section_of(reading, focus))


def _splitter(way: Qt.Orientation, parts: tuple[QWidget, ...]) -> QSplitter:
    made = QSplitter(way)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    return made

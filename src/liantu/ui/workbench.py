"""The inside of the window: puts the parts together and lets the shared selection drive them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from liantu.analysis.compare import compare
from liantu.analysis.diagnosis import Diagnosis
from liantu.document.session import Opened, Session
from liantu.issues import Issue
from liantu.model import Atlas
from liantu.model.focus import HOME, MAP, Focus
from liantu.model.scenario import Switches
from liantu.model.target import Target
from liantu.telling.dossiers.describe import describe
from liantu.telling.search import Index
from liantu.telling.status import status_line
from liantu.ui import looking
from liantu.ui.actions.verbs import Actions
from liantu.ui.commands import Commands
from liantu.ui.context_menu import card_menu
from liantu.ui.dialogs.problems import counts
from liantu.ui.exporting import Exporter
from liantu.ui.frame import Frame, packed, unpacked
from liantu.ui.listing import Listing
from liantu.ui.loading import Loader
from liantu.ui.look import Tones
from liantu.ui.panels.chain_list import ChainList
from liantu.ui.panels.home import Home
from liantu.ui.panels.inspector import Inspector
from liantu.ui.panels.map_panel import MapPanel
from liantu.ui.panels.reports import Reports
from liantu.ui.panels.search_box import SearchPalette
from liantu.ui.selection import Selection
from liantu.ui.widgets.banner import Banner
from liantu.wording import text

SIDES = (228, 320)
"""Widths of the chain list and of the inspector at first."""

LISTS_SHARE = 0.31
"""Share of the height that the lists take at first."""


class Workbench(QWidget):
    """Shows one data folder in the frame of the window."""

    def __init__(self, frame: Frame, folder: Path, chain: str = "", date: str = "") -> None:
        super().__init__()
        self.frame = frame
        self.settings = frame.settings
        self.workspace = Session(folder)
        self._date, self._wanted = date, chain
        self.folder = folder
        self._home_stale = False
        self.selection = Selection(self)
        self.loader = Loader(self)
        self.commands = Commands(self)
        self.actions_ = Actions(self.commands, frame.window())
        self._build()
        self._connect()
        self._share_room()
        self.search = SearchPalette(frame.window())
        self.search.chosen.connect(self.follow)
        self._on_focus(self.selection.focus)

    # -- building

    def _build(self) -> None:
        look = self.frame.tones
        self.actions_.fill(self.frame.topbar.main_menu, self.frame.topbar.export_menu)
        self.banner = Banner("ui.banner")
        self.exporter = Exporter(self.banner, self)
        self.home = Home(look)
        self.chains = ChainList(look)
        self.map = MapPanel(look)
        self.map.add_zoom(self.actions_.some("fit", "zoom_out", "zoom_in", "map_only"))
        self.listing = Listing()
        self.lists = self.listing.lists
        self.inspector = Inspector()
        self.rows = _splitter(Qt.Orientation.Vertical, (self.map, self.lists))
        self.columns = _splitter(
            Qt.Orientation.Horizontal, (self.chains, self.rows, self.inspector)
        )
        self.columns.setStretchFactor(1, 1)
        self.rows.setStretchFactor(0, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.home)
        self.pages.addWidget(self.columns)
        self.reports = Reports()
        self.pages.addWidget(self.reports)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.banner)
        box.addWidget(self.pages, 1)

    def _connect(self) -> None:
        canvas = self.map.canvas
        self.selection.changed.connect(self._on_focus)
        self.frame.topbar.page_chosen.connect(self.selection.show_page)
        self.frame.topbar.date.chosen.connect(self.choose_date)
        self.frame.topbar.search_asked.connect(self.commands.open_search)
        for part in (self.home, self.chains):
            part.chosen.connect(self.selection.open_chain)
        self.home.export_asked.connect(self.commands.export_city)
        self.home.copy_asked.connect(self.commands.copy_city)
        self.map.county_chosen.connect(lambda name: self._look(county=name))
        self.map.lens_chosen.connect(lambda lens: self._look(lens=lens))
        self.inspector.map_asked.connect(self.show_firm)
        self.inspector.why_asked.connect(self.commands.show_why)
        self.lists.opened.connect(self.commands.show_why)
        self.map.section_chosen.connect(self._choose_section)
        canvas.selected.connect(self._on_card)
        canvas.door_opened.connect(
            lambda chain: self.selection.enter(self.selection.focus.product, chain)
        )
        canvas.context_requested.connect(self._on_context)
        canvas.fold_asked.connect(lambda product: self._look(fold=product))
        self.reports.export_asked.connect(self.commands.write_report)
        self.lists.picked.connect(self.follow)
        self.listing.settled.connect(self._on_listing)
        self.inspector.followed.connect(self.follow)
        self.loader.opened.connect(self._on_opened)
        self.loader.indexed.connect(self._on_indexed)
        self.loader.checked.connect(self._on_checked)
        self.loader.failed.connect(self._on_failed)

    def _share_room(self) -> None:
        """The splitters as they were left, else in proportion to the window."""
        size = self.frame.window().size()
        if not self.columns.restoreState(unpacked(self.settings.columns)):
            self.columns.setSizes([SIDES[0], size.width() - sum(SIDES), SIDES[1]])
        if not self.rows.restoreState(unpacked(self.settings.rows)):
            lists = round(size.height() * LISTS_SHARE)
            self.rows.setSizes([size.height() - lists, lists])

    # -- life

    def stop(self) -> None:
        """Leave no thread behind, and note what should be found again at the next start."""
        self.loader.stop()
        self.exporter.stop()
        self.reports.stop()
        self.settings.columns = packed(self.columns.saveState())
        self.settings.rows = packed(self.rows.saveState())
        self.settings.page = self.selection.focus.page
        self.settings.chain = self.selection.focus.chain or self.settings.chain
        self.settings.folder = str(self.folder)

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        for part in (self.home, self.chains, self.map):
            part.set_tones(look)
        self._refresh_verbs()

    # -- reading

    def open_folder(self, folder: Path) -> None:
        """Read another folder and show it."""
        self.folder = folder
        self._wanted = ""
        self.reload()

    def reload(self) -> None:
        """Read the folder again."""
        self.frame.say(text("ui.reading", folder=self.folder))
        self.loader.load(self.folder, self._date)

    def choose_date(self, date: str) -> None:
        """Look at another 口径日期; everything follows it."""
        if date != self.workspace.reading.date and self.workspace.ready:
            self._date = date
            before = self.workspace.reading.diagnosis
            self.workspace.revise(date)
            self.refresh()
            self._tell_changes(before)

    def assume(self, switches: Switches) -> None:
        """Diagnose under other assumptions; one step that can be undone."""
        found = self.workspace.reading.verdicts
        self.workspace.assume(switches)
        if self.workspace.reading.verdicts is found:
            self._rank_again()
        else:
            self.refresh()

    def _rank_again(self) -> None:
        """Only the order of the gaps has changed."""
        self.listing.rank(self.workspace, self.selection.focus)
        self._tell_state()
        self._refresh_verbs()

    def refresh(self) -> None:
        """Show the workspace as it now stands."""
        self._show_workspace()
        self._tell_state()
        self._on_focus(self.selection.focus)

    def _tell_changes(self, before: Diagnosis) -> None:
        """What the new date changes, against the one before."""
        found = compare(before, self.workspace.reading.diagnosis)
        gained = [c.product for c in found if c.gained]
        lost = [c.product for c in found if c.lost]
        products = self.workspace.reading.atlas.products
        if found:
            names = "、".join(products[p].name for p in (*gained, *lost)[:6]) or text("ui.none")
            counts = {"gained": len(gained), "lost": len(lost), "changed": len(found)}
            date = before.situation.date
            self.banner.tell(text("ui.changes", date=date, names=names, **counts))

    def _show_workspace(self) -> None:
        self._home_stale = True
        self.chains.show_workspace(self.workspace)
        self.listing.show_folder(self.workspace)
        self.reports.show_workspace(self.workspace)
        self.frame.topbar.date.show_date(self.workspace.reading.date, self.workspace.reading.dates)

    def _on_opened(self, opened: Opened) -> None:
        same = opened.folder == self.workspace.folder and self.workspace.ready
        self.workspace.accept(opened)
        self._show_workspace()
        self._tell_state()
        focus = self.selection.focus
        if not (same and (focus.chain in opened.reading.atlas.chains or not focus.chain)):
            focus = self._first_focus(opened)
        self.selection.reset(focus)

    def _first_focus(self, opened: Opened) -> Focus:
        """The chain asked for, else the one of the last session, else the home page."""
        if self._wanted in opened.reading.atlas.chains:
            return Focus(MAP, self._wanted)
        if self._wanted:
            self.banner.tell(text("ui.chain.missing", id=self._wanted), kind="bad")
        last = self.settings.chain if self.settings.chain in opened.reading.atlas.chains else ""
        known = self.settings.folder == str(opened.folder)
        return Focus(self.settings.page if last and known else HOME, last if known else "")

    def _tell_state(self) -> None:
        library = self.workspace.reading.atlas.library
        errors, warnings = counts(self.workspace.issues)
        self.frame.say(status_line(self.workspace.reading, self.workspace.folder))
        title = f"{text('ui.app')} · {library.region.name}" if library.region.name else ""
        self.frame.window().setWindowTitle(title or text("ui.app"))
        if errors or warnings:
            code = (
                "ui.problems.some" if self.workspace.reading.atlas.chains else "ui.problems.nothing"
            )
            words_ = text(code, errors=errors, warnings=warnings, folder=self.workspace.folder)
            words_ += self.workspace.reading.atlas.lacking
            offers = [(text("ui.problems.show"), self.commands.show_problems)]
            if not self.workspace.reading.atlas.chains:
                offers += [(text("ui.verb.shipped"), self.commands.open_shipped)]
            self.banner.tell(words_, offers, "bad" if errors else "note")
        else:
            self.banner.hide()

    def _on_indexed(self, index: Index) -> None:
        self.search.set_index(index)
        self.chains.set_index(index)

    def _on_checked(self, atlas: Atlas, found: tuple[Issue, ...]) -> None:
        if found and atlas is self.workspace.reading.atlas:
            self.workspace.add_issues(found)
            self.listing.show_issues(self.workspace.issues)

    def _on_failed(self, error: Exception) -> None:
        self.banner.tell(text("ui.reading.failed", reason=error), kind="bad")

    # -- selection

    def follow(self, target: Target) -> None:
        """Show a thing wherever it is best seen: in the present chain if it is there."""
        found = looking.follow(self.workspace.reading, self.selection.focus, target)
        self.selection.go(found)

    def _look(self, **changes: Any) -> None:
        """Look at the same in another way; a step that can be returned from."""
        self.selection.go(replace(self.selection.focus, **changes))

    def _on_listing(self, front: str, scope: str) -> None:
        self.selection.settle(replace(self.selection.focus, list=front, scope=scope))

    def _on_focus(self, focus: Focus) -> None:
        self.frame.topbar.show_page(focus.page)
        known = focus.chain in self.workspace.reading.atlas.chains
        on_map = focus.page == "map"
        if self._home_stale and focus.page == "home":
            self._home_stale = False
            self.home.show_workspace(self.workspace)
        shown = {"map": self.columns, "report": self.reports}.get(focus.page, self.home)
        self.pages.setCurrentWidget(shown)
        if known and on_map:
            self._show_chain(focus)
        elif on_map:
            self._show_no_chain()
        self.chains.mark(focus.chain)
        self._refresh_verbs()

    def _show_chain(self, focus: Focus) -> None:
        reading = self.workspace.reading
        section = looking.section_of(reading, focus)
        self.map.show_map(reading, focus)
        self.listing.show(self.workspace, focus)
        self.inspector.show_dossier(describe(reading, focus.target, focus.chain, section))
        self._tell_where(focus)

    def _tell_where(self, focus: Focus) -> None:
        """Say that not the whole map of the chain is shown, and offer the way back."""
        atlas = self.workspace.reading.atlas
        if focus.fold in atlas.products:
            words = text("ui.folded", name=atlas.products[focus.fold].name)
            offer = (text("ui.card.unfold"), lambda: self._look(fold=""))
        elif focus.firm in atlas.enterprises:
            words = text("ui.firm.shown", name=atlas.enterprises[focus.firm].name)
            offer = (text("ui.firm.back"), self._leave_firm)
        else:
            self.banner.withdraw("map")
            return
        self.banner.tell(words, [offer], about="map")

    def show_sides(self, shown: bool) -> None:
        """Show or hide all that stands around the map."""
        for part in (self.chains, self.lists, self.inspector):
            part.setVisible(shown)
        self._refresh_verbs()

    def show_firm(self, enterprise: str) -> None:
        """The own map of an enterprise; choosing what is not on it returns to the chain."""
        focus = self.selection.focus
        self.selection.go(replace(focus, map=Target("enterprise", enterprise), fold=""))

    def _leave_firm(self) -> None:
        self.selection.go(replace(self.selection.focus, map=None, fold=""))

    def _show_no_chain(self) -> None:
        chains = self.workspace.reading.atlas.chains
        if chains:
            self.selection.open_chain(next(iter(chains)))
        else:
            self.listing.clear()
            self.inspector.show_hint(text("ui.map.nothing"))

    def _choose_section(self, key: str) -> None:
        self.selection.open_chain(self.selection.focus.chain, key or None)

    def _on_card(self, product: str) -> None:
        self.selection.pick(Target("product", product) if product else None)

    def _on_context(self, product: str, spot: QPoint) -> None:
        verbs = self.actions_.some("why", "fit", "picture", "copy_picture")
        menu = card_menu(self, self.workspace, self.selection, product, verbs, self.assume)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(spot)

    def _refresh_verbs(self) -> None:
        self.actions_.refresh(self.frame.tones.secondary)


def _splitter(way: Qt.Orientation, parts: tuple[QWidget, ...]) -> QSplitter:
    made = QSplitter(way)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    return made

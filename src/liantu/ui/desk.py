"""The inside of the window: its pages and bars, and who tells whom that something has changed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.document import view_file
from liantu.document.sound import Plain
from liantu.model.focus import CHARTS, DRILL, HOME, LISTS_PAGE, MAP, PLAN, POSTER, REPORT, Focus
from liantu.model.target import Target
from liantu.render import painter
from liantu.telling import naming
from liantu.telling.changes import drilled
from liantu.telling.charts.model import Aim
from liantu.telling.searching.search import Index
from liantu.telling.standing import coverage_sentence
from liantu.ui.arriving import Arrival
from liantu.ui.bars.search import SearchPalette
from liantu.ui.exporting.exporter import Exporter
from liantu.ui.exporting.list_export import export_list
from liantu.ui.habits.areas import Areas
from liantu.ui.keeping import Keeper
from liantu.ui.lists.wish import ListWish
from liantu.ui.notices import Notices, Offers
from liantu.ui.pages.charts.page import ChartsPage
from liantu.ui.pages.empty import Ways
from liantu.ui.pages.home.page import HomePage
from liantu.ui.pages.lists.page import ListsPage
from liantu.ui.pages.map.page import MapPage
from liantu.ui.pages.page import Page
from liantu.ui.pages.plan.page import PlanPage
from liantu.ui.pages.poster.page import PosterPage
from liantu.ui.pages.report.page import ReportPage
from liantu.ui.parts import Parts
from liantu.ui.remembered import settings as stored
from liantu.ui.remembered.list_memory import Memory
from liantu.ui.saving.safety import Safety
from liantu.ui.seen import looking
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.parting import Parting
from liantu.ui.session.selection import Selection
from liantu.ui.shell import Shell
from liantu.ui.show.host import Shows
from liantu.ui.verbs import change, ledgers, planning, rows, scenario
from liantu.ui.verbs.export import copy_city, export_city, write_report
from liantu.ui.verbs.file import (
    choose_folder,
    open_dropped,
    open_folder,
    open_shipped,
    open_view,
    reload,
)
from liantu.ui.verbs.help import show_problems
from liantu.ui.verbs.registry import IN_INSPECTOR, ON_CARD, Actions
from liantu.ui.verbs.save import save_as, show_unsaved
from liantu.ui.verbs.view import open_search, show_why
from liantu.ui.widgets.banner import Banner
from liantu.ui.widgets.hint import Hint
from liantu.ui.widgets.text import label, plain_tip

POSTER_VERBS = ("fit", "zoom_out", "zoom_in", "picture", "copy_picture")
"""Verbs in the row above the sheet."""
SURVEY_VERBS = ("survey_sheets", "survey_take", "survey_declare")
"""Verbs above the list 摸底."""


class Desk(QWidget):
    """Shows one data folder, or what the file of a view tells of one, in the frame of the window;
    ``chain`` is opened first, ``date`` is the 口径日期 asked for.
    """

    def __init__(self, shell: Shell, start: Path, chain: str = "", date: str = "") -> None:
        super().__init__()
        self.shell = shell
        painter.ready()  # before a worker paints
        self._start, self._date = start, date
        self._folder: Path | None = None
        self._looked: tuple[str, str] | None = None
        self.selection = Selection(self, chain)
        self.bridge = Bridge(start, self._recall, lambda: self.selection.focus, self)
        self.banner = Banner("ui.banner", self)
        self.home = HomePage(shell.tones, self.bridge.turns, self.selection.marks)
        self.map = MapPage(self.selection, self.bridge, self.banner, shell.tones)
        self.poster = PosterPage(self.selection, self.bridge, shell.tones)
        self.lists = ListsPage(lambda: tuple(self.bridge.session.issues), self.bridge.turns)
        self.plan = PlanPage(self.selection, self.bridge, shell.tones)
        self.charts = ChartsPage(self.selection, shell.tones, self.bridge.turns)
        self.report = ReportPage(self.bridge.turns)
        self._pages: dict[str, Page] = {
            HOME: self.home,
            MAP: self.map,
            POSTER: self.poster,
            LISTS_PAGE: self.lists,
            PLAN: self.plan,
            CHARTS: self.charts,
            REPORT: self.report,
        }
        self._memory = Memory(shell.settings.tables)
        self.safety = Safety(self.bridge, self.banner, shell)
        self.parts = self._parts()
        self.actions_ = Actions(self.parts)
        self.notices = Notices(shell, self.banner, self._offers())
        self.hint: Hint | None = None
        self._assemble()
        self._connect()

    def start(self) -> None:
        """Dress and read the folder, the usual one where the file of a view leads nowhere."""
        self._keeper.restore()
        self._on_dressed()
        if not view_file.is_view(self._start):
            self.bridge.open(self._start, date=self._date)
        elif not open_view(self.parts, self._start, self._date):
            self.bridge.open(self.shell.settings.usual_folder, date=self._date)

    def stop(self) -> None:
        """Leave no thread behind, and note what should be found again at the next start."""
        for part in (
            self.bridge,
            self.safety,
            self.parts.shows,
            self.parts.exporter,
            self.parts.search,
            self.home.view,
            self.map,
            self.notices,
            self.map.lists,
            self.lists.view,
            self.poster,
            self.plan,
            self.charts.view,
            self.report.view,
        ):
            part.stop()
        self._keeper.stop()

    # -- building

    def _parts(self) -> Parts:
        """What verbs may use."""
        return Parts(
            shell=self.shell,
            bridge=self.bridge,
            selection=self.selection,
            banner=self.banner,
            exporter=Exporter(self.banner, self),
            saver=self.safety.saver,
            leaving=self.safety.leaving,
            search=SearchPalette(self.shell, self.shell.tones),
            shows=Shows(self.bridge, self.shell),
            areas=Areas(self._areas),
            map=self.map,
            poster=self.poster,
            lists=self.lists,
            plan=self.plan,
            charts=self.charts,
            report=self.report,
        )

    def _assemble(self) -> None:
        bar = self.shell.topbar
        self.actions_.fill(bar.main_menu, bar.export_menu)
        bar.take_steps(*self.actions_.some("undo", "redo", "scenario_now"))
        menu, verbs = bar.scenario_menu, self.actions_.some(*scenario.IN_BAR)
        menu.aboutToShow.connect(partial(scenario.fill, menu, self.parts, verbs))
        bar.date.take_slider(*self.actions_.some("timeline"))
        zoom = ("fit", "zoom_out", "actual_size", "zoom_in", "map_only")
        self.map.take_verbs(
            dict(zip(zoom, self.actions_.some(*zoom), strict=True)),
            self.actions_.some("why", "fit", "picture", "copy_picture", "story_add"),
        )
        self.map.take_edits(
            self.actions_.some(*ON_CARD),
            self.actions_.some(*change.MORE_ON_CARD),
            self.actions_.some(*IN_INSPECTOR),
        )
        self.map.side.take_star(*self.actions_.some("favourite"))
        self.poster.take_verbs(
            dict(zip(POSTER_VERBS, self.actions_.some(*POSTER_VERBS), strict=True)),
            self.actions_.some("picture", "copy_picture", "story_add"),
        )
        self.lists.view.survey.take_verbs(self.actions_.some(*SURVEY_VERBS))
        self.coverage = label("", "coverage")
        self.coverage.hide()
        self.stack = QStackedWidget()
        for page in self._pages.values():
            self.stack.addWidget(page.widget)
        self.arrival = Arrival(self.shell, self.bridge, self.notices, self._ways(), self.stack)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.stack, 1)
        box.addWidget(self.coverage)
        self.map.frame.take_settings(self.shell.settings)

    def _connect(self) -> None:
        bar, parts = self.shell.topbar, self.parts
        self._keeper = Keeper(self.parts, self._memory, self)
        self._keeper.lost.connect(self.shell.add_note)
        self.shell.dressed.connect(self._on_dressed)
        self.shell.drops.dropped.connect(partial(open_dropped, parts))
        bar.page_chosen.connect(self.selection.show_page)
        bar.date.chosen.connect(self.bridge.choose_date)
        bar.date.near.connect(self.bridge.ahead.foresee)
        bar.search_asked.connect(partial(open_search, parts))
        bar.unsaved_asked.connect(partial(show_unsaved, parts))
        self.safety.saver.choose_folder = partial(save_as, parts)
        parts.search.chosen.connect(partial(rows.find, parts))
        self.selection.changed.connect(self._show)
        for view in (self.home.view, self.charts.view):
            view.chosen.connect(self.go)
            view.export_asked.connect(partial(export_city, parts))
            view.copy_asked.connect(partial(copy_city, parts))
        for page in (self.map, self.poster):
            page.why_asked.connect(partial(show_why, parts))
        change.connect(parts)
        self.poster.made.connect(self.actions_.refresh)
        self.map.steps.offers.connect(self.actions_.refresh)
        self.map.panel.laid.connect(self.actions_.refresh)
        planning.connect(parts, self.actions_, self._memory)
        self._connect_lists()
        self.report.view.export_asked.connect(partial(write_report, parts))
        self.bridge.opened.connect(self._on_opened)
        self.bridge.revised.connect(self._on_revised)
        Parting(self.bridge, self.selection, (self.notices, self.lists.view, self.map.lists), self)
        self.bridge.indexed.connect(self._on_indexed)
        self.bridge.checked.connect(self.map.listing.show_issues)
        self.safety.connect_to(self.notices, self.actions_.refresh, self._on_saved)

    def _offers(self) -> Offers:
        """What notes about the folder offer."""
        return Offers(
            show_problems=partial(show_problems, self.parts),
            open_shipped=partial(open_shipped, self.parts),
            undo=self.bridge.undo,
            redo=self.bridge.redo,
            select=lambda product: self.follow(Target("product", product)),
        )

    def _areas(self) -> tuple[QWidget, ...]:
        """Where the focus can go, in order."""
        front = self.stack.currentWidget()
        found = next((page for page in self._pages.values() if page.widget is front), None)
        return (self.shell.topbar, *(found.areas if found is not None else (front,)))

    def _ways(self) -> Ways:
        """What a page without a chain offers."""
        return Ways(
            choose=partial(choose_folder, self.parts),
            open_shipped=partial(open_shipped, self.parts),
            open=partial(open_folder, self.parts),
            reload=partial(reload, self.parts),
            show_problems=partial(show_problems, self.parts),
        )

    def _connect_lists(self) -> None:
        """What is asked for on the page 清单, and in the lists under the map."""
        view, under = self.lists.view, self.map.lists
        for lists in (view, under):
            lists.remember(self._memory)
            rows.connect(self.parts, lists.asks)
            lists.export_asked.connect(self._export_list)
        view.new_asked.connect(partial(ledgers.add_entry, self.parts))
        view.weights_asked.connect(partial(scenario.show_assumptions, self.parts, numbers=True))
        under.marked.connect(self.map.show_marked)

    def _export_list(self, wish: ListWish) -> None:
        export_list(self.parts.exporter, self.parts.reading, wish, self.shell)

    # -- what is looked at

    def _recall(self, folder: Path) -> Plain:
        return self._keeper.recall(folder)

    def follow(self, target: Target) -> None:
        """Show a thing wherever it is best seen."""
        rows.follow(self.parts, target)

    def go(self, aim: Aim) -> None:
        """Show what was chosen in a chart or tile: a thing, a list, or a chain."""
        if aim.target is not None and aim.chain and aim.target.kind == "product":
            self.selection.pick(aim.target, aim.chain)
        elif aim.target is not None:
            self.follow(aim.target)
        elif aim.list:
            self.lists.ask(self.selection, aim)
        else:
            self.selection.open_chain(aim.chain)

    def _show(self, focus: Focus) -> None:
        """Let the page of the focus be seen, and every page know what to show when it is."""
        reading = self.bridge.session.reading
        settled = looking.settled(reading, focus)
        if settled != focus:
            self.selection.settle(settled)
            return
        self.shell.topbar.show_page(focus.page)
        self._tell_coverage(reading, focus)
        page = self._pages.get(focus.page, self.home)
        page.show(reading, focus)
        self.stack.setCurrentWidget(self.arrival.front(page.widget))
        self._go_to_map(focus)
        for other in self._pages.values():
            if other is not page:
                other.show(reading, focus)
        self.actions_.refresh()

    def _go_to_map(self, focus: Focus) -> None:
        """The keys are for the map once another chain is opened."""
        looked = (focus.page, focus.chain) if focus.page == MAP else None
        if looked is not None and looked != self._looked:
            self.map.panel.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._looked = looked

    def _tell_coverage(self, reading: Reading, focus: Focus) -> None:
        """How much of the city the data hold, below every page that does not tell it itself."""
        elsewhere = focus.page not in (MAP, POSTER, LISTS_PAGE)
        self.coverage.setVisible(elsewhere and bool(reading.atlas.chains))
        self.shell.show_status(focus.page != MAP)
        words = coverage_sentence(reading)
        self.coverage.setText(words)
        plain_tip(self.coverage, words)

    # -- what the folder says

    def _on_opened(self) -> None:
        session, focus = self.bridge.session, self.selection.focus
        reading = session.reading
        chains = reading.atlas.chains
        self.arrival.end()
        self.shell.topbar.tell_scenario(reading)
        self.notices.tell_state(session)
        self.notices.tell_problems(session)
        self._tell_hint()
        if self._folder not in (None, session.folder):
            self.notices.leave_city()
        same = self._folder == session.folder and (not focus.chain or focus.chain in chains)
        self._folder = session.folder
        aim = session.opened.focus
        if same and aim in (None, focus):
            self._show(focus)
        elif same and aim is not None:
            self.selection.go(aim)
        else:
            self.home.view.to_top()
            self.selection.reset(self._first_focus(aim or Focus()))

    def _tell_hint(self) -> None:
        """Tell a newcomer what to do first, once there is something to do it with."""
        settings = self.shell.settings
        if self.hint is None and not settings.hinted and self.bridge.session.reading.atlas.chains:
            self.hint = Hint(self._on_hinted)
            self._box.insertWidget(0, self.hint)

    def _on_hinted(self) -> None:
        self.shell.settings.hinted = True
        stored.save(self.shell.settings)

    def _first_focus(self, kept: Focus) -> Focus:
        """The chain asked for, else what was looked at when the folder was open before."""
        called, asked = naming.chains(self.bridge.session.reading.atlas), self.selection.asked
        self.selection.asked = ""
        chain = asked and naming.meant(asked, called).id
        if asked and not chain:
            self.notices.tell_missing(naming.refusal("chain", asked, called))
        return kept.opened(chain) if chain else kept

    def _on_saved(self) -> None:
        """The folder may be another one: the same city, in a copy."""
        self._folder = self.bridge.session.folder
        self._keeper.note()

    def _on_revised(self, before: Reading) -> None:
        now, turns = self.bridge.session.reading, self.bridge.turns
        self.shell.topbar.tell_scenario(now)
        self._show(self.selection.focus)
        turns.add(partial(self.notices.tell_state, self.bridge.session))
        focus = self.selection.focus
        told = focus.page == PLAN and focus.plan == DRILL and drilled(before, now)
        if told or self.map.timeline.playing:  # what is in front tells it itself, and is to be seen
            turns.add(self.notices.leave_changes)
        else:
            turns.add(partial(self.notices.tell_changes, before, self.bridge.session))

    def _on_indexed(self, index: Index) -> None:
        self.parts.search.set_index(index)
        self.map.lists.set_index(index)
        self.lists.view.set_index(index)

    def _on_dressed(self) -> None:
        own = (self.home.view, self.plan, self.charts.view, self.map, self.poster)
        for part in (*own, self.parts.search, self.parts.shows):
            part.set_tones(self.shell.tones)
        self.actions_.refresh()

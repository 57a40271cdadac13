"""The parts of one window that its verbs work on."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.ui.bars.search import SearchPalette
from liantu.ui.exporting.exporter import Exporter
from liantu.ui.habits.areas import Areas
from liantu.ui.pages.charts.page import ChartsPage
from liantu.ui.pages.lists.page import ListsPage
from liantu.ui.pages.map.page import MapPage
from liantu.ui.pages.plan.page import PlanPage
from liantu.ui.pages.poster.page import PosterPage
from liantu.ui.pages.report.page import ReportPage
from liantu.ui.saving.leaving import Leaving
from liantu.ui.saving.saver import Saver
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.shell import Shell
from liantu.ui.show.host import Shows
from liantu.ui.widgets.banner import Banner


@dataclass(frozen=True, slots=True)
class Parts:
    """Made by the desk once all parts are there."""

    shell: Shell
    bridge: Bridge
    selection: Selection
    banner: Banner
    exporter: Exporter
    saver: Saver
    leaving: Leaving
    search: SearchPalette
    shows: Shows
    areas: Areas
    map: MapPage
    poster: PosterPage
    lists: ListsPage
    plan: PlanPage
    charts: ChartsPage
    report: ReportPage

    @property
    def reading(self) -> Reading:
        """How the folder is looked at now."""
        return self.bridge.session.reading

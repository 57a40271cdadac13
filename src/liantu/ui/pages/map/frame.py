"""Where everything stands round the map, what collapses on a small window, and what lies over it.

What lies over the map never lays it out again: opening and shutting leave it where it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from liantu.ui.bars.steps import StepBar
from liantu.ui.bars.timeline import Timeline
from liantu.ui.pages.map import drawer as drawers
from liantu.ui.pages.map import side as sides
from liantu.ui.pages.map.chain_list import ChainList
from liantu.ui.pages.map.drawer import Drawer
from liantu.ui.pages.map.head import MapHead
from liantu.ui.pages.map.legend import Legend
from liantu.ui.pages.map.side import Side
from liantu.ui.remembered.settings import Settings

WIDE, TALL = 1500, 800
"""A window of this size docks the inspector and the lists, and has larger rows."""
ICONS_BELOW = 1180
"""Width under which the chain list is one of icons."""
ONE_LINE_BELOW, NO_LEGEND_BELOW = 690, 640
"""Heights of the window under which the chain has one line and the legend is behind its ?."""

TIMELINE_FROM = 1000
"""Height of the window from which on the slider of the dates is seen unless it was shut."""
WITH_TIMELINE, LEGIBLE = 440, 561
"""The map keeps so much height beside the slider; below the other the legend gives way to it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in the frame."""

    chains: ChainList
    head: MapHead
    map: QWidget
    legend: Legend
    timeline: Timeline
    steps: StepBar
    drawer: Drawer
    side: Side


class MapFrame(QWidget):
    """``left`` tells that the user closed the inspector, and with it what is selected;
    ``covered`` carries by how many px the map is covered at its right.
    """

    left = Signal()
    covered = Signal(int)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setMinimumSize(1, 1)
        self.parts = parts
        self._settings = Settings()
        self._alone, self._asked, self._selected = False, False, False
        self._window = (0, 0)
        for part in (
            parts.head,
            parts.map,
            parts.legend,
            parts.timeline,
            parts.steps,
            parts.drawer,
            parts.side,
            parts.chains,
        ):
            part.setParent(self)
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._open_side)
        parts.chains.toggled.connect(self.toggle_icons)
        parts.chains.spread.connect(self._place)
        parts.drawer.toggled.connect(self.toggle_lists)
        parts.drawer.pulled.connect(self._pull_lists)
        parts.steps.hide()
        parts.steps.offers.connect(self.fit)
        parts.side.closed.connect(self.close_side)
        parts.side.docked.connect(self.toggle_dock)
        parts.side.pulled.connect(self._pull_side)

    # -- what is remembered

    def take_settings(self, settings: Settings) -> None:
        """Stand as it was left; what is changed here is noted in ``settings``."""
        self._settings = settings
        self.parts.drawer.show_open(settings.lists_open)
        self.fit()

    @property
    def wide(self) -> bool:
        """Whether there is room beside the map."""
        return self._window[0] >= WIDE

    @property
    def tall(self) -> bool:
        """Whether there is room below the map."""
        return self.wide and self._window[1] >= TALL

    @property
    def docks(self) -> bool:
        """Whether the inspector stands beside the map, when it is open."""
        chosen = self._settings.docked
        return self.wide if chosen is None else chosen

    @property
    def alone(self) -> bool:
        """Whether the map stands alone."""
        return self._alone

    @property
    def side_open(self) -> bool:
        """Whether the inspector is seen."""
        return not self.parts.side.isHidden()

    # -- what the user does

    def stand_alone(self, alone: bool) -> None:
        """Give the map the room of all that stands round it, or take it back."""
        self._alone = alone
        self.fit()

    def toggle_icons(self) -> None:
        """Chains as icons or as a wide list; remembered for this size of the screen."""
        self._settings.narrow[self._screen()] = not self.parts.chains.icons
        self.fit()

    def toggle_lists(self) -> None:
        """Open or shut the lists."""
        self._settings.lists_open = not self.parts.drawer.is_open
        self.parts.drawer.show_open(self._settings.lists_open)
        self.fit()

    def toggle_timeline(self) -> None:
        """Show the slider of the dates, or hide it; remembered."""
        self._settings.timeline = not self._wants_timeline
        self.fit()

    @property
    def has_timeline_room(self) -> bool:
        """Whether the map keeps enough beside the slider, the legend behind its ?."""
        return self._map_height() - self.parts.timeline.height() >= WITH_TIMELINE

    @property
    def _wants_timeline(self) -> bool:
        chosen = self._settings.timeline
        return self._window[1] >= TIMELINE_FROM if chosen is None else chosen

    def toggle_side(self) -> None:
        """Open or shut the inspector; what is selected stays."""
        self._asked = not self.side_open
        if self.docks:
            self._settings.side_shown = self._asked
            self.fit()
        elif self._asked:
            self._open_side()
        else:
            self._shut_side()

    def toggle_dock(self) -> None:
        """The inspector beside the map, or over it."""
        was = self.docks
        self._settings.docked = not was
        self._settings.side_shown = True
        if was and not (self._selected or self._asked):
            self._asked = True
        self.fit()

    def close_side(self) -> None:
        """Close the inspector; where it lies over the map, nothing stays selected."""
        self._asked = False
        if self.docks:
            self._settings.side_shown = False
            self.fit()
        else:
            self._shut_side()
            self.left.emit()

    def show_selected(self, selected: bool) -> None:
        """Open over the map for what is selected, after the time in which a second click would
        follow the first; close once nothing is.
        """
        self._selected = selected
        if self.docks:
            return
        if selected and not self.side_open:
            self._wait.start(QApplication.doubleClickInterval())
        elif not selected and not self._asked:
            self._shut_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts what lies over the map."""
        if not (event.matches(QKeySequence.StandardKey.Cancel) and self.step_back()):
            super().keyPressEvent(event)

    def step_back(self) -> bool:
        """Shut what lies over the map, the lists first; whether anything did."""
        if self.parts.drawer.is_open and not self.tall:
            self.toggle_lists()
        elif self.side_open and not self.docks:
            self.close_side()
        else:
            return False
        return True

    # -- places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let collapse what has no room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Let collapse what the window has no room for, and put everything into its place."""
        window = self.window().size()
        self._window = (window.width(), window.height())
        parts, large = self.parts, self.wide
        icons = self._settings.narrow.get(self._screen(), self._window[0] < ICONS_BELOW)
        short = self._window[1] < ONE_LINE_BELOW
        parts.chains.take_size(large=large, short=short, icons=icons)
        parts.head.take_height(large=large, one_line=short)
        parts.drawer.take_size(large=large)
        self._fit_below(large=large)
        parts.side.show_docked(self.docks)
        shown = not self._alone
        parts.chains.setVisible(shown)
        parts.drawer.setVisible(shown)
        if self.docks:
            parts.side.setVisible(shown and self._settings.side_shown)
        else:
            parts.side.setVisible(self._asked or (self.side_open and self._selected))
        self._place()

    def _fit_below(self, *, large: bool) -> None:
        """The slider where it is wanted and fits; the legend gives way to it on a small window."""
        parts = self.parts
        parts.timeline.take_size(large=large)
        parts.steps.take_size(large=large)
        parts.steps.setVisible(parts.steps.offered)
        timed = self._wants_timeline and self.has_timeline_room
        parts.timeline.setVisible(timed)
        parts.legend.take_size(large=large, behind=False)
        left = self._map_height() - parts.legend.height() - parts.timeline.height()
        behind = self._window[1] < NO_LEGEND_BELOW or (timed and left < LEGIBLE)
        parts.legend.take_size(large=large, behind=behind)
        parts.legend.setVisible(not behind)  # or the keys would go where nothing is seen
        parts.head.offer_help(behind)

    def _map_height(self) -> int:
        """What is left between head and lists, for map, legend and slider."""
        below = 0 if self._alone else self._tabs_room()
        return self.height() - self.parts.head.height() - below - self._steps_height()

    def _steps_height(self) -> int:
        steps = self.parts.steps
        return steps.height() if steps.offered else 0

    def _place(self) -> None:
        parts, width, height = self.parts, self.width(), self.height()
        parts.side.stay()
        left = 0 if self._alone else parts.chains.room
        parts.chains.setGeometry(0, 0, parts.chains.span, height)
        top = parts.head.height()
        parts.head.setGeometry(left, 0, width - left, top)
        below = 0 if self._alone else self._tabs_room()
        beside = self._side_width() if self.docks and self.side_open else 0
        foot = height - below
        legend = parts.legend.height()
        right = width - beside
        timed = 0 if parts.timeline.isHidden() else parts.timeline.height()
        parts.timeline.setGeometry(left, foot - timed, right - left, timed)
        foot -= timed
        steps = self._steps_height()
        parts.steps.setGeometry(left, foot - steps, right - left, steps)
        foot -= steps
        parts.legend.setGeometry(left, foot - legend, right - left, legend)
        parts.map.setGeometry(left, top, right - left, foot - legend - top)
        drawer = self._drawer_height()
        parts.drawer.setGeometry(left, height - drawer, right - left, drawer)
        parts.side.setGeometry(self._side_place(top, min(foot - legend, height - drawer)))
        for part in (parts.drawer, parts.side, parts.chains):
            part.raise_()
        self._tell_covered()

    def _side_place(self, top: int, foot: int) -> QRect:
        """Over the map it ends above the lists, whose buttons it would hide, if it can."""
        span = self._side_width()
        end = self.height() if self.docks else max(foot, top + sides.LOWEST)
        return QRect(self.width() - span, top, span, end - top)

    def _side_width(self) -> int:
        return min(max(self._settings.side_width or sides.OPEN, sides.LEAST), self.width() // 2)

    def _drawer_height(self) -> int:
        drawer = self.parts.drawer
        if not drawer.is_open:
            return drawer.tabs
        most = self.height() - self.parts.head.height() - 80
        wanted = self._settings.lists_height or drawer.tabs + drawers.OPEN
        return min(max(wanted, drawers.LEAST), most)

    def _tabs_room(self) -> int:
        """What the lists take from the map: all of them only on a tall window."""
        return self._drawer_height() if self.tall else self.parts.drawer.tabs

    def _screen(self) -> str:
        size = self.screen().size()
        return f"{size.width()}x{size.height()}"

    # -- the inspector over the map

    def _open_side(self) -> None:
        if not self.side_open and not self.docks and (self._selected or self._asked):
            self.parts.side.setVisible(True)
            self._place()
            self.parts.side.come_in()

    def _shut_side(self) -> None:
        self._wait.stop()
        self._asked = False
        self.parts.side.hide()
        self._tell_covered()

    def _tell_covered(self) -> None:
        over = self.side_open and not self.docks
        self.covered.emit(self._side_width() if over else 0)

    def _pull_side(self, way: int) -> None:
        self._settings.side_width = self._side_width() + way
        self._settings.side_width = min(max(self._settings.side_width, sides.LEAST), sides.MOST)
        self._place()

    def _pull_lists(self, way: int) -> None:
        self._settings.lists_height = max(self._drawer_height() + way, drawers.LEAST)
        self._place()

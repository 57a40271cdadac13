"""The tabs of the lists in one line with the lists of the tab in front and its buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QWidget

from liantu.model.boards import Board
from liantu.model.classes import SINGLY
from liantu.telling.classes import head
from liantu.ui.lists.segments import Segments
from liantu.wording import text

GROUPS: Mapping[str, tuple[str, ...]] = {
    "gaps": (*map(str, Board), "survey", "shortlist", *SINGLY, "city"),
    "products": ("products",),
    "enterprises": ("enterprises",),
    "supply": ("balance", "matches"),
    "projects": ("projects",),
    "health": ("trust", "issues"),
}
"""Tab → the names of its lists, in front the first."""
BESIDE = 5
"""So many lists of a tab are buttons."""
_COUNTED = {"gaps": tuple(map(str, Board)), "supply": ("balance",), "health": ("issues",)}
"""Lists that the number of a tab counts; of the others all."""
HEIGHT = 32


def group_of(key: str) -> str:
    """The tab of a list."""
    return next(group for group, keys in GROUPS.items() if key in keys)


class ListBar(QFrame):
    """``chosen`` carries the name of a list."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("listBar")
        self.setFixedHeight(HEIGHT)
        self._counts: dict[str, int] = {}
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(text("ui.lists"))
        self.segments = {
            group: Segments(keys, BESIDE) for group, keys in GROUPS.items() if len(keys) > 1
        }
        self._tools = QStackedWidget()
        self._has_tools = False
        for group in GROUPS:
            self.tabs.addTab(text(f"ui.tab.{group}"))
        for segment in self.segments.values():
            segment.chosen.connect(self.chosen)
        self.tabs.tabBarClicked.connect(self._on_tab)
        self.tabs.currentChanged.connect(self._on_tab)
        self._quiet, self._open, self._key = False, True, ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 10, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self.tabs)
        for segment in self.segments.values():
            self._row.addWidget(segment)
        self._row.addStretch(1)
        self._row.addWidget(self._tools)
        self._tell_all()

    def add_corner(self, corner: QWidget) -> None:
        """Put ``corner`` between the lists and their buttons; it takes the room that is left."""
        at = self._row.indexOf(self._tools)
        self._row.takeAt(at - 1)
        self._row.insertWidget(at - 1, corner, 1)

    def show_open(self, opened: bool) -> None:
        """Tabs alone where the rows are not seen: what works on rows goes with them."""
        self._open = opened
        self._show_parts()

    def show_list(self, key: str, tools: QWidget | None) -> None:
        """Mark the tab and the list, and show the buttons of the list."""
        group = group_of(key)
        self._quiet = True
        self.tabs.setCurrentIndex(list(GROUPS).index(group))
        self._quiet = False
        self._key = key
        if group in self.segments:
            self.segments[group].bring(key)
        if tools is not None and self._tools.indexOf(tools) < 0:
            self._tools.addWidget(tools)
        if tools is not None:
            self._tools.setCurrentWidget(tools)
        self._has_tools = tools is not None
        self._show_parts()

    def _show_parts(self) -> None:
        group = group_of(self._key) if self._key else ""
        for name, segment in self.segments.items():
            segment.setVisible(self._open and name == group)
        self._tools.setVisible(self._open and self._has_tools)
        self._fit()

    def tell(self, key: str, count: int) -> None:
        """Tell how many rows a list has."""
        self._counts[key] = count
        self._tell_all()

    def words(self, key: str) -> str:
        """The name of a list with its number."""
        count = self._counts.get(key, 0)
        if key in SINGLY:
            return text("class.tab", head=head(key), count=count)
        return text(f"ui.tab.{key}", count=count)

    def _tell_all(self) -> None:
        for at, (group, keys) in enumerate(GROUPS.items()):
            counted = _COUNTED.get(group, keys)
            count = sum(self._counts.get(key, 0) for key in counted)
            self.tabs.setTabText(
                at, text("ui.tab.counted", name=text(f"ui.tab.{group}"), count=count)
            )
        for group, segment in self.segments.items():
            segment.tell({key: self.words(key) for key in GROUPS[group]})
        self._fit()

    def _on_tab(self, at: int) -> None:
        if self._quiet or at < 0:
            return
        group = list(GROUPS)[at]
        self.chosen.emit(self.segments[group].front if group in self.segments else GROUPS[group][0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put lists into the menu where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Buttons of lists where they fit beside the rest."""
        for segment in self.segments.values():
            segment.tighten(False)
        layout = self.layout()
        if layout is None or layout.minimumSize().width() <= self.width():
            return
        for segment in self.segments.values():
            segment.tighten(True)

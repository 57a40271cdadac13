"""The tabs of the lists in one line with the lists of the tab in front and its buttons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QWidget

from liantu.model.boards import Board
from liantu.model.classes import SINGLY
from liantu.telling.classes import head
from liantu.ui.lists.segments import Segments
from liantu.ui.widgets.shrinking import Shrinking, Step
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

GROUPS: Mapping[str, tuple[str, ...]] = {
    "gaps": (*map(str, Board), "survey", "shortlist", *SINGLY, "city"),
    "products": ("products",),
    "enterprises": ("enterprises",),
    "supply": ("balance", "matches", "outage"),
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


class ListBar(Shrinking):
    """``chosen`` carries the name of a list, ``fold_asked`` wants the lists shut or open."""

    chosen = Signal(str)
    fold_asked = Signal()

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
        for group in GROUPS:
            self.tabs.addTab(text(f"ui.tab.{group}"))
        for segment in self.segments.values():
            segment.chosen.connect(self.chosen)
        self.tabs.tabBarClicked.connect(self._on_tab)
        self.tabs.currentChanged.connect(self._on_tab)
        self._quiet = False
        self._folded, self._tooled = False, False
        self.arrow = QToolButton()
        self.arrow.setObjectName("bare")
        self.arrow.clicked.connect(self.fold_asked)
        self.coverage = label("", "coverage")
        self._forms, self._form = ("", "", ""), 0
        self._assemble()
        self.fold(False)
        self._tell_all()

    def fold(self, folded: bool) -> None:
        """Only the tabs, or with the lists of the tab in front and its buttons."""
        self._folded = folded
        self.arrow.setText(text("ui.lists.open.sign" if folded else "ui.lists.shut.sign"))
        words = text("ui.verb.lists_open")
        self.arrow.setAccessibleName(words)
        plain_tip(self.arrow, text("ui.tip.key", words=words, key="Ctrl+J"))
        self._show_parts()

    def tell_coverage(self, whole: str, brief: str) -> None:
        """How much of the city the data hold: whole, in short, or as a sign with a tooltip."""
        self._forms = (whole, brief, text("ui.coverage.sign"))
        plain_tip(self.coverage, whole)
        self.coverage.setAccessibleName(whole)
        self.coverage.setText(self._forms[self._form])

    def _assemble(self) -> None:
        row = self.row
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(10)
        row.addWidget(self.tabs)
        row.addWidget(self.arrow)
        for segment in self.segments.values():
            row.addWidget(segment)
        row.addStretch(1)
        row.addWidget(self.coverage)
        row.addWidget(self._tools)
        self.set_steps(
            Step(partial(self._shorten, 1)), Step(partial(self._shorten, 2)), Step(self._tighten)
        )

    def _shorten(self, form: int, taken: bool) -> None:
        self._form = form if taken else form - 1
        self.coverage.setText(self._forms[self._form])

    def _tighten(self, tight: bool) -> None:
        """Lists go into the menu where there is no room for them."""
        for segment in self.segments.values():
            segment.tighten(tight)

    def _show_parts(self) -> None:
        front = list(GROUPS)[max(self.tabs.currentIndex(), 0)]
        for name, segment in self.segments.items():
            segment.setVisible(name == front and not self._folded)
        self._tools.setVisible(self._tooled and not self._folded)

    def show_list(self, key: str, tools: QWidget | None) -> None:
        """Mark the tab and the list, and show the buttons of the list."""
        group = group_of(key)
        self._quiet = True
        self.tabs.setCurrentIndex(list(GROUPS).index(group))
        self._quiet = False
        if group in self.segments:
            self.segments[group].bring(key)
        if tools is not None and self._tools.indexOf(tools) < 0:
            self._tools.addWidget(tools)
        self._tooled = tools is not None
        if tools is not None:
            self._tools.setCurrentWidget(tools)
        self._show_parts()

    def tell(self, key: str, count: int) -> None:
        """Tell how many rows a list has."""
        if self._counts.get(key) != count:
            self._counts[key] = count
            self._tell_group(group_of(key))

    def forget(self, key: str) -> None:
        """The number of a list is not known until it is told again."""
        if self._counts.pop(key, None) is not None:
            self._tell_group(group_of(key))

    def words(self, key: str) -> str:
        """The name of a list with its number, alone while that is not known."""
        count = self._counts.get(key, "")
        if key in SINGLY:
            return text("class.tab", head=head(key), count=count).rstrip()
        return text(f"ui.tab.{key}", count=count).rstrip()

    def _tell_all(self) -> None:
        for group in GROUPS:
            self._tell_group(group)

    def _tell_group(self, group: str) -> None:
        """Name a tab and the lists of it; what says so already stays, as Qt would lay all out."""
        at, keys = list(GROUPS).index(group), GROUPS[group]
        name, counted = text(f"ui.tab.{group}"), _COUNTED.get(group, keys)
        if all(key in self._counts for key in counted):
            count = sum(self._counts[key] for key in counted)
            name = text("ui.tab.counted", name=name, count=count)
        if self.tabs.tabText(at) != name:
            self.tabs.setTabText(at, name)
        if group in self.segments:
            self.segments[group].tell({key: self.words(key) for key in keys})

    def _on_tab(self, at: int) -> None:
        if self._quiet or at < 0:
            return
        group = list(GROUPS)[at]
        self.chosen.emit(self.segments[group].front if group in self.segments else GROUPS[group][0])

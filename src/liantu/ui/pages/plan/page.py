"""The page 谋划 as the window has it: a row of tabs, of which only the front one is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model.focus import CLOSING, COMPARE, DRILL, POOL, PORTFOLIO, SCENARIOS, SIDES, Focus
from liantu.ui.pages.page import Page
from liantu.ui.pages.plan.closing.page import ClosingTab
from liantu.ui.pages.plan.compare.page import CompareTab
from liantu.ui.pages.plan.drill.page import DrillTab
from liantu.ui.pages.plan.pool.page import PoolTab
from liantu.ui.pages.plan.portfolio.tab import PortfolioTab
from liantu.ui.pages.plan.scenarios.page import ScenariosTab
from liantu.ui.pages.plan.sides.page import SidesTab
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones
from liantu.wording import text


class Tab(Page, Protocol):
    """A page within the page."""

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""

    def stop(self) -> None:
        """Leave no thread behind."""


class PlanPage(QObject):
    """``tabs`` by the id that :attr:`Focus.plan` names; verbs find theirs here."""

    def __init__(self, selection: Selection, bridge: Bridge, tones: Tones) -> None:
        super().__init__()
        self._selection = selection
        self.tabs: Mapping[str, Tab] = _tabs(selection, bridge, tones)
        self.bar = QTabBar()
        self.bar.setObjectName("planTabs")
        self.bar.setAccessibleName(text("ui.page.plan"))
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.stack = QStackedWidget()
        for id_, tab in self.tabs.items():
            self.bar.setTabData(self.bar.addTab(text(f"ui.plan.{id_}")), id_)
            self.stack.addWidget(tab.widget)
        self.widget = QWidget()
        self.widget.setObjectName("plan")
        box = QVBoxLayout(self.widget)
        box.setContentsMargins(12, 6, 12, 0)
        box.setSpacing(6)
        box.addWidget(self.bar)
        box.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._choose)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.bar, *[*self.tabs.values()][self.stack.currentIndex()].areas)

    def show(self, reading: Reading, focus: Focus) -> None:
        """Bring the tab of the focus to the front; the others learn what to show when seen."""
        at = list(self.tabs).index(focus.plan) if focus.plan in self.tabs else 0
        if self.bar.currentIndex() != at:
            self.bar.blockSignals(True)
            self.bar.setCurrentIndex(at)
            self.bar.blockSignals(False)
        self.stack.setCurrentIndex(at)
        for tab in self.tabs.values():
            tab.show(reading, focus)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        for tab in self.tabs.values():
            tab.set_tones(tones)

    def stop(self) -> None:
        """Leave no thread behind."""
        for tab in self.tabs.values():
            tab.stop()

    def _choose(self, at: int) -> None:
        self._selection.go(replace(self._selection.focus, plan=self.bar.tabData(at)))


def _tabs(selection: Selection, bridge: Bridge, tones: Tones) -> dict[str, Tab]:
    """Every tab by its id, in the order of the row."""
    return {
        SCENARIOS: ScenariosTab(selection, bridge),
        COMPARE: CompareTab(selection, bridge, tones),
        SIDES: SidesTab(selection, bridge, tones),
        POOL: PoolTab(selection, tones, bridge.turns),
        CLOSING: ClosingTab(selection, bridge, tones),
        PORTFOLIO: PortfolioTab(selection, bridge, tones),
        DRILL: DrillTab(selection, bridge, tones),
    }

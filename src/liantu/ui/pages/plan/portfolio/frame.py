"""Where the parts of 要素统筹 stand: the question at the left, three panels at the right."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.ui.pages.plan.portfolio.front import FrontPanel
from liantu.ui.pages.plan.portfolio.missing import MissingPanel
from liantu.ui.pages.plan.portfolio.result import ResultPanel
from liantu.ui.pages.plan.portfolio.side import Side
from liantu.ui.style.look import Tones
from liantu.wording import text

MISSING, RESULT, FRONT = range(3)
"""Panels in the order of their row."""
_PANELS = ("missing", "result", "front")


class Frame(QWidget):
    """``bar`` brings one of the panels to the front; ``adopt`` and ``export`` are given verbs."""

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("portfolio")
        self.side = Side()
        self.missing, self.result = MissingPanel(tones), ResultPanel()
        self.front = FrontPanel(tones.theme)
        self.bar = QTabBar()
        self.stack = QStackedWidget()
        self.adopt, self.export = QToolButton(), QToolButton()
        self._assemble()
        self.bar.currentChanged.connect(self.stack.setCurrentIndex)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What stands beside one another, in order."""
        return (self.side, self.bar, self.stack)

    def _assemble(self) -> None:
        for name, panel in zip(_PANELS, (self.missing, self.result, self.front), strict=True):
            self.bar.addTab(text(f"portfolio.ui.panel.{name}"))
            self.stack.addWidget(panel)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(text("ui.plan.portfolio"))
        for button, code in ((self.adopt, "adopt"), (self.export, "export")):
            button.setObjectName("small")
            button.setText(text(f"portfolio.ui.{code}"))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.setSpacing(6)
        head.addWidget(self.bar, 1)
        head.addWidget(self.adopt)
        head.addWidget(self.export)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(self.stack, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.side)
        box.addLayout(right, 1)

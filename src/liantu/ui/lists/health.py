"""数据体检: what the named checks found, beside how far the facts of each chain are sourced."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter

from liantu.analysis.reading import Reading
from liantu.telling.health import Finding
from liantu.telling.lists.column import Scope
from liantu.ui.lists.asks import RowAsks
from liantu.ui.lists.page import ListPage
from liantu.ui.work.finding import Finder

SHARES = (350, 700)
"""Widths of the two lists at first."""


class Health(QSplitter):
    """``check_chosen`` carries the name of a check whose findings are wanted."""

    check_chosen = Signal(str)

    def __init__(self, finder: Finder, asks: RowAsks) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.checks = ListPage("checks", finder=finder)
        self.trust = ListPage("trust", finder=finder, asks=asks)
        for page in (self.checks, self.trust):
            self.addWidget(page)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes(list(SHARES))
        self.checks.picked.connect(self._choose_check)

    def show_list(self, reading: Reading, scope: Scope) -> None:
        """Judge another reading, and count what the checks found."""
        self.trust.show_list(reading, Scope())
        self.checks.show_list(reading, scope)

    def _choose_check(self, row: Finding) -> None:
        if row.count:
            self.check_chosen.emit(row.title)

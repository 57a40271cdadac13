"""The page 汇报 as the window has it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from liantu.ui.pages.page import Drawn
from liantu.ui.pages.report.view import Reports
from liantu.ui.work.turns import Turns


class ReportPage(Drawn):
    """Drawn anew for another reading only."""

    def __init__(self, turns: Turns) -> None:
        view = Reports()
        super().__init__(view, lambda reading, _: reading.serial, view.draw, turns)
        self.view = view

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (*self.view.panes,)

"""The page 清单 as the window has it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from liantu.analysis.reading import Reading
from liantu.issues import Issue
from liantu.model.classes import Word
from liantu.model.focus import LISTS_PAGE, Focus
from liantu.telling import classes
from liantu.telling.charts.model import Aim
from liantu.ui.pages.lists.ledger import Ledger
from liantu.ui.pages.page import Drawn
from liantu.ui.session.selection import Selection
from liantu.ui.work.turns import Turns


class ListsPage(Drawn):
    """Drawn anew for another reading, and when more problems of the folder were found; list,
    filters and rows are its own and stay.
    """

    def __init__(self, issues: Callable[[], tuple[Issue, ...]], turns: Turns) -> None:
        view = Ledger()
        super().__init__(view, lambda r, _: (r.serial, len(issues())), self._draw, turns)
        self.view, self._issues = view, issues

    def show(self, reading: Reading, focus: Focus) -> None:
        """Show this once it is seen; rows that are not seen would keep the reading before alive."""
        super().show(reading, focus)
        if not self.view.isVisible() and self.view.rest(reading):
            self._drawn = None

    def _draw(self, reading: Reading, _focus: Focus) -> None:
        self.view.draw(reading, tuple(self._issues()))

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.side, self.view.head, self.view.survey, self.view.body)

    def ask(self, selection: Selection, aim: Aim) -> None:
        """Come to this page with the list of what was clicked in a chart or tile."""
        selection.show_page(LISTS_PAGE)
        word = classes.word(Word(aim.word)) if aim.word else ""
        self.view.ask(aim.list, "" if aim.county else aim.chain, aim.county, word)

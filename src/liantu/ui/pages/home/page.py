"""The page 总览 as the window has it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from liantu.ui.pages.home.view import Home
from liantu.ui.pages.page import Drawn
from liantu.ui.remembered.marks import Marks
from liantu.ui.style.look import Tones
from liantu.ui.work.turns import Turns


class HomePage(Drawn):
    """Drawn anew for another reading only."""

    def __init__(self, tones: Tones, turns: Turns, marks: Marks) -> None:
        view = Home(tones, marks)
        super().__init__(view, lambda reading, _: reading.serial, view.draw, turns)
        self.view = view

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 leads, in order."""
        return (self.view.board, *self.view.cards.values())

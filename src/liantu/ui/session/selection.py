"""What is being looked at with its history, shared by pages, lists and search of one window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from liantu.model.focus import MAP, POSTER, Focus
from liantu.model.target import Target
from liantu.ui.remembered.marks import Marks

MEMORY = 200
"""Steps of back and forward that are remembered."""


class Selection(QObject):
    """The current focus with its history. ``changed`` carries the new focus; ``marks`` note what is
    looked at, and hold what is starred.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None, asked: str = "") -> None:
        super().__init__(parent)
        self._past: list[Focus] = []
        self._future: list[Focus] = []
        self._focus = Focus()
        self.marks = Marks(self)
        self.asked = asked
        """A chain, by its id or a name, that the folder that is being read is to be opened at."""

    @property
    def focus(self) -> Focus:
        """What is being looked at."""
        return self._focus

    @property
    def can_go_back(self) -> bool:
        """Whether :meth:`back` does anything."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """Whether :meth:`forward` does anything."""
        return bool(self._future)

    def go(self, focus: Focus) -> None:
        """Look at ``focus``; the present one can be returned to."""
        if focus == self._focus:
            return
        self._past = [*self._past[-MEMORY:], self._focus]
        self._future = []
        self._set(focus)

    def settle(self, focus: Focus) -> None:
        """Look at ``focus`` within the present step: it is returned to as it was left."""
        if focus != self._focus:
            self._set(focus)

    def show_page(self, page: str) -> None:
        """Change the page only."""
        self.go(replace(self._focus, page=page))

    def open_chain(self, chain: str, section: str | None = None) -> None:
        """Show the map of a chain with nothing selected."""
        self.go(self._focus.opened(chain, section))

    def pick(self, target: Target | None, chain: str = "") -> None:
        """Select a target in ``chain`` (default: the present one); ``None`` selects nothing."""
        self.go(self._focus.picked(target, chain))

    def enter(self, product: str, chain: str) -> None:
        """Show ``product`` in the map of a chain."""
        self.go(self._focus.opened(chain).picked(Target("product", product)))

    def back(self) -> None:
        """Return to the focus before."""
        if self._past:
            self._future.append(self._focus)
            self._set(self._past.pop())

    def forward(self) -> None:
        """Undo the last :meth:`back`."""
        if self._future:
            self._past.append(self._focus)
            self._set(self._future.pop())

    def reset(self, focus: Focus) -> None:
        """Start anew, for another folder: the history would name things that are gone."""
        self._past.clear()
        self._future.clear()
        self._set(focus)

    def _set(self, focus: Focus) -> None:
        before, self._focus = self._focus, focus
        if focus.chain and focus.page in (MAP, POSTER) and focus.chain != before.chain:
            self.marks.look(Target("chain", focus.chain))
        if focus.target is not None and focus.target != before.target:
            self.marks.look(focus.target)
        self.changed.emit(focus)

"""What is being looked at, shared by map, lists, inspector and search; owned by the window."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from liantu.model.target import Target

MEMORY = 200
"""Steps of back and forward that are remembered."""


@dataclass(frozen=True, slots=True)
class Focus:
    """A page, a chain with an optional section, and the thing selected in it."""

    page: str = "home"
    chain: str = ""
    section: str | None = None
    thing: Target | None = None

    @property
    def product(self) -> str:
        """Id of the selected product, or empty."""
        return self.thing.id if self.thing and self.thing.kind == "product" else ""

    @property
    def enterprise(self) -> str:
        """Id of the selected enterprise, or empty."""
        return self.thing.id if self.thing and self.thing.kind == "enterprise" else ""


class Selection(QObject):
    """The current focus with its history. ``changed`` carries the new focus."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past: list[Focus] = []
        self._future: list[Focus] = []
        self._focus = Focus()

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

    def show_page(self, page: str) -> None:
        """Change the page only."""
        self.go(replace(self._focus, page=page))

    def open_chain(self, chain: str, section: str | None = None) -> None:
        """Show the map of a chain with nothing selected."""
        self.go(Focus("map", chain, section))

    def pick(self, thing: Target | None, chain: str = "") -> None:
        """Select a thing in ``chain`` (default: the present one); ``None`` selects nothing."""
        if chain and chain != self._focus.chain:
            self.go(Focus("map", chain, None, thing))
        else:
            self.go(replace(self._focus, page="map", thing=thing))

    def enter(self, product: str, chain: str) -> None:
        """Show ``product`` in another chain."""
        self.go(Focus("map", chain, None, Target("product", product)))

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
        self._focus = focus
        self.changed.emit(focus)

"""What tabs of the page 谋划 have in common: a view that is painted, stopped, leads elsewhere."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from liantu.model.target import Target
from liantu.telling.searching.search import Index
from liantu.ui.pages.page import Draw, Forgetful, Key
from liantu.ui.seen import looking
from liantu.ui.session.bridge import Bridge
from liantu.ui.session.selection import Selection
from liantu.ui.style.look import Tones


class View(Protocol):
    """What stands on a tab."""

    @property
    def busy(self) -> bool: ...  # noqa: D102

    def set_tones(self, tones: Tones) -> None: ...  # noqa: D102

    def let_go(self) -> None: ...  # noqa: D102

    def stop(self) -> None: ...  # noqa: D102


class Finding(Protocol):
    """A part of a view that finds things by their names."""

    def take_index(self, index: Index) -> None: ...  # noqa: D102


class ViewTab(Forgetful):
    """A tab whose ``view`` does its work away from the window; ``finder`` is told the names of all
    things once they are known.
    """

    def __init__(
        self,
        view: View,
        ways: tuple[Key, Draw],
        selection: Selection,
        bridge: Bridge,
        finder: Finding | None = None,
    ) -> None:
        super().__init__(cast(QWidget, view), *ways, bridge.turns)
        self._front = view
        self._selection, self._bridge = selection, bridge
        if finder is not None:
            bridge.indexed.connect(finder.take_index)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._front.set_tones(tones)

    def let_go(self) -> None:
        """Stop what runs, and hold nothing of the reading that was drawn."""
        self._front.let_go()

    def stop(self) -> None:
        """Leave no thread behind."""
        self._front.stop()

    @property
    def busy(self) -> bool:
        """Whether something is being worked out or drawn."""
        return self._front.busy

    def follow(self, target: Target) -> None:
        """Go where a thing is best seen."""
        reading = self._bridge.session.reading
        self._selection.go(looking.follow(reading, self._selection.focus, target))

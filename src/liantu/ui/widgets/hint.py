"""What a newcomer does first, in one line above the page, until they say that they know."""

from __future__ import annotations

from collections.abc import Callable

from liantu.ui.widgets.banner import Note
from liantu.wording import text

EDGES = (16, 3, 12, 3)
"""Less than other notes have: it takes its height from the map."""


class Hint(Note):
    """Takes a row of its own and covers nothing; ``known`` is told once it is read."""

    def __init__(self, known: Callable[[], None]) -> None:
        super().__init__(text("ui.hint"), "note")
        self.setAccessibleName(text("ui.hint.name"))
        self._known = known
        self._box.setContentsMargins(*EDGES)
        self.offer([(text("ui.hint.known"), self._dismiss)])

    def _dismiss(self) -> None:
        self.hide()
        self.deleteLater()
        self._known()

"""What a newcomer does first, in one line above the page, until they say that they know."""

from __future__ import annotations

from liantu.ui import settings as stored
from liantu.ui.settings import Settings
from liantu.ui.widgets.banner import Note
from liantu.wording import text

EDGES = (16, 3, 12, 3)
"""Less than other notes have: it takes its height from the map."""


class Hint(Note):
    """Takes a row of its own and covers nothing; once it is read, ``settings`` remember that."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(text("ui.hint"), "note")
        self.setAccessibleName(text("ui.hint.name"))
        self._settings = settings
        self._box.setContentsMargins(*EDGES)
        self.offer([(text("ui.hint.known"), self._dismiss)])

    def _dismiss(self) -> None:
        self.hide()
        self.deleteLater()
        self._settings.hinted = True
        stored.save(self._settings)

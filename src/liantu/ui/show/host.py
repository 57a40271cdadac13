"""Opens a show over the window, keeps it true while the data change, ends it with the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen

from liantu.model.story import Step
from liantu.ui.session.bridge import Bridge
from liantu.ui.shell import Shell
from liantu.ui.style.look import Tones

if TYPE_CHECKING:  # else where it is used, which the first frame does not wait for
    from liantu.ui.show.making import Maker
    from liantu.ui.show.source import Source
    from liantu.ui.show.window import Left, ShowWindow


class Shows(QObject):
    """At most one show at a time."""

    def __init__(self, bridge: Bridge, shell: Shell) -> None:
        super().__init__(shell)
        self._bridge, self._shell = bridge, shell
        self.window: ShowWindow | None = None
        self._source: Source | None = None
        self._maker: Maker | None = None
        self._last = ""
        self.recorded = ""
        """The story that took a step last."""
        bridge.revised.connect(self._on_revised)
        bridge.opened.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether a slide is being made."""
        return self._maker is not None and self._maker.busy

    def open(
        self, now: Step, land: Callable[[Left], None], story: str = "", at: int | None = None
    ) -> None:
        """Show step ``at`` of a story, by default the contents; ``land`` is told how it was left.
        ``now`` is what the window looks at.
        """
        from liantu.ui.show.deck import CONTENTS, Deck  # noqa: PLC0415  as above
        from liantu.ui.show.making import Maker  # noqa: PLC0415
        from liantu.ui.show.source import Source  # noqa: PLC0415
        from liantu.ui.show.window import ShowWindow  # noqa: PLC0415

        self.close()
        reading, tones = self._bridge.session.reading, self._shell.tones
        if self._maker is None:
            self._maker = Maker(self)
        self._source = source = Source(reading, (now, reading), tones.theme)
        ids = [one.id for one in source.stories]
        wanted = story or self._last
        number = ids.index(wanted) if wanted and wanted in ids else 0
        self.window = window = ShowWindow(source, self._maker, tones, self._shell)
        window.left.connect(lambda left: self._on_left(left, land))
        window.closed.connect(self._on_closed)
        window.appear(self._screen(), Deck(source.stories, number, CONTENTS if at is None else at))

    def close(self) -> None:
        """End the show that is on, if any; the window stays as it is."""
        if self.window is not None:
            window, self.window = self.window, None
            window.close()

    def stop(self) -> None:
        """Leave no window and no thread behind."""
        self.close()
        if self._maker is not None:
            self._maker.stop()

    def set_tones(self, tones: Tones) -> None:
        """Other colours."""
        if self.window is not None and self._source is not None:
            self._source = self._source.dressed(tones.theme)
            self.window.set_tones(tones, self._source)

    def remember(self, story: str) -> None:
        """The story with this id or name has taken a step."""
        kept = self._bridge.session.atlas.stories
        known = (one.id for one in kept.values() if story in (one.id, one.name))
        self.recorded = next(known, "")

    def _screen(self) -> QScreen:
        """The screen beside that of the window, where there is one: who speaks keeps the window."""
        own = self._shell.screen()
        return next((one for one in QGuiApplication.screens() if one is not own), own)

    def _on_left(self, left: Left | None, land: Callable[[Left], None]) -> None:
        if self.window is not None and self._source is not None:
            self._last = self.window.deck.told.id
            self._shell.activateWindow()
            if left is not None:
                land(left)

    def _on_revised(self, _before: object) -> None:
        """Stories that have been edited are told as they are now."""
        reading = self._bridge.session.reading
        window, source = self.window, self._source
        if window is not None and source is not None and reading.base is not source.reading.base:
            self._source = source.revised(reading)
            window.take(self._source)

    def _on_closed(self, window: object) -> None:
        """Left, or closed by the system."""
        if self.window is window:
            self.window = None

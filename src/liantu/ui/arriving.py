"""What the window shows of the reading of a folder: how far it is, and why there is nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from liantu.ui.notices import Notices
from liantu.ui.pages.empty import EmptyPage, Ways
from liantu.ui.pages.reading import ReadingPage
from liantu.ui.session.bridge import Bridge
from liantu.ui.shell import Shell


class Arrival(QObject):
    """Two more pages of the ``stack``: before the first city they are all there is to see. While
    another is read the city stays, and a note tells of the reading.
    """

    def __init__(
        self, shell: Shell, bridge: Bridge, notices: Notices, ways: Ways, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self._shell, self._bridge, self._notices = shell, bridge, notices
        self._stack = stack
        self.reading = ReadingPage(bridge.folder, bridge.give_up)
        self.empty = EmptyPage(ways)
        for page in (self.empty, self.reading):
            stack.addWidget(page)
        self._waiting: QWidget = self.reading
        stack.setCurrentWidget(self.reading)
        bridge.started.connect(self._on_started)
        bridge.slow.connect(self._on_slow)
        bridge.progressed.connect(self._on_progressed)
        bridge.given_up.connect(self._on_given_up)
        bridge.failed.connect(self._on_failed)

    def front(self, page: QWidget) -> QWidget:
        """What is seen where ``page`` is wanted: it, or why there is nothing for it to show."""
        session = self._bridge.session
        if not session.ready:
            return self._waiting
        return page if session.reading.atlas.chains else self.empty

    def end(self) -> None:
        """A folder is read."""
        self._notices.end_reading()
        self._shell.topbar.let_use(True)
        self.empty.show_session(self._bridge.session)

    def _on_started(self, folder: Path) -> None:
        self._notices.tell_reading(folder)
        if not self._bridge.session.ready:
            self._shell.topbar.date.show_reading()
            self.reading.show_folder(folder)
            self._wait_with(self.reading)

    def _on_slow(self) -> None:
        if self._bridge.session.ready:
            self._notices.tell_slow(self._bridge.folder, self._bridge.give_up)
        else:
            self.reading.show_progress()

    def _on_progressed(self, done: int, total: int) -> None:
        self.reading.step(done, total)
        self._notices.tell_progress(done, total)

    def _on_given_up(self) -> None:
        session = self._bridge.session
        self._notices.end_reading()
        if session.ready:
            self._notices.tell_state(session)
        else:
            self.empty.show_given_up(self._bridge.folder)
            self._wait_with(self.empty)

    def _on_failed(self, error: Exception) -> None:
        self._notices.end_reading()
        self._notices.tell_failure(error)
        if not self._bridge.session.ready:
            self.empty.show_failed(self._bridge.folder, error)
            self._wait_with(self.empty)

    def _wait_with(self, page: QWidget) -> None:
        """What is seen while no folder has been read."""
        if page is self.empty:
            self._shell.say("")
            self._shell.topbar.date.show_date("", ())
        self._waiting = page
        self._stack.setCurrentWidget(page)

"""What the window shows in place of its pages: while a folder is read, and where it holds none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from liantu.ui.bridge import Bridge
from liantu.ui.notices import Notices
from liantu.ui.pages.empty import EmptyPage, Ways
from liantu.ui.pages.reading import ReadingPage
from liantu.ui.shell import Shell


class Opening(QObject):
    """Hears of the bridge how the reading goes, and puts its own two pages in front."""

    def __init__(
        self, shell: Shell, bridge: Bridge, notices: Notices, ways: Ways, stack: QStackedWidget
    ) -> None:
        """``stack`` holds the pages; those of this one join it, and are in front at first."""
        super().__init__(shell)
        self._shell, self._bridge, self._notices = shell, bridge, notices
        self.empty = EmptyPage(ways)
        self.reading = ReadingPage(bridge.folder, bridge.give_up)
        self._waiting: QWidget = self.reading
        self._stack = stack
        for page in (self.reading, self.empty):
            stack.addWidget(page)
        bridge.started.connect(self._on_started)
        bridge.slow.connect(self._on_slow)
        bridge.progressed.connect(self._on_progressed)
        bridge.given_up.connect(self._on_given_up)
        bridge.failed.connect(self._on_failed)

    def front(self, page: QWidget) -> QWidget:
        """What is seen: the page, or why there is nothing for it to show."""
        session = self._bridge.session
        if not session.ready:
            return self._waiting
        return page if session.reading.atlas.chains else self.empty

    def end(self) -> None:
        """A folder has been read: its pages may be used."""
        session = self._bridge.session
        self._notices.end_reading()
        self._shell.topbar.let_use(True)
        self._notices.tell_state(session)
        self._notices.tell_problems(session)
        self.empty.show_session(session)

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

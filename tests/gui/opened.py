"""An open window as the tests name its parts; what is asked of it has happened on return."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from liantu.document.session import Session
from liantu.model.scenario import Switches
from liantu.model.target import Target
from liantu.ui.desk import Desk
from liantu.ui.widgets.choice import Choice

WAIT_MS = 30_000


class OpenWindow:
    """The desk of a window with short names for what is on it."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot
        self.frame = desk.shell
        self.banner, self.selection, self.bridge = desk.banner, desk.selection, desk.bridge
        self.home, self.reports, self.search = desk.home.view, desk.report.view, desk.parts.search
        self.map, self.chains, self.inspector = desk.map.panel, desk.map.chains, desk.map.inspector
        self.head, self.legend, self.drawer = desk.map.head, desk.map.legend, desk.map.drawer
        self.room, self.side = desk.map.frame, desk.map.side
        self.lists, self.pages, self.columns = desk.map.lists, desk.stack, desk.map.widget
        self.reload, self.findChild = desk.bridge.reload, desk.shell.findChild

    @property
    def workspace(self) -> Session:
        """The session; the bridge keeps one for its life."""
        return self.bridge.session

    def settle(self) -> None:
        """Wait until every wish for a reading is served and shown."""
        self._qtbot.waitUntil(self._is_calm, timeout=WAIT_MS)

    def _is_calm(self) -> bool:
        waiting = self.bridge.busy or self.home.board.turns.pending
        return not waiting and not self.map.canvas.busy

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something has come about."""
        self._qtbot.waitUntil(until, timeout=WAIT_MS)

    def run(self, verb: str) -> None:
        """Choose a menu entry."""
        action = self.desk.actions_.by_id[verb]
        assert action.isEnabled(), verb
        action.trigger()
        self.settle()

    def pick(self, choice: Choice, key: str) -> None:
        """Choose in a menu of the row above the map."""
        next(a for a in choice.menu.actions() if a.data() == key).trigger()
        self.settle()

    def can(self, verb: str) -> bool:
        """Whether the menu entry can be chosen now."""
        return self.desk.actions_.by_id[verb].isEnabled()

    def choose_date(self, date: str) -> None:
        """Choose a 口径日期."""
        self.bridge.choose_date(date)
        self.settle()

    def assume(self, switches: Switches) -> None:
        """Change the assumptions."""
        self.bridge.assume(switches)
        self.settle()

    def follow(self, target: Target) -> None:
        """Follow a link."""
        self.desk.follow(target)

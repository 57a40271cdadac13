"""All that keeps the work of the planner: saving, asking before it is lost, and what others do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from liantu.document.disk import changed_count
from liantu.ui.notices import Notices
from liantu.ui.saving.guard import Guard
from liantu.ui.saving.leaving import Leaving
from liantu.ui.saving.saver import Saver
from liantu.ui.session.bridge import Bridge
from liantu.ui.shell import Shell
from liantu.ui.widgets.banner import Banner


class Safety(QObject):
    """Tells in the header and the title what is not saved."""

    def __init__(self, bridge: Bridge, banner: Banner, shell: Shell) -> None:
        super().__init__(shell)
        self._bridge, self._shell = bridge, shell
        self.saver = Saver(bridge, banner, self)
        self.guard = Guard(bridge, self.saver, banner, shell)
        self.leaving = Leaving(bridge, self.saver, self.guard.autosaver.forget, shell)

    def connect_to(
        self, notices: Notices, refresh: Callable[[], None], moved: Callable[[], None]
    ) -> None:
        """``refresh`` lets the verbs see how things stand; ``moved``: a folder was saved, and may
        be another one.
        """
        bridge = self._bridge
        bridge.stepped.connect(partial(self._on_stepped, notices))
        bridge.stepped.connect(refresh)
        bridge.refused.connect(notices.tell_refused)
        bridge.blocked.connect(notices.tell_blocked)
        self.saver.saved.connect(moved)
        self.saver.saved.connect(lambda: notices.tell_state(bridge.session))

    @property
    def may_lose(self) -> bool:
        """Whether something would be lost if the window closed now."""
        return self._bridge.unsaved or self.saver.busy

    @property
    def busy(self) -> bool:
        """Whether something is done with the files of the folder."""
        return self.saver.busy or self.guard.busy or self.leaving.busy

    def stop(self) -> None:
        """Leave no thread behind, and the folder to others."""
        for part in (self.saver, self.leaving, self.guard):
            part.stop()

    def _on_stepped(self, notices: Notices) -> None:
        session = self._bridge.session
        count = 0
        if session.dirty:
            count = 1 if session.disk is None else changed_count(session.disk, session.atlas)
            count = max(count, 1)
        self._shell.topbar.show_unsaved(count)
        notices.tell_title(session)

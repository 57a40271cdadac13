"""A folder may be dropped anywhere on the window; whatever else comes as files is refused in words.

Dropped things come to the window of the system first: there they are taken, before a field takes a
path for text or the map takes it for nothing.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent, QWindow

_TAKEN = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class Drops(QObject):
    """``dropped`` carries the paths (a list), once the window has handled the event."""

    dropped = Signal(object)

    def watch(self, window: QWindow) -> None:
        """Take what is dropped on a window; once is enough."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files and folders of this machine; text and anything else goes its way."""
        if event.type() not in _TAKEN or not isinstance(event, QDropEvent):
            return False
        found = paths_of(event.mimeData())
        if not found:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(found)
        return True


def paths_of(data: QMimeData) -> list[Path]:
    """The files and folders of this machine that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]

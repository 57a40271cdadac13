"""What the user does goes before what workers do: they give way until it is handled."""

from __future__ import annotations

from contextlib import ExitStack

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from liantu.ways import Rank, at_work

_FELT = frozenset(
    {
        *(QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.Wheel),
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease),
        QEvent.Type.MouseButtonDblClick,
    }
)


class UserFirst(QObject):
    """Listens to the window that is used, where the mouse arrives, and to what has the keys."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._window: QWindow | None = None
        self._held = ExitStack()
        self._handled = QTimer(self, interval=0, singleShot=True)
        self._handled.timeout.connect(self._held.close)
        app.focusWindowChanged.connect(self._on_window)
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hold back the workers until the event loop comes round again."""
        if event.type() in _FELT and not self._handled.isActive():
            self._held.enter_context(at_work(Rank.WINDOW))
            self._handled.start()
        return False

    def _on_window(self, now: QWindow | None) -> None:
        before, self._window = self._window, now
        if before is not None and Shiboken.isValid(before):
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

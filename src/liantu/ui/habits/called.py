"""Listens to what later starts of the program ask the window for."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from liantu.ui.habits.single import Single

SLOW_MS = 2000
"""So often it is looked without being told, as on a drive that tells nothing."""


class Called(QObject):
    """``asked`` carries a :class:`~liantu.ui.habits.single.Call` once the window is in front."""

    asked = Signal(object)

    def __init__(self, single: Single, window: QWidget) -> None:
        super().__init__(window)
        self._single, self._window = single, window
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        self._timer = QTimer(self, interval=SLOW_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Take what is asked for. A window that is not the one to be called becomes it once the
        other is gone; one that asks something itself does not answer.
        """
        if QApplication.activeModalWidget() is not None or not self._single.own():
            return
        if not self._watcher.directories():
            self._watcher.addPath(str(self._single.folder))
        for call in self._single.calls():
            come_forward(self._window)
            self.asked.emit(call)

    def stop(self) -> None:
        """Answer no more."""
        self._timer.stop()
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._single.release()


def come_forward(window: QWidget) -> None:
    """In front of all others; where the system does not let it, it flashes on the task bar."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)

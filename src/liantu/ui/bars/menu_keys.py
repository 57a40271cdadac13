"""The menus by keys, as in other programs: Alt alone or F10 opens the main one, Alt with the letter
of a menu that one at once; Shift+F10 asks for the menu of what has the keys, also where the
system knows only a key of its own for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from shiboken6 import isValid

LETTERS: Mapping[str, str] = {
    "file": "F",
    "edit": "E",
    "scenario": "S",
    "view": "V",
    "help": "H",
    "export": "X",
}
"""The key of a menu, by its id; the usual ones of Chinese programs where there are."""
_RELEASED = QEvent.Type.KeyRelease
_PRESSED = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def ask_menu() -> None:
    """Ask what has the keys for its menu, as the menu key does."""
    widget = QApplication.focusWidget()
    if widget is not None:
        spot = widget.rect().center()
        by_key = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(by_key, spot, widget.mapToGlobal(spot))
        QApplication.sendEvent(widget, event)


class MenuKeys(QObject):
    """Opens the menus of ``bar``'s two buttons; Alt counts where nothing else was pressed and the
    pointer stood still until it was let go.
    """

    def __init__(self, shell: QWidget, main: QToolButton, export: QToolButton) -> None:
        super().__init__(shell)
        self._shell, self._main, self._export = shell, main, export
        self._alone: QPoint | None = None
        self._watched: QWidget | None = None
        self._take(QKeySequence(Qt.Key.Key_F10), self.open_main)
        self._take(QKeySequence("Shift+F10"), ask_menu)
        for name, letter in LETTERS.items():
            self._take(QKeySequence(f"Alt+{letter}"), partial(self.open, name))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        shell.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether Alt is pressed and let go with nothing between."""
        if event.type() in _PRESSED and isinstance(event, QKeyEvent):
            alone = event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat()
            self._alone = QCursor.pos() if alone else None
        elif event.type() == _RELEASED and isinstance(event, QKeyEvent):
            start, self._alone = self._alone, None
            if event.key() == Qt.Key.Key_Alt and start == QCursor.pos():
                self.open_main()
                return True
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._alone = None
        return False

    def open_main(self) -> None:
        """The main menu, with its first entry ready."""
        self._pop_up(self._main)

    def open(self, name: str) -> None:
        """One of the menus below the main one, or that of exports."""
        if name == "export":
            self._pop_up(self._export)
            return
        if self._pop_up(self._main):
            menu = self._main.menu()
            found = next(a for a in menu.actions() if a.data() == name)
            menu.setActiveAction(found)
            enter = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier
            )
            QApplication.sendEvent(menu, enter)

    def _pop_up(self, button: QToolButton) -> bool:
        menu: QMenu = button.menu()
        if not button.isEnabled() or menu.isEmpty():
            return False
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])
        return True

    def _take(self, keys: QKeySequence, run: Callable[[], object]) -> None:
        shortcut = QShortcut(keys, self._shell)
        shortcut.activated.connect(run)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keys are heard by what has them: a field may keep one for itself."""
        if self._watched is not None and isValid(self._watched):  # it may have gone meanwhile
            self._watched.removeEventFilter(self)
        inside = now is not None and now.window() is self._shell and now is not self._shell
        self._watched = now if inside else None
        self._alone = None
        if self._watched is not None:
            self._watched.installEventFilter(self)

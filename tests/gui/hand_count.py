"""A hand that counts: every click, key and notch of the wheel that a task costs in the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Hand:
    """``clicks`` (a double click is one), ``keys`` (a chord is one), ``wheel``; ``typed`` are the
    characters of a word or number with the Enter that ends it, which no peer's count has either.
    """

    window: OpenWindow
    clicks: int = 0
    keys: int = 0
    wheel: int = 0
    typed: int = 0

    @property
    def count(self) -> int:
        """What is held against the bound; a notch of the wheel costs as much as a key."""
        return self.clicks + self.keys + self.wheel

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click what is seen; what is not in sight cannot be clicked."""
        at = widget.rect().center() if at is None else at
        assert widget.isVisible() and widget.visibleRegion().contains(at), widget
        self.clicks += 1
        QTest.mouseClick(widget, LEFT, NONE, at)
        self.rest()

    def double(self, widget: QWidget, at: QPoint) -> None:
        """Click twice at the same place."""
        assert widget.visibleRegion().contains(at)
        self.clicks += 1
        QTest.mouseClick(widget, LEFT, NONE, at)
        QTest.mouseDClick(widget, LEFT, NONE, at)
        self.rest()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """A key as the system sends it: to the window that is in front, not to a widget."""
        self.keys += 1
        self._press(key, held)

    def type(self, words: str) -> None:
        """A word into what has the focus, and Enter."""
        self.typed += len(words) + 1
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, words)
        self.rest()
        self._press(Qt.Key.Key_Return)

    def find(self, words: str) -> None:
        """Ctrl+K, the word, Enter; then what is known of the hit is seen."""
        self.key(Qt.Key.Key_K, CONTROL)
        self.type(words)
        self.window.wait(lambda: not self.window.search.isVisible())
        self.window.wait(lambda: bool(self.window.inspector.links()))
        side = self.window.inspector.view
        self.window.wait(lambda: side.isVisible() and not side.visibleRegion().isEmpty())
        self.rest()

    def rest(self) -> None:
        """Until the window has done what was asked."""
        QApplication.processEvents()
        self.window.settle()

    def _press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        # Without a window manager no window is in front after a dialog has closed.
        front = QApplication.activePopupWidget() or QApplication.activeWindow() or self.window.frame
        handle = front.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, held)
        self.rest()

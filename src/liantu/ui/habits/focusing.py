"""A line round what the keys have reached, the same in every page and dialog.

It is seen from the first key that moves the focus until the mouse takes it elsewhere, as a browser
does it: whoever points needs no line, and whoever types must never look for where they are.
"""

from __future__ import annotations

import shiboken6
from PySide6 import QtWidgets  # each class costs when it is named first: not before the first frame
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QBrush, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

THICK, GAP = 2, 1
"""The line, and within it a line of the ground, so that it stands out from a filled button, px."""
OUTSIDE = 2
"""So far outside of what has the focus, where there is room, px."""
_MOVING = frozenset(
    {
        *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F6, Qt.Key.Key_F10, Qt.Key.Key_Alt),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)
_STROKES = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_PLACING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Line(QWidget):
    """Two lines at its edge, in the colours of what lies round it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        painter = QPainter(self)
        colors = self.palette()
        _frame(painter, self.rect().adjusted(THICK, THICK, -THICK, -THICK), GAP, colors.base())
        _frame(painter, self.rect(), THICK, colors.accent())
        painter.end()


class FocusLine(QObject):
    """Listens to whatever has the keys and to what it lies in, and to nothing else."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._line: Line | None = None
        self._at: QWidget | None = None
        self._around: list[QWidget] = []
        self._by_keys = False
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether keys or mouse were used, and stay where the focus is."""
        if event.type() in _PLACING:
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._use(keys=False)
        elif watched is self._at and _moves(event):
            self._use(keys=True)
        return False

    def _use(self, *, keys: bool) -> None:
        if keys is not self._by_keys:
            self._by_keys = keys
            self._place()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        for part in self._around:
            if shiboken6.isValid(part):
                part.removeEventFilter(self)
        self._at, self._around = now, []
        if now is not None:
            self._note(now)
            self._around = [now, *_up_to_host(now)]
            if isinstance(now, QtWidgets.QAbstractScrollArea):
                self._around.append(now.viewport())  # it is what the mouse presses
            for part in self._around:
                part.installEventFilter(self)
        self._place()

    def _note(self, now: QWidget) -> None:
        """A press of the mouse gives the focus while the button is still down."""
        by_tab, top = Qt.WidgetAttribute.WA_KeyboardFocusChange, now.window()
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_keys = False
            top.setAttribute(by_tab, False)
        elif top.testAttribute(by_tab):
            self._by_keys = True

    def _place(self) -> None:
        """Lay the line round what has the focus, or take it away."""
        at = self._at
        if at is None or not self._by_keys or not shiboken6.isValid(at) or not at.isVisible():
            self._hide()
            return
        host = _host(at)
        if host.windowType() == Qt.WindowType.Popup or at.isWindow():
            self._hide()  # a list that drops down marks its row; a show fills the screen
            return
        if self._line is None or not shiboken6.isValid(self._line):
            self._line = Line(host)
        elif self._line.parentWidget() is not host:
            self._line.setParent(host)
        room = QRect(at.mapTo(host, at.rect().topLeft()), at.size())
        wide = room.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        self._line.setGeometry(wide.intersected(host.rect()))
        self._line.show()
        self._line.raise_()

    def _hide(self) -> None:
        if self._line is not None and shiboken6.isValid(self._line):
            self._line.hide()


def _moves(event: QEvent) -> bool:
    """Whether a key is pressed that leads to another place."""
    return isinstance(event, QKeyEvent) and event.type() in _STROKES and event.key() in _MOVING


def _host(widget: QWidget) -> QWidget:
    """In what the line is laid: what scrolls takes it along and hides it where it ends."""
    return [widget.window(), *_up_to_host(widget)][-1]


def _up_to_host(widget: QWidget) -> list[QWidget]:
    """What the widget lies in, up to the first that scrolls."""
    found: list[QWidget] = []
    part = widget.parentWidget() if not widget.isWindow() else None
    while part is not None:
        found.append(part)
        above = part.parentWidget()
        if part.isWindow():
            break
        if isinstance(above, QtWidgets.QAbstractScrollArea) and above.viewport() is part:
            break
        part = above
    return found


def _frame(painter: QPainter, box: QRect, thick: int, ink: QBrush) -> None:
    left, top, width, height = box.x(), box.y(), box.width(), box.height()
    for side in (
        QRect(left, top, width, thick),
        QRect(left, top + height - thick, width, thick),
        QRect(left, top, thick, height),
        QRect(left + width - thick, top, thick, height),
    ):
        painter.fillRect(side, ink)

"""Undo and redo reach the window from every field that has nothing of its own to take back.

Qt's fields keep these keys for themselves even where nothing was typed: then they did nothing.
"""

from __future__ import annotations

from PySide6 import QtWidgets  # each class costs when it is named first: not before the first frame
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from liantu.ui.habits.keyed import Keyed

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
UNDO = frozenset({(Qt.Key.Key_Z, _CONTROL)})
REDO = frozenset({(Qt.Key.Key_Y, _CONTROL), (Qt.Key.Key_Z, _CONTROL | _SHIFT)})


class UndoKeys(Keyed):
    """Keeps undo and redo from fields that have no use for them."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the key in the name of a field that has no use for it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        stroke = (Qt.Key(event.key()), event.modifiers())
        if stroke in UNDO and not _can(watched, redo=False):
            event.ignore()
            return True
        if stroke in REDO and not _can(watched, redo=True):
            event.ignore()
            return True
        return False


def _can(widget: QObject, redo: bool) -> bool:
    """Whether a field has something to take back or to do again; others never have."""
    if isinstance(widget, QtWidgets.QTextEdit | QtWidgets.QPlainTextEdit):
        document = widget.document()
        return document.isRedoAvailable() if redo else document.isUndoAvailable()
    if isinstance(widget, QtWidgets.QComboBox | QtWidgets.QAbstractSpinBox):
        line: QtWidgets.QLineEdit | None = widget.lineEdit()
    else:
        line = widget if isinstance(widget, QtWidgets.QLineEdit) else None
    if line is None or line.isReadOnly():
        return False
    return line.isRedoAvailable() if redo else line.isUndoAvailable()

"""Enter presses the button that has the keys, as Space does.

A dialog gives Enter to its main button whatever has the focus: who had reached 取消 by Tab
confirmed with it, and where the main button was not possible yet nothing happened at all.
"""

from __future__ import annotations

from PySide6 import QtWidgets  # each class costs when it is named first: not before the first frame
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from liantu.ui.habits.keyed import Keyed

_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HELD = Qt.KeyboardModifier.KeypadModifier
"""What may be told of the key besides: that it is the one of the numbers."""


class EnterKey(Keyed):
    """Gives Enter to a button that has the keys."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Click the button; boxes and circles are ticked by Space alone, and leave Enter to the
        dialog.
        """
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ENTERS or event.modifiers() & ~_HELD:
            return False
        if not isinstance(watched, QtWidgets.QPushButton | QtWidgets.QToolButton):
            return False
        if not event.isAutoRepeat():
            watched.click()
        return True

"""The keys by which pictures are walked through and their things chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt

from liantu.ui.canvas.walk import DOWN, LEFT, RIGHT, UP

ARROWS = {
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_Up: UP,
    Qt.Key.Key_Down: DOWN,
}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
NOT_PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

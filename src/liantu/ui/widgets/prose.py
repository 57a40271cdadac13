"""Several lines of text that somebody writes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit


class Prose(QPlainTextEdit):
    """``left`` once the keys go elsewhere, which the tab key does."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written may be taken."""
        super().focusOutEvent(event)
        self.left.emit()

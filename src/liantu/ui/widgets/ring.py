"""A line round what has got the focus from the keyboard, which moves nothing inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

THICK = 2
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Ring(QWidget):
    """Lies over ``watched`` while that has the focus and the mouse did not give it."""

    def __init__(self, watched: QWidget, color: str) -> None:
        super().__init__(watched)
        self._watched, self._color = watched, color
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        watched.installEventFilter(self)

    def set_color(self, color: str) -> None:
        """Paint in another colour (``#RRGGBB``)."""
        self._color = color
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Come and go with the focus."""
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self.setGeometry(self._watched.rect())
            self.setVisible(event.reason() in _BY_KEYS)
            self.raise_()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.Resize:
            self.setGeometry(self._watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        box = self.rect()
        ink = QColor(self._color)
        for side in (
            (0, 0, box.width(), THICK),
            (0, box.height() - THICK, box.width(), THICK),
            (0, 0, THICK, box.height()),
            (box.width() - THICK, 0, THICK, box.height()),
        ):
            painter.fillRect(*side, ink)
        painter.end()

"""Fields whose value the wheel changes only where the keys go: a wheel that scrolls the page past
them must not choose another year or another report. Nothing in the window uses Qt's own.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QDateEdit, QDoubleSpinBox

CALENDAR = (300, 240)
"""Least width and height of the calendar."""


class Combo(QComboBox):
    """A choice."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only where the keys go."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Spin(QDoubleSpinBox):
    """A number."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only where the keys go."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class DateField(QDateEdit):
    """A day, with a calendar whose weekdays have one character each, so that they are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)
        calendar = self.calendarWidget()
        heads = QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        calendar.setHorizontalHeaderFormat(heads)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setMinimumSize(*CALENDAR)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only where the keys go."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

"""Fields whose value the wheel changes only where the keys go: a wheel that scrolls the page past
them must not choose another year or another report. Nothing in the window uses Qt's own.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QIcon, QValidator, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QDateEdit, QDoubleSpinBox, QToolButton

from liantu.wording import text

CALENDAR = (300, 240)
"""Least width and height of the calendar."""
_TURNS = {"qt_calendar_prevmonth": "◀", "qt_calendar_nextmonth": "▶"}
"""Qt's names of the buttons that turn its pages; its own arrows are green in any theme."""


class Combo(QComboBox):
    """A choice."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @classmethod
    def of(cls, code: str, entries: Iterable[tuple[str, object]]) -> Combo:
        """A choice called as ``code`` says, among words and what each stands for."""
        made = cls()
        made.setAccessibleName(text(code))
        for words, data in entries:
            made.addItem(words, data)
        return made

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only where the keys go."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Spin(QDoubleSpinBox):
    """A number; all of it is chosen when the keys come, so that the next key replaces it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt does so only after Tab, not in the first field of a window that opens."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only where the keys go."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Percent(Spin):
    """A share from 0 to 1, shown and typed as per cent."""

    def textFromValue(self, value: float) -> str:
        """``80 %``."""
        return f"{value * 100:.0f} %"

    def valueFromText(self, words: str) -> float:
        """What was typed, with or without the sign."""
        return round(float(_number(words) or 0) / 100, 4)

    def validate(self, words: str, place: int) -> object:
        """Digits with or without the sign; what is too small may still be typed on."""
        found = _number(words)
        if not found:
            return QValidator.State.Intermediate, words, place
        if not found.isascii() or not found.isdigit() or int(found) > self.maximum() * 100:
            return QValidator.State.Invalid, words, place
        small = int(found) < round(self.minimum() * 100)
        state = QValidator.State.Intermediate if small else QValidator.State.Acceptable
        return state, words, place


def _number(words: str) -> str:
    return words.replace("%", "").strip()


class DateField(QDateEdit):
    """A day, with a calendar whose weekdays have one character each, so that they are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)
        self._fitted = False

    def calendarWidget(self) -> QCalendarWidget:
        """The calendar, which is made when somebody comes to the field."""
        calendar = super().calendarWidget()
        if not self._fitted:
            self._fitted = True
            self._fit(calendar)
        return calendar

    def focusInEvent(self, event: QFocusEvent) -> None:
        """No key and no click opens the calendar before."""
        self.calendarWidget()
        super().focusInEvent(event)

    @staticmethod
    def _fit(calendar: QCalendarWidget) -> None:
        heads = QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        calendar.setHorizontalHeaderFormat(heads)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setMinimumSize(*CALENDAR)
        for name, sign in _TURNS.items():
            button = calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(QIcon())
                button.setText(sign)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only where the keys go."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

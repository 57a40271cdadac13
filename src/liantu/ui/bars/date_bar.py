"""口径日期: a calendar, and the previous and next day on which something begins or ends."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from liantu.ui.widgets.buttons import run_by
from liantu.ui.widgets.fields import DateField
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

FORMAT = "yyyy-MM-dd"


class DateBar(QWidget):
    """``chosen`` carries a whole day (ISO), ``near`` the days that a step leads to from the date
    that is shown now, which are likely to be chosen next.

    Until the first date is shown it says that the folder is being read.
    """

    chosen = Signal(str)
    near = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[str, ...] = ()
        self.edit = DateField()
        self.edit.setDisplayFormat(FORMAT)
        self.edit.setKeyboardTracking(False)
        self.edit.setSpecialValueText(text("ui.date.reading"))
        self.edit.setDate(self.edit.minimumDate())
        self.edit.setAccessibleName(text("ui.date"))
        self.edit.dateChanged.connect(self._on_changed)
        self.before = self._button("◀", "ui.date.before", -1)
        self.after = self._button("▶", "ui.date.after", 1)
        self.slider = QToolButton()
        self.slider.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.caption = label(text("ui.date"), "secondary")
        for part in (self.caption, self.before, self.edit, self.after, self.slider):
            row.addWidget(part)
        self.setEnabled(False)

    def show_reading(self) -> None:
        """Say that the folder is being read, of which there was none before."""
        self.edit.setSpecialValueText(text("ui.date.reading"))

    def show_date(self, date: str, days: tuple[str, ...]) -> None:
        """Show a date (a month or year as its last day) and offer the events ``days``, from the day
        before the first on; without a date the field says that there is none.
        """
        from liantu.telling.dates import eve  # noqa: PLC0415  the first frame tells no date

        self._days = days = (eve(days[0]), *days) if days else ()
        day = _last_day(date)
        self.edit.blockSignals(True)
        self.edit.setSpecialValueText(text("ui.date.none"))
        self.edit.setDate(day if day.isValid() else self.edit.minimumDate())
        self.edit.blockSignals(False)
        self.setEnabled(day.isValid())
        before, after = self._beside(-1), self._beside(1)
        self.before.setEnabled(before != "")
        self.after.setEnabled(after != "")
        self.near.emit(tuple(filter(None, (after, before))))

    def hide_caption(self, hidden: bool) -> None:
        """Leave out the words before the date; its tooltip has them."""
        self.caption.setHidden(hidden)
        plain_tip(self.edit, text("ui.date") if hidden else "")

    def hide_arrows(self, hidden: bool) -> None:
        """Leave out the ways to the day before and after; the keys and the menu have them."""
        for button in (self.before, self.after):
            button.setHidden(hidden)

    def take_slider(self, action: QAction) -> None:
        """Let a button show and hide the slider of the dates."""
        run_by(self.slider, action)
        action.changed.connect(lambda: self.slider.setIcon(action.icon()))
        self.slider.show()

    def hide_slider(self, hidden: bool) -> None:
        """Leave the button out; the menu has it."""
        self.slider.setHidden(hidden)

    def step_back(self) -> None:
        """To the day before on which something changed."""
        self._step(-1)

    def step_on(self) -> None:
        """To the next day on which something changes."""
        self._step(1)

    def _button(self, sign: str, code: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(text(code))
        plain_tip(button, text(code))
        button.clicked.connect(lambda: self._step(step))
        return button

    def _beside(self, step: int) -> str:
        """The day before or after on which something changes, empty for none."""
        shown = self.edit.date().toString(FORMAT)
        if step < 0:
            return next((d for d in reversed(self._days) if d < shown), "")
        return next((d for d in self._days if d > shown), "")

    def _step(self, step: int) -> None:
        if found := self._beside(step):
            self.chosen.emit(found)

    def _on_changed(self, day: QDate) -> None:
        self.chosen.emit(day.toString(FORMAT))


def _last_day(date: str) -> QDate:
    parts = [int(part) for part in date.split("-") if part.isdecimal()]
    if not parts:
        return QDate()
    if len(parts) == 1:
        return QDate(parts[0], 12, 31)
    first = QDate(parts[0], parts[1], 1)
    return QDate(*parts) if len(parts) == 3 else first.addMonths(1).addDays(-1)

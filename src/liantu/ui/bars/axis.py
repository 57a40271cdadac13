"""The axis of the years with the events on it and a handle at the day that is looked at.

Whole days are ISO text. An event that is told by the month or the year covers all of it: a bar
shows how long, its mark stands where it begins to count.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from liantu.ui.style.look import Tones

YEARS = 20
"""So many are shown at most; what was before stands at the left end."""
PAD = 10
"""Room at both ends (px), for half a handle and a year."""
REACH = 5
"""So near to a mark the mouse is on it (px)."""
LABEL = 46
"""Least distance of the years that are written (px)."""
TYPE = 11
STEPS = (1, 2, 5, 10)
_DAY = "yyyy-MM-dd"


@dataclass(frozen=True, slots=True)
class Mark:
    """What happens on ``day``, or in the time from it to ``last``; ``strong``: in what is shown."""

    day: str
    last: str
    words: str
    strong: bool = True


class Axis(QWidget):
    """``pointed`` carries the mark under the mouse, ``None`` for none; ``dragged`` a day on the
    way, ``chosen`` the day at the end; ``stepped`` asks for an event before (-1) or after (1),
    ``leapt`` for years, ``ended`` for the first (-1) or the last; ``play_asked`` to play or pause.
    """

    pointed = Signal(object)
    dragged = Signal(str)
    chosen = Signal(str)
    stepped = Signal(int)
    leapt = Signal(int)
    ended = Signal(int)
    play_asked = Signal()

    def __init__(self, look: Tones) -> None:
        super().__init__()
        self._look = look
        self.marks: tuple[Mark, ...] = ()
        self.day = ""
        self._range = (2000, 2001)
        self._held: str | None = None
        self._from = ""
        self._over: Mark | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(120)

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        self._look = look
        self.update()

    def show_marks(self, marks: tuple[Mark, ...], day: str) -> None:
        """Show other events, in their order, and another day; one being dragged stays."""
        self.marks, self.day = marks, day
        years = [int(d[:4]) for d in (*(m.day for m in marks), day) if d[:4].isdecimal()]
        if years:
            most = max(years) + 1
            self._range = (max(min(years), most - YEARS), most)
        self.update()

    @property
    def holds(self) -> bool:
        """Whether the handle is dragged."""
        return self._held is not None

    def place(self, day: str) -> float:
        """Where a day stands (px from the left); before the first year: at the left end."""
        first, last = self._range
        date = QDate.fromString(day, _DAY)
        if not date.isValid():
            return PAD
        at = date.year() + (date.dayOfYear() - 1) / date.daysInYear()
        share = (at - first) / (last - first)
        return PAD + min(max(share, 0.0), 1.0) * (self.width() - 2 * PAD)

    def day_at(self, x: float) -> str:
        """The day of a place: that of the mark there, else the last of its month."""
        mark = self._mark_at(x)
        if mark is not None:
            return mark.day
        first, last = self._range
        share = min(max((x - PAD) / max(self.width() - 2 * PAD, 1), 0.0), 1.0)
        at = first + share * (last - first)
        year = min(int(at), last - 1)
        month = min(int((at - year) * 12) + 1, 12)
        return QDate(year, month, 1).addMonths(1).addDays(-1).toString(_DAY)

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle to where the mouse is."""
        if event.button() is Qt.MouseButton.LeftButton and self.isEnabled():
            self._from = self.day
            self._drag(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle, or tell what is under the mouse."""
        if self._held is not None:
            self._drag(event.position().x())
        else:
            self._point(self._mark_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The day is chosen."""
        if self._held is not None and event.button() is Qt.MouseButton.LeftButton:
            day, self._held = self._held, None
            self.chosen.emit(day)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self._point(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from event to event, the pages by years, Space plays; Esc takes a drag back."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            signal, way = _WAYS[key]
            getattr(self, signal).emit(way)
        elif key == Qt.Key.Key_Space:
            self.play_asked.emit()
        elif key == Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self.chosen.emit(self._from)
            self.update()
        else:
            super().keyPressEvent(event)

    def _drag(self, x: float) -> None:
        """Tell a day only where another event lies between it and the one before."""
        before = self._held if self._held is not None else self.day
        self._held = self.day_at(x)
        self._point(self._mark_at(x))
        if self._passed(before) != self._passed(self._held):
            self.dragged.emit(self._held)
        self.update()

    def _passed(self, day: str) -> int:
        return bisect_right([mark.day for mark in self.marks], day)

    def _point(self, mark: Mark | None) -> None:
        if mark != self._over:
            self._over = mark
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
            )
            self.pointed.emit(mark)
            self.update()

    def _mark_at(self, x: float) -> Mark | None:
        """The nearest mark within reach, of what is shown before others."""
        near = [m for m in self.marks if abs(self.place(m.day) - x) <= REACH]
        return min(near, key=lambda m: (not m.strong, abs(self.place(m.day) - x)), default=None)

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the years, the marks and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self._middle
        self._paint_line(painter, middle)
        self._paint_years(painter)
        for mark in sorted(self.marks, key=lambda m: m.strong):
            self._paint_mark(painter, mark, middle)
        self._paint_handle(painter, middle)
        painter.end()

    @property
    def _middle(self) -> float:
        return (self.height() - TYPE) / 2

    def _paint_line(self, painter: QPainter, middle: float) -> None:
        here = self.place(self._held or self.day)
        for left, right, color in (
            (PAD, here, self._look.accent),
            (here, self.width() - PAD, self._look.line),
        ):
            painter.setPen(_pen(color, 2))
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))

    def _paint_years(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(TYPE)
        painter.setFont(font)
        painter.setPen(QColor(self._look.secondary))
        first, last = self._range
        each = (self.width() - 2 * PAD) / (last - first)
        step = next((s for s in STEPS if s * each >= LABEL), STEPS[-1])
        base = self.height() - QFontMetrics(font).descent()
        for year in range(first + -first % step, last + 1, step):
            words, x = str(year), self.place(f"{year}-01-01")
            width = QFontMetrics(font).horizontalAdvance(words)
            left = min(max(x - width / 2, 0), self.width() - width)
            painter.drawText(QPointF(left, base), words)

    def _paint_mark(self, painter: QPainter, mark: Mark, middle: float) -> None:
        left, right = self.place(mark.day), self.place(mark.last)
        color = self._look.ink if mark.strong else self._look.secondary
        high = 4.5 if mark.strong else 2.5
        if mark.strong and right - left > 2:
            painter.setPen(_pen(color, 1))
            painter.drawLine(QPointF(left, middle + high), QPointF(right, middle + high))
        wide = 2.5 if mark.strong else 1.0
        over = 1.0 if mark == self._over else 0.0
        place = QRectF(left - wide / 2 - over, middle - high - over, wide + 2 * over, 2 * high)
        painter.fillRect(place, QColor(self._look.accent if over else color))

    def _paint_handle(self, painter: QPainter, middle: float) -> None:
        if not self.day:
            return
        x = self.place(self._held or self.day)
        painter.setPen(_pen(self._look.ink if self.hasFocus() else self._look.paper, 1.5))
        painter.setBrush(QColor(self._look.accent))
        painter.drawEllipse(QPointF(x, middle), 5.0, 5.0)

    def spot(self, day: str) -> QPoint:
        """Where a day can be clicked."""
        return QPoint(round(self.place(day)), round(self._middle))


_WAYS = {
    Qt.Key.Key_Left: ("stepped", -1),
    Qt.Key.Key_Down: ("stepped", -1),
    Qt.Key.Key_Right: ("stepped", 1),
    Qt.Key.Key_Up: ("stepped", 1),
    Qt.Key.Key_PageUp: ("leapt", 1),
    Qt.Key.Key_PageDown: ("leapt", -1),
    Qt.Key.Key_Home: ("ended", -1),
    Qt.Key.Key_End: ("ended", 1),
}


def _pen(color: str, width: float) -> QPen:
    return QPen(QColor(color), width)

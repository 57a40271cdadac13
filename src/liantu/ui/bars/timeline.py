"""The slider under the map: the dated events, a handle at the 口径日期, and play.

It asks for dates and follows the reading that comes: dragging and playing never wait in a row,
for whoever makes the readings keeps to the newest wish.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from liantu.analysis.reading import Reading
from liantu.model.focus import Focus
from liantu.telling import events
from liantu.telling.dates import eve, last_of, years_from
from liantu.telling.events import Event
from liantu.ui.bars.axis import Axis, Mark
from liantu.ui.style.look import Tones
from liantu.ui.widgets.text import Elided, plain_tip
from liantu.wording import text

LOW, HIGH = 24, 30
"""Height on a small window and on a large one."""
SHARES = (2, 1)
"""Of the width, for the axis and for what is told."""
LEAST = 130
"""Least width of what is told (px)."""
PAUSE_MS = 1500
"""So long a picture is seen before the next while it plays."""


class Timeline(QFrame):
    """``asked`` carries a day and the name of the gesture that asks for it: what one gesture asks
    for one after the other is one step. ``near`` carries the days of the events beside the date,
    which are likely to be asked for next.
    """

    asked = Signal(str, str)
    near = Signal(object)

    def __init__(self, look: Tones) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self.axis = Axis(look)
        self.before = self._button("◀", "ui.timeline.before")
        self.play = self._button("", "ui.timeline.play")
        self.after = self._button("▶", "ui.timeline.after")
        self.words = Elided("", "hint")
        self._day, self._serial, self._stops = "", 0, tuple[str, ...]()
        self._told: dict[str, str] = {}
        self._gesture, self._awaited = 0, ""
        self._playing = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._play_on)
        self._assemble()
        self._connect()
        self._name_play()

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        for part in (self.before, self.play, self.after):
            row.addWidget(part)
        row.addWidget(self.axis, SHARES[0])
        row.addWidget(self.words, SHARES[1])
        self.words.setMinimumWidth(LEAST)
        self.setAccessibleName(text("ui.timeline"))
        self.axis.setAccessibleName(text("ui.timeline"))

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.play.clicked.connect(self.toggle_play)
        axis = self.axis
        axis.pointed.connect(self._on_pointed)
        axis.dragged.connect(self._on_dragged)
        axis.chosen.connect(self._on_chosen)
        axis.stepped.connect(self.step)
        axis.leapt.connect(self._leap)
        axis.ended.connect(self._end)
        axis.play_asked.connect(self.toggle_play)

    def set_tones(self, look: Tones) -> None:
        """Paint in other colours."""
        self.axis.set_tones(look)

    def take_size(self, *, large: bool) -> None:
        """Fit a large or a small window."""
        self.setFixedHeight(HIGH if large else LOW)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing plays that is not seen."""
        self.pause()
        super().hideEvent(event)

    # -- what is shown

    def draw(self, reading: Reading, focus: Focus) -> None:
        """The events of what is shown before those of the city, and the date of the reading."""
        shown = _shown(reading, focus)
        strong = set(shown)
        marks = _marks(reading, events.events(reading), strong)
        self._stops = tuple(sorted({m.day for m in marks if m.strong or not strong}))
        self._told = {m.day: m.words for m in marks if m.strong or not strong}
        self._day = last_of(reading.date)
        self.axis.show_marks(marks, self._day)
        self.axis.setEnabled(bool(self._day))
        self._tell(self._here())
        self.before.setEnabled(self._beside(-1) != "")
        self.after.setEnabled(self._beside(1) != "")
        self.play.setEnabled(bool(self._stops and self._day))
        if reading.serial != self._serial:
            self._serial = reading.serial
            self._follow()
            self.near.emit(tuple(filter(None, (self._beside(1), self._beside(-1)))))

    def _here(self) -> str:
        """What happened last at the date, else what comes first."""
        past = [day for day in self._stops if day <= self._day]
        near = past[-1] if past else next(iter(self._stops), "")
        return self._told.get(near, text("ui.timeline.none"))

    def _tell(self, words: str) -> None:
        self.words.set_words(words)
        said = text("ui.timeline.spoken", date=self._day, words=words)
        self.axis.setAccessibleDescription(said)
        plain_tip(self.axis, words)

    def _on_pointed(self, mark: Mark | None) -> None:
        self._tell(mark.words if mark is not None else self._here())

    # -- what is asked for

    def step(self, way: int) -> None:
        """To the event before (-1) or after (1)."""
        self.pause()
        self._go(self._beside(way))

    def _beside(self, way: int) -> str:
        """The day of the event before or after, empty for none; before the first one there is the
        day on which nothing had happened yet.
        """
        if way > 0:
            return next((day for day in self._stops if day > self._day), "")
        stops = (eve(self._stops[0]), *self._stops) if self._stops else ()
        return next((day for day in reversed(stops) if day and day < self._day), "")

    def _leap(self, years: int) -> None:
        self.pause()
        self._go(years_from(self._day, years))

    def _end(self, way: int) -> None:
        self.pause()
        if self._stops:
            self._go(self._stops[0 if way < 0 else -1])

    def _on_dragged(self, day: str) -> None:
        self.pause()
        self.asked.emit(day, self._name)

    def _on_chosen(self, day: str) -> None:
        self.pause()
        self.asked.emit(day, self._name)
        self._gesture += 1

    @property
    def _name(self) -> str:
        return f"timeline {self._gesture}"

    def _go(self, day: str) -> None:
        """Ask for a day as a step of its own."""
        if day and day != self._day:
            self._gesture += 1
            self.asked.emit(day, self._name)
            self._gesture += 1

    # -- playing

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._playing

    def toggle_play(self) -> None:
        """Go on from event to event, from the first one where the last was reached; or pause."""
        if self._playing:
            self.pause()
        elif self._stops:
            self._playing = True
            self._gesture += 1
            self._name_play()
            self._play(self._beside(1) or self._stops[0])

    def pause(self) -> None:
        """Do not go on."""
        if self._playing:
            self._playing, self._awaited = False, ""
            self._timer.stop()
            self._gesture += 1
            self._name_play()

    def _play(self, day: str) -> None:
        self._awaited = day
        if day == self._day:
            self._timer.start()
        else:
            self.asked.emit(day, self._name)

    def _play_on(self) -> None:
        following = self._beside(1)
        if following:
            self._play(following)
        else:
            self.pause()

    def _follow(self) -> None:
        """Another reading is seen: that which was waited for, or somebody has chosen another."""
        if not self._playing:
            return
        if self._day == self._awaited:
            self._timer.start()
        else:
            self.pause()

    # -- parts

    def _name_play(self) -> None:
        code = "ui.timeline.pause" if self._playing else "ui.timeline.play"
        sign = "ui.timeline.pause.sign" if self._playing else "ui.timeline.play.sign"
        self.play.setText(text(sign))
        self.play.setAccessibleName(text(code))
        plain_tip(self.play, text(code))

    def _button(self, sign: str, code: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("bare")
        button.setText(sign)
        button.setAccessibleName(text(code))
        plain_tip(button, text(code))
        return button


def _shown(reading: Reading, focus: Focus) -> tuple[Event, ...]:
    """The events of the enterprise whose map is shown, else of the chain."""
    if focus.firm in reading.atlas.enterprises:
        return events.of_firm(reading, focus.firm)
    return events.of_chain(reading, focus.chain)


def _marks(reading: Reading, found: Sequence[Event], strong: set[Event]) -> tuple[Mark, ...]:
    """One mark for all that begins on the same day, those of what is shown apart from others."""
    groups: dict[tuple[str, bool], list[Event]] = {}
    for event in found:
        groups.setdefault((event.day, event in strong), []).append(event)
    marks = []
    for (day, own), same in sorted(groups.items(), key=lambda group: group[0]):
        words = events.told(reading, same[0])
        if len(same) > 1:
            words = text("ui.timeline.more", words=words, count=len(same))
        marks.append(Mark(day, max(last_of(e.date) for e in same), words, own))
    return tuple(marks)

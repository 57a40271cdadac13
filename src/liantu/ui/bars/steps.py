"""The row under the map that plays a stop step by step: what fails, its users, then theirs."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from liantu.analysis.reading import Reading
from liantu.diagram.strikes import Failure
from liantu.model import Atlas
from liantu.model.focus import Focus
from liantu.ui.seen import outages
from liantu.ui.widgets.text import Elided, plain_tip
from liantu.wording import text

LOW, HIGH = 24, 30
"""Height on a small window and on a large one."""
PAUSE_MS = 1500
"""So long a step is seen before the next while it plays."""
NAMED = 12
"""Products of a step that are named at most."""


class StepBar(QFrame):
    """``asked`` carries the step that is to be shown (``None``: all of them); ``offers`` tells that
    there is something to play, or no longer.
    """

    asked = Signal(object)
    offers = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self.setAccessibleName(text("ui.steps"))
        self._failure: Failure | None = None
        self._step: int | None = None
        self._serial = 0
        self._playing = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._play_on)
        self.before = self._button("◀", "ui.steps.before", "Alt+,")
        self.play = self._button("", "ui.steps.play", "Alt+/")
        self.after = self._button("▶", "ui.steps.after", "Alt+.")
        self.words = Elided("", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        for part in (self.before, self.play, self.after):
            row.addWidget(part)
        row.addWidget(self.words, 1)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.play.clicked.connect(self.toggle_play)
        self._name_play()

    @property
    def offered(self) -> bool:
        """Whether a drill is shown that can be played."""
        return self._failure is not None

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._playing

    def take_size(self, *, large: bool) -> None:
        """Fit a large or a small window."""
        self.setFixedHeight(HIGH if large else LOW)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing plays that is not seen."""
        self.pause()
        super().hideEvent(event)

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Tell the step of the focus."""
        had = self.offered
        if reading.serial != self._serial:
            self.pause()
        self._serial = reading.serial
        self._failure, self._step = outages.shown(reading, focus), focus.step
        if self._failure is not None:
            self.words.set_words(caption(reading.atlas, self._failure, focus.step))
        if had != self.offered:
            self.offers.emit()

    # -- what is asked for

    def step(self, way: int) -> None:
        """To the step before (-1) or after (1); beyond either end all of them are shown."""
        self.pause()
        if self._failure is not None:
            self.asked.emit(self._beside(self._failure, way))

    def _beside(self, failure: Failure, way: int) -> int | None:
        if self._step is None:
            return 0 if way > 0 else failure.steps
        found = self._step + way
        return found if 0 <= found <= failure.steps else None

    def toggle_play(self) -> None:
        """Go on from step to step, from the stop itself where all were shown; or pause."""
        if self._playing:
            self.pause()
        elif self._failure is not None:
            self._playing = True
            self._name_play()
            self._play_on()

    def pause(self) -> None:
        """Do not go on."""
        if self._playing:
            self._playing = False
            self._timer.stop()
            self._name_play()

    def _play_on(self) -> None:
        if self._failure is None or not self._playing:
            return
        following = self._beside(self._failure, 1)
        if following is None:
            self.pause()
        else:
            self._timer.start()
        self.asked.emit(following)

    # -- parts

    def _name_play(self) -> None:
        key = "pause" if self._playing else "play"
        self.play.setText(text(f"ui.timeline.{key}.sign"))
        self.play.setAccessibleName(text(f"ui.steps.{key}"))
        plain_tip(self.play, text("ui.tip.key", words=text(f"ui.steps.{key}"), key="Alt+/"))

    def _button(self, sign: str, code: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("bare")
        button.setText(sign)
        button.setAccessibleName(text(code))
        plain_tip(button, text("ui.tip.key", words=text(code), key=key))
        return button


def caption(atlas: Atlas, failure: Failure, step: int | None) -> str:
    """``第 2 步（共 3 步）：断料 5 个环节：…``; of all steps the counts."""
    if step is None:
        return text("ui.steps.all", words=failure.told, steps=failure.steps)
    found = failure.at(step)
    names = [atlas.products[p].label for p in atlas.products if p in found]
    listed = text("ui.steps.comma").join(names[:NAMED])
    if len(names) > NAMED:
        listed = text("ui.steps.more", names=listed)
    if not step:
        return text("ui.steps.stop", name=failure.title, names=listed)
    told = {"step": step, "steps": failure.steps, "count": len(found), "names": listed}
    return text("ui.steps.step", **told)

"""What lies over a slide for a moment: a few words at the lower edge, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from liantu.ui.show.keys import Act
from liantu.ui.widgets.text import label
from liantu.wording import text

PASSING_MS = 2600
"""So long words are seen that need no answer."""
LEAST, LINES = 15, 38
"""Least height of the type (px), and so many of its lines are as high as the screen."""
EDGE = 0.03
"""Room below the words, as a share of the height."""
TOLD = (
    *(Act.NEXT, Act.BACK, Act.FIRST, Act.GO, Act.CONTENTS, Act.SPOT_AFTER),
    *(Act.BLACK, Act.WHITE, Act.DOTS, Act.SCREEN, Act.HELP, Act.LEAVE, Act.LEAVE_BARE),
)
"""The keys that are told, in their order."""


def _type(size: QSize) -> int:
    """The height of type that can be read across a room, in a window of that size."""
    return max(LEAST, size.height() // LINES)


class Note:
    """A few words over a window; none are seen where there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self.label = label("", "showNote")
        self.label.setParent(parent)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.hide()
        self.waits = False
        self._clock = QTimer(parent, singleShot=True, interval=PASSING_MS)
        self._clock.timeout.connect(self.label.hide)

    @property
    def words(self) -> str:
        """What is said; empty: nothing."""
        return self.label.text() if self.label.isVisible() else ""

    def say(self, words: str, *, passing: bool = False) -> None:
        """Say it until something else is said, or ``passing`` for a moment."""
        self._clock.stop()
        self.waits = False
        self.label.setText(words)
        self.label.setVisible(bool(words))
        self._place()
        if words and passing:
            self._clock.start()

    def wait(self) -> None:
        """Say that the slide is being made."""
        self.say(text("ui.show.waiting"))
        self.waits = True

    def fit(self, size: QSize) -> None:
        """Type and place for a window of that size."""
        high = _type(size)
        self.label.setStyleSheet(f"font-size: {high}px; padding: {high // 3}px {high}px;")
        self._place()

    def _place(self) -> None:
        self.label.adjustSize()
        room = self._parent.size()
        left = (room.width() - self.label.width()) // 2
        self.label.move(left, room.height() - self.label.height() - round(room.height() * EDGE))
        self.label.raise_()


class Keys(QFrame):
    """The keys and what they do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("showKeys")
        self.setAccessibleName(text("ui.show.act.help"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid = grid = QGridLayout(self)
        self._labels = []
        for row, act in enumerate(TOLD):
            for column, words in enumerate(
                (text(f"ui.show.key.{act}"), text(f"ui.show.act.{act}"))
            ):
                made = label(words, "showKey" if column == 0 else "showAct")
                grid.addWidget(made, row, column)
                self._labels.append(made)
        self.hide()

    def fit(self, size: QSize) -> None:
        """Type and place for a window of that size."""
        high = _type(size)
        self._grid.setContentsMargins(2 * high, high, 2 * high, high)
        self._grid.setHorizontalSpacing(2 * high)
        self._grid.setVerticalSpacing(high // 4)
        for one in self._labels:
            one.setStyleSheet(f"font-size: {high}px;")
        self.adjustSize()
        self.move((size.width() - self.width()) // 2, (size.height() - self.height()) // 2)
        self.raise_()

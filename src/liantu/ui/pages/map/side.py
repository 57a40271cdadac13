"""The panel at the right that holds the inspector: over the map, or beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStyle, QToolButton

from liantu.ui.widgets.edge import THICK, Edge
from liantu.ui.widgets.inspector import Inspector
from liantu.ui.widgets.text import plain_tip
from liantu.wording import text

OPEN = 336
"""Width at first, with its edge."""
LEAST, MOST = 266, 620
LOWEST = 180
"""Less height shows no sentence between its name and its buttons."""
SLIDE_MS = 150
"""How long it takes to come in over the map."""


class Side(QFrame):
    """``closed`` asks to close the panel, ``docked`` to put it beside the map or over it,
    ``pulled`` carries by how many px it is to be wider.
    """

    closed = Signal()
    docked = Signal()
    pulled = Signal(int)

    def __init__(self, inside: Inspector) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAccessibleName(text("ui.inspector"))
        self.setFocusProxy(inside)
        self.edge = Edge(Qt.Orientation.Vertical)
        self.edge.moved.connect(lambda way: self.pulled.emit(-way))
        self.edge.doubled.connect(self.closed)
        self.pin, self.shut = QToolButton(), QToolButton()
        for button, words in ((self.pin, ""), (self.shut, text("ui.side.shut.sign"))):
            button.setObjectName("bare")
            button.setText(words)
        self.pin.clicked.connect(self.docked)
        self.shut.setAccessibleName(text("ui.close"))
        plain_tip(self.shut, text("ui.side.shut"))
        self.shut.clicked.connect(self.closed)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.star = QToolButton()
        self.star.setObjectName("bare")
        self.star.hide()
        self._assemble(inside)
        self.show_docked(False)
        self.hide()

    def show_docked(self, docked: bool) -> None:
        """Say what the button does."""
        words = text("ui.side.float" if docked else "ui.side.dock")
        self.pin.setText(words)
        self.pin.setAccessibleName(words)
        plain_tip(self.pin, text("ui.tip.key", words=words, key="Ctrl+Shift+I"))

    def take_star(self, action: QAction) -> None:
        """A button that says whether what is told of is starred; none where it cannot be."""
        self.star.clicked.connect(action.trigger)
        action.changed.connect(partial(self._show_star, action))
        self._show_star(action)

    def _show_star(self, action: QAction) -> None:
        starred = action.isChecked()
        words = text("ui.star.remove" if starred else "ui.star")
        self.star.setText(text("ui.star.on" if starred else "ui.star.off"))
        self.star.setAccessibleName(words)
        plain_tip(self.star, text("ui.tip.key", words=words, key=action.shortcut().toString()))
        self.star.setVisible(action.isEnabled())

    def come_in(self) -> None:
        """Slide in from the right to where it lies, unless the desktop wants no motion."""
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        end = self.pos()
        self.show()
        self.raise_()
        if moves:
            self._slide.setDuration(SLIDE_MS)
            self._slide.setStartValue(end + QPoint(self.width(), 0))
            self._slide.setEndValue(end)
            self._slide.start()

    def stay(self) -> None:
        """End the slide at once."""
        self._slide.stop()

    def _assemble(self, inside: Inspector) -> None:
        """The buttons stand beside the name of what is told."""
        inside.head.corner.addWidget(self.star)
        inside.head.corner.addWidget(self.pin)
        inside.head.corner.addWidget(self.shut)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.edge.setFixedWidth(THICK)
        row.addWidget(self.edge)
        row.addWidget(inside, 1)

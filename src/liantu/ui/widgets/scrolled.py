"""What scrolls up and down where its room is too low, and is as wide as its room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Measured(QScrollArea):
    """Scrolls as far as there is something to be seen: words that wrap are as high as they are at
    the width they have, for which Qt takes what they would be at the least width.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it has other parts now."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            _measure(self.widget())
        return super().eventFilter(watched, event)


class Scrolled(Measured):
    """Has no frame and never the keys: they go to what is in it."""

    def __init__(self, inside: QWidget | None = None, name: str = "") -> None:
        """``name`` is its role in the style sheet."""
        super().__init__()
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if inside is not None:
            self.setWidget(inside)


def _measure(inside: QWidget) -> None:
    layout, policy = inside.layout(), inside.sizePolicy()
    wraps = layout is not None and layout.hasHeightForWidth()
    wanted = QSizePolicy.Policy.Ignored if wraps else QSizePolicy.Policy.Preferred
    if policy.verticalPolicy() != wanted:
        policy.setVerticalPolicy(wanted)
        inside.setSizePolicy(policy)

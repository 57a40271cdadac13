"""A group of buttons that Tab meets once; the arrows go from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class OneStop(QObject):
    """Tab meets the first of the group that can be met."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._parts: tuple[QWidget, ...] = ()

    def take(self, *parts: QWidget) -> None:
        """These are the group, from left to right; the first is always there."""
        for part in parts:
            part.installEventFilter(self)
        self._parts = parts
        self._meet(parts[0])

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The group, from left to right."""
        return self._parts

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move the focus."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._meet(watched)
        elif event.type() == QEvent.Type.FocusOut and self._parts:
            self._meet(self._parts[0])
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if step and plain and watched in self._parts:
                self._move(watched, step)
                return True
        return False

    def _move(self, start: QObject, step: int) -> None:
        seen = [p for p in self._parts if p is start or (p.isVisible() and p.isEnabled())]
        at = next(at for at, part in enumerate(seen) if part is start)
        seen[(at + step) % len(seen)].setFocus(Qt.FocusReason.TabFocusReason)

    def _meet(self, chosen: QWidget) -> None:
        for part in self._parts:
            met = Qt.FocusPolicy.StrongFocus if part is chosen else Qt.FocusPolicy.ClickFocus
            part.setFocusPolicy(met)

"""What a screen reader hears of a map: the card that is selected and how it stands.

The map is one painted surface, whose cards are nothing of the system's: so its own name and
description follow the selection, and each new one is announced.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from liantu.wording import text


def speak(canvas: QWidget, name: str, value: str) -> None:
    """Say what is selected; an empty name says that nothing is."""
    title = text("ui.map")
    whole = text("ui.map.spoken", title=title, name=name) if name else title
    if (whole, value) == (canvas.accessibleName(), canvas.accessibleDescription()):
        return
    canvas.setAccessibleName(whole)
    canvas.setAccessibleDescription(value)
    if QAccessible.isActive() and canvas.hasFocus():
        words = text("ui.map.spoken", title=name or title, name=value)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, words))

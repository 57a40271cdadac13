"""What a screen reader hears of a painted surface: the thing that is selected and how it stands.

A map, a board or a chart is one painted surface, whose cards, spots and bars are nothing of the
system's: so its own name and description follow the selection, and each new one is announced.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from liantu.wording import text


def speak(surface: QWidget, title: str, name: str, value: str) -> None:
    """Say what is selected on the surface with this title; an empty name says that nothing is."""
    whole = text("ui.map.spoken", title=title, name=name) if name else title
    if (whole, value) == (surface.accessibleName(), surface.accessibleDescription()):
        return
    surface.setAccessibleName(whole)
    surface.setAccessibleDescription(value)
    if QAccessible.isActive() and surface.hasFocus():
        words = text("ui.map.spoken", title=name or title, name=value)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(surface, words))


def speak_tip(surface: QWidget, title: str, tip: str) -> None:
    """Say a tooltip: its first line is the name, the rest how it stands."""
    name, _, value = tip.partition("\n")
    speak(surface, title, name, value)

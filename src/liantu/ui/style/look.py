"""The look of the chrome: colours by role, the palette and the style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from liantu.diagram.theme import DARK, LIGHT, Theme


@dataclass(frozen=True, slots=True)
class Tones:
    """Colours (``#RRGGBB``) by role; ``field`` is the border of what is typed in, ``second`` the
    second bar, ``chosen`` a selected row.
    """

    dark: bool
    ink: str
    secondary: str
    line: str
    field: str
    ground: str
    paper: str
    accent: str
    on_accent: str
    bar: str
    second: str
    chosen: str
    hover: str
    doubt: str
    bad: str
    bad_tint: str
    good: str
    good_tint: str
    missing_tint: str
    theme: Theme


def is_dark(choice: str) -> bool:
    """Whether ``light``, ``dark`` or ``system`` means dark now."""
    if choice == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return choice == "dark"


def tones(dark: bool) -> Tones:
    """The colours of the chrome that go with the theme of the map."""
    theme = DARK if dark else LIGHT
    shared = {
        "ink": theme.text,
        "secondary": theme.secondary,
        "line": theme.line,
        "ground": theme.ground,
        "paper": theme.paper,
        "accent": theme.accent,
    }
    return Tones(dark=dark, theme=theme, **shared, **(_DARK if dark else _LIGHT))


_LIGHT = {
    "field": "#84909D",
    "on_accent": "#FFFFFF",
    "bar": "#4A80C4",
    "second": "#0F766E",
    "chosen": "#E4EEFA",
    "hover": "#EEF3F9",
    "doubt": "#9A4A08",
    "bad": "#B91C1C",
    "bad_tint": "#FFF1EA",
    "good": "#0F766E",
    "good_tint": "#E9F8F5",
    "missing_tint": "#FFF7E6",
}
_DARK = {
    "field": "#7C8A99",
    "on_accent": "#0E1620",
    "bar": "#6FA3E6",
    "second": "#3FBFAF",
    "chosen": "#223A57",
    "hover": "#202B38",
    "doubt": "#F0B070",
    "bad": "#FF9B8A",
    "bad_tint": "#3A2220",
    "good": "#6FD8C8",
    "good_tint": "#14332F",
    "missing_tint": "#3A2E18",
}


def palette(look: Tones) -> QPalette:
    """A full palette, so that no control falls back to the desktop's colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for key, color in (
        (role.Window, look.ground),
        (role.WindowText, look.ink),
        (role.Base, look.paper),
        (role.AlternateBase, look.ground),
        (role.ToolTipBase, look.paper),
        (role.ToolTipText, look.ink),
        (role.PlaceholderText, look.secondary),
        (role.Text, look.ink),
        (role.Button, look.paper),
        (role.ButtonText, look.ink),
        (role.BrightText, look.bad),
        (role.Light, look.paper),
        (role.Midlight, look.hover),
        (role.Mid, look.line),
        (role.Dark, look.secondary),
        (role.Shadow, look.line),
        (role.Link, look.accent),
        (role.LinkVisited, look.accent),
        (role.Highlight, look.chosen),
        (role.HighlightedText, look.ink),
        (role.Accent, look.accent),
    ):
        made.setColor(key, QColor(color))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(look.line))
    return made

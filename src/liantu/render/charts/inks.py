"""Colours of the charts and the ink that reads on each of them."""

from __future__ import annotations

from liantu.diagram.theme import Theme, blend
from liantu.model.classes import Word
from liantu.telling.charts.model import Cell, Ink

LEAST = 4.5
"""Contrast of small type (WCAG 2.1, 1.4.3)."""
BLACK, WHITE = "#000000", "#FFFFFF"


def luminance(color: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 to 1."""
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(theme: Theme, ground: str) -> str:
    """The ink of the theme where it reads on ``ground``, else black or white; one of them does."""
    for ink in (theme.text, theme.paper):
        if contrast(ink, ground) >= LEAST:
            return ink
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, ground))


def warm(theme: Theme) -> str:
    """What lacks."""
    return theme.tones[Word.BROKEN].color


def color_of(theme: Theme, ink: Ink) -> str:
    """The full colour of an ink."""
    return {
        Ink.HERE: theme.local,
        Ink.SURE: warm(theme),
        Ink.DOUBT: theme.absent,
        Ink.QUIET: theme.edge,
    }[ink]


def ground_of(theme: Theme, cell: Cell) -> tuple[str, str]:
    """Ground and full colour of a cell."""
    full = theme.tones[Word(cell.word)].color if cell.word else color_of(theme, cell.ink)
    return (blend(full, theme.paper, cell.shade) if cell.shade else theme.paper), full

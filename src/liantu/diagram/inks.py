"""How well an ink reads on a ground, and the ink that does."""

from __future__ import annotations

from liantu.diagram.theme import Theme

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

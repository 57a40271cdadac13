"""How many pixels a picture may have, without Qt."""

from __future__ import annotations

from liantu.render.vector import Picture

MAX_PIXELS = 150_000_000


def most_dpi(drawing: Picture) -> int:
    """The highest resolution at which the drawing stays within the limit."""
    return int(96 * (MAX_PIXELS / (drawing.width * drawing.height)) ** 0.5)

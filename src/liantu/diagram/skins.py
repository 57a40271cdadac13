"""How a card shows its standing: face, border and bar, so that each differs without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liantu.diagram.drawing import DASH, Box
from liantu.diagram.theme import Theme
from liantu.model.standing import Standing

BAR = 4.0
"""Width of the bar at the left of what the city makes."""
DOTS = (1.6, 3.2)
"""Border of what policy closes."""
SHORT_DASH = (2.6, 2.0)
"""Border of what is being asked about."""

FIRM = 1.9
"""Width of the border of what is confirmed not to be made."""


@dataclass(frozen=True, slots=True)
class Skin:
    """``bar`` is ``solid``, ``split``, ``hollow``, ``dots`` or empty; ``width`` is the border's."""

    fill: str
    stroke: str
    dash: tuple[float, ...] = ()
    bar: str = ""
    width: float = 1.2


def skin(standing: Standing, theme: Theme) -> Skin:
    """That of a standing: a bar is made here, a broken border is not known to be."""
    return {
        Standing.MADE: Skin(theme.paper, theme.card_line, bar="solid"),
        Standing.BYPRODUCT: Skin(theme.paper, theme.card_line, bar="split"),
        Standing.GROUP: Skin(theme.paper, theme.card_line, bar="hollow"),
        Standing.CAPTIVE: Skin(theme.raw_tint, theme.card_line, bar="dots"),
        Standing.EXTERNAL: Skin(theme.raw_tint, theme.card_line),
        Standing.SHUT: Skin(theme.policy.tint, theme.policy.color, DOTS),
        Standing.NONE: Skin(theme.absent_tint, theme.absent, width=FIRM),
        Standing.ASKED: Skin(theme.absent_tint, theme.absent, SHORT_DASH),
        Standing.UNSEEN: Skin(theme.absent_tint, theme.absent, DASH),
    }[standing]


def bar(found: Skin, theme: Theme, box: Box, width: float = BAR) -> Sequence[Box]:
    """The bar at the left edge of ``box``."""
    top, height = box.y + box.height * 0.1, box.height * 0.8
    x, ink, clear = box.x, theme.local, box.opacity
    match found.bar:
        case "solid":
            return (Box(x, top, width, height, ink, "", radius=1.5, opacity=clear),)
        case "split":
            half = height * 0.42
            lower = top + height - half
            return tuple(Box(x, y, width, half, ink, "", opacity=clear) for y in (top, lower))
        case "hollow":
            return (Box(x, top, width, height, theme.paper, ink, 1.0, opacity=clear),)
        case "dots":
            step = (height - width) / 2
            ys = (top + at * step for at in range(3))
            return tuple(Box(x, y, width, width, theme.secondary, "", opacity=clear) for y in ys)
        case _:
            return ()

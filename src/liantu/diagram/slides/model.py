"""A slide: one drawing on a fixed page, what of it can be clicked, and what is said beside it.

Lengths are units of the page of :data:`WIDE` × :data:`HIGH`, so that the smallest type keeps its
share of a projector's picture whatever the projector is: nothing is ever scaled below the floors.
"""

from __future__ import annotations

from dataclasses import dataclass

from liantu.diagram.drawing import Drawing
from liantu.diagram.poster.model import Spot

WIDE, HIGH = 1280.0, 720.0
"""The page."""
FLOOR = 13.0
"""Smallest type of a picture, and of the foot."""
WORDS = 20.0
"""Smallest type of what is told."""
TITLE = 32.0
"""Smallest type of the title."""


@dataclass(frozen=True, slots=True)
class Slide:
    """``spots`` come in the order of drawing: of several that hold a point the last is on top.
    ``notes`` are the speaker's: all that is told, sources, what is unknown; ``alt`` tells the
    slide to those who do not see it.
    """

    drawing: Drawing
    spots: tuple[Spot, ...] = ()
    notes: str = ""
    alt: str = ""

"""The letters of the classes on a card and in a legend: filled, hollow or quiet."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.theme import Theme, Tone
from liantu.diagram.views.map_view import Card
from liantu.model.standing import Standing, Tag
from liantu.telling import classes
from liantu.wording import text

BADGE = (10.5, 15.0)
"""Type and height of a badge on a full card."""
LARGER = 1.4
"""A badge stands alone on the card at the middle level of detail, and is larger there."""
BADGE_PAD, CORNER = 7.0, 5.0
"""Beside its letter, and between it and the edges of the card."""
TIGHT, TIGHT_TOP = 1.12, 2.5
"""Height of a badge that is larger than from afar, in type sizes, and its upper edge."""
BADGE_BASE = 0.37
"""Baseline of the letter below the middle of a badge, in type sizes."""
MARK = (26.0, 14.0)
"""Size of a picture in a legend; it lies from 11 above the baseline to 3 below it."""
MARK_TOP = -11.0


FILLED, HOLLOW, QUIET = "filled", "hollow", "quiet"
"""Badges of what is sure, of what is suspected, and of what is no gap at all."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A letter in a small box; hollow and quiet ones have the letter in the colour itself."""

    letter: str
    tone: Tone
    style: str

    @property
    def ink(self) -> str:
        """The colour of the letter."""
        return self.tone.letter if self.style == FILLED else self.tone.color


def badges(card: Card, theme: Theme, opacity: float, scale: float) -> list[Shape]:
    """One letter a class at the upper right, the worst outermost; from afar only that one. Hollow
    where the absence is not confirmed; what policy closes has a quiet one of its own.
    ``scale``: 1 on a full card, larger from afar.
    """
    near = scale == 1.0
    if card.standing is Standing.SHUT:
        found = [Badge(text("diagram.badge.policy"), theme.policy, QUIET)]
    else:
        style = HOLLOW if card.suspected else FILLED
        found = [Badge(classes.letter(c), theme.tones[c], style) for c in card.classes]
        found += [sole(card.sole, theme)] if card.sole and near else []
    shapes: list[Shape] = []
    x = card.width - CORNER
    for badge in found if near else found[:1]:
        drawn, width = _badge(badge, x, scale, opacity)
        shapes += drawn
        x -= width + 3
    return shapes


def lone(badge: Badge, card: Card, opacity: float, scale: float) -> list[Shape]:
    """One badge at the upper right of a card instead of those of its classes."""
    return _badge(badge, card.width - CORNER, scale, opacity)[0]


def sole(tag: Tag, theme: Theme) -> Badge:
    """独家, hollow where only the records say so."""
    tone = Tone(theme.local, theme.paper, theme.paper)
    return Badge(text("diagram.badge.sole"), tone, FILLED if tag is Tag.SOLE else HOLLOW)


def room(scale: float) -> float:
    """What a badge of one letter takes of the upper right corner of a card."""
    return (BADGE[0] + BADGE_PAD) * scale + 2 * CORNER


def _badge(badge: Badge, right: float, scale: float, opacity: float) -> tuple[list[Shape], float]:
    """A badge that ends at ``right``, and its width. A very large one is as low as the first line
    of a name, so that it hides nothing of the second.
    """
    size = BADGE[0] * scale
    top, height = (TIGHT_TOP, size * TIGHT) if scale > LARGER else (CORNER, BADGE[1] * scale)
    width = measure.width(badge.letter, size, bold=True) + BADGE_PAD * scale
    box = _plate(badge, (right - width, top, width, height), opacity)
    at, y = right - width / 2, top + height / 2 + size * BADGE_BASE
    ink = badge.ink
    letter = Label(at, y, badge.letter, size, ink, bold=True, anchor="middle", opacity=opacity)
    return [box, letter], width


def _plate(badge: Badge, room: tuple[float, float, float, float], opacity: float = 1.0) -> Box:
    fill = badge.tone.color if badge.style == FILLED else badge.tone.tint
    stroke = badge.tone.color if badge.style == HOLLOW else ""
    return Box(*room, fill=fill, stroke=stroke, stroke_width=1.2, radius=3.5, opacity=opacity)


def mark(badge: Badge) -> tuple[Shape, ...]:
    """The badge as the picture of an entry of a legend."""
    box = _plate(badge, (0, MARK_TOP, *MARK))
    return box, Label(13, -0.1, badge.letter, 11, badge.ink, bold=True, anchor="middle")

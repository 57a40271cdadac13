"""Stubs: the way from a card, or the header of a box, to the next obstacle on either side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liantu.diagram.segment.model import End, Placed, Rect
from liantu.diagram.segment.tracks import Measures, Track

REACH = 80.0
"""How far a stub goes at most."""

OPEN_REACH = 60.0
"""How far it goes where nothing stops it."""

Port = tuple[End, bool]
"""An end and its side: True for the right."""


@dataclass(frozen=True, slots=True)
class Stub:
    """A private horizontal track; ``edge`` is where it touches its card or box."""

    port: Port
    track: Track
    edge: float


def stubs(placed: Placed, level: Measures, ends: Iterable[End]) -> Mapping[Port, Stub]:
    """Both stubs of every end, from the middle of the card or of the header."""
    things = [*placed.cards.values(), *placed.chips.values(), *placed.strips.values()]
    things += [rect for _, rect in placed.counted]
    heads = [Rect(b.x, b.y, b.width, level.header) for b in placed.boxes.values()]
    found: dict[Port, Stub] = {}
    for end in ends:
        if end.product:
            rect = placed.cards[end.product]
            y, obstacles = rect.y + rect.height / 2, [*things, *heads]
        else:
            rect = placed.boxes[end.segment]
            y, obstacles = rect.y + level.header / 2, [*things, *placed.boxes.values()]
        for stub in _both(end, rect, y, obstacles, placed.width):
            found[stub.port] = stub
    return found


def _both(
    end: End, rect: Rect, y: float, obstacles: Iterable[Rect], width: float
) -> tuple[Stub, Stub]:
    """The stubs of one end: left and right."""
    level = [o for o in obstacles if o.y - 0.5 <= y <= o.bottom + 0.5]
    right = min((o.x for o in level if o.x >= rect.right - 0.5), default=rect.right + OPEN_REACH)
    left = max((o.right for o in level if o.right <= rect.x + 0.5), default=rect.x - OPEN_REACH)
    right = min(right, rect.right + REACH, max(width, rect.right))
    left = max(left, rect.x - REACH, min(0.0, rect.x))
    return (
        Stub((end, False), (y, left, rect.x), rect.x),
        Stub((end, True), (y, rect.right, right), rect.right),
    )

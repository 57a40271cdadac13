"""Stubs: the way from a card, or the header of a box, to the next obstacle on either side."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liantu.diagram.segment.model import End, Placed, Rect
from liantu.diagram.segment.tracks import Measures, Track

REACH = 80.0
"""How far a stub goes at most."""

OPEN_REACH = 60.0
"""How far it goes where nothing stops it."""


class Side(enum.IntEnum):
    """Where a line touches an end: it comes in on the left and leaves on the right; a line that
    has to come in on the right does so a little higher, beside the one that leaves.
    """

    IN = 0
    OUT = 1
    BACK = 2


Port = tuple[End, Side]

RAISED = 0.25
"""How much higher :attr:`Side.BACK` lies, as a part of the height, and at most in units."""

MOST_RAISED = 8.0


@dataclass(frozen=True, slots=True)
class Stub:
    """A private horizontal track; ``edge`` is where it touches its card or box."""

    port: Port
    track: Track
    edge: float


def stubs(placed: Placed, level: Measures, ports: Iterable[Port]) -> Mapping[Port, Stub]:
    """The stubs of all ports, from the middle of the card or of the header."""
    things = [*placed.cards.values(), *placed.chips.values(), *placed.strips.values()]
    things += [rect for _, rect in placed.counted]
    heads = [Rect(b.x, b.y, b.width, level.header) for b in placed.boxes.values()]
    by_card, by_box = [*things, *heads], [*things, *placed.boxes.values()]
    found: dict[Port, Stub] = {}
    for port in ports:
        end = port[0]
        if end.product:
            found[port] = _stub(port, placed.cards[end.product], by_card, placed.width)
        else:
            box = placed.boxes[end.segment]
            head = Rect(box.x, box.y, box.width, level.header)
            found[port] = _stub(port, head, by_box, placed.width)
    return found


def _stub(port: Port, rect: Rect, obstacles: Iterable[Rect], width: float) -> Stub:
    """The way from an edge to the next obstacle, inside the map."""
    y = rect.y + rect.height / 2
    if port[1] is Side.BACK:
        y -= min(rect.height * RAISED, MOST_RAISED)
    level = [o for o in obstacles if o.y - 0.5 <= y <= o.bottom + 0.5]
    if port[1] is Side.IN:
        left = max((o.right for o in level if o.right <= rect.x + 0.5), default=rect.x - OPEN_REACH)
        left = max(left, rect.x - REACH, min(0.0, rect.x))
        return Stub(port, (y, left, rect.x), rect.x)
    right = min((o.x for o in level if o.x >= rect.right - 0.5), default=rect.right + OPEN_REACH)
    right = min(right, rect.right + REACH, max(width, rect.right))
    return Stub(port, (y, rect.right, right), rect.right)

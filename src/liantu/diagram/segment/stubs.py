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

NUDGE = 4.0
"""How far a stub moves from the middle of its card so that a line runs straight."""


@dataclass(frozen=True, slots=True)
class Stub:
    """A private horizontal track; ``edge`` is where it touches its card or box."""

    port: Port
    track: Track
    edge: float


def stubs(
    placed: Placed, level: Measures, courses: Iterable[tuple[Port, Port]]
) -> Mapping[Port, Stub]:
    """The stubs of all ends of ``courses``, from the middle of the card or of the header, or where
    a line runs straight for it.
    """
    things = [*placed.cards.values(), *placed.chips.values(), *placed.strips.values()]
    things += [rect for _, rect in placed.counted]
    heads = [Rect(b.x, b.y, b.width, level.header) for b in placed.boxes.values()]
    by_card, by_box = [*things, *heads], [*things, *placed.boxes.values()]
    pairs = list(courses)
    rects = {port: _rect(placed, level, port[0]) for pair in pairs for port in pair}
    found: dict[Port, Stub] = {}
    for port, y in _heights(rects, pairs).items():
        obstacles = by_card if port[0].product else by_box
        found[port] = _stub(port, rects[port], y, obstacles, placed.width)
    return found


def _rect(placed: Placed, level: Measures, end: End) -> Rect:
    """A card, or the header of a box."""
    if end.product:
        return placed.cards[end.product]
    box = placed.boxes[end.segment]
    return Rect(box.x, box.y, box.width, level.header)


def _heights(
    rects: Mapping[Port, Rect], courses: Iterable[tuple[Port, Port]]
) -> Mapping[Port, float]:
    """Where each stub lies: those of two ends at nearly the same height at the same, so that the
    line between needs no bend; the first course of an end decides.
    """
    found = {port: _middle(port, rect) for port, rect in rects.items()}
    settled: set[Port] = set()
    for pair in courses:
        off = abs(found[pair[0]] - found[pair[1]])
        if off <= NUDGE and Side.BACK not in {pair[0][1], pair[1][1]}:
            moved, other = pair if pair[1] in settled else pair[::-1]
            if moved not in settled and _inside(rects[moved], found[other]):
                found[moved] = found[other]
                settled.update(pair)
    return found


def _inside(rect: Rect, y: float) -> bool:
    """Whether a line at ``y`` meets an edge well between its corners."""
    return rect.y + NUDGE <= y <= rect.bottom - NUDGE


def _middle(port: Port, rect: Rect) -> float:
    y = rect.y + rect.height / 2
    return y - min(rect.height * RAISED, MOST_RAISED) if port[1] is Side.BACK else y


def _stub(port: Port, rect: Rect, y: float, obstacles: Iterable[Rect], width: float) -> Stub:
    """The way from an edge to the next obstacle, inside the map."""
    level = [o for o in obstacles if o.y - 0.5 <= y <= o.bottom + 0.5]
    if port[1] is Side.IN:
        left = max((o.right for o in level if o.right <= rect.x + 0.5), default=rect.x - OPEN_REACH)
        left = max(left, rect.x - REACH, min(0.0, rect.x))
        return Stub(port, (y, left, rect.x), rect.x)
    right = min((o.x for o in level if o.x >= rect.right - 0.5), default=rect.right + OPEN_REACH)
    right = min(right, rect.right + REACH, max(width, rect.right))
    return Stub(port, (y, rect.right, right), rect.right)

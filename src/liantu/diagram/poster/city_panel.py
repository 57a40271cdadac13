"""The right side of the city page: its parts one below the other, as many as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from liantu.diagram.drawing import Box
from liantu.diagram.poster import city_dots, city_parts, kit
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.poster.parts import Block
from liantu.diagram.theme import Theme
from liantu.telling.poster.model import CityPoster

INSET, PAD = 16.0, 12.0
"""Left and right of the parts, above and below them."""
GAP, MOST_GAP = 12.0, 34.0
"""Between two parts, the rule in its middle; as much as it may grow."""
GROWN = (1.35, 1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1.0, 0.96, 0.92)
"""How much higher the rows of dots may be than need be."""

Maker = Callable[[CityPoster, float, float, Theme], Block]


@dataclass(frozen=True, slots=True)
class Part:
    """``make`` takes poster, width, growth of rows and theme. Of several that have no room the one
    with the highest ``rank`` is left out first.
    """

    make: Maker
    rank: int


def _overall(poster: CityPoster, width: float, _: float, theme: Theme) -> Block:
    return city_parts.overall(poster.overall, width, theme)


def _jobs(poster: CityPoster, width: float, _: float, theme: Theme) -> Block:
    return city_parts.jobs(poster.jobs, width, theme)


def _counties(poster: CityPoster, width: float, grown: float, theme: Theme) -> Block:
    return city_dots.counties(poster.spread, width, grown, theme)


def _year(poster: CityPoster, width: float, _: float, theme: Theme) -> Block:
    return city_parts.year(poster.year, width, theme)


WORDS = (Part(_overall, 0), Part(_jobs, 1), Part(_year, 3))
DOTS = (Part(_counties, 2), Part(city_dots.matrix, 4))
ALL = (*WORDS[:2], *DOTS, WORDS[2])
"""The parts in the order in which they stand."""


def panel(
    poster: CityPoster, room: Rect, theme: Theme, parts: Sequence[Part] = ALL
) -> Iterator[Item]:
    """The parts in a field of their own."""
    x, y, width, height = room
    yield Box(*room, theme.band, radius=6.0)
    blocks = fitted(poster, width - 2 * INSET, height - 2 * PAD, theme, parts)
    used = sum(block.height for block in blocks)
    free = height - 2 * PAD - used
    gap = min(free / max(len(blocks) - 1, 1), MOST_GAP)
    at = y + PAD
    for number, block in enumerate(blocks):
        if number:
            line = at - gap / 2
            yield kit.rule((x + INSET, line), (x + width - INSET, line), theme.line)
        yield from (kit.carried(item, 1.0, x + INSET, at) for item in block.items)
        at += block.height + gap


def fitted(
    poster: CityPoster, width: float, height: float, theme: Theme, parts: Sequence[Part]
) -> list[Block]:
    """The blocks with the highest rows that the room allows; parts are left out where even the
    lowest do not fit.
    """
    kept = list(parts)
    while True:
        for grown in GROWN:
            made = [part.make(poster, width, grown, theme) for part in kept]
            blocks = [block for block in made if block.height]
            whole = sum(block.height for block in blocks) + GAP * (len(blocks) - 1)
            if whole <= height or (len(kept) == 1 and grown == GROWN[-1]):
                return blocks
        kept.remove(max(kept, key=lambda part: part.rank))

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
    """``make`` takes poster, width, growth of rows and theme. Those with a low ``rank`` get room
    first.
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
    poster: CityPoster,
    room: Rect,
    theme: Theme,
    parts: Sequence[Part] = ALL,
    *,
    larger: Sequence[float] = (),
) -> Iterator[Item]:
    """The parts in a field of their own; ``larger`` are sizes of type to try before the usual one,
    the largest first, as long as all parts have room.
    """
    x, y, width, height = room
    yield Box(*room, theme.band, radius=6.0)
    for scale in (*larger, 1.0):
        across, down = (width - 2 * INSET) / scale, (height - 2 * PAD) / scale
        blocks, whole = fitted(poster, across, down, theme, parts)
        if whole:
            break
    free = down - sum(block.height for block in blocks)
    gap = min(free / max(len(blocks) - 1, 1), MOST_GAP)
    for item in _stacked(blocks, across, gap, theme):
        yield kit.carried(item, scale, x + INSET, y + PAD)


def _stacked(blocks: Sequence[Block], width: float, gap: float, theme: Theme) -> Iterator[Item]:
    at = 0.0
    for number, block in enumerate(blocks):
        if number:
            yield kit.rule((0, at - gap / 2), (width, at - gap / 2), theme.line)
        yield from (kit.carried(item, 1.0, 0, at) for item in block.items)
        at += block.height + gap


def fitted(
    poster: CityPoster, width: float, height: float, theme: Theme, parts: Sequence[Part]
) -> tuple[list[Block], bool]:
    """The blocks of the parts that have room with the lowest rows, with rows as high as it allows;
    and whether all parts have.
    """

    def made(chosen: Sequence[Part], grown: float) -> list[Block]:
        found = [part.make(poster, width, grown, theme) for part in chosen]
        return [block for block in found if block.height]

    def fits(blocks: Sequence[Block]) -> bool:
        return sum(block.height + GAP for block in blocks) - GAP <= height

    kept: list[Part] = []
    for part in sorted(parts, key=lambda part: part.rank):
        if fits(made((*kept, part), GROWN[-1])):
            kept.append(part)
    order = [part for part in parts if part in kept]
    growing = (made(order, grown) for grown in GROWN)
    return next((blocks for blocks in growing if fits(blocks)), []), len(kept) == len(parts)

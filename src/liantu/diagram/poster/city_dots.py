"""Two tables of dots on the city page: makers by county and field, and what chains give chains."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from liantu.diagram.poster import kit
from liantu.diagram.poster.city_cells import FLOOR
from liantu.diagram.poster.city_parts import TITLE_HIGH, sentence, title
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.parts import Block
from liantu.diagram.theme import Theme, blend
from liantu.model.target import Target
from liantu.telling.poster.city_gives import short_label
from liantu.telling.poster.model import CityPoster, Give, Spread
from liantu.wording import text

COUNTY, GIVER = 60.0, 86.0
"""Room of the names of counties and of giving chains."""
ROW = 15.4
"""Height of a row where there is just enough room."""
UPRIGHT = 11.6
"""From character to character of a name that stands upright."""
LARGEST = 8.0
"""Radius of the largest dot."""
COUNTED = 4
"""From how many on a dot carries its number."""
PALE = 0.47
"""Part of the dark colour in what is only deduced."""


Spotted = tuple[float, float, float]
"""Middle of a dot, and the height of its row."""


def dot(spot: Spotted, count: int, fill: str, ink: str) -> Iterator[Item]:
    """A dot whose area grows with what it counts, no larger than its row; its number inside where
    it is large enough.
    """
    x, y, row = spot
    yield kit.disc(x, y, min(2.4 + 1.8 * math.sqrt(count), LARGEST, row / 2 - 0.2), fill)
    if count >= COUNTED:
        base = y + FLOOR / 0.75 * kit.MIDDLE
        yield kit.say(x, base, str(count), FLOOR, ink, bold=True, anchor="middle")


# -- counties and fields


def counties(found: Spread, width: float, grown: float, theme: Theme) -> Block:
    """企业在哪个县、哪个领域; ``grown`` is how much higher the rows are than need be."""
    if not found.counties or not found.fields:
        return Block()
    note = text("diagram.city.counties.dots")
    items: list[Item] = list(title(text("poster.city.title.spread"), note, width, theme))
    step, y, row = (width - COUNTY) / len(found.fields), TITLE_HIGH + 4, ROW * grown
    for at, field in enumerate(found.fields):
        middle = COUNTY + step * (at + 0.5)
        for line, words in enumerate(_halves(field)):
            base = y + 10 + line * 12
            items.append(kit.say(middle, base, words, FLOOR, theme.secondary, anchor="middle"))
    y += 27
    for county, counts in zip(found.counties, found.counts, strict=True):
        items.append(kit.rule((COUNTY, y + row), (width, y + row), theme.line, 0.8))
        base = y + row / 2 + FLOOR / 0.75 * kit.MIDDLE
        items.append(kit.say(0, base, county, FLOOR, theme.text))
        for at, count in enumerate(counts):
            if count:
                middle = COUNTY + step * (at + 0.5)
                items += dot((middle, y + row / 2, row), count, theme.segments.bar, theme.paper)
        y += row
    return Block(tuple(items), y)


def _halves(words: str) -> tuple[str, str]:
    """The name of a field in two lines of at most three characters."""
    head, joint, rest = words.partition(text("poster.city.joints")[0])
    return (head[:3], rest[:2]) if joint else (words[:2], words[2:4])


# -- chains


def matrix(poster: CityPoster, width: float, grown: float, theme: Theme) -> Block:
    """链与链的供应: a row gives, a column takes; dark what is on record, pale what is deduced."""
    if not poster.gives:
        return Block()
    note = text("diagram.city.gives.note")
    items: list[Item] = list(title(text("poster.city.title.gives"), note, width, theme))
    labels = {row.chain: row.label for row in poster.rows}
    givers = [c for c in labels if any(give.giver == c for give in poster.gives)]
    takers = [c for c in labels if any(give.taker == c for give in poster.gives)]
    step, y, row = (width - GIVER) / len(takers), TITLE_HIGH + 2, ROW * grown
    names = [short_label(labels[taker]) for taker in takers]
    tall = max(map(len, names)) * UPRIGHT
    for at, told in enumerate(names):
        items += _upright(told, GIVER + step * (at + 0.5), y + tall, theme)
    y += tall + 4
    for giver in givers:
        items += _giver(labels[giver], y, row, width, theme)
        found = {give.taker: give for give in poster.gives if give.giver == giver}
        for at, taker in enumerate(takers):
            x = GIVER + step * (at + 0.5)
            items += _cell(giver, taker, found, labels, (x, y + row / 2, row), theme)
        y += row
    if poster.apart:
        lines = sentence(poster.apart, 0, y + 2, width, theme.secondary)
        items += lines
        y = kit.ending(lines, y + 2)
    return Block(tuple(items), y)


def _upright(words: str, x: float, low: float, theme: Theme) -> Iterator[Item]:
    top = low - len(words) * UPRIGHT
    for at, character in enumerate(words):
        base = top + 10 + at * UPRIGHT
        yield kit.say(x, base, character, FLOOR, theme.secondary, anchor="middle")


def _giver(label: str, y: float, row: float, width: float, theme: Theme) -> Iterator[Item]:
    fits = kit.fit(label, GIVER - 4, FLOOR, least=FLOOR)
    base = y + row / 2 + FLOOR / 0.75 * kit.MIDDLE
    yield kit.say(0, base, label if fits else short_label(label), FLOOR, theme.text)
    yield kit.rule((GIVER, y + row), (width, y + row), theme.line, 0.8)


def _cell(
    giver: str,
    taker: str,
    found: Mapping[str, Give],
    labels: Mapping[str, str],
    spot: Spotted,
    theme: Theme,
) -> Iterator[Item]:
    x, y, _ = spot
    if giver == taker:
        yield kit.rule((x - 3, y), (x + 3, y), theme.edge, 1.0)
    if taker not in found:
        return
    give = found[taker]
    dark, count = give.recorded > 0, give.recorded + give.deduced
    pale = blend(theme.segments.bar, theme.paper, PALE)
    fill, ink = (theme.segments.bar, theme.paper) if dark else (pale, theme.text)
    yield from dot(spot, count, fill, ink)
    tip = text(
        "diagram.city.gives.tip",
        giver=labels[giver],
        taker=labels[taker],
        recorded=give.recorded,
        deduced=give.deduced,
    )
    yield Spot(x - LARGEST, y - LARGEST, 2 * LARGEST, 2 * LARGEST, Target("chain", giver), tip)

"""The panel of 看板: which parts stand in it and how much of each, so that it is full."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, cycle, pairwise

from liantu.diagram.drawing import Box
from liantu.diagram.poster import kit, parts
from liantu.diagram.poster import parts_charts as charts
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.parts import Block
from liantu.diagram.theme import Theme
from liantu.telling.poster.model import ChainPoster
from liantu.wording import text

INSET = 20.0
"""Left and right of what stands in the panel."""
PAD = 14.0
"""Above and below it."""
GAP, MORE_GAP = 20.0, 16.0
"""Between parts: least, and what it may grow by."""
BESIDE = 14.0
"""Between two columns."""
TIGHTER = 0.96
"""By how much less is shown until columns are full."""
GROWN = (1.2, 1.16, 1.12, 1.08, 1.04)
"""How much larger type may be where everything has room."""


class Part(enum.StrEnum):
    """The parts, in the order in which they stand."""

    OVERALL = "overall"
    KEYS = "keys"
    JOBS = "jobs"
    HOLDS = "holds"
    NEEDS = "needs"
    WORKS = "works"
    PLACES = "places"
    ASKS = "asks"


Amounts = Mapping[Part, int]
"""Rows of each part; 0 drops it. Of 先办三件事 how much is told of each."""

START: Amounts = {
    **dict.fromkeys(Part, 0),
    Part.OVERALL: 1,
    Part.JOBS: 2,
    Part.HOLDS: 4,
    Part.NEEDS: 7,
    Part.WORKS: 6,
    Part.PLACES: 6,
}
LEAST = {Part.PLACES: 2, Part.WORKS: 2, Part.NEEDS: 2, Part.HOLDS: 1}
"""Rows that are kept, in the order in which one is taken from each in turn."""
EXTRA = (
    *((Part.ASKS, rows) for rows in range(1, 7)),
    (Part.KEYS, 1),
    (Part.JOBS, 3),
    *((Part.HOLDS, rows) for rows in range(5, 8)),
    *((Part.WORKS, rows) for rows in range(7, 13)),
    *((Part.NEEDS, rows) for rows in range(8, 13)),
    *((Part.ASKS, rows) for rows in range(7, 13)),
)
"""What is added where there is room left, in this order."""
WHOLE: Amounts = {**START, Part.ASKS: 6, Part.KEYS: 1}
"""What is shown before type grows."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The parts that are shown with their blocks, ``scale`` times as large."""

    blocks: Mapping[Part, Block]
    scale: float


class _Drawer:
    """Blocks of a poster for a width, remembered."""

    def __init__(self, poster: ChainPoster, width: float, theme: Theme) -> None:
        self._known: dict[tuple[Part, int], Block] = {}
        self._draw: Mapping[Part, Callable[[int], Block]] = {
            Part.OVERALL: lambda _: parts.overall(poster.overall, width, theme),
            Part.KEYS: lambda _: parts.keys(poster.keys, width, theme),
            Part.JOBS: lambda rows: parts.jobs(poster.jobs, rows, width, theme),
            Part.HOLDS: lambda rows: parts.sentences(
                text("diagram.poster.holds"), poster.holds, rows, width, theme
            ),
            Part.NEEDS: lambda rows: charts.needs(poster.needs, poster.bought, rows, width, theme),
            Part.WORKS: lambda rows: charts.works(poster.works, poster.date, rows, width, theme),
            Part.PLACES: lambda rows: parts.places(poster.places, rows, width, theme),
            Part.ASKS: lambda rows: parts.sentences(
                text("diagram.poster.asks"), poster.asks, rows, width, theme
            ),
        }

    def blocks(self, amounts: Amounts) -> dict[Part, Block]:
        """The blocks that have something to tell."""
        found = {part: self.block(part, amounts[part]) for part in Part}
        return {part: block for part, block in found.items() if block.height}

    def height(self, amounts: Amounts) -> float:
        """Of all of them with the gaps between."""
        blocks = self.blocks(amounts).values()
        return sum(b.height for b in blocks) + GAP * (len(blocks) - 1)

    def block(self, part: Part, rows: int) -> Block:
        """A part with so many rows."""
        if (part, rows) not in self._known:
            self._known[part, rows] = self._draw[part](rows) if rows else Block()
        return self._known[part, rows]


def fill(poster: ChainPoster, width: float, height: float, theme: Theme) -> Filled:
    """As much as has room: rows are taken in turn, then parts are dropped, then the lines of what
    is to be done; what is left over is given to questions, key links, more rows, larger type.
    """
    available = _available(poster)
    whole = {part: min(rows, available[part]) for part, rows in WHOLE.items()}
    for scale in GROWN:
        drawer = _Drawer(poster, width / scale, theme)
        if drawer.height(whole) <= height / scale:
            return _extended(drawer, whole, available, height, scale)
    drawer = _Drawer(poster, width, theme)
    start = {part: min(rows, available[part]) for part, rows in START.items()}
    return _extended(drawer, _cut(drawer, start, height), available, height, 1.0)


def _available(poster: ChainPoster) -> Amounts:
    """How many rows there are of each part."""
    return {
        Part.OVERALL: 1,
        Part.KEYS: 1,
        Part.JOBS: 3 if any(job.verify for job in poster.jobs) else 2,
        Part.HOLDS: len(poster.holds.rows),
        Part.NEEDS: max(len(poster.needs.rows), int(bool(poster.bought))),
        Part.WORKS: len(poster.works.rows),
        Part.PLACES: len(poster.places.rows),
        Part.ASKS: len(poster.asks.rows),
    }


def _cut(drawer: _Drawer, start: Amounts, height: float) -> Amounts:
    amounts = dict(start)
    for part in cycle(LEAST):
        if drawer.height(amounts) <= height or all(amounts[p] <= n for p, n in LEAST.items()):
            break
        if amounts[part] > LEAST[part]:
            amounts[part] -= 1
    for part in LEAST:
        if drawer.height(amounts) > height:
            amounts[part] = 0
    if drawer.height(amounts) > height:
        amounts[Part.JOBS] = 1
    return _restored(drawer, amounts, start, height)


def _restored(
    drawer: _Drawer, amounts: dict[Part, int], start: Amounts, height: float
) -> dict[Part, int]:
    """What was dropped comes back where a part after it left room for it."""
    for part in reversed(LEAST):
        back = {**amounts, part: min(LEAST[part], start[part])}
        if not amounts[part] and drawer.height(back) <= height:
            amounts = back
    return amounts


def _extended(
    drawer: _Drawer, amounts: Amounts, available: Amounts, height: float, scale: float
) -> Filled:
    """With what else has room; a part that was dropped does not come back."""
    shown = dict(amounts)
    for part, rows in EXTRA:
        grown = {**shown, part: rows}
        if rows == shown[part] + 1 <= available[part] and drawer.height(grown) <= height / scale:
            shown = grown
    return Filled(drawer.blocks(shown), scale)


def draw(poster: ChainPoster, room: kit.Rect, theme: Theme) -> Iterator[Item]:
    """The panel in its room, to its foot."""
    _, _, across, down = room
    found = fill(poster, across - 2 * INSET, down - 2 * PAD, theme)
    yield from _column(tuple(found.blocks.values()), found.scale, room, theme)


def draw_columns(poster: ChainPoster, room: kit.Rect, count: int, theme: Theme) -> Iterator[Item]:
    """The panel in ``count`` columns side by side, from the first to the last."""
    x, y, across, down = room
    width = (across - (count - 1) * BESIDE) / count
    budget = count * (down - 2 * PAD)
    while True:
        found = fill(poster, width - 2 * INSET, budget, theme)
        packed = _packed(tuple(found.blocks.values()), (down - 2 * PAD) / found.scale, count)
        if packed is not None or len(found.blocks) <= count:
            break
        budget *= TIGHTER
    for at, blocks in enumerate(packed or [(block,) for block in found.blocks.values()]):
        column = (x + at * (width + BESIDE), y, width, down)
        yield from _column(blocks, found.scale, column, theme)


def _packed(blocks: tuple[Block, ...], down: float, count: int) -> list[tuple[Block, ...]] | None:
    """The blocks in their order in ``count`` columns as even as can be, ``None`` where the highest
    does not fit.
    """
    best: tuple[float, list[tuple[Block, ...]]] | None = None
    for cuts in combinations(range(1, len(blocks)), min(count, len(blocks)) - 1):
        ends = (0, *cuts, len(blocks))
        columns = [blocks[a:b] for a, b in pairwise(ends)]
        most = max(sum(b.height + GAP for b in column) - GAP for column in columns)
        if best is None or most < best[0]:
            best = most, columns
    return best[1] if best and best[0] <= down else None


def _column(
    blocks: tuple[Block, ...], scale: float, room: kit.Rect, theme: Theme
) -> Iterator[Item]:
    x, y, across, down = room
    yield Box(*room, theme.band, radius=6.0)
    rest = down - 2 * PAD - sum(b.height * scale for b in blocks)
    gap = min(rest / max(len(blocks) - 1, 1), (GAP + MORE_GAP) * scale)
    y += PAD
    for at, block in enumerate(blocks):
        if at:
            middle = y - gap / 2
            yield kit.rule((x + INSET, middle), (x + across - INSET, middle), theme.line)
        for item in block.items:
            yield kit.carried(item, scale, x + INSET, y)
        y += block.height * scale + gap

"""What stands in a box, and how high the box is for a width: cards in columns, chips in rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from liantu.diagram.segment.cardtext import Texts, cell
from liantu.diagram.segment.chips import (
    Chip,
    Row,
    chip_of,
    folded_chip,
    is_chip,
    limited,
    rows_height,
    rows_of,
)
from liantu.diagram.segment.levels import Level
from liantu.diagram.segment.model import Graph, Item, Kind, Segment
from liantu.diagram.segment.typeset import wide

Columns = tuple[tuple[int, ...], ...]
"""Places of the cards of a box, column by column."""

HEAD_INSETS = 12.0
"""What the header of a box has left and right of its name."""
COUNT_ROOM = 28.0
"""What the count 2/9 takes of a header."""
_TALL_CHIP = 6.0
"""What each further line of a chip costs, in units of height."""
_SAME = 1e-9
"""Heights that differ by less differ by rounding alone."""
_KEPT = {Kind.LOCAL: 0, Kind.BROKEN: 1, Kind.UP: 2}
"""What keeps its chip longest where only some rows of chips have room, in this order."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a segment's box at a level, in order."""

    segment: Segment
    cards: tuple[Item, ...]
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A box of some width: its height, that of its cards, their columns, the rows of its chips, and
    ``short``: what its header and chips lack, as units of height.
    """

    height: float
    cards: tuple[float, ...]
    columns: Columns
    rows: tuple[Row, ...]
    short: float


def contents(graph: Graph, level: Level, segment: Segment) -> Contents:
    """The cards and chips of ``segment``, in the order of its items."""
    items = [graph.by_id[product] for product in segment.items]
    cards = tuple(item for item in items if not is_chip(level, item))
    shown = [i for i in items if is_chip(level, i) and i.kind not in level.folded]
    if level.box_rows:
        shown.sort(key=lambda item: _KEPT.get(item.kind, len(_KEPT)))
    away = [item for item in items if is_chip(level, item) and item.kind in level.folded]
    chips = [chip_of(level, item) for item in shown] + ([folded_chip(level, away)] if away else [])
    return Contents(segment, cards, tuple(chips))


@lru_cache(maxsize=1 << 15)
def partition(heights: tuple[float, ...], count: int, gap: float) -> tuple[Columns, float]:
    """Contiguous columns, at most ``count``, of the least greatest height; and that height.

    Bisection between the heights that occur: O(n log n) for n cards.
    """
    size = len(heights)
    if not size:
        return (), 0.0
    if count >= size:
        return tuple((at,) for at in range(size)), max(heights)
    high = sum(heights) + gap * (size - 1)
    low = max(*heights, (high - gap * (count - 1)) / count)
    if count == 1 or high == float("inf"):
        return (tuple(range(size)),), high
    limit = low
    while high - low > _SAME:
        used, tallest, following = _fill(heights, limit, gap)
        if used <= count:
            high = tallest
        else:
            low = following
        limit = (low + high) / 2
    return _columns(heights, high, gap), high


def _fill(heights: Sequence[float], limit: float, gap: float) -> tuple[int, float, float]:
    """Columns filled up to ``limit``: how many, the tallest, the least limit that would differ."""
    used, tall, tallest, following = 1, -gap, 0.0, float("inf")
    for height in heights:
        more = tall + gap + height
        if more > limit:
            following = min(following, more)
            tallest = max(tallest, tall)
            used, tall = used + 1, height
        else:
            tall = more
    return used, max(tallest, tall), following


def _columns(heights: Sequence[float], limit: float, gap: float) -> Columns:
    columns: list[list[int]] = [[]]
    tall = -gap
    for at, height in enumerate(heights):
        more = tall + gap + height
        if more > limit and columns[-1]:
            columns.append([])
            more = height
        columns[-1].append(at)
        tall = more
    return tuple(map(tuple, columns))


def measure_box(level: Level, texts: Texts, box: Contents, span: int, width: float) -> Measured:
    """The box of ``box`` over ``span`` cells of ``width``."""
    inner = span * width + (span - 1) * level.column_gap
    count = min(span, max(len(box.cards), 1))
    if count < span:  # fewer cards than cells: wider cards
        width = cell((inner - (count - 1) * level.column_gap) / count)
    cards = tuple(texts.height(item, width) for item in box.cards)
    columns, body = partition(cards, count, level.row_gap)
    rows = limited(rows_of(box.chips, inner, level), level.box_rows, inner, level)
    height = level.header + body + rows_height(rows, level) + level.pad
    if rows and cards:
        height += level.row_gap
    return Measured(height, cards, columns, rows, _short(level, box, rows, inner))


def header_width(level: Level, segment: Segment) -> float:
    """Width that a box needs so that its name is whole."""
    return wide(segment.name, level.chip, True) + HEAD_INSETS


def _short(level: Level, box: Contents, rows: Sequence[Row], inner: float) -> float:
    lack = header_width(level, box.segment) - inner - 2 * level.pad
    short = max(0.0, lack + COUNT_ROOM) + 3 * max(0.0, lack)
    return short + _TALL_CHIP * sum(row.lines - 1 for row in rows)

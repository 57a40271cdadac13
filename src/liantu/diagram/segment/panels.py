"""Panels: the boxes of a stage on shelves, chosen for a width and a height."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from liantu.diagram.segment.boxes import Measured, contents, header_width, measure_box
from liantu.diagram.segment.cardtext import Texts, cell
from liantu.diagram.segment.chips import STRIP_INSET, Row, chip_of, limited, rows_height, rows_of
from liantu.diagram.segment.levels import NARROWEST, STEP, Level
from liantu.diagram.segment.model import Graph, Item, Kind, Segment
from liantu.wording import text

COLUMNS = 11
"""Most cells of a panel side by side."""
ON_SHELF = 4
"""Most boxes of a shelf: more would be too narrow for their headers."""
_NARROWER = 10.0
"""How much narrower cells may get where several boxes share a shelf."""
_SHORT = 0.8
"""What a unit costs that headers and chips lack, against a unit of height."""
_HIDDEN = 3.0
"""What each bought material costs that its strip only counts, in units of height."""
STRIP_HEAD = 3.0
"""How much lower the header of a strip is than that of a box."""

_MANY = 30
"""Panels of more boxes are not arranged by dynamic programming."""
_COARSE = 4 * STEP
"""Their boxes are measured for few widths only."""

Shelf = tuple[tuple[int, int], ...]
"""Boxes of a shelf as (place in the panel, cells)."""
Shelves = tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class Stacked:
    """The shelves of a panel of some width, its rows of bought materials and its whole height;
    ``short`` as in :class:`Measured`, with the materials that are only counted.
    """

    height: float
    shelves: tuple[Shelf, ...]
    rows: tuple[Row, ...]
    short: float


_IMPOSSIBLE = Stacked(math.inf, (), (), math.inf)


class Packer:
    """A graph at a level, its boxes in ``order`` panel by panel, with what was measured so far."""

    def __init__(self, graph: Graph, level: Level, order: Sequence[Sequence[Segment]]) -> None:
        self.level = level
        self.texts = Texts(graph, level)
        self.bought, self.strips = _bought(graph, level)
        self.boxes = tuple(
            tuple(contents(graph, level, segment) for segment in (*panel, *extra))
            for panel, extra in zip(order, self._extra(len(order)), strict=True)
        )
        self._chips = [tuple(chip_of(level, item) for item in strip) for strip in self.strips]
        self._measured: dict[tuple[int, int, int, float], Measured] = {}
        self._stacked: dict[tuple[int, int, float], Stacked] = {}
        self._crowding: dict[tuple[int, float], float] = {}

    def _extra(self, stages: int) -> list[list[Segment]]:
        """The box of bought materials of each stage, where they are cards."""
        return [[s for s in self.bought.values() if s.stage == at] for at in range(stages)]

    @property
    def stages(self) -> int:
        """How many panels there are."""
        return len(self.boxes)

    def width(self, columns: int, cell_width: float) -> float:
        """Width of a panel of one box over ``columns`` cells."""
        level = self.level
        return columns * cell_width + (columns - 1) * level.column_gap + 2 * level.pad

    def cell(self, stage: int, columns: int, boxes: int, cell_width: float) -> float:
        """Width for which the boxes of a shelf of ``columns`` cells are measured."""
        level = self.level
        free = self.width(columns, cell_width) - boxes * 2 * level.pad
        free -= (boxes - 1) * level.box_gap + (columns - boxes) * level.column_gap
        width = cell(free / columns)
        return width if len(self.boxes[stage]) <= _MANY else width - width % _COARSE

    def box(self, stage: int, at: int, span: int, cell_width: float) -> Measured:
        """The box at a place of a panel over ``span`` cells."""
        key = stage, at, span, cell_width
        found = self._measured.get(key)
        if found is None:
            box = self.boxes[stage][at]
            found = measure_box(self.level, self.texts, box, span, cell_width)
            self._measured[key] = found
        return found

    def stack(self, stage: int, columns: int, cell_width: float) -> Stacked:
        """The panel of a stage with ``columns`` cells of a width."""
        key = stage, columns, cell_width
        found = self._stacked.get(key)
        if found is None:
            found = self._stacked[key] = self._stack(stage, columns, cell_width)
        return found

    def _stack(self, stage: int, columns: int, cell_width: float) -> Stacked:
        many = len(self.boxes[stage]) > _MANY
        height, cost, shelves = (self._rows if many else self._best)(stage, columns, cell_width)
        if math.isinf(cost):
            return _IMPOSSIBLE
        rows = self.strip_rows(stage, columns, cell_width)
        hidden = sum(len(s.chip.stands_for) for row in rows for s in row.spots)
        short = cost - height + _HIDDEN * hidden
        if rows:
            height += (self.level.box_gap if shelves else 0.0) + strip_height(rows, self.level)
        return Stacked(height + self.level.top, shelves, rows, short)

    def _rows(self, stage: int, columns: int, cell_width: float) -> tuple[float, float, Shelves]:
        """Shelves of as many boxes as cells: for panels too large to be arranged with care."""
        count = len(self.boxes[stage])
        height = cost = 0.0
        shelves: list[Shelf] = []
        for start in range(0, count, columns):
            end = min(start + columns, count)
            high, more, shelf = self._shelf(stage, start, end, columns, cell_width)
            between = self.level.box_gap if start else 0.0
            height, cost = height + high + between, cost + more + between
            shelves.append(shelf)
        return height, cost, tuple(shelves)

    def _best(self, stage: int, columns: int, cell_width: float) -> tuple[float, float, Shelves]:
        """Shelves by dynamic programming over the boxes in their order."""
        count, gap = len(self.boxes[stage]), self.level.box_gap
        costs, heights = [0.0] + [math.inf] * count, [0.0] * (count + 1)
        chosen: list[tuple[int, Shelf]] = [(0, ())] * (count + 1)
        for end in range(1, count + 1):
            for start in range(max(0, end - min(columns, ON_SHELF)), end):
                height, cost, shelf = self._shelf(stage, start, end, columns, cell_width)
                if self._cut(stage, shelf, columns, cell_width):
                    continue
                between = gap if start else 0.0
                if costs[start] + cost + between < costs[end] - 1e-6:
                    costs[end] = costs[start] + cost + between
                    heights[end] = heights[start] + height + between
                    chosen[end] = start, shelf
        return heights[count], costs[count], _walk(chosen)

    def strip_rows(
        self, stage: int, columns: int, cell_width: float, height: float = 0.0
    ) -> tuple[Row, ...]:
        """The strip of a stage as its level shows it, with more rows where ``height`` has room."""
        level, room = self.level, self.width(columns, cell_width) - 2 * STRIP_INSET
        rows = rows_of(self._chips[stage], room, level)
        shown = limited(rows, level.strip_rows, room, level)
        for most in range(len(shown) + 1, len(rows) + 1):
            more = limited(rows, most, room, level)
            if strip_height(more, level) > height:
                break
            shown = more
        return shown

    def _shelf(
        self, stage: int, start: int, end: int, columns: int, cell_width: float
    ) -> tuple[float, float, Shelf]:
        """Height, cost and spans of the boxes ``start`` … ``end`` on a shelf: the costliest box
        gets the next cell, as long as one is left.
        """
        count = end - start
        width = self.cell(stage, columns, count, cell_width)
        if count > 1 and width < NARROWEST - _NARROWER:
            return math.inf, math.inf, ()
        spans = [1] * count
        found = [self.box(stage, start + i, 1, width) for i in range(count)]
        if count == 1:
            spans = [columns]
            found = [self.box(stage, start, columns, width)]
        else:
            for _ in range(columns - count):
                at = max(
                    range(count), key=lambda i: (found[i].height + _SHORT * found[i].short, -i)
                )
                spans[at] += 1
                found[at] = self.box(stage, start + at, spans[at], width)
        height = max(box.height for box in found)
        cost = height + _SHORT * sum(box.short for box in found)
        return height, cost, tuple((start + i, spans[i]) for i in range(count))

    def _cut(self, stage: int, shelf: Shelf, columns: int, cell_width: float) -> bool:
        """Whether a name does not fit the header of its box, for want of a shelf of its own."""
        width = self.cell(stage, columns, len(shelf), cell_width)
        return len(shelf) > 1 and any(
            header_width(self.level, self.boxes[stage][at].segment) > self.width(span, width)
            for at, span in shelf
        )

    def crowding(self, stage: int, cell_width: float) -> float:
        """Lines of names beyond the first and cut details of the cards of a panel."""
        key = stage, cell_width
        found = self._crowding.get(key)
        if found is None:
            items = [item for box in self.boxes[stage] for item in box.cards]
            found = sum(self.texts.crowding(item, cell_width) for item in items)
            self._crowding[key] = found
        return found

    def cards(self) -> int:
        """How many cards there are."""
        return sum(len(box.cards) for panel in self.boxes for box in panel)


def strip_height(rows: Sequence[Row], level: Level) -> float:
    """Height of a strip with its header."""
    return level.header - STRIP_HEAD + rows_height(rows, level) + level.pad


def _walk(chosen: Sequence[tuple[int, Shelf]]) -> tuple[Shelf, ...]:
    shelves: list[Shelf] = []
    at = len(chosen) - 1
    while at > 0:
        at, shelf = chosen[at]
        shelves.append(shelf)
    return tuple(reversed(shelves))


def _bought(graph: Graph, level: Level) -> tuple[dict[int, Segment], tuple[tuple[Item, ...], ...]]:
    """Boxes of bought materials by id where they are cards, and their strips, one a stage."""
    strips = tuple(
        tuple(i for i in graph.items if i.kind is Kind.BOUGHT and i.stage == stage)
        for stage in range(len(graph.stages))
    )
    if not level.bought_cards:
        return {}, strips
    name = text("diagram.segment.bought")
    free = max((segment.id for segment in graph.segments), default=-1) + 1
    found = [
        Segment(free + at, f"bought:{items[0].stage}", name, items[0].stage, _ids(items), True)
        for at, items in enumerate(strip for strip in strips if strip)
    ]
    return {segment.id: segment for segment in found}, ((),) * len(strips)


def _ids(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(item.id for item in items)

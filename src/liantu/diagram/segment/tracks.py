"""Free channels of a placed map: where lines may run without touching a card, chip or header.

Vertical tracks lie in gutters, between boxes and between columns of cards; horizontal ones above,
between and under the shelves. All in units of the map.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from liantu.diagram import measure
from liantu.diagram.segment.model import Graph, Placed, Rect

Track = tuple[float, float, float]
"""Place across the track, and its ends."""

Span = tuple[float, float]

MOST = 14
"""Tracks side by side in one channel at most: an empty panel is not filled with them."""

COUNT_ROOM = 36.0
"""Right end of a header, kept for how many products the box holds."""


class Measures(Protocol):
    """What a level says of the room around boxes, in units."""

    @property
    def header(self) -> float:
        """Height of a box's header."""

    @property
    def pad(self) -> float:
        """Room between a box's edge and its cards."""

    @property
    def panel_head(self) -> float:
        """Height of the chevron over a panel."""

    @property
    def head(self) -> float:
        """Type size of a header."""


@dataclass(frozen=True, slots=True)
class Channels:
    """All tracks of a map."""

    vertical: tuple[Track, ...]
    horizontal: tuple[Track, ...]


def channels(graph: Graph, placed: Placed, level: Measures) -> Channels:
    """The tracks of a placed map."""
    floor = placed.height
    vertical: list[Track] = []
    for left, right in zip(placed.panels, placed.panels[1:], strict=False):
        at = spread(left.right, right.x, 4.6, 6.0)
        vertical += [(x, level.panel_head + 2, floor) for x in at]
    horizontal: list[Track] = []
    for panel in range(len(placed.panels)):
        bands = _bands(placed.shelves[panel], level.panel_head, floor)
        horizontal += _level_tracks(placed, panel, bands)
        for shelf in placed.shelves[panel]:
            vertical += _upright(graph, placed, level, panel, shelf, bands)
    return Channels(_joined(vertical), _joined(horizontal))


def spread(low: float, high: float, pitch: float, margin: float) -> list[float]:
    """Places of tracks between two edges, evenly; one in the middle where it is narrow."""
    room = high - low - 2 * margin
    if room < 0:
        return [(low + high) / 2] if high - low > 1.5 else []
    count = min(int(room / pitch) + 1, MOST)
    if count == 1:
        return [(low + high) / 2]
    return [low + margin + room * i / (count - 1) for i in range(count)]


def _bands(shelves: Iterable[Span], head: float, floor: float) -> list[Span]:
    """Free strips of a panel above, between and under its shelves, from the top."""
    rows = list(shelves)
    if not rows:
        return [(head - 2, floor)]
    ends = [y + height for y, height in rows]
    between = [(end, y) for end, (y, _) in zip(ends, rows[1:], strict=False)]
    return [(head - 2, rows[0][0]), *between, (ends[-1], max(floor, ends[-1]))]


def _level_tracks(placed: Placed, panel: int, bands: Iterable[Span]) -> Iterator[Track]:
    """Horizontal tracks of a panel, through the gutters beside it."""
    panels = placed.panels
    left = panels[panel - 1].right if panel else panels[0].x
    right = panels[panel + 1].x if panel + 1 < len(panels) else panels[panel].right
    for low, high in bands:
        for y in spread(low, high, 4.0, 2.0):
            yield y, left, right


def _joined(tracks: list[Track]) -> tuple[Track, ...]:
    """Tracks at the same place that overlap as one: panels share their first band, and boxes that
    stand under each other their gaps.
    """
    found: list[Track] = []
    for at, low, high in sorted(tracks):
        if found and abs(found[-1][0] - at) < 0.01 and low <= found[-1][2]:
            found[-1] = (found[-1][0], found[-1][1], max(found[-1][2], high))
        else:
            found.append((at, low, high))
    return tuple(found)


def _upright(
    graph: Graph, placed: Placed, level: Measures, panel: int, shelf: Span, bands: list[Span]
) -> Iterator[Track]:
    """Vertical tracks of a shelf: between its boxes, between their columns, at the map's edges."""
    y, height = shelf
    low = max((a for a, b in bands if abs(b - y) < 0.6), default=y)
    high = min((b for a, b in bands if abs(a - y - height) < 0.6), default=y + height)
    boxes = _boxes_of(placed, panel, y)
    for (_, left), (_, right) in itertools.pairwise(boxes):
        for x in spread(left.right - level.pad, right.x + level.pad, 4.2, 3.0):
            yield x, low, high
    for segment, box in boxes:
        yield from _between_columns(graph, placed, level, segment, box, (low, high))
    if boxes and panel == 0:
        yield boxes[0][1].x + level.pad / 2, low, high
    if boxes and panel == len(placed.panels) - 1:
        yield boxes[-1][1].right - level.pad / 2, low, high


def _boxes_of(placed: Placed, panel: int, y: float) -> list[tuple[int, Rect]]:
    area = placed.panels[panel]
    rows = [
        (box.x, segment, box)
        for segment, box in placed.boxes.items()
        if abs(box.y - y) < 0.1 and area.x - 1 <= box.x <= area.right + 1
    ]
    return [(segment, box) for _, segment, box in sorted(rows, key=lambda row: row[:2])]


def _between_columns(
    graph: Graph, placed: Placed, level: Measures, segment: int, box: Rect, ends: Span
) -> Iterator[Track]:
    columns: dict[int, list[Rect]] = {}
    for product, (of, column) in placed.columns.items():
        if of == segment:
            columns.setdefault(column, []).append(placed.cards[product])
    words = _words_end(graph, placed, level, segment, box)
    order = sorted(columns)
    for left, right in itertools.pairwise(order):
        low = max(card.right for card in columns[left])
        high = min(card.x for card in columns[right])
        for x in spread(low, high, 3.9, 2.6 if high - low > 8 else 2.0):
            beside = words < x < box.right - COUNT_ROOM
            under = _first_below(placed, box, x)
            yield (
                x,
                ends[0] if beside else box.y + level.header - 1,
                ends[1] if under is None else under - 1,
            )


def _words_end(graph: Graph, placed: Placed, level: Measures, segment: int, box: Rect) -> float:
    """Where the words of a header end."""
    bought = placed.bought.get(segment)
    name = graph.segments[segment].name if bought is None else bought.name
    return box.x + 12 + measure.width(name, level.head, bold=True)


def _first_below(placed: Placed, box: Rect, x: float) -> float | None:
    """Upper edge of the first chip of a box on a vertical line, ``None`` if there is none."""
    chips = (*placed.chips.values(), *(rect for _, rect in placed.counted))
    return min(
        (c.y for c in chips if box.holds(c.x, c.y) and c.x - 1 < x < c.right + 1), default=None
    )

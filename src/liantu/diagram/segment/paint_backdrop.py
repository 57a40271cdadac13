"""What stands behind the cards of the segment map: stages, boxes of segments, strips."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from liantu.diagram.drawing import Box, Label, Polygon, Shape
from liantu.diagram.segment.levels import BY_ID, Level
from liantu.diagram.segment.model import Item, Kind, Map, Rect, Segment
from liantu.diagram.segment.paint_cards import box
from liantu.diagram.segment.turns import tally
from liantu.diagram.segment.typeset import cut, wide
from liantu.diagram.strikes import Failure, Strike, days_words, summed, summed_ink, worst
from liantu.diagram.theme import Theme
from liantu.layout.geometry import Point
from liantu.model.classes import Word
from liantu.telling import classes
from liantu.wording import text

TIP = 11.0
"""Length of the point of a chevron."""
STAGE, STAGE_SMALL, NUMBERS = 14.5, 12.5, 12.5
"""Type of the name of a stage, where it is long, and of its numbers."""
BASE = 0.69
"""Baseline of a header, as a share of its height."""
BLANK = 26.0
"""From the stages to the sentence that says that they are empty."""
APART = 12.0
"""Between the name of a stage and its numbers, and between two of them."""
HEAD_SMALL, COUNT = 12.0, 12.0
"""Type of a long header of a box, and of its count."""
GROWN, SNUG = 13 / 12, 0.99
"""Scale from which a header may be smaller rather than cut, as 13 px is the floor of a slide; what
of its room it then takes.
"""
INSET = 7.0
"""Left and right of what stands in the header of a box."""
COUNT_INSET = 9.0
"""Right of its count: lines that are as wide as their share pass beside it."""
FREE = INSET + COUNT_INSET + 5.0
"""What of a header neither its name nor its count has."""
CORNER = 5.0
"""Radius of boxes."""
RAIL = 2.0
"""Height of the bar of what is made of a segment, under its header."""


def panels(map_: Map, theme: Theme, failure: Failure | None = None) -> Iterator[Shape]:
    """The stages as chevrons; with what a stop does there in the place of their gaps."""
    level = BY_ID[map_.placed.level]
    for at, rect in enumerate(map_.placed.panels):
        inside = [item for item in map_.graph.items if item.stage == at]
        words = numbers(inside) if failure is None else struck_numbers(inside, failure)
        yield from _panel(map_, at, rect, words, level, theme)
    if map_.placed.panels and not map_.graph.items:
        x, y = map_.placed.panels[0].x + INSET, level.panel_head + BLANK
        yield Label(x, y, text("diagram.segment.blank"), STAGE_SMALL, theme.secondary)


def _panel(
    map_: Map, at: int, rect: Rect, told: Sequence[str], level: Level, theme: Theme
) -> Iterator[Shape]:
    tokens = theme.segments
    last = at == len(map_.placed.panels) - 1
    left = rect.x - (TIP if at else 0.0)
    right = rect.right + (0.0 if last else level.gutter - 6.0)
    height = level.panel_head - 3.0
    corners = chevron(left, right, height, first=not at, last=last)
    yield Polygon(corners, tokens.panels[at % len(tokens.panels)])
    x, end, y = rect.x + (18.0 if at else 10.0), right - 14.0, height * BASE
    name = map_.graph.stages[at]
    size = STAGE if x + wide(name, STAGE, True) <= end else STAGE_SMALL
    name = cut(name, size, end - x, True)
    yield Label(x, y, name, size, tokens.panel_ink, bold=True)
    x += wide(name, size, True) + APART
    for words in told:
        if x + wide(words, NUMBERS) > end:
            return
        yield Label(x, y, words, NUMBERS, tokens.panel_detail)
        x += wide(words, NUMBERS) + APART


def chevron(
    left: float, right: float, height: float, *, first: bool, last: bool
) -> tuple[Point, ...]:
    """A band that points to the right and takes up the point before it; its ends are straight."""
    tip = (
        [(right, 0.0), (right, height)]
        if last
        else [(right - TIP, 0.0), (right, height / 2), (right - TIP, height)]
    )
    notch = [] if first else [(left + TIP, height / 2)]
    return ((left, 0.0), *tip, (left, height), *notch)


def numbers(items: Sequence[Item]) -> list[str]:
    """``本地 12/35``, then what is missing by its letter, for the head of a stage."""
    if not items:
        return []
    made = text("diagram.segment.made", made=sum(i.made for i in items), all=len(items))
    kinds = Counter(item.kind for item in items)
    missing = (
        (Word.BROKEN, Kind.BROKEN),
        (Word.SHORT_UP, Kind.UP),
        (Word.SHORT_DOWN, Kind.DOWN),
    )
    told = (
        text("class.count.spaced", word=classes.letter(word), count=kinds[kind])
        for word, kind in missing
        if kinds[kind]
    )
    return [made, *told]


def struck_numbers(items: Sequence[Item], failure: Failure) -> list[str]:
    """What a stop does in a stage: ``停1 料3``, then the first day."""
    found = failure.reached(item.id for item in items)
    if not found:
        return [text("diagram.outage.untouched")] if items else []
    first = worst(found)
    return [summed(found)[-1], *([days_words(*first.days)] if first is not None else [])]


def boxes(map_: Map, theme: Theme, failure: Failure | None = None) -> Iterator[Shape]:
    """The segments: header, count (of what a stop does there, if any) and the bar of what is made;
    bought materials in their own.
    """
    level = BY_ID[map_.placed.level]
    bought = set(map_.placed.bought)
    for segment in (*map_.graph.segments, *map_.placed.bought.values()):
        rect = map_.placed.boxes.get(segment.id)
        if rect is not None and segment.id in bought:
            yield from _store(rect, segment.name, level, theme)
        elif rect is not None:
            found = failure.reached(segment.items) if failure is not None else None
            yield from _box(map_, segment, rect, level, theme, found)


def _box(
    map_: Map,
    segment: Segment,
    rect: Rect,
    level: Level,
    theme: Theme,
    found: Sequence[Strike] | None,
) -> Iterator[Shape]:
    tokens = theme.segments
    items = [map_.graph.by_id[product] for product in segment.items]
    made = sum(item.made for item in items)
    yield Box(*box(rect), tokens.box, tokens.box_edge, 1.0, CORNER)
    count = _summed(segment, rect, found) if found else f"{made}/{len(items)}"
    room = rect.width - FREE - wide(count, COUNT, True)
    size = level.head if wide(segment.name, level.head, True) <= room else HEAD_SMALL
    if not count or wide(segment.name, size, True) > room:
        count, room = "", rect.width - 2 * INSET + 2.0
        size = min(size, max(size * SNUG * room / wide(segment.name, size, True), _least(map_)))
    y = rect.y + level.header * BASE
    yield Label(rect.x + INSET, y, cut(segment.name, size, room, True), size, tokens.header, True)
    if count:
        ink = tokens.count if made and found is None else theme.secondary
        ink = summed_ink(found, theme) if found else ink
        heavy = bool(found or (made and found is None))
        yield Label(rect.right - COUNT_INSET, y, count, COUNT, ink, heavy, "end")
    yield from _rail(rect, made / len(items), level, theme)


def _least(map_: Map) -> float:
    """Type that a header may have rather than be cut: on a map that has grown, what is read there
    as well as elsewhere.
    """
    return HEAD_SMALL * min(1.0, GROWN / map_.placed.scale)


def _summed(segment: Segment, rect: Rect, found: Sequence[Strike]) -> str:
    """As much of what a stop does in a box as leaves its name whole; empty where nothing does."""
    room = rect.width - FREE - wide(segment.name, HEAD_SMALL, True)
    return next((words for words in summed(found) if wide(words, COUNT, True) <= room), "")


def tallies(map_: Map, theme: Theme, failure: Failure) -> Iterator[Shape]:
    """What a stop does in boxes whose header has no room for it, to lie over the lines."""
    for segment in map_.graph.segments:
        rect, found = map_.placed.boxes.get(segment.id), failure.reached(segment.items)
        if rect is not None and found and not _summed(segment, rect, found):
            yield from tally(found, rect, theme, map_.placed.width)


def _rail(rect: Rect, share: float, level: Level, theme: Theme) -> Iterator[Shape]:
    x, y, width = rect.x + INSET, rect.y + level.header - 4.6, rect.width - 2 * INSET
    yield Box(x, y, width, RAIL, theme.segments.rail)
    if share:
        yield Box(x, y, width * share, RAIL, theme.segments.bar)


def _store(rect: Rect, name: str, level: Level, theme: Theme) -> Iterator[Shape]:
    """A box or strip of what is bought."""
    tokens = theme.segments
    yield Box(*box(rect), tokens.strip, tokens.strip_edge, 1.0, CORNER)
    y = rect.y + level.header * BASE
    words = cut(name, HEAD_SMALL, rect.width - 2 * INSET, True)
    yield Label(rect.x + INSET, y, words, HEAD_SMALL, theme.secondary, bold=True)


def strips(map_: Map, theme: Theme) -> Iterator[Shape]:
    """The strips of bought materials, each with its count."""
    level = BY_ID[map_.placed.level]
    for stage, rect in map_.placed.strips.items():
        kinds = Counter(item.kind for item in map_.graph.items if item.stage == stage)
        name = text("diagram.segment.strip", count=kinds[Kind.BOUGHT])
        yield from _store(rect, name, level, theme)

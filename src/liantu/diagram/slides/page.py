"""What stands round the picture of a slide: title, step, date and scenario, words, foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.poster.wrapping import wrapped
from liantu.diagram.slides.model import FLOOR, HIGH, TITLE, WIDE, WORDS
from liantu.diagram.theme import Theme
from liantu.telling.story.told import Told

MARGIN = 40.0
TITLES = (36.0, 34.0, TITLE)
"""Sizes of the title, the largest that fits one line."""
TITLE_AT, SUB_AT, TOP = 52.0, 84.0, 104.0
"""Baselines of title and of date and scenario, and where words and picture begin."""
SUB = 18.0
BOTTOM = HIGH - 40.0
"""Where words and picture end."""
FOOT_AT = HIGH - 16.0
GAP = 24.0
"""Between words and picture."""
COLUMN = 376.0
"""Width of the words beside a picture."""
SIZES = ((25.0, 22.0), (23.0, 21.0), (21.0, WORDS), (WORDS, WORDS))
"""Written words and computed ones, the largest that fit."""
LEAD = 1.42
"""From baseline to baseline, in type sizes."""
APART = 0.5
"""Between paragraphs, in type sizes."""
BAR, INSET = 4.0, 14.0
"""The bar before what the data say, and where its words begin."""
ASCENT = 0.9
"""Of a line above its baseline, in type sizes."""
SHARE = 0.42
"""Part of the height below the title that words above a picture take at most."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words set for a width: shapes from (0, 0) downwards, their height, how many are told."""

    shapes: tuple[Box | Label, ...]
    height: float
    told: int


def head(told: Told, theme: Theme) -> Iterator[Item]:
    """Title, which step it is, date and scenario."""
    count = measure.width(told.count, SUB)
    room = WIDE - 2 * MARGIN - count - GAP
    size = next((s for s in TITLES if measure.width(told.title, s, bold=True) <= room), TITLE)
    title = measure.cut(told.title, size, room, bold=True)
    yield Label(MARGIN, TITLE_AT, title, size, theme.text, bold=True)
    yield Label(WIDE - MARGIN, TITLE_AT, told.count, SUB, theme.secondary, anchor="end")
    at = measure.cut(told.at, SUB, WIDE - 2 * MARGIN)
    yield Label(MARGIN, SUB_AT, at, SUB, theme.secondary)
    yield Box(MARGIN, SUB_AT + 10, WIDE - 2 * MARGIN, 1.5, theme.segments.bar)


def foot(told: Told, theme: Theme) -> Iterator[Item]:
    """How much of the city is on record, on one line."""
    words = measure.cut(told.foot, FLOOR, WIDE - 2 * MARGIN)
    yield Label(MARGIN, FOOT_AT, words, FLOOR, theme.secondary)


def block(told: Told, width: float, height: float, theme: Theme) -> Block:
    """The words as large as fits, and as many as fit at the smallest: the rest is in the notes."""
    found = Block((), 0.0, 0)
    for sizes in SIZES:
        found = _set(told, width, sizes, theme)
        if found.height <= height:
            return found
    paragraphs = len(told.paragraphs)
    while found.height > height and paragraphs > 1:
        paragraphs -= 1
        found = _set(told, width, SIZES[-1], theme, paragraphs)
    return found


def _set(
    told: Told, width: float, sizes: tuple[float, float], theme: Theme, most: int | None = None
) -> Block:
    shapes: list[Box | Label] = []
    y = 0.0
    paragraphs = told.paragraphs[:most]
    for at, words in enumerate(paragraphs):
        own = at == 0 and bool(told.text)
        size, x = (sizes[0], 0.0) if own else (sizes[1], INSET)
        lines = wrapped(words, width - x, size, own)
        y += size * APART if at else 0.0
        high = size * LEAD * len(lines)
        if not own:
            shapes.append(Box(0.0, y + 3, BAR, high - 6, theme.accent, radius=2.0))
        shapes += _lines(lines, x, y, size, theme, bold=own)
        y += high
    return Block(tuple(shapes), y, len(paragraphs))


def _lines(
    lines: Sequence[str], x: float, y: float, size: float, theme: Theme, *, bold: bool
) -> Iterator[Label]:
    for at, line in enumerate(lines):
        base = y + size * LEAD * at + size * (ASCENT + (LEAD - 1) / 2 - 0.05)
        yield Label(x, base, line, size, theme.text, bold=bold)


def beside() -> tuple[Rect, Rect]:
    """Rooms of the words and of the picture at their right."""
    high = BOTTOM - TOP
    x = MARGIN + COLUMN + GAP
    return (MARGIN, TOP, COLUMN, high), (x, TOP, WIDE - MARGIN - x, high)


def above(height: float) -> tuple[Rect, Rect]:
    """Rooms of words of a height and of the picture below them."""
    y = TOP + height + (GAP / 2 if height else 0.0)
    inner = WIDE - 2 * MARGIN
    return (MARGIN, TOP, inner, height), (MARGIN, y, inner, BOTTOM - y)

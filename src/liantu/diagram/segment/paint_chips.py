"""Chips of the segment map as shapes: products where room is short, and what is only counted."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.lenses import Lens
from liantu.diagram.segment import marks
from liantu.diagram.segment.cardtext import bold
from liantu.diagram.segment.chips import (
    APART,
    INSET,
    LETTER_ROOM,
    ChipText,
    chip_left,
    chip_text,
    counted_text,
)
from liantu.diagram.segment.levels import BY_ID
from liantu.diagram.segment.model import Counted, Item, Kind, Map, Rect
from liantu.diagram.segment.paint_cards import body, box, face_of, mark_under, over
from liantu.diagram.segment.turns import RADIUS
from liantu.diagram.segment.typeset import wide
from liantu.diagram.theme import Theme

MIDDLE = 0.365
"""Baseline of a line in the middle of a chip, in type sizes below it."""


def chip_shapes(map_: Map, item: Item, rect: Rect, theme: Theme, lens: Lens) -> Iterator[Shape]:
    """A chip: face, letter, name, and its first maker where there is room."""
    level, face = BY_ID[map_.placed.level], face_of(item, theme, lens)
    text, size = chip_text(level, item, rect), level.chip
    yield from body(item, rect, face, theme)
    maker = _maker(text, item, rect, size, lens)
    mark = mark_under(item, theme, lens, numbered=maker == text.maker)
    ink = face.detail if maker == text.maker else face.stroke
    x, room = rect.x + chip_left(item), LETTER_ROOM if mark else 0.0
    y = rect.y + rect.height / 2 + size * MIDDLE
    y -= (len(text.names) + text.below - 1) / 2 * level.chip_line
    if mark is not None:
        yield from marks.shapes(mark, x - 1.5, y - marks.BASE)
    if item.kind is Kind.BOUGHT and len(text.names) == 1:
        yield Label(rect.x + rect.width / 2, y, text.names[0], size, face.name, anchor="middle")
        yield from over(map_, item, rect, theme, lens)
        return
    for at, line in enumerate(text.names):
        shift = 0.0 if at else room
        yield Label(x + shift, y + at * level.chip_line, line, size, face.name, bold(item))
    if text.below:
        y += len(text.names) * level.chip_line
        yield Label(x, y, maker, size, ink)
    elif text.maker:
        x += room + wide(text.names[0], size, bold(item)) + APART
        yield Label(x, y, maker, size, ink)
    yield from over(map_, item, rect, theme, lens)


def _maker(text: ChipText, item: Item, rect: Rect, size: float, lens: Lens) -> str:
    """What stands in the place of the maker: what a stop does to it, as much as there is room."""
    found = lens.strike(item.id)
    if found is None or not text.maker:
        return text.maker
    space = rect.width - chip_left(item) - INSET
    if not text.below:
        space -= LETTER_ROOM + wide(text.names[0], size, bold(item)) + APART
    rows = found.rows(1, lambda line: wide(line, size) <= space)
    return rows[0] if rows else text.maker


def counted_shapes(map_: Map, found: Counted, rect: Rect, theme: Theme) -> Iterator[Shape]:
    """What stands for products without a place: ``未布局 4``, or ``+12`` in a strip."""
    level, tokens = BY_ID[map_.placed.level], theme.segments
    size = level.chip
    in_strip = found.segment < 0
    face = tokens.kinds[Kind.BOUGHT if in_strip else Kind.OPEN]
    radius = rect.height / 2 if in_strip else RADIUS
    yield Box(*box(rect), face.fill, face.stroke, face.width, radius, face.dash)
    lines = counted_text(level, found, rect)
    y = rect.y + rect.height / 2 + size * MIDDLE - (len(lines) - 1) / 2 * level.chip_line
    for at, line in enumerate(lines):
        yield Label(rect.x + INSET, y + at * level.chip_line, line, size, face.name)

"""A chart of rows × columns on a slide: every field with its words, shaded as the chart says."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label
from liantu.diagram.inks import readable
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.poster.model import Spot
from liantu.diagram.slides.model import FLOOR
from liantu.diagram.theme import Theme, blend
from liantu.model.classes import Word
from liantu.model.target import Target
from liantu.telling.charts.model import Cell, Grid

HIGHEST = 34.0
"""Most that a row takes."""
LARGEST = 18.0
HEADS = 24.0
"""Height of the names of the columns."""
ASIDE, WIDEST = 0.19, 0.28
"""Part of the width that the names of the rows take, and what it may grow to for a long one."""
BESIDE = 10.0
"""Between a name and its fields."""


def draw(grid: Grid, room: Rect, theme: Theme) -> Iterator[Item]:
    """The fields with the names of rows and columns."""
    x, y, wide, high = room
    down = min((high - HEADS) / max(len(grid.rows), 1), HIGHEST)
    size = min(max(down * 0.6, FLOOR), LARGEST)
    longest = max((measure.width(head.words, size) for head in grid.rows), default=0.0)
    aside = min(max(wide * ASIDE, longest + BESIDE), wide * WIDEST)
    across = (wide - aside) / max(len(grid.columns), 1)
    for at, head in enumerate(grid.columns):
        words = measure.cut(head.words, size, across - 4, bold=True)
        middle = x + aside + across * (at + 0.5)
        ink = theme.segments.bar
        yield Label(middle, y + HEADS - 7, words, size, ink, bold=True, anchor="middle")
    for at, head in enumerate(grid.rows):
        words = measure.cut(head.words, size, aside - BESIDE)
        top = y + HEADS + down * at
        yield Label(x, top + down / 2 + size * 0.36, words, size, theme.text)
        if head.aim is not None and head.aim.chain:
            target = Target("chain", head.aim.chain)
            yield Spot(x, top, wide, down, target, head.tip or head.words)
    for cell in grid.cells:
        left, top = x + aside + across * cell.column, y + HEADS + down * cell.row
        yield from _cell(cell, (left, top, across, down), size, theme)


def _cell(cell: Cell, room: Rect, size: float, theme: Theme) -> Iterator[Item]:
    x, y, across, down = room
    color = _tone(cell, theme)
    fill = blend(color, theme.ground, cell.shade)
    stroke = color if cell.hollow else ""
    yield Box(x + 1, y + 1, across - 2, down - 2, fill, stroke, 1.0, 3.0)
    ink = readable(theme, fill)
    words = measure.cut(cell.words, size, across - 6)
    at = y + down / 2 + size * 0.36
    yield Label(x + across / 2, at, words, size, ink, anchor="middle")


def _tone(cell: Cell, theme: Theme) -> str:
    tones = {str(word): tone.color for word, tone in theme.tones.items()}
    return tones.get(Word(cell.word), theme.local) if cell.word else theme.local

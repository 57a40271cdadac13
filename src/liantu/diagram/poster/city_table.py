"""The left part of the city page: the chains as rows by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from liantu.diagram.drawing import Box
from liantu.diagram.poster import city_cells as cells
from liantu.diagram.poster import kit
from liantu.diagram.poster.city_cells import FLOOR, Cell
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.poster.model import Spot
from liantu.diagram.theme import Theme
from liantu.model.target import Target
from liantu.telling.poster.model import ChainRow, CityPoster
from liantu.wording import text

FIELD = 36.0
"""Room of the labels of fields at the left edge, and how wide they are themselves."""
LABEL = 28.0
HEAD = 26.0
"""Height of the line of heads."""
HIGHEST = 60.0
"""Height of a row where there are few chains."""
APART = 3.0
"""Between two fields."""
SHARES = {
    "name": 115.0,
    "way": 178.0,
    "bar": 198.0,
    "secured": 120.0,
    "leads": 91.0,
    "action": 203.0,
    "duty": 54.0,
}
"""Columns with their widths on A3."""
NARROW = 930.0
"""Width of all columns below which 责任单位 is left out: a slide is not written on."""
HEADING = 9.5
ACROSS, DOWN = 4, 15.0
"""Characters up to which the name of a field stands upright, and the room of each."""
PITCH = 13.0
"""The same in pairs."""

Columns = Mapping[str, tuple[float, float]]
"""Column → left edge and width."""


def columns(x: float, width: float) -> Columns:
    """The columns of a table ``width`` wide, the labels of fields not counted."""
    shares = {k: v for k, v in SHARES.items() if width >= NARROW or k != "duty"}
    unit = width / sum(shares.values())
    found: dict[str, tuple[float, float]] = {}
    for key, share in shares.items():
        found[key] = (x, share * unit)
        x += share * unit
    return found


def table(poster: CityPoster, room: Rect, theme: Theme) -> Iterator[Item]:
    """Heads and rows, as high as the room allows."""
    x, y, width, height = room
    placed = columns(x + FIELD, width - FIELD)
    yield from _heads(placed, y, theme)
    yield kit.rule((x, y + HEAD - 2), (x + width, y + HEAD - 2), theme.segments.bar, 1.2)
    fields = [list(rows) for _, rows in groupby(poster.rows, key=lambda row: row.field)]
    free = height - HEAD - APART * len(fields)
    high = min(free / max(len(poster.rows), 1), HIGHEST)
    numbers = {job.product: at for at, job in enumerate(poster.jobs, 1)}
    y += HEAD
    for rows in fields:
        yield from _field(rows[0].field, (x, y + 1, LABEL, high * len(rows) - 2), theme)
        for row in rows:
            yield from _row(row, placed, (x + FIELD - 4, y, width - FIELD + 4, high), theme)
            cell = Cell(*placed["action"], y + high / 2, high)
            yield from cells.action(row, cell, theme, numbers.get(row.product, 0))
            y += high
        y += APART


def _heads(placed: Columns, y: float, theme: Theme) -> Iterator[Item]:
    for key, (x, _) in placed.items():
        told = text(f"diagram.city.column.{key}")
        yield kit.say(x, y + 17, told, HEADING, theme.segments.bar, bold=True)


def _row(row: ChainRow, placed: Columns, room: Rect, theme: Theme) -> Iterator[Item]:
    x, y, width, high = room
    yield kit.rule((x, y + high), (x + width, y + high), theme.line)
    yield Spot(x, y, width, high, Target("chain", row.chain), row.label)
    drawers = {
        "name": cells.name,
        "way": cells.way,
        "bar": cells.pieces,
        "secured": cells.secured,
        "leads": cells.leads,
    }
    for key, draw in drawers.items():
        yield from draw(row, Cell(*placed[key], y + high / 2, high), theme)
    if "duty" in placed:
        yield from cells.duty(Cell(*placed["duty"], y + high / 2, high), theme)


def _field(words: str, room: Rect, theme: Theme) -> Iterator[Item]:
    """The name of a field in a band beside its rows, from top to bottom."""
    x, y, width, high = room
    yield Box(*room, theme.segments.kinds["local"].fill, radius=3.0)
    upright = len(words) <= ACROSS and len(words) * PITCH <= high
    lines, step, size = _upright(words, high) if upright else _pairs(words, high)
    base = y + high / 2 - (len(lines) - 1) * step / 2 + size * kit.MIDDLE * 4 / 3
    for at, line in enumerate(lines):
        middle = x + width / 2
        ink = theme.segments.bar
        yield kit.say(middle, base + at * step, line, size, ink, bold=True, anchor="middle")


def _upright(words: str, high: float) -> tuple[Sequence[str], float, float]:
    return words, min(DOWN, (high - 4) / max(1, len(words))), HEADING


def _pairs(words: str, high: float) -> tuple[Sequence[str], float, float]:
    """As many pairs of characters as fit: names of fields have four."""
    pairs = [words[at : at + 2] for at in range(0, len(words), 2)]
    return pairs[: max(1, int(high // PITCH))], PITCH, FLOOR

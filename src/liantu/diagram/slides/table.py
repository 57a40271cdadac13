"""A table on a slide: columns as wide as their words, as many rows as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.wrapping import wrapped
from liantu.diagram.slides.model import FLOOR
from liantu.diagram.theme import Theme
from liantu.model.target import Target
from liantu.wording import text

SIZE, HEAD, TITLE = 18.0, 16.0, 20.0
"""Type of rows, of their head and of the title above them."""
LINE, PAD = 24.0, 12.0
"""From line to line of a row, and what it needs beside its lines."""
LINES = 2
"""Lines of a cell at most."""
BETWEEN = 18.0
"""Between two columns."""
WIDEST = 420.0
"""Most that a column gets before its words stand on two lines."""
TITLE_HIGH, HEAD_HIGH, LAST = 34.0, 30.0, 24.0
"""Heights of title, head and the line below the rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a row, what it leads to, and whether it stands in front."""

    cells: tuple[str, ...]
    target: Target | None = None
    front: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``title`` stands above, ``note`` below where it fits; ``numbers``: columns that are set to
    the right.
    """

    title: str
    head: tuple[str, ...]
    rows: Sequence[Row]
    note: str = ""
    numbers: frozenset[int] = frozenset()


def draw(table: Table, room: Rect, theme: Theme) -> Iterator[Item]:
    """Title, head and the first rows; what there is no room for is counted below."""
    x, y, wide, high = room
    title = measure.cut(table.title, TITLE, wide, bold=True)
    yield Label(x, y + TITLE, title, TITLE, theme.segments.bar, bold=True)
    y, floor = y + TITLE_HIGH, y + high - LAST
    widths = _widths(table, wide)
    yield from _cells(table, table.head, widths, (x, y, HEAD_HIGH), theme, HEAD)
    y += HEAD_HIGH
    yield Box(x, y - 2, wide, 1.5, theme.segments.bar)
    shown = 0
    for row in table.rows:
        down = _height(row.cells, widths)
        if y + down > floor:
            break
        yield from _row(table, row, widths, (x, y, wide, down), theme)
        y += down
        shown += 1
    yield Label(x, floor + LAST - 4, _below(table, shown, wide), FLOOR, theme.secondary)


def _below(table: Table, shown: int, wide: float) -> str:
    if not table.rows:
        return text("story.table.none")
    whole = len(table.rows)
    counted = text("story.table.first", shown=shown, count=whole) if shown < whole else ""
    return measure.cut(counted + table.note, FLOOR, wide)


def _row(
    table: Table, row: Row, widths: Sequence[float], room: Rect, theme: Theme
) -> Iterator[Item]:
    x, y, wide, down = room
    if row.front:
        yield Box(x - 6, y + 1, wide + 12, down - 2, theme.band, theme.segments.ring, 2.0, 6.0)
    yield from _cells(table, row.cells, widths, (x, y, down), theme, SIZE)
    yield Box(x, y + down - 0.5, wide, 1.0, theme.line)
    if row.target is not None:
        yield Spot(x, y, wide, down, row.target, row.cells[0])


def _cells(
    table: Table,
    cells: Sequence[str],
    widths: Sequence[float],
    at: tuple[float, float, float],
    theme: Theme,
    size: float,
) -> Iterator[Label]:
    x, y, down = at
    heading = size == HEAD
    ink = theme.secondary if heading else theme.text
    for place, (words, width) in enumerate(zip(cells, widths, strict=True)):
        lines = _lines(words, width, size)
        base = y + down / 2 - (len(lines) - 1) * LINE / 2 + size * 0.36
        right = place in table.numbers
        for line, told in enumerate(lines):
            yield Label(
                x + width if right else x,
                base + line * LINE,
                told,
                size,
                ink,
                bold=place == 0 and not heading,
                anchor="end" if right else "start",
            )
        x += width + BETWEEN


def _height(cells: Sequence[str], widths: Sequence[float]) -> float:
    most = max(len(_lines(c, w, SIZE)) for c, w in zip(cells, widths, strict=True))
    return most * LINE + PAD


def _lines(words: str, width: float, size: float) -> list[str]:
    """At most two lines; the last of more ends in …."""
    found = list(wrapped(words, width, size, True))
    if len(found) > LINES:
        rest = "".join(found[LINES - 1 :])
        found = [*found[: LINES - 1], measure.cut(rest, size, width, bold=True)]
    return found


def _widths(table: Table, wide: float) -> list[float]:
    """As wide as their words, the widest less where there is no room, more where there is."""
    columns = list(zip(table.head, *(row.cells for row in table.rows), strict=True))
    wanted = [
        max(
            measure.width(words, SIZE if at else HEAD, bold=True) + 1.0
            for at, words in enumerate(column)
        )
        for column in columns
    ]
    room = wide - BETWEEN * (len(columns) - 1)
    cap = _cap(wanted, room)
    widths = [min(one, cap) for one in wanted]
    spare = (room - sum(widths)) / max(len(widths), 1)
    return [one + max(spare, 0.0) for one in widths]


def _cap(wanted: Sequence[float], room: float) -> float:
    """The width up to which each column gets what it wants, so that all have room."""
    cap = max(wanted, default=0.0)
    left, narrow = room, sorted(wanted)
    for at, one in enumerate(narrow):
        share = left / (len(narrow) - at)
        if one > share:
            return share
        left -= one
    return cap

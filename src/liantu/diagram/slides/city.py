"""全市看板 on a slide: every chain with its composition and what of its main materials is here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label
from liantu.diagram.page import POINTS
from liantu.diagram.poster import kit
from liantu.diagram.poster.headline import bar, legend
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.poster.model import Spot
from liantu.diagram.slides.model import FLOOR
from liantu.diagram.theme import Theme
from liantu.document.show import Scene
from liantu.model.target import Target
from liantu.telling.poster.city import city_poster
from liantu.telling.poster.model import ChainRow
from liantu.wording import text

COLUMNS = 2
BETWEEN = 36.0
"""Between the two columns of chains."""
LEGEND = 30.0
"""Below the rows, for the letters."""
HEADS = 26.0
HIGHEST = 48.0
"""Most that a row takes."""
NAME, LEAST = 18.0, 14.0
"""Type of the names of chains, and the same where one is long."""
NAMED, SECURED = 0.34, 0.17
"""Parts of the width that name and 主材 take; the bar has the rest."""
BAR = 0.56
"""Height of a bar in that of its row."""
SCALE = FLOOR * POINTS / 8.5
"""How much larger than on paper the letters stand."""


def city(scene: Scene, room: Rect, theme: Theme, target: Target | None) -> Iterator[Item]:
    """The chains in two columns, the one that is selected framed, and what the colours mean."""
    poster = city_poster(scene.reading)
    x, y, wide, high = room
    each = -(-len(poster.rows) // COLUMNS)
    across = (wide - BETWEEN * (COLUMNS - 1)) / COLUMNS
    down = min((high - LEGEND - HEADS) / max(each, 1), HIGHEST)
    for place in range(COLUMNS):
        rows = poster.rows[place * each : (place + 1) * each]
        left = x + place * (across + BETWEEN)
        yield from _heads(left, y, across, theme)
        yield from _rows(rows, (left, y + HEADS, across, down), theme, target)
    at = y + HEADS + down * each + LEGEND - 8
    for item in legend(poster.head.pieces, 0.0, 0.0, wide / SCALE, theme, mark=1.0):
        yield kit.carried(item, SCALE, x, at)


def _heads(x: float, y: float, wide: float, theme: Theme) -> Iterator[Item]:
    ink = theme.segments.bar
    named = x + wide * NAMED
    yield Label(x, y + 16, text("story.city.chain"), 15.0, ink, bold=True)
    yield Label(named, y + 16, text("story.city.products"), 15.0, ink, bold=True)
    last = text("story.city.secured")
    yield Label(x + wide, y + 16, last, 15.0, ink, bold=True, anchor="end")
    yield Box(x, y + HEADS - 3, wide, 1.5, ink)


def _rows(
    rows: Sequence[ChainRow], first: Rect, theme: Theme, target: Target | None
) -> Iterator[Item]:
    x, y, wide, down = first
    for at, row in enumerate(rows):
        top = y + at * down
        if target == Target("chain", row.chain):
            ring = theme.segments.ring
            yield Box(x - 6, top + 1, wide + 12, down - 2, theme.band, ring, 2.0, 6.0)
        yield from _row(row, (x, top, wide, down), theme)


def _row(row: ChainRow, room: Rect, theme: Theme) -> Iterator[Item]:
    x, y, wide, down = room
    base = y + down / 2 + NAME * 0.36
    named = wide * NAMED
    fits = measure.width(row.label, NAME, bold=True) <= named - 10
    size = NAME if fits else LEAST
    name = measure.cut(row.label, size, named - 10, bold=True)
    yield Label(x, base, name, size, theme.text, bold=True)
    secured = wide * SECURED
    inner = (x + named, y + down * (1 - BAR) / 2, wide - named - secured - 8, down * BAR)
    yield from bar(row.pieces, inner, theme, points=FLOOR * POINTS, least=19.0)
    yield Label(x + wide, base, row.secured, NAME, theme.text, bold=True, anchor="end")
    yield Box(x, y + down - 0.5, wide, 1.0, theme.line)
    yield Spot(x, y, wide, down, Target("chain", row.chain), row.label)

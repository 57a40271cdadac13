"""Counties as tiles where they lie to each other."""

from __future__ import annotations

from liantu.diagram import measure
from liantu.diagram.inks import readable
from liantu.diagram.theme import blend
from liantu.render.charts.pen import SMALL, Pen
from liantu.telling.charts.counties import Tile, Tiles

TALL, GAP, PAD = 62.0, 4.0, 6.0
MOST = 130.0
"""Greatest width of a tile."""
NAME = 10.0
DARKEST = 0.8
"""Shade of the county with the most."""


def height(chart: Tiles, _width: float) -> float:
    """As many rows as the plan has."""
    return chart.rows * (TALL + GAP)


def paint(pen: Pen, chart: Tiles) -> None:
    """All tiles, in the middle of the width."""
    wide = min(pen.width / chart.columns, MOST)
    left = (pen.width - wide * chart.columns) / 2
    for tile in chart.tiles:
        _tile(pen, tile, (left + tile.column * wide, tile.row * (TALL + GAP)), wide - GAP)


def _tile(pen: Pen, tile: Tile, corner: tuple[float, float], wide: float) -> None:
    x, y = corner
    shade = DARKEST * tile.share
    ground = blend(pen.theme.local, pen.theme.paper, shade) if tile.share else pen.theme.band
    ink = readable(pen.theme, ground)
    patch = pen.box((x, y, wide, TALL), ground, pen.theme.card_line)
    pen.text(
        x + PAD, y + 14, measure.cut(tile.county, NAME, wide - 12, bold=True), NAME, ink, bold=True
    )
    pen.text(x + PAD, y + 27, tile.counted, SMALL, ink)
    for at, line in enumerate(tile.lines):
        words = measure.cut(line, SMALL, wide - 2 * PAD + 2)
        pen.text(x + PAD, y + 41 + at * 11.5, words, SMALL, ink)
    pen.hit(patch, tile.tip, tile.aim)

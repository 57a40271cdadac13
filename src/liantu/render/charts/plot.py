"""A chart on a figure, as SVG, as PNG; the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from liantu.analysis.aside import Aside
from liantu.analysis.reading import Reading
from liantu.diagram.page import POINTS
from liantu.diagram.theme import PRINT, Theme
from liantu.render.charts import course, gantt, grid, radar, sankey, supply, tiles, tradeoff, trend
from liantu.render.charts.pen import Pen
from liantu.render.vector import Svg
from liantu.telling.charts.bars import Gantt
from liantu.telling.charts.catalogue import ChartName, chart
from liantu.telling.charts.counties import Tiles
from liantu.telling.charts.course import Course
from liantu.telling.charts.model import Chart, Grid
from liantu.telling.charts.radar import Radar
from liantu.telling.charts.sankey import Sankey
from liantu.telling.charts.supply import Supplies
from liantu.telling.charts.trend import Trend
from liantu.telling.portfolio.chart import Tradeoff

MILLIMETRE = 72 / 25.4
TEXT_WIDTH = 160.0
"""Width of the text of an A4 page, mm."""
EMPTY = 4.0
"""Height of a chart with nothing to draw, pt."""


@dataclass(frozen=True, slots=True)
class _Painter:
    height: Callable[[Any, float], float]
    paint: Callable[[Pen, Any], None]


PAINTERS: Mapping[type[Chart], _Painter] = {
    Supplies: _Painter(supply.height, supply.paint),
    Grid: _Painter(grid.height, grid.paint),
    Sankey: _Painter(sankey.height, sankey.paint),
    Gantt: _Painter(gantt.height, gantt.paint),
    Radar: _Painter(radar.height, radar.paint),
    Tiles: _Painter(tiles.height, tiles.paint),
    Trend: _Painter(trend.height, trend.paint),
    Tradeoff: _Painter(tradeoff.height, tradeoff.paint),
    Course: _Painter(course.height, course.paint),
}
"""How each kind of values is drawn."""


def height(found: Chart, width: float) -> float:
    """The height that a chart needs at ``width``, both pt."""
    return EMPTY if found.empty else PAINTERS[type(found)].height(found, width)


def draw(found: Chart, width: float, theme: Theme = PRINT, ground: str = "") -> Pen:
    """The chart alone at ``width`` pt, as high as it needs to be; an empty ground is clear."""
    pen = Pen(width, height(found, width), theme, ground)
    if not found.empty:
        PAINTERS[type(found)].paint(pen, found)
    return pen


def svg(found: Chart, width: float = TEXT_WIDTH, theme: Theme = PRINT) -> str:
    """The chart alone as SVG, ``width`` mm wide, without title, finding and note."""
    return svg_of(draw(found, width * MILLIMETRE, theme))


def png(found: Chart, width: float = TEXT_WIDTH, dpi: int = 200, theme: Theme = PRINT) -> bytes:
    """The same as PNG on the paper of the theme."""
    return png_of(draw(found, width * MILLIMETRE, theme, theme.paper), dpi)


def svg_of(pen: Pen) -> str:
    """What was drawn as SVG: text stays text."""
    target = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    pen.figure.savefig(target, format="svg", metadata=nothing)
    return target.getvalue()


def png_of(pen: Pen, dpi: float) -> bytes:
    """What was drawn as PNG."""
    target = io.BytesIO()
    pen.figure.savefig(target, format="png", dpi=dpi, metadata={"Software": None})
    return target.getvalue()


_MADE = Aside[dict[tuple[str, str, float], Svg]]()


def embedded(
    reading: Reading, name: ChartName, chain: str = "", width: float = TEXT_WIDTH
) -> Svg | None:
    """A chart for a paper, ``width`` mm wide; kept as long as the reading is. ``None`` where there
    is nothing to draw: the paper then says only the chart's ``finding``.
    """
    kept = _MADE.of(reading, dict)
    key = (name, chain, width)
    if key not in kept:
        found = chart(reading, name, chain)
        if found.empty:
            return None
        kept[key] = placed(found, width, reading.atlas.library.edition)
    return kept[key]


def placed(found: Chart, width: float, date: str) -> Svg:
    """A chart for a paper of ``date``, ``width`` mm wide; it must not be empty."""
    pen = draw(found, width * MILLIMETRE)
    return Svg(
        svg_of(pen),
        pen.width / POINTS,
        pen.height / POINTS,
        lambda dpi: png(found, width, dpi),
        found.title,
        date,
    )

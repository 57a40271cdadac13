"""Charts with too many rows for a page, in parts with some of the rows each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liantu.telling.charts.bars import Gantt
from liantu.telling.charts.model import Chart, Grid
from liantu.wording import text


def rows_of(found: Chart) -> int:
    """How many rows can be told apart; 1 for a chart that is one picture, or has no row."""
    return max(len(found.rows), 1) if isinstance(found, Gantt | Grid) else 1


def divided(found: Chart, count: int) -> tuple[Chart, ...]:
    """The chart in ``count`` parts, as even as can be; titles say which part each is."""
    if count == 1 or not isinstance(found, Gantt | Grid):
        return (found,)
    return tuple(_parts(found, count))


def _parts(found: Gantt | Grid, count: int) -> Iterator[Chart]:
    start, total = 0, len(found.rows)
    for at in range(count):
        end = start + -(-(total - start) // (count - at))
        title = found.title + text("chart.part", at=at + 1, all=count)
        yield replace(_some(found, start, end), title=title)
        start = end


def _some(found: Gantt | Grid, start: int, end: int) -> Gantt | Grid:
    if isinstance(found, Gantt):
        return replace(found, rows=found.rows[start:end], whole=found.whole or found.rows)
    cells = tuple(
        replace(cell, row=cell.row - start) for cell in found.cells if start <= cell.row < end
    )
    return replace(found, rows=found.rows[start:end], cells=cells, first=found.first + start)

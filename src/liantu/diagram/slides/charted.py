"""The values of a chart as a picture of a slide: fields where it is a grid, else a table."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.slides import grids, table
from liantu.diagram.slides.table import Row, Table
from liantu.diagram.theme import Theme
from liantu.document.show import Scene
from liantu.model.target import Target
from liantu.telling.charts.bars import Gantt
from liantu.telling.charts.catalogue import CHARTS, ChartName, chart
from liantu.telling.charts.counties import Tiles
from liantu.telling.charts.model import Aim, Chart, Grid
from liantu.telling.charts.radar import Radar
from liantu.telling.charts.sankey import Sankey
from liantu.telling.charts.supply import Supplies
from liantu.telling.charts.trend import Trend
from liantu.wording import text

BESIDE, MOST = 8, 12
"""Columns of a grid that has room enough beside words, and of one that can be read at all: of
wider ones each row tells its fields in words.
"""


def charted(scene: Scene) -> Chart | None:
    """The chart of a step, if it can be drawn on a slide."""
    step = scene.step
    if step.picture not in CHARTS:
        return None
    name = ChartName(step.picture)
    if CHARTS[name].of_chain and not step.chain:
        return None
    found = chart(scene.reading, name, step.chain)
    if found.empty:
        return None
    return found if isinstance(found, Grid) or _table(found) is not None else None


def is_wide(found: Chart) -> bool:
    """Whether it needs the whole width of a slide."""
    return not isinstance(found, Grid) or len(found.columns) > BESIDE


def draw(found: Chart, room: Rect, theme: Theme) -> Iterator[Item]:
    """The chart in its room."""
    rows = _table(found)
    if isinstance(found, Grid) and len(found.columns) <= MOST:
        yield from grids.draw(found, room, theme)
    elif rows is not None:
        yield from table.draw(rows, room, theme)


def _table(found: Chart) -> Table | None:
    """The values of a chart as rows; ``None`` where they are no rows."""
    rows: list[tuple[Aim | None, tuple[str, ...]]] = []
    head: tuple[str, ...] = ()
    match found:
        case Grid():
            head = ("row", "fields")
            rows = list(_fields(found))
        case Supplies():
            head = ("product", "need", "supply", "rest")
            rows = [(b.aim, (b.name, b.needed, b.supplied, b.told)) for b in found.bars]
        case Tiles():
            head = ("county", "firms", "chains")
            rows = [(t.aim, (t.county, t.counted, "；".join(t.lines))) for t in found.tiles]
        case Radar():
            head = ("share", "value", "meaning")
            rows = [(None, (axis.name, axis.told, axis.meaning)) for axis in found.axes]
        case Trend():
            head = ("day", "made", "turned")
            rows = [(None, (s.day, str(s.count), s.told)) for s in reversed(found.steps)]
        case Gantt():
            head = ("project", "state")
            rows = [(row.aim, (row.name, row.told)) for row in found.rows]
        case Sankey():
            head = ("product", "amount")
            rows = [(node.aim, (node.name, node.told)) for node in found.nodes]
    return _made(found, head, rows) if head else None


def _fields(grid: Grid) -> Iterator[tuple[Aim | None, tuple[str, ...]]]:
    """What stands in each row that is not empty, the darkest fields first."""
    for at, row in enumerate(grid.rows):
        inside = sorted((c for c in grid.cells if c.row == at), key=lambda c: -c.shade)
        if inside:
            told = (f"{grid.columns[c.column].words} {c.words}" for c in inside)
            yield row.aim, (row.words, text("poster.and").join(told))


def _target(aim: Aim | None) -> Target | None:
    """The thing that a row leads to, or its chain."""
    if aim is None or aim.target is not None:
        return aim.target if aim is not None else None
    return Target("chain", aim.chain) if aim.chain else None


def _made(
    found: Chart, head: tuple[str, ...], rows: list[tuple[Aim | None, tuple[str, ...]]]
) -> Table:
    names = tuple(text(f"story.chart.{code}") for code in head)
    shown = [Row(cells, _target(aim)) for aim, cells in rows]
    return Table(found.title, names, shown, found.note)

"""Both maps of a comparison on one sheet: what was, what is, the numbers and every change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.diagram import measure
from liantu.diagram.drawing import Drawing, Label, Shape, moved
from liantu.diagram.lenses import Lens, comparing
from liantu.diagram.page import Around, picture
from liantu.diagram.segment.graph import build_graph
from liantu.diagram.segment.legend import legend_entries
from liantu.diagram.segment.mapping import SCREEN_TOP, Area, build_map, overflow
from liantu.diagram.segment.model import Graph, Map
from liantu.diagram.segment.paint import draw
from liantu.diagram.segment.two_sheet import Hand, Room, Shapes, Two, lay_two
from liantu.diagram.sheet import trust
from liantu.diagram.theme import PRINT, Theme
from liantu.telling.dates import spoken
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import Comparison, Version
from liantu.telling.versions.numbers import numbers
from liantu.telling.versions.summary import sentence
from liantu.wording import text

NUMBERS = 0.24
"""Part of the width that the numbers have."""
COLUMNS = 2
"""Columns of changes beside the numbers."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What all parts of a sheet go by."""

    found: Comparison
    chain: str
    theme: Theme
    lens: Lens


def draw_two(
    found: Comparison, chain: str, paper: str = "A3", *, theme: Theme = PRINT, background: str = ""
) -> Drawing:
    """The finished sheet; raises ``KeyError`` for a paper, or for a chain that a side does not
    have.
    """
    sheet = _Sheet(found, chain, theme, comparing(found.turns, found.before.title))
    sides = (found.before, found.after)
    graphs = (build_graph(sides[0].reading, chain), build_graph(sides[1].reading, chain))
    two = Two(
        found.after.reading,
        _around(sheet, graphs[1]),
        sentence(found, chain),
        (_caption("before", sides[0]), _caption("after", sides[1])),
        lambda area: _maps(sheet, graphs, area),
        lambda hand, room: _rows(sheet, hand, room),
    )
    return lay_two(two, paper, theme, background)


def bare_two(
    found: Comparison, chain: str, size: tuple[float, float], theme: Theme = PRINT
) -> tuple[Drawing | None, Drawing | None]:
    """Both maps alone, each as large as ``size``; ``None`` for a side without the chain."""
    lens, plan = comparing(found.turns, found.before.title), None
    area, maps = Area(*size, top=SCREEN_TOP), list[Map | None]()
    sides = (found.before, found.after)
    for side in sides:
        graph = build_graph(side.reading, chain) if chain in side.atlas.chains else None
        shown = build_map(graph, area, previous=plan) if graph and graph.items else None
        plan = shown.placed.plan if shown else plan
        maps.append(shown)
    factor = overflow([shown for shown in maps if shown], area)
    made: list[Drawing | None] = []
    for side, shown in zip(sides, maps, strict=True):
        if shown is None:
            made.append(None)
            continue
        shapes = [moved(shape, factor, 0.0, 0.0) for shape in draw(shown, theme, lens)]
        made.append(picture(side.reading, shown.graph.title, size, shapes, theme.paper))
    return made[0], made[1]


def _around(sheet: _Sheet, graph: Graph) -> Around:
    found, reading = sheet.found, sheet.found.after.reading
    titles = {"before": found.before.title, "after": found.after.title}
    dates = {"before": found.before.reading.date, "after": reading.date}
    region = reading.atlas.library.region.name
    return Around(
        title=text("version.two.title", chain=graph.title, **titles),
        words="".join(item.name for item in graph.items),
        numbers=text("version.two.place", region=region, **dates),
        legend=legend_entries(graph, sheet.lens, sheet.theme),
        trust=trust(reading.atlas, [item.id for item in graph.items]),
        note=text("diagram.sheet.edition", edition=spoken(reading.atlas.library.edition)),
    )


# -- the maps


def _maps(sheet: _Sheet, graphs: tuple[Graph, Graph], area: Area) -> tuple[Shapes, Shapes]:
    """Both with one plan, so that a product stands in about the same place."""
    drawn, plan = list[Shapes](), None
    for graph in graphs:
        if not graph.items:
            drawn.append(())
            continue
        found = build_map(graph, area, previous=plan)
        plan = found.placed.plan
        drawn.append(draw(found, sheet.theme, sheet.lens))
    return drawn[0], drawn[1]


def _caption(code: str, side: Version) -> str:
    return text(f"version.tab.{code}", name=_dated(side))


def _dated(side: Version) -> str:
    """The name of a side with its date where it has another."""
    date = side.reading.date
    if side.title == date:
        return side.title
    return text("version.two.side", name=side.title, date=spoken(date))


# -- the rows


def _rows(sheet: _Sheet, hand: Hand, room: Room) -> Iterator[Shape]:
    """The numbers at the left, the changes beside them, as many as there is room for."""
    left, top, inner, high = room
    wide = inner * NUMBERS
    yield from _numbers(sheet, hand, (left, top, wide, high))
    x = left + wide + hand.gap
    yield from _changes(sheet, hand, (x, top, inner - wide - hand.gap, high))


def _numbers(sheet: _Sheet, hand: Hand, room: Room) -> Iterator[Shape]:
    """Those of the chain that differ first."""
    x, y, wide, high = room
    rows = sorted(numbers(sheet.found, sheet.chain), key=lambda one: one.before == one.after)
    yield from hand.title(x, y, wide, text("version.two.numbers"))
    step, size, ink = hand.step, hand.size, hand.theme.text
    for at, one in enumerate(rows[: int(high / step) - 2]):
        line = y + (at + 2) * step
        bold = one.before != one.after
        before, after = one.told
        turn = text("version.balance.turn", before=before, after=after) if bold else after
        yield Label(x, line, one.words, size, ink, bold)
        yield Label(x + wide, line, turn, size, ink, bold, "end")


def _changes(sheet: _Sheet, hand: Hand, room: Room) -> Iterator[Shape]:
    """The changes of the chain in columns; how many there was no room for is told."""
    x, y, wide, high = room
    rows = class_rows(sheet.found, sheet.chain)
    whole = len(class_rows(sheet.found))
    told = text("version.two.changes", count=len(rows), all=whole)
    yield from hand.title(x, y, wide, told)
    step, size = hand.step, hand.size
    deep = int(high / step) - 2
    lines = [text("version.turned", name=row.name, turn=row.turn, why=row.why) for row in rows]
    if len(lines) > deep * COLUMNS:
        shown = deep * COLUMNS - 1
        lines = [*lines[:shown], text("version.two.more", count=len(rows) - shown)]
    column = wide / (COLUMNS if len(lines) > deep else 1)
    for at, words in enumerate(lines):
        left = x + at // deep * column
        cut = measure.cut(words, size, column - size)
        yield Label(left, y + (at % deep + 2) * step, cut, size, hand.theme.text)

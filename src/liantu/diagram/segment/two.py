"""Both maps of a comparison on one sheet: what was, what is, the numbers and every change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liantu.diagram import measure
from liantu.diagram.drawing import Box, Drawing, Label, Shape, moved
from liantu.diagram.lenses import Lens, comparing
from liantu.diagram.page import FLOORS, POINTS, Around, Frame, bottom, frame_of, picture
from liantu.diagram.segment.graph import build_graph
from liantu.diagram.segment.legend import legend_entries
from liantu.diagram.segment.mapping import PAPER_TOP, Area, build_map
from liantu.diagram.segment.model import Graph, Map, Plan
from liantu.diagram.segment.paint import draw
from liantu.diagram.segment.sheet import LEAST
from liantu.diagram.segment.sheet_frame import sheet_foot, sheet_head
from liantu.diagram.sheet import trust
from liantu.diagram.theme import PRINT, Theme
from liantu.telling.dates import spoken
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import Comparison, Version
from liantu.telling.versions.numbers import numbers
from liantu.telling.versions.summary import sentence
from liantu.wording import text

GAP = 18.0
"""Between the maps, and between what stands above each other."""
LIST = 0.3
"""Part of the height under the head that the numbers and the changes have."""
SENTENCE = 4
"""Most lines of the sentence."""
LINE, SMALL_LINE = 1.5, 1.45
CAPTION, WORDS = 14.0, 12.0
"""Type of the caption of a map and of words, on A3."""
NUMBERS = 0.24
"""Part of the width that the numbers have."""
COLUMNS = 2
"""Columns of changes beside the numbers."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What all parts of a sheet go by; ``size`` is the type of its words."""

    found: Comparison
    chain: str
    frame: Frame
    theme: Theme
    lens: Lens
    size: float


def draw_two(
    found: Comparison, chain: str, paper: str = "A3", *, theme: Theme = PRINT, background: str = ""
) -> Drawing:
    """The finished sheet; raises ``KeyError`` for a paper, or for a chain that a side does not
    have.
    """
    frame, floor = frame_of(paper, 0.0), FLOORS[paper] / POINTS
    lens = comparing(found.turns, found.before.title)
    sheet = _Sheet(found, chain, frame, theme, lens, max(WORDS * frame.unit, floor))
    graphs = tuple(build_graph(side.reading, chain) for side in (found.before, found.after))
    reading = found.after.reading
    around = _around(sheet, graphs[1])
    head = list(sheet_head(reading, around, frame, floor, theme))
    foot = list(sheet_foot(reading, around, frame, floor, theme))
    base = frame.height - frame.margin * 0.8 - bottom(foot)
    top = bottom(head) + GAP / 2 * frame.unit
    told, top = _sentence(sheet, top)
    gap = GAP * frame.unit
    high = base - gap - top
    maps = list(_maps(sheet, graphs, top, high * (1 - LIST) - gap, paper))
    rows = list(_rows(sheet, top + high * (1 - LIST), base - gap))
    shapes = (*head, *told, *maps, *rows, *(moved(shape, 1.0, 0.0, base) for shape in foot))
    paper_color = background or theme.paper
    return picture(reading, around.title, (frame.width, frame.height), shapes, paper_color)


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


def _sentence(sheet: _Sheet, top: float) -> tuple[list[Shape], float]:
    """The sentence from ``top`` on, and where it ends."""
    size, shapes, y = sheet.size, list[Shape](), top
    words = sentence(sheet.found, sheet.chain)
    for line in measure.wrap(words, size, sheet.frame.inner, SENTENCE):
        y += size * LINE
        shapes.append(Label(sheet.frame.margin, y, line, size, sheet.theme.text))
    return shapes, y + size * LINE / 2


# -- the maps


def _maps(
    sheet: _Sheet, graphs: Sequence[Graph], top: float, high: float, paper: str
) -> Iterator[Shape]:
    """Both with one plan, so that a product stands in about the same place."""
    frame, caption = sheet.frame, max(CAPTION * sheet.frame.unit, sheet.size)
    wide = (frame.inner - GAP * frame.unit) / 2
    room, plan = (wide, high - caption * LINE), None
    sides = (sheet.found.before, sheet.found.after)
    for at, (side, graph) in enumerate(zip(sides, graphs, strict=True)):
        x = frame.margin + at * (wide + GAP * frame.unit)
        words = text(f"version.tab.{('before', 'after')[at]}", name=_dated(side))
        yield Label(x, top + caption, words, caption, sheet.theme.text, bold=True)
        if not graph.items:
            continue
        found = _map(graph, room, paper, plan)
        plan = found.placed.plan
        for shape in draw(found, sheet.theme, sheet.lens):
            yield moved(shape, 1.0, x, top + caption * LINE)


def _map(graph: Graph, room: tuple[float, float], paper: str, plan: Plan | None) -> Map:
    base = FLOORS[paper] / POINTS / LEAST
    return build_map(graph, Area(*room, base=base, top=PAPER_TOP), previous=plan)


def _dated(side: Version) -> str:
    """The name of a side with its date where it has another."""
    date = side.reading.date
    if side.title == date:
        return side.title
    return text("version.two.side", name=side.title, date=spoken(date))


# -- the rows


def _rows(sheet: _Sheet, top: float, base: float) -> Iterator[Shape]:
    """The numbers at the left, the changes beside them, as many as there is room for."""
    frame = sheet.frame
    wide = frame.inner * NUMBERS
    yield from _numbers(sheet, (frame.margin, top, wide, base - top))
    x = frame.margin + wide + GAP * frame.unit
    yield from _changes(sheet, (x, top, frame.inner - wide - GAP * frame.unit, base - top))


def _numbers(sheet: _Sheet, room: tuple[float, float, float, float]) -> Iterator[Shape]:
    """Those of the chain that differ first."""
    x, y, wide, high = room
    rows = sorted(numbers(sheet.found, sheet.chain), key=lambda one: one.before == one.after)
    yield from _title(sheet, x, y, wide, text("version.two.numbers"))
    step, size = sheet.size * SMALL_LINE, sheet.size
    for at, one in enumerate(rows[: int(high / step) - 2]):
        line = y + (at + 2) * step
        bold = one.before != one.after
        before, after = one.told
        turn = text("version.balance.turn", before=before, after=after) if bold else after
        yield Label(x, line, one.words, size, sheet.theme.text, bold)
        yield Label(x + wide, line, turn, size, sheet.theme.text, bold, "end")


def _changes(sheet: _Sheet, room: tuple[float, float, float, float]) -> Iterator[Shape]:
    """The changes of the chain in columns; how many there was no room for is told."""
    x, y, wide, high = room
    rows = class_rows(sheet.found, sheet.chain)
    whole = len(class_rows(sheet.found))
    told = text("version.two.changes", count=len(rows), all=whole)
    yield from _title(sheet, x, y, wide, told)
    step, size = sheet.size * SMALL_LINE, sheet.size
    deep = int(high / step) - 2
    lines = [text("version.turned", name=row.name, turn=row.turn, why=row.why) for row in rows]
    if len(lines) > deep * COLUMNS:
        shown = deep * COLUMNS - 1
        lines = [*lines[:shown], text("version.two.more", count=len(rows) - shown)]
    column = wide / (COLUMNS if len(lines) > deep else 1)
    for at, words in enumerate(lines):
        left = x + at // deep * column
        cut = measure.cut(words, size, column - size)
        yield Label(left, y + (at % deep + 2) * step, cut, size, sheet.theme.text)


def _title(sheet: _Sheet, x: float, y: float, wide: float, words: str) -> Iterator[Shape]:
    yield Box(x, y, wide, 0.8 * sheet.frame.unit, sheet.theme.line)
    size = max(CAPTION * sheet.frame.unit, sheet.size)
    yield Label(x, y + size * 1.25, words, size, sheet.theme.text, bold=True)

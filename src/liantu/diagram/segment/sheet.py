"""The segment map on paper: title and counts, legend, the map laid out for the rest, small foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Drawing, Label, Shape, moved
from liantu.diagram.legend import SMALL, least_unit, legend
from liantu.diagram.lenses import DIAGNOSIS, Entry
from liantu.diagram.page import (
    DESCENT,
    FIT,
    FLOORS,
    POINTS,
    Around,
    Frame,
    SheetOptions,
    bottom,
    frame_of,
    paragraphs,
    picture,
)
from liantu.diagram.segment.legend import legend_entries
from liantu.diagram.segment.mapping import (
    PAPER_TOP,
    SCREEN_TOP,
    Area,
    build_map,
    graph_of,
    part_of,
)
from liantu.diagram.segment.model import Graph, Map
from liantu.diagram.segment.paint import draw
from liantu.diagram.sheet import EMPTY_SIZE, chain_counts, trust
from liantu.diagram.theme import PRINT, Theme
from liantu.model.focus import AUTO
from liantu.telling.dates import spoken
from liantu.wording import text

LEAST = 12.0
"""Smallest type of a map in its own units."""
MARGIN = 0.66
"""Margin of this sheet as a share of that of other pages: the map gets the room."""
SCREEN = (1590.0, 800.0)
"""The area of a page that fits its picture, where no window says otherwise."""
TITLE, COUNTS = 20.0, 12.0
"""Type of the title and of what stands beside it."""
HEAD, LINE = 20.0, 1.45
"""Baseline of the title below the margin, and distance of lines in type sizes."""
BESIDE = 16.0
"""Between the title and the counts."""
LEGEND, MAP = 21.0, 11.0
"""From the last line of the head to the legend, from there to the map."""
LEGEND_TOP = 16.0
"""What the marks of the legend need above their baseline, at its size."""
FOOT_LINES = 6
"""Most lines of the foot."""
FOOT_FIRST = 1.45
"""First baseline of the foot below its rule, in type sizes."""
FOOT_GAP = 7.0
"""Between the map and the foot."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a chain is shown and how: ``fold`` a product, ``box`` the key of a segment;
    ``stressed`` products stay at full strength while others fade (``None``: none is faded),
    ``county`` says whose they are. ``size`` is the area of a page that fits its picture.
    """

    chain: str
    section: str | None = None
    fold: str = ""
    box: str = ""
    selected: str = ""
    county: str = ""
    stressed: frozenset[str] | None = None
    detail: str = AUTO
    every: bool = False
    trunk: bool = False
    size: tuple[float, float] = SCREEN

    @property
    def part(self) -> bool:
        """Whether only a part of the chain is shown."""
        return bool(self.fold or self.box)


def draw_segments(
    reading: Reading, seen: Seen, options: SheetOptions, *, theme: Theme = PRINT
) -> Drawing:
    """The finished sheet; raises ``KeyError`` for an unknown chain or paper."""
    graph = part_of(graph_of(reading, seen.chain, seen.section), fold=seen.fold, box=seen.box)
    around = _around(reading, graph, seen, options, theme)
    frame = frame_of(options.paper, seen.size[0])
    frame = replace(frame, margin=frame.margin * MARGIN) if options.paper != FIT else frame
    floor = FLOORS[options.paper] / POINTS
    head = list(_head(reading, around, frame, floor, theme))
    foot = list(_foot(reading, around, frame, floor, theme))
    top = bottom(head) + MAP * frame.unit
    if options.paper == FIT:
        below = FOOT_GAP + bottom(foot) + frame.margin
        frame = replace(frame, height=top + seen.size[1] + below)
    base = frame.height - frame.margin * (1.0 if options.paper == FIT else 0.8) - bottom(foot)
    room = (frame.inner, base - FOOT_GAP * frame.unit - top)
    body = _body(graph, seen, room, options, theme)
    shapes = (
        *head,
        *(moved(shape, 1.0, frame.margin, top) for shape in body),
        *(moved(shape, 1.0, 0.0, base) for shape in foot),
    )
    size = (frame.width, frame.height)
    return picture(reading, around.title, size, shapes, options.background)


def bare_segments(reading: Reading, seen: Seen, paper: str, *, theme: Theme = PRINT) -> Drawing:
    """The map alone, as large as ``seen.size``, for a page that has its own title and foot; its
    type is not below that of ``paper``.
    """
    graph = part_of(graph_of(reading, seen.chain, seen.section), fold=seen.fold, box=seen.box)
    shapes = _body(graph, seen, seen.size, SheetOptions(paper, lens=DIAGNOSIS), theme)
    return picture(reading, _title(graph, seen), seen.size, shapes, theme.paper)


def chain_map(graph: Graph, seen: Seen, room: tuple[float, float], paper: str) -> Map:
    """The map of ``graph`` for an area of a paper, its type not below that of the paper."""
    base = 1.0 if paper == FIT else FLOORS[paper] / POINTS / LEAST
    top = SCREEN_TOP if paper == FIT else PAPER_TOP
    area = Area(*room, base=base, top=top)
    return build_map(graph, area, detail=seen.detail, trunk_only=seen.trunk)


def _body(
    graph: Graph, seen: Seen, room: tuple[float, float], options: SheetOptions, theme: Theme
) -> Sequence[Shape]:
    if not graph.items:
        told = text("diagram.sheet.empty")
        at = (room[0] / 2, room[1] / 2)
        return [Label(*at, told, EMPTY_SIZE, theme.secondary, anchor="middle")]
    stressed = seen.stressed
    dimmed = frozenset(i.id for i in graph.items if stressed is not None and i.id not in stressed)
    return draw(
        chain_map(graph, seen, room, options.paper),
        theme,
        options.lens,
        selected=seen.selected,
        all_lines=seen.every,
        dimmed=dimmed,
    )


def _around(
    reading: Reading, graph: Graph, seen: Seen, options: SheetOptions, theme: Theme
) -> Around:
    return Around(
        title=_title(graph, seen),
        words="".join(_words(graph)),
        numbers=_numbers(reading, graph, seen, options),
        legend=legend_entries(graph, options.lens, theme),
        trust=trust(reading.atlas, [item.id for item in graph.items]),
        note=text("diagram.sheet.edition", edition=spoken(reading.atlas.library.edition)),
    )


def _title(graph: Graph, seen: Seen) -> str:
    if not graph.part:
        return graph.title
    code = "diagram.sheet.folded" if seen.fold else "diagram.sheet.boxed"
    return text(code, title=graph.title, part=graph.part)


def _words(graph: Graph) -> Iterator[str]:
    """All that may be written in a map, to find characters without a glyph."""
    yield from graph.stages
    yield from (segment.name for segment in graph.segments)
    for item in graph.items:
        yield from (item.name, item.planned, item.amount, *item.makers, *item.missing)


def _numbers(reading: Reading, graph: Graph, seen: Seen, options: SheetOptions) -> str:
    """Place and date, what is counted, and what the picture stresses."""
    library = reading.atlas.library
    parts = [
        text("diagram.sheet.place", region=library.region.name, date=spoken(reading.date)),
        text("diagram.sheet.lens", lens=options.lens.name),
        _counted(reading, graph, seen),
    ]
    chosen = graph.by_id.get(seen.selected)
    if chosen is not None:
        parts.append(text("diagram.sheet.selected", name=chosen.name))
    if seen.county:
        parts.append(text("diagram.sheet.county", county=seen.county))
    return " · ".join(parts)


def _counted(reading: Reading, graph: Graph, seen: Seen) -> str:
    if not seen.part:
        return chain_counts(reading, seen.chain, seen.section)
    made = sum(item.made for item in graph.items)
    return text("diagram.sheet.part_counts", products=len(graph.items), local=made)


def _head(
    reading: Reading, around: Around, frame: Frame, floor: float, theme: Theme
) -> Iterator[Shape]:
    """The title with the counts beside it as far as they go, then the legend."""
    u, left, inner = frame.unit, frame.margin, frame.inner
    size, y = max(COUNTS * u, floor), frame.margin * 0.75 + HEAD * u
    title = measure.cut(around.title, TITLE * u, inner, bold=True)
    yield Label(left, y, title, TITLE * u, theme.text, bold=True)
    x = measure.width(title, TITLE * u, bold=True) + BESIDE * u
    if x + measure.width(around.numbers, size) <= inner:
        yield Label(left + x, y, around.numbers, size, theme.secondary)
    else:
        for line in measure.wrap(around.numbers, size, inner, 2):
            y += size * LINE
            yield Label(left, y, line, size, theme.secondary)
    unit = _legend_unit(around.legend, inner, u, floor)
    y += max(LEGEND * u, LEGEND_TOP * unit + size * DESCENT)
    for shape in legend(around.legend, theme, unit, inner):
        yield moved(shape, 1.0, left, y)


def _legend_unit(entries: Sequence[Entry], room: float, unit: float, floor: float) -> float:
    """So large that the legend stands on one line, but not below the least type."""
    return max(min(unit, least_unit(entries, room)), floor / SMALL)


def _foot(
    reading: Reading, around: Around, frame: Frame, floor: float, theme: Theme
) -> Iterator[Shape]:
    """A rule and the paragraphs one after the other, from y = 0 downwards."""
    name = text("diagram.sheet.program")
    y = floor * FOOT_FIRST
    yield Box(frame.margin, 0, frame.inner, 0.8 * frame.unit, fill=theme.line)
    yield Label(frame.width - frame.margin, y, name, floor, theme.secondary, anchor="end")
    room = frame.inner - measure.width(name, floor) - BESIDE * frame.unit
    for line in measure.wrap("".join(paragraphs(reading, around)), floor, room, FOOT_LINES):
        yield Label(frame.margin, y, line, floor, theme.secondary)
        y += floor * LINE

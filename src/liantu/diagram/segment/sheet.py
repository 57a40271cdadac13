"""The segment map on paper: title and counts, legend, the map laid out for the rest, small foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from liantu.analysis.reading import Reading
from liantu.diagram.drawing import Drawing, Label, Name, Shape
from liantu.diagram.lenses import DIAGNOSIS, Lens
from liantu.diagram.page import (
    FIT,
    FLOORS,
    POINTS,
    Around,
    SheetOptions,
    edition,
    frame_of,
    picture,
    place,
)
from liantu.diagram.segment.cardtext import card_text
from liantu.diagram.segment.chips import chip_text
from liantu.diagram.segment.legend import legend_entries
from liantu.diagram.segment.levels import BY_ID
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
from liantu.diagram.sheet_frame import framed
from liantu.diagram.theme import PRINT, Theme
from liantu.model.focus import AUTO
from liantu.wording import text

LEAST = 12.0
"""Smallest type of a map in its own units."""
LARGEST = 4 / 3
"""Most drawing units in a unit of the map on A3; a wall map grows with its paper."""
SCREEN = (1590.0, 800.0)
"""The area of a page that fits its picture, where no window says otherwise."""


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
    page = framed(reading, around, options.paper, seen.size, theme)
    found = chain_map(graph, seen, page.room, options.paper) if graph.items else None
    body = _body(found, seen, page.room, options, theme)
    drawn = page.finished(reading, around.title, body, options.background)
    return replace(drawn, names=names_of(found, page.origin) if found else ())


def bare_segments(
    reading: Reading, seen: Seen, paper: str, lens: Lens = DIAGNOSIS, *, theme: Theme = PRINT
) -> Drawing:
    """The map alone, as large as ``seen.size``, for a page that has its own title and foot; its
    type is not below that of ``paper``.
    """
    graph = part_of(graph_of(reading, seen.chain, seen.section), fold=seen.fold, box=seen.box)
    found = chain_map(graph, seen, seen.size, paper) if graph.items else None
    shapes = _body(found, seen, seen.size, SheetOptions(paper, lens=lens), theme)
    return picture(reading, _title(graph, seen), seen.size, shapes, theme.paper)


def chain_map(graph: Graph, seen: Seen, room: tuple[float, float], paper: str) -> Map:
    """The map of ``graph`` for an area of a paper, its type not below that of the paper."""
    base = 1.0 if paper == FIT else FLOORS[paper] / POINTS / LEAST
    wall = LARGEST * frame_of(paper, 0.0).unit / base
    area = Area(*room, base=base, top=SCREEN_TOP if paper == FIT else max(PAPER_TOP, wall))
    return build_map(graph, area, detail=seen.detail, trunk_only=seen.trunk)


def _body(
    found: Map | None,
    seen: Seen,
    room: tuple[float, float],
    options: SheetOptions,
    theme: Theme,
) -> Sequence[Shape]:
    if found is None:
        told = text("diagram.sheet.empty")
        at = (room[0] / 2, room[1] / 2)
        return [Label(*at, told, EMPTY_SIZE, theme.secondary, anchor="middle")]
    ids, stressed = set(found.graph.by_id), seen.stressed
    return draw(
        found,
        theme,
        options.lens,
        selected=seen.selected,
        all_lines=seen.every,
        dimmed=frozenset() if stressed is None else ids - stressed,
    )


def names_of(found: Map, origin: tuple[float, float]) -> tuple[Name, ...]:
    """Whole names of products, where a card has them on several lines or short."""
    scale = found.placed.scale
    names = []
    for item in found.graph.items:
        rect = found.placed.place(item.id)
        if rect is None:
            continue
        at = (origin[0] + rect.x * scale, origin[1] + rect.y * scale)
        told = card_text if item.id in found.placed.cards else chip_text
        split = told(BY_ID[found.placed.level], item, rect).names != (item.name,)
        words = dict.fromkeys(((item.name,) if split else ()) + (item.full,))
        names += [Name(*at, word) for word in words if split or word != item.name]
    return tuple(names)


def _around(
    reading: Reading, graph: Graph, seen: Seen, options: SheetOptions, theme: Theme
) -> Around:
    return Around(
        title=_title(graph, seen),
        words="".join(_words(graph)),
        numbers=_numbers(reading, graph, seen, options),
        legend=legend_entries(graph, options.lens, theme),
        trust=trust(reading.atlas, [item.id for item in graph.items]),
        note=edition(reading),
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
    parts = [
        *place(reading),
        options.lens.told,
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

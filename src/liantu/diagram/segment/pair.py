"""The maps of two sides beside each other: of two chains each its own, of two counties the same
chain with what each makes of it. Both have one scale, one lens and one amount of detail.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Drawing, Label, Shape, moved
from liantu.diagram.lenses import DIAGNOSIS, Lens
from liantu.diagram.page import Around, picture
from liantu.diagram.segment.legend import legend_entries
from liantu.diagram.segment.mapping import SCREEN_TOP, Area, build_map, graph_of, overflow
from liantu.diagram.segment.model import Graph, Map
from liantu.diagram.segment.paint import draw
from liantu.diagram.segment.two_sheet import Hand, Room, Shapes, Two, lay_two
from liantu.diagram.sheet import trust
from liantu.diagram.theme import PRINT, Theme
from liantu.model.focus import AUTO, TILES
from liantu.telling.beside.lists import title
from liantu.telling.beside.pair import CHAIN, COUNTY, Pair, joined
from liantu.telling.beside.ties import CHAINS
from liantu.telling.beside.told import Beside
from liantu.telling.charts.placed import firms, products_of
from liantu.telling.dates import spoken
from liantu.telling.names import named
from liantu.wording import text

FIGURES = 0.56
"""Part of the width that the figures have below the maps."""
COLUMNS = (0.0, 0.3, 0.62, 1.0)
"""Where the columns of the figures begin and end, as parts of their width."""
NAMED = 12
"""Names of a kind of ties on one sheet."""


def shared_chains(found: Beside) -> tuple[str, ...]:
    """Chains whose map can show both sides: none of two chains, which have their own."""
    if found.pair.kind == CHAIN:
        return ()
    return tuple(tie.id for tie in found.group(CHAINS).ties)


def bare_pair(
    reading: Reading,
    pair: Pair,
    chain: str,
    size: tuple[float, float],
    theme: Theme = PRINT,
    lens: Lens = DIAGNOSIS,
) -> tuple[Drawing | None, Drawing | None]:
    """Both maps alone, each as large as ``size``; ``None`` for a chain without products. ``chain``
    is that on which two counties are seen. Raises ``KeyError`` for an unknown one.
    """
    shapes = _maps(reading, pair, chain, Area(*size, top=SCREEN_TOP), (theme, lens))
    made = [
        picture(reading, found[0].title, size, found[1], theme.paper) if found[1] else None
        for found in zip(_graphs(reading, pair, chain), shapes, strict=True)
    ]
    return made[0], made[1]


def draw_pair(
    found: Beside,
    chain: str = "",
    paper: str = "A3",
    *,
    theme: Theme = PRINT,
    lens: Lens = DIAGNOSIS,
) -> Drawing:
    """The finished sheet; two counties are seen on ``chain``, or on the first that both share.
    Raises ``KeyError`` for an unknown paper or chain, ``ValueError`` where there is no map.
    """
    shown = chain or next(iter(shared_chains(found)), "")
    if found.pair.kind == COUNTY and not shown:
        raise ValueError(found.pair)
    reading, pair = found.reading, found.pair
    two = Two(
        reading,
        _around(found, _graphs(reading, pair, shown), lens, theme),
        found.sentence,
        _captions(found, shown),
        lambda area: _maps(reading, pair, shown, area, (theme, lens)),
        lambda hand, room: _rows(found, hand, room),
    )
    return lay_two(two, paper, theme)


# -- the maps


def _graphs(reading: Reading, pair: Pair, chain: str) -> tuple[Graph, Graph]:
    ids = (pair.left, pair.right) if pair.kind == CHAIN else (chain, chain)
    return graph_of(reading, ids[0]), graph_of(reading, ids[1])


def _maps(
    reading: Reading, pair: Pair, chain: str, area: Area, look: tuple[Theme, Lens]
) -> tuple[Shapes, Shapes]:
    graphs = _graphs(reading, pair, chain)
    maps = _alike(graphs, area)
    factor = overflow([found for found in maps if found], area)
    drawn = list[Shapes]()
    for found, side in zip(maps, (pair.left, pair.right), strict=True):
        if found is None:
            drawn.append(())
            continue
        dimmed = _faded(reading, found, side) if pair.kind == COUNTY else frozenset[str]()
        shapes = draw(found, *look, dimmed=dimmed)
        drawn.append([moved(shape, factor, 0.0, 0.0) for shape in shapes])
    return drawn[0], drawn[1]


def _alike(graphs: Sequence[Graph], area: Area) -> list[Map | None]:
    """Each laid out for the area, with as much detail and as large as the other one: what both
    have room for.
    """
    detail = AUTO
    made = [build_map(graph, area) if graph.items else None for graph in graphs]
    levels = {found.placed.level for found in made if found}
    if len(levels) > 1:
        detail = TILES
        made = [build_map(g, area, detail=TILES) if g.items else None for g in graphs]
    least = min((found.placed.scale for found in made if found), default=area.base)
    fixed = replace(area, top=least / area.base)
    return [
        build_map(graph, fixed, detail=detail) if found and found.placed.scale > least else found
        for graph, found in zip(graphs, made, strict=True)
    ]


def _faded(reading: Reading, found: Map, county: str) -> frozenset[str]:
    """What nobody in a county makes."""
    return frozenset(found.graph.by_id) - products_of(firms(reading, county).recorded)


# -- what stands round them


def _captions(found: Beside, chain: str) -> tuple[str, str]:
    """The chains, or the counties with the chain on which they are seen."""
    if found.pair.kind == CHAIN:
        return found.names
    label = found.reading.atlas.chains[chain].label
    left, right = (text("beside.map.county", county=name, chain=label) for name in found.names)
    return left, right


def _around(found: Beside, graphs: Sequence[Graph], lens: Lens, theme: Theme) -> Around:
    reading = found.reading
    items = [item for graph in dict.fromkeys(graphs) for item in graph.items]
    entries = (e for graph in dict.fromkeys(graphs) for e in legend_entries(graph, lens, theme))
    legend = {entry.words: replace(entry, count=None) for entry in entries}
    region, date = reading.atlas.library.region.name, spoken(reading.date)
    return Around(
        title=text("beside.title", pair=joined(reading, found.pair)),
        words="".join(item.name for item in items),
        numbers=text("beside.place", region=region, date=date),
        legend=list(legend.values()),
        trust=trust(reading.atlas, [item.id for item in items]),
        note=text("diagram.sheet.edition", edition=spoken(reading.atlas.library.edition)),
    )


def _rows(found: Beside, hand: Hand, room: Room) -> Iterator[Shape]:
    """The figures at the left, what both share and what passes beside them."""
    x, top, inner, high = room
    wide = inner * FIGURES
    yield from _figures(found, hand, (x, top, wide, high))
    left = x + wide + hand.gap
    yield from _ties(found, hand, (left, top, inner - wide - hand.gap, high))


def _figures(found: Beside, hand: Hand, room: Room) -> Iterator[Shape]:
    """As many as there is room for, in their order."""
    x, y, wide, high = room
    yield from hand.title(x, y, wide, text("beside.sheet.figures"))
    size = hand.size
    rows = [("", *found.names, text("beside.head.difference"))]
    rows += [(f.words, f.left.told, f.right.told, f.difference) for f in found.figures]
    ends = [x + wide * part for part in COLUMNS]
    room_for = int(high / hand.step) - 1
    if len(rows) > room_for:
        left_out = text("beside.left_out", count=len(rows) - room_for + 1)
        rows = [*rows[: room_for - 1], (left_out, "", "", "")]
    for at, (words, left, right, turn) in enumerate(rows):
        line = y + (at + 2) * hand.step
        cells = zip((words, left, right), ends, ends[1:], strict=False)
        for cell, start, end in cells:
            cut = measure.cut(cell, size, end - start - size / 2)
            yield Label(start, line, cut, size, hand.theme.text, bold=not at)
        yield Label(ends[-1], line, turn, size, hand.theme.text, bold=not at, anchor="end")


def _ties(found: Beside, hand: Hand, room: Room) -> Iterator[Shape]:
    """A line of names for each kind of ties."""
    x, y, wide, high = room
    yield from hand.title(x, y, wide, text("beside.ties"))
    line, size = y + hand.step, hand.size
    for group in found.groups:
        names = named([tie.name for tie in group.ties], NAMED) or text("ui.none")
        words = text("beside.tie", head=title(found, group), names=names)
        for told in measure.wrap(words, size, wide, 3):
            line += hand.step
            if line > y + high:
                return
            yield Label(x, line, told, size, hand.theme.text)

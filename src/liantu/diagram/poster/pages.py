"""The pages of 看板 of a chain: head, line network, segment map, panel and foot on one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain as chained

from liantu.analysis.aside import Aside
from liantu.analysis.reading import Reading
from liantu.diagram.poster import network, panel
from liantu.diagram.poster.body import draw_map, poster_map
from liantu.diagram.poster.finish import finished
from liantu.diagram.poster.foot import foot
from liantu.diagram.poster.frame import BETWEEN, GAP, Frame, frame_of
from liantu.diagram.poster.headline import headline
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Page
from liantu.diagram.poster.network import Laid, lay
from liantu.diagram.poster.split import alone, split
from liantu.diagram.segment.mapping import graph_of
from liantu.diagram.segment.model import Graph, Map
from liantu.diagram.theme import PRINT, Theme
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.model import ChainPoster

TRIES = ((4, 2), (4, 1), (3, 2), (3, 1), (2, 2), (2, 1))
"""Lines of the network and lines of text under a station, the richest first."""
LIMITS = ((50, 0.40), (75, 0.38))
"""Part of the height that the network may take, up to so many products."""
LIMIT = 0.36
"""The same for more products."""
READABLE = 0
"""Least level of the map for which fewer lines are drawn."""
SPLIT = frozenset({"A4"})
"""Papers on which a chain has several pages rather than small type."""


@dataclass(frozen=True, slots=True)
class Body:
    """What stands beside the panel; ``laid`` is ``None`` without lines, ``map`` without
    products.
    """

    laid: Laid | None
    map: Map | None


def chain_pages(
    reading: Reading,
    chain: str,
    paper: str = "A3",
    *,
    theme: Theme = PRINT,
    lines: bool = True,
    first: bool = False,
    bound: bool = False,
) -> tuple[Page, ...]:
    """看板 of a chain on a paper, see :func:`poster_pages`. Raises ``KeyError`` for an unknown
    chain or paper.
    """
    if theme is not PRINT:
        poster = chain_poster(reading, chain)
        how = {"lines": lines, "first": first, "bound": bound}
        return poster_pages(reading, poster, paper, theme=theme, **how)
    known = _PRINTED.of(reading, dict)
    key = (chain, paper, lines, first, bound)
    if key not in known:
        poster = chain_poster(reading, chain)
        known[key] = poster_pages(reading, poster, paper, lines=lines, first=first, bound=bound)
    return known[key]


_PRINTED = Aside[dict[tuple[str, str, bool, bool, bool], tuple[Page, ...]]]()
"""Printed pages as long as their reading is looked at: previews ask for the same again."""


def poster_pages(
    reading: Reading,
    poster: ChainPoster,
    paper: str = "A3",
    *,
    theme: Theme = PRINT,
    lines: bool = True,
    first: bool = False,
    bound: bool = False,
) -> tuple[Page, ...]:
    """The pages of a paper; ``lines`` off leaves out those of the map, whose cards then name all
    that goes into them; ``first``: only the page that tells the whole; ``bound``: without page
    marks, see :func:`foot`. Raises ``KeyError`` for an unknown paper.
    """
    frame = frame_of(paper)
    graph = graph_of(reading, poster.chain)
    if paper in SPLIT:
        some = alone if first else partial(split, lines=lines)
        drawn = some(poster, graph, frame, theme, bound=bound)
    else:
        single = _single(poster, graph, frame, theme, lines)
        drawn = [chained(single, foot(poster.foot, frame, theme, bound=bound))]
    return tuple(finished(reading, poster.head, frame, items, theme) for items in drawn)


def _single(
    poster: ChainPoster, graph: Graph, frame: Frame, theme: Theme, lines: bool
) -> Iterator[Item]:
    jobs, down = poster.badges, frame.bottom - frame.top
    body = arrange(poster, graph, frame.body, down)
    stations = body.laid.marks if body.laid is not None else ()
    yield from headline(poster.head, frame, theme, poster.chain, stations=stations)
    at = frame.top
    if body.laid is not None:
        yield from network.draw(body.laid, frame.margin, at, jobs, theme)
        at += body.laid.height + BETWEEN
    if body.map is not None:
        yield from draw_map(body.map, (frame.margin, at), jobs, theme, lines=lines)
    x = frame.margin + frame.body + GAP
    yield from panel.draw(poster, (x, frame.top, frame.panel, down), theme)


def arrange(poster: ChainPoster, graph: Graph, width: float, height: float) -> Body:
    """The richest network that leaves a readable map, else the one that leaves the best."""
    if not poster.network.ways:
        return Body(None, _map(graph, width, height))
    limit = height * next((share for most, share in LIMITS if len(graph.items) <= most), LIMIT)
    found: list[Body] = []
    for laid in _networks(poster, width):
        if laid.height > limit or laid.crowded:
            continue
        found.append(Body(laid, _map(graph, width, height - laid.height - BETWEEN)))
        if level_of(found[-1]) >= READABLE:
            return found[-1]
    least = min(_networks(poster, width), key=lambda laid: laid.height)
    found = found or [Body(least, _map(graph, width, height - least.height - BETWEEN))]
    return max(found, key=level_of)


def _networks(poster: ChainPoster, width: float) -> Iterator[Laid]:
    return (lay(poster.network, width, most, told) for most, told in TRIES)


def _map(graph: Graph, width: float, height: float) -> Map | None:
    return poster_map(graph, width, height) if graph.items else None


def level_of(body: Body) -> int:
    """The level of its map; without one everything is shown."""
    return body.map.placed.level if body.map is not None else READABLE

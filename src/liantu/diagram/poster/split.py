"""A chain on several small pages: an overview, each line with its segments, then the rest.

Type never shrinks below what can be read on A4, so a chain is split by its product lines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from liantu.diagram.poster import kit, network, panel
from liantu.diagram.poster.body import draw_map, poster_map
from liantu.diagram.poster.foot import foot
from liantu.diagram.poster.frame import BETWEEN, TOP, Frame
from liantu.diagram.poster.headline import headline
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.network import lay
from liantu.diagram.segment.graph import limited
from liantu.diagram.segment.model import Graph, Kind
from liantu.diagram.theme import Theme
from liantu.telling.poster.model import ChainPoster, Network, Way
from liantu.wording import text

COLUMNS = 3
"""Of the panel on the first page."""
SHARE = 0.44
"""Part of the height of the first page that the network may take."""
TITLE, RULE = 16.0, 62.0
"""Type of the title of the pages that follow, and the rule under it."""
LARGEST = 2.2
"""How much cards may grow where a page shows few."""
FEW = 7
"""Products of the rest that are worth a page of their own."""
TRIES = ((4, 2), (4, 1), (3, 2), (3, 1), (2, 1), (1, 1))


@dataclass(frozen=True, slots=True)
class Part:
    """A page that follows: lines (none: none) with what of the map stands below them."""

    words: str
    graph: Graph
    ways: tuple[Way, ...] = ()


def split(
    poster: ChainPoster, graph: Graph, frame: Frame, theme: Theme, *, lines: bool, bound: bool
) -> list[Iterable[Item]]:
    """The items of every page, the overview first."""
    bodies = [_overview(poster, frame, theme)]
    bodies += [_part(poster, p, frame, theme, lines) for p in parts_of(poster, graph)]
    pages = len(bodies)
    return [
        chain(body, foot(poster.foot, frame, theme, page=at, pages=pages, bound=bound))
        for at, body in enumerate(bodies, 1)
    ]


def alone(
    poster: ChainPoster, _: Graph, frame: Frame, theme: Theme, *, bound: bool
) -> list[Iterable[Item]]:
    """The overview as the only page, whose legend leaves out what only the cards would mark."""
    told = replace(poster, head=replace(poster.head, besides=()))
    return [chain(_overview(told, frame, theme), foot(poster.foot, frame, theme, bound=bound))]


def _overview(poster: ChainPoster, frame: Frame, theme: Theme) -> Iterator[Item]:
    at, down = frame.top, frame.bottom - frame.top
    tries = (lay(poster.network, frame.inner, most, told) for most, told in TRIES)
    laid = next((f for f in tries if f.height <= SHARE * down and not f.crowded), None)
    stations = laid.marks if laid is not None else ()
    yield from headline(poster.head, frame, theme, poster.chain, stations=stations)
    if laid is not None and laid.height:
        yield from network.draw(laid, frame.margin, at, poster.badges, theme)
        at += laid.height + BETWEEN
    room = (frame.margin, at, frame.inner, frame.bottom - at)
    yield from panel.draw_columns(poster, room, COLUMNS, theme)


def _part(
    poster: ChainPoster, part: Part, frame: Frame, theme: Theme, lines: bool
) -> Iterator[Item]:
    words = text("diagram.poster.part", title=poster.head.title, part=part.words)
    size = kit.fit(words, frame.inner, TITLE, bold=True) or kit.LEAST
    yield kit.say(frame.margin, RULE - 13, words, size, theme.text, bold=True)
    color = theme.segments.bar
    yield kit.rule((frame.margin, RULE), (frame.right, RULE), color, 2.0)
    at = RULE + TOP
    if part.ways:
        laid = lay(_only(poster.network, part.ways), frame.inner, len(part.ways), 2)
        yield from network.draw(laid, frame.margin, at, poster.badges, theme)
        at += laid.height + BETWEEN
    found = poster_map(part.graph, frame.inner, frame.bottom - at, top=LARGEST)
    yield from draw_map(found, (frame.margin, at), poster.badges, theme, lines=lines)


def _only(found: Network, ways: tuple[Way, ...]) -> Network:
    """The network of some lines."""
    inside = {product for way in ways for product in way.stations}
    stations = tuple(s for s in found.stations if s.product in inside)
    return replace(found, ways=ways, stations=stations)


# -- parts


def parts_of(poster: ChainPoster, graph: Graph) -> list[Part]:
    """Every line with the segments that it touches and what these buy, lines of the same ones on
    one page; then all other segments; without lines the whole map.
    """
    lines: dict[frozenset[str], list[Way]] = {}
    for way in poster.network.ways:
        if inside := frozenset(_touched(graph, way.stations)):
            lines.setdefault(inside, []).append(way)
    parts: list[Part] = []
    for inside, ways in lines.items():
        words = "、".join(way.name for way in ways)
        parts.append(Part(words, limited(graph, inside, words), tuple(ways)))
    shown = {product for inside in lines for product in inside}
    left = {item.id for item in graph.items if item.id not in shown}
    return _with_rest(graph, left, parts)


def _with_rest(graph: Graph, left: Collection[str], parts: list[Part]) -> list[Part]:
    """The rest on a page of its own, a small one on the page of the last line."""
    made = sum(graph.by_id[product].kind is not Kind.BOUGHT for product in left)
    if not left:
        return parts
    if not parts or made >= FEW:
        words = text("diagram.poster.rest" if parts else "diagram.poster.all")
        return [*parts, Part(words, limited(graph, set(left) | _bought(graph, left), words))]
    *others, last = parts
    inside = {*last.graph.by_id, *left, *_bought(graph, left)}
    words = text("diagram.poster.with_rest", part=last.words) if made else last.words
    return [*others, Part(words, limited(graph, inside, words), last.ways)]


def _touched(graph: Graph, stations: Collection[str]) -> set[str]:
    inside = {p for s in graph.segments if set(s.items).intersection(stations) for p in s.items}
    return inside | _bought(graph, inside) | set(stations).intersection(graph.by_id)


def _bought(graph: Graph, inside: Collection[str]) -> set[str]:
    """What from outside goes directly into ``inside``."""
    kinds = {item.id: item.kind for item in graph.items}
    into = (edge.source for edge in graph.edges if edge.target in inside)
    return {source for source in into if kinds[source] is Kind.BOUGHT}

"""The segment map on 看板: laid out for what the network leaves, with badges and 独家 tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from liantu.diagram.drawing import Box, moved
from liantu.diagram.lenses import DIAGNOSIS
from liantu.diagram.poster import kit
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Spot
from liantu.diagram.segment.cardtext import BADGE_ROOM, bold, card_text, left, lettered, text_height
from liantu.diagram.segment.levels import BY_ID, LEVELS
from liantu.diagram.segment.mapping import Area, build_map
from liantu.diagram.segment.model import Graph, Map, Rect
from liantu.diagram.segment.naming import named
from liantu.diagram.segment.paint import draw
from liantu.diagram.segment.paint_cards import JOB_AT, job
from liantu.diagram.segment.sheet import LEAST, names_of
from liantu.diagram.segment.turns import JOB, ring
from liantu.diagram.segment.typeset import wide
from liantu.diagram.theme import Theme
from liantu.layout.geometry import Point
from liantu.model.target import Target
from liantu.wording import text

BASE = kit.LEAST / 0.75 / LEAST
"""Scale at which the smallest type of a map is the least of the page."""
TOP, FEW_TOP, FEW = 1.28, 1.45, 36
"""Cards grow to 9.6 points, beyond which wider cards beat larger letters; to 10.9 on maps of so few
products that there is room for both.
"""
LEANEST = min(level.target for level in LEVELS if level.target)
"""The smallest scale at which a lean level is taken beside that."""
RING = 1.6
"""Border round the cards of jobs."""
TAG = 7.5
"""Type of 独家 on a card."""
TAG_HIGH, TAG_INSET = 13.0, 3.0


def poster_map(graph: Graph, width: float, height: float, *, top: float = 0.0) -> Map:
    """The map of ``graph`` for an area in units of the page; ``top``: how much cards may grow, 0 as
    it suits their number. Its own badges are left out: a page has jobs of its own.
    """
    top = top or (FEW_TOP if len(graph.items) <= FEW else TOP)
    items = tuple(replace(item, job=0) for item in graph.items)
    shown = replace(graph, items=items)
    area = Area(width, height, base=BASE, top=top, strips=True)
    found = build_map(shown, area, trunk_only=True)
    if found.placed.scale >= BASE:
        return found
    return build_map(shown, replace(area, base=BASE / LEANEST), trunk_only=True)


def draw_map(
    found: Map,
    at: Point,
    jobs: Mapping[str, int],
    theme: Theme,
    *,
    lines: bool = True,
) -> Iterator[Item]:
    """The map with its upper left corner at a point; ``jobs``: product id → its badge. Without
    ``lines`` its cards name all that goes into them, as far as there is room.
    """
    x, y = at
    if not lines:
        found = replace(found, lines=(), named=named(found.graph, found.placed, ()))
    for shape in draw(found, theme, DIAGNOSIS):
        yield kit.carried(shape, 1.0, x, y)
    for item in (*_rings(found, jobs, theme), *_tags(found, theme)):
        yield kit.carried(item, 1.0, x, y)
    yield from spots(found, x, y)
    yield from names_of(found, (x, y))


def spots(found: Map, x: float, y: float) -> Iterator[Spot]:
    """The cards of a map with its upper left corner at a point, to be chosen."""
    scale = found.placed.scale
    for item in found.graph.items:
        rect = found.placed.place(item.id)
        if rect is not None:
            room = (rect.x * scale + x, rect.y * scale + y, rect.width * scale, rect.height * scale)
            yield Spot(*room, Target("product", item.id), item.tooltip)


def _rings(found: Map, jobs: Mapping[str, int], theme: Theme) -> Iterator[Item]:
    """A border of ink round what is to be done first, under its badge: it is found from afar."""
    scale = found.placed.scale
    for product, number in jobs.items():
        rect = found.placed.place(product)
        if rect is not None:
            x = min(rect.right + JOB_AT[0], found.placed.width - JOB)
            badge = job(number, x, rect.y + JOB_AT[1], theme)
            for shape in (ring(rect, theme.segments.job, RING), *badge):
                yield moved(shape, scale, 0.0, 0.0)


def _tags(found: Map, theme: Theme) -> Iterator[Item]:
    """独家 behind the name of a card where that stands on one line and leaves room."""
    words = text("standing.tag.sole")
    across = kit.wide(words, TAG, True) + 2 * TAG_INSET
    scale, level = found.placed.scale, BY_ID[found.placed.level]
    for product, rect in found.placed.cards.items():
        item = found.graph.by_id[product]
        if item.sole is None:
            continue
        names = card_text(level, item, rect).names
        used = left(item) + wide(names[0], level.name, bold(item))
        used += BADGE_ROOM if lettered(item) else 0.0
        if len(names) == 1 and used * scale + across + 2 * TAG_INSET <= rect.width * scale:
            right, base = (rect.right * scale - TAG_INSET, _base(found, product, rect) * scale)
            yield from _tag(words, right - across, base, across, theme)


def _tag(words: str, x: float, base: float, across: float, theme: Theme) -> Iterator[Item]:
    color = theme.segments.bar
    yield Box(x, base - TAG_HIGH + 2.5, across, TAG_HIGH, theme.paper, color, 1.0, 2.0)
    yield kit.say(x + across / 2, base, words, TAG, color, bold=True, anchor="middle")


def _base(found: Map, product: str, rect: Rect) -> float:
    """Baseline of the name of a card, in units of the map."""
    level, item = BY_ID[found.placed.level], found.graph.by_id[product]
    shown = card_text(level, item, rect)
    rows = len(shown.details) + bool(shown.lack)
    used = text_height(level, len(shown.names), rows, len(found.named.get(product, ())))
    return rect.y + (rect.height - used) / 2 + level.name * 0.95

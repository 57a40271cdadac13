"""看板 on a slide: how a chain is composed, and its lines as a network, in large type."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.diagram.drawing import Box
from liantu.diagram.page import POINTS
from liantu.diagram.poster import kit, network
from liantu.diagram.poster.headline import composition
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.poster.model import Spot
from liantu.diagram.poster.network import Laid
from liantu.diagram.slides.model import FLOOR
from liantu.diagram.theme import Theme
from liantu.document.show import Scene
from liantu.model.target import Target
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.model import ChainPoster

LEAST = FLOOR * POINTS / kit.LEAST
"""How much larger a page of A3 is drawn so that its smallest type is that of a slide."""
GROWN = (1.7, 1.6, 1.5, 1.4, LEAST)
"""How much larger it is where there is room."""
TRIES = ((4, 2), (4, 1), (3, 2), (3, 1), (2, 2), (2, 1), (1, 2), (1, 1))
"""Lines of the network and lines of text under a station, the richest first."""
BAR, BAR_TOP, BAR_HIGH = 84.0, 24.0, 26.0
"""Height of the composition with its words, in units of A3; where its bar begins, and its own."""
RING = 3.0
"""Border round what is selected."""
AIR = 4.0
"""Between it and what is inside."""


def board(scene: Scene, room: Rect, theme: Theme, target: Target | None) -> Iterator[Item]:
    """Composition and network of the chain of the step, what is selected ringed."""
    poster = chain_poster(scene.reading, scene.step.chain)
    x, y, wide, high = room
    across = wide / LEAST
    bar = (0.0, BAR_TOP, across, BAR_HIGH)
    for item in composition(poster.head, bar, theme, poster.chain):
        yield kit.carried(item, LEAST, x, y)
    top = BAR * LEAST
    found = _laid(poster, wide, high - top)
    if found is not None:
        scale, laid = found
        for item in network.draw(laid, 0.0, 0.0, poster.badges, theme):
            placed = kit.carried(item, scale, x, y + top)
            yield placed
            if isinstance(placed, Spot) and placed.target == target:
                yield _ring(placed, theme)


def _laid(poster: ChainPoster, wide: float, high: float) -> tuple[float, Laid] | None:
    """The most lines that fit, then the largest type; ``None`` for a chain without lines."""
    if not poster.network.ways:
        return None
    found = None
    for most, lines in TRIES:
        for scale in GROWN:
            laid = network.lay(poster.network, wide / scale, most, lines)
            found = scale, laid
            if laid.height * scale <= high and (not laid.crowded or scale == LEAST):
                return found
    return found


def _ring(spot: Spot, theme: Theme) -> Box:
    x, y, wide, high = spot.x - AIR, spot.y - AIR, spot.width + 2 * AIR, spot.height + 2 * AIR
    return Box(x, y, wide, high, "", theme.segments.ring, RING, radius=8.0)

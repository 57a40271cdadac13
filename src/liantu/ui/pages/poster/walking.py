"""Where the arrow keys lead on a page: to the nearest thing that lies in their direction."""

from __future__ import annotations

from collections.abc import Sequence

from liantu.diagram.poster.model import Spot
from liantu.ui.canvas.walk import DOWN, LEFT, RIGHT, UP

ASIDE = 3.0
"""How much more a step aside costs than one straight on."""
NEAR = 1.0
"""Units by which another thing must lie ahead."""
_WAYS = {LEFT: (-1, 0), RIGHT: (1, 0), UP: (0, -1), DOWN: (0, 1)}


def beside(spots: Sequence[Spot], here: Spot | None, direction: str) -> Spot | None:
    """The spot to go to; the first of the page from nowhere, ``here`` where there is no way on."""
    if here is None:
        return min(spots, key=lambda s: (s.y, s.x), default=None)
    dx, dy = _WAYS[direction]
    x, y = _middle(here)

    def cost(spot: Spot) -> float:
        to = _middle(spot)
        ahead = (to[0] - x) * dx + (to[1] - y) * dy
        aside = abs((to[0] - x) * dy) + abs((to[1] - y) * dx)
        return ahead + ASIDE * aside if ahead > NEAR else float("inf")

    best = min(spots, key=cost, default=here)
    return best if cost(best) < float("inf") else here


def _middle(spot: Spot) -> tuple[float, float]:
    return spot.x + spot.width / 2, spot.y + spot.height / 2

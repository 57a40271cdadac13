"""The three boards of what to do, with their criteria and the weights that hold at first."""

from __future__ import annotations

import enum
from collections.abc import Mapping


class Board(enum.StrEnum):
    """补链榜 (what is lacking), 延链榜 (what can follow) and 强链榜 (what must hold)."""

    FILL = "fill"
    EXTEND = "extend"
    STRONG = "strong"


Weights = Mapping[str, Mapping[str, float]]
"""Board → criterion → points of 100."""

DEFAULT_WEIGHTS: Weights = {
    Board.FILL: {
        "demand": 30.0,
        "ready": 20.0,
        "exposure": 15.0,
        "key": 15.0,
        "unlock": 10.0,
        "strategic": 10.0,
    },
    Board.EXTEND: {
        "surplus": 25.0,
        "key": 25.0,
        "ready": 20.0,
        "distance": 10.0,
        "lead": 10.0,
        "favour": 10.0,
    },
    Board.STRONG: {"behind": 50.0, "gap": 25.0, "tier": 25.0},
}
CRITERIA: Mapping[Board, tuple[str, ...]] = {
    board: tuple(DEFAULT_WEIGHTS[board]) for board in Board
}


def weighted(changed: Weights) -> dict[str, dict[str, float]]:
    """The weights of all boards with the ``changed`` ones."""
    return {b: {**DEFAULT_WEIGHTS[b], **changed.get(b, {})} for b in Board}
